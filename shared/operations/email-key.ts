// When two addresses are one, and when their mail goes to one place. A plus-tag is never removed: `a+x@…` is somebody else than `a@…`.

const mayCombine = /[^\u0000-\u02ff]/;

/** Anything but lower case ASCII without blanks or capitals, as most addresses are written: such a text is its own key. */
const mayNeedCare = /[^\u0021-\u0040\u005b-\u007e]/;

/** The form in which addresses are compared: composed, without blanks at the ends, lower case. For comparing only, never for sending. */
export function emailKey(email: string): string {
  if (!mayNeedCare.test(email)) return email;
  // Below U+0300 nothing combines, and composing is what costs time here.
  return (mayCombine.test(email) ? email.normalize('NFC') : email).trim().toLowerCase();
}

/** Domains of one provider, which does not see dots before the @ (Google's own help, “Dots don't matter in Gmail addresses”). */
const dotlessProvider = /@(?:gmail|googlemail)\.com$/;

/** The mailbox of an address at a provider that takes several addresses for one, as a key; null elsewhere. `key` is an `emailKey`. */
export function mailboxKey(key: string): string | null {
  if (!key.endsWith('mail.com') || !dotlessProvider.test(key)) return null;
  const at = key.lastIndexOf('@');
  return key.indexOf('.') > at && key.endsWith('@gmail.com')
    ? key
    : `${key.slice(0, at).replaceAll('.', '')}@gmail.com`;
}
