// Takes the address out of a cell, and says whether an address can get mail. Never mends: a wrong address stays as it is written.
import { isEverydayAddress } from './everyday-address';
import { labelledAddresses } from './labelled-addresses';

/** RFC 5321, 4.5.3.1: 64 octets before the @, 254 characters for the whole (erratum 1690 of RFC 3696). */
const mostBeforeAt = 64;
const mostAtAll = 254;
/** RFC 5322 atext, with letters and digits of any script (RFC 6531). */
const localPart = /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const domainLabel = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?$/u;
const topLabel = /^(?:\p{L}[\p{L}\p{M}]+|[xX][nN]--[a-zA-Z0-9-]+)$/u;
const notAscii = /[^\u0000-\u007f]/;
/** Wide forms, zero-width marks, soft hyphens, no-break spaces: they look like an address and are none. */
const disguised = /[\uff01-\uff5e\u3002\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u00ad\u00a0]/;

/** What keeps an address from getting mail. */
export type EmailFault =
  | 'no-at'
  | 'several-at'
  | 'nothing-before-at'
  | 'nothing-after-at'
  | 'no-ending'
  | 'space'
  | 'dot'
  | 'disguised'
  | 'too-long'
  | 'not-allowed';

/** Why the address cannot get mail, or null where its form is right. Letters of any script are right (RFC 6531). */
export function emailFault(email: string): EmailFault | null {
  if (isEverydayAddress(email) && email.length <= mostBeforeAt) return null;
  const at = email.lastIndexOf('@');
  if (disguised.test(email)) return 'disguised';
  if (at === -1) return 'no-at';
  if (/\s/.test(email)) return 'space';
  const before = email.slice(0, at);
  const after = email.slice(at + 1);
  if (before.includes('@')) return 'several-at';
  if (before === '') return 'nothing-before-at';
  if (after === '') return 'nothing-after-at';
  if (email.length > mostAtAll || before.length > mostBeforeAt) return 'too-long';
  if (/^\.|\.$|\.\./.test(before) || /^\.|\.$|\.\./.test(after)) return 'dot';
  const labels = after.split('.');
  if (before.startsWith("'") || !localPart.test(before) || !labels.every((label) => domainLabel.test(label)))
    return 'not-allowed';
  if (labels.length < 2) return 'no-ending';
  return topLabel.test(labels[labels.length - 1] ?? '') ? null : 'no-ending';
}

/** The address holds letters outside ASCII, which some mail servers refuse. */
export function hasUnusualLetters(email: string): boolean {
  return notAscii.test(email);
}

const inBrackets = /<\s*(?:mailto:)?([^<>\s]+@[^<>\s]+?)\s*>/i;
const mailtoAddress = /^mailto:\s*([^?]*)/i;
const hyperlinkFormula = /^=\s*HYPERLINK\(\s*"(mailto:[^"]+)"/i;
/** What stands between two addresses in one cell. A comma inside quotes never parts: `"Family, Given" <a@b.c>`. */
const betweenAddresses =
  /\s*[;,/|\n\r、；，／]+\s*|\s+[-–—]\s+|\s+(?:or|oder|ou|o|of|lub|albo|nebo|veya|hoặc|and|und|et|y|e|i|en|ve|và|dan|atau|eller|och|og|vagy|és|nebo|a|и|или|&|\+)\s+|\s+/;

function withoutMailto(text: string): string {
  const address = mailtoAddress.exec(text)?.[1];
  if (address === undefined) return text;
  try {
    return decodeURIComponent(address).trim();
  } catch {
    return address.trim();
  }
}

/** Longer cells are notes, not addresses; looking for addresses in them would cost time for nothing. */
const longestLookedAt = 2000;

/** Every address in the text, in order; empty where the text is not made of whole addresses and words such as “home:”. */
export function addressesIn(text: string): string[] {
  if (text.length > longestLookedAt) return [];
  const plain = withoutMailto(text);
  if (emailFault(plain) === null) return [plain];
  const parts = plain.includes('<') ? partsInBrackets(plain) : plain.split(betweenAddresses);
  const addresses = parts.map(withoutMailto).filter((part) => part !== '');
  if (addresses.length > 0 && areAddresses(addresses)) return addresses;
  const labelled = labelledAddresses(plain);
  return areAddresses(labelled) ? labelled : [];
}

const areAddresses = (parts: readonly string[]): boolean => parts.every((part) => emailFault(part) === null);

/** `Name <a@b.c>; d@e.f` → both. Names and quotes in front of the brackets are passed over. */
function partsInBrackets(text: string): string[] {
  const addresses: string[] = [];
  for (const piece of text.split(/(?<=>)/)) {
    const bracketed = inBrackets.exec(piece);
    if (bracketed?.[1] === undefined) {
      const rest = piece.replace(/^[\s;,/|]+/, '');
      if (rest !== '') addresses.push(...rest.split(betweenAddresses).filter((part) => part !== ''));
      continue;
    }
    const front = piece.slice(0, bracketed.index).replace(/"[^"]*"/g, '');
    for (const part of front.split(/[;,/|\s]+/)) if (part.includes('@')) addresses.push(part);
    addresses.push(bracketed[1]);
  }
  return addresses;
}

/**
 * The address to send to: of `Name <a@b.c>` and mailto the address, of several the first, behind a linked word its address.
 * Text that holds no whole address is given back as it is.
 */
export function toEmail(text: string | null, link: string | undefined): string | null {
  if (text === null || isEverydayAddress(text)) return text;
  const first = addressesIn(text)[0];
  if (first !== undefined) return first;
  if (text.length > longestLookedAt) return text;
  const target = link ?? hyperlinkFormula.exec(text)?.[1];
  if (target === undefined || !mailtoAddress.test(target) || (link !== undefined && text.includes('@')))
    return text;
  const address = withoutMailto(target);
  return address === '' ? text : (addressesIn(address)[0] ?? address);
}
