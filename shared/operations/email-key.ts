// When two addresses are one. Never removes dots or plus-tags: `a+x@…` is somebody else than `a@…`.

const mayCombine = /[^\u0000-\u02ff]/;

/** Anything but lower case ASCII without blanks or capitals, as most addresses are written: such a text is its own key. */
const mayNeedCare = /[^\u0021-\u0040\u005b-\u007e]/;

/** The form in which addresses are compared: composed, without blanks at the ends, lower case. For comparing only, never for sending. */
export function emailKey(email: string): string {
  if (!mayNeedCare.test(email)) return email;
  // Below U+0300 nothing combines, and composing is what costs time here.
  return (mayCombine.test(email) ? email.normalize('NFC') : email).trim().toLowerCase();
}
