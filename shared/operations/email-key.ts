// When two addresses are one. Never removes dots or plus-tags: `a+x@…` is somebody else than `a@…`.

const mayCombine = /[^\u0000-\u02ff]/;

/** The form in which addresses are compared: composed, without blanks at the ends, lower case. For comparing only, never for sending. */
export function emailKey(email: string): string {
  // Below U+0300 nothing combines, and composing is what costs time here.
  return (mayCombine.test(email) ? email.normalize('NFC') : email).trim().toLowerCase();
}
