// When two addresses are one. Never removes dots or plus-tags: `a+x@…` is somebody else than `a@…`.

/** The form in which addresses are compared: composed, without blanks at the ends, lower case. For comparing only, never for sending. */
export function emailKey(email: string): string {
  return email.normalize('NFC').trim().toLowerCase();
}
