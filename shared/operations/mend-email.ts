// Guesses the address that was meant where one is written wrongly. Only where one reading is likely; never put in without a click.
import { addressesIn, emailFault } from './email-address';
import { emailTypo } from './email-typo';
import { givenNameKey as plainLetters } from './given-names';

/** Longer texts are notes. */
const longestMended = 320;
/** Providers that people write without their ending, where it can only be .com. */
const withoutEnding = /@(gmail|outlook|icloud|googlemail)(?:com)?$/i;

const steps: readonly ((text: string) => string)[] = [
  (text) =>
    text
      .normalize('NFKC')
      .replace(/。/g, '.')
      .replace(/[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u00ad]/g, ''),
  (text) =>
    text
      .replace(/[\u0000-\u001f\u007f]+/g, '')
      .replace(/^(?:mailto|e-?mail|mail)(?:\s*[:=]\s*|\s+-\s+)/i, ''),
  (text) => text.replace(/^[\s<>"'`“”‘’([{]+|[\s<>"'`“”‘’)\]},;:.*!\\]+$/g, ''),
  (text) => text.replace(/^https?:\/\/(?=[^/\s]+@[^/\s]+$)/i, ''),
  (text) =>
    text.replace(
      /\s*[([{<]\s*(?:at|ät|a|@|arroba|chiocciola|zavinac|zavináč|kukac|malpa|małpa)\s*[)\]}>]\s*/gi,
      '@',
    ),
  (text) => text.replace(/\s*[([{<]\s*(?:dot|punkt|punto|point|\.)\s*[)\]}>]\s*/gi, '.'),
  (text) => (text.includes('@') ? text : text.replace(/\s+at\s+/i, '@').replace(/\s+dot\s+/gi, '.')),
  (text) => text.replace(/\s*@\s*/g, '@').replace(/@{2,}/g, '@'),
  (text) =>
    text.replace(/\s*\.\s*(?=[^@]*$)|\s*,\s*(?=[^@,]*$)/g, (found, offset: number, whole: string) =>
      whole.lastIndexOf('@') < offset ? '.' : found,
    ),
  // A slip of the shift key or of the next key: example;com, example:com.
  (text) => text.replace(/(@[a-z0-9.-]*[a-z0-9])[;:]([a-z]{2,4})$/i, '$1.$2'),
  (text) =>
    text
      .replace(/\.{2,}/g, '.')
      .replace(/\.@/g, '@')
      .replace(/@\./g, '@')
      .replace(/^\./, ''),
  (text) => text.replace(withoutEnding, '@$1.com'),
  // anna@gmail.com1: no ending has a digit in it.
  (text) => text.replace(/(@[a-z0-9.-]+\.[a-z]{2,6})\d{1,3}$/i, '$1'),
];

/** The first whole address of a list whose other parts are none (`a@b.c; n/a`, `a@b.c (private)`). */
function firstWhole(text: string): string | null {
  const [first = '', ...rest] = text.split(/\s*[;,|\n(]\s*/);
  return rest.length > 0 && emailFault(first) === null ? first : null;
}

/** `1) a@b.c 2) d@e.f`, `a@b.c - please call`: a whole address at the beginning, or behind a sign that parts it from what is before. */
const partedAddress =
  /(?:^|[):;,<([=–-]\s*|\s[/|]\s*)([^\s()[\]<>;:,"/]+@[^\s()[\]<>;:,"/]+\.[a-z]{2,})(?=$|[\s,;)\]>])/i;

function firstParted(text: string): string | null {
  const found = partedAddress.exec(text)?.[1] ?? null;
  return found === null || found === text || emailFault(found) !== null ? null : found;
}

/** More words in front of an address are a sentence. */
const mostNameWords = 4;
const shortestNameInAddress = 3;
const noName = /[^\p{L}\p{M}.'’-]/u;

/** `Anna Rossi anna@example.com`: a name beside an address that holds one of its words. `h smith@example.com` is an address with a blank. */
function besideName(text: string): string | null {
  const words = text.split(/\s+/);
  const address = words.pop() ?? '';
  const at = address.indexOf('@');
  if (at < 1 || words.length === 0 || words.length > mostNameWords) return null;
  const local = plainLetters(address.slice(0, at));
  const isOwn = words.some(
    (word) => word.length >= shortestNameInAddress && local.includes(plainLetters(word)),
  );
  return isOwn && !words.some((word) => noName.test(word)) && emailFault(address) === null ? address : null;
}

/** What a web page leaves behind: `a@b.c<br>d@e.f`, `a@b.c&nbsp;`, `a@b.c?subject=Hello`. */
function withoutWeb(text: string): string | null {
  const plain = text.replace(/<br\s*\/?>|&nbsp;/gi, ' ').replace(/\?(?:subject|body|cc)=.*$/i, '');
  return plain === text ? null : (addressesIn(plain.trim())[0] ?? null);
}

/** `anna.rossigmail.com`: the @ was left out before a provider that has one domain. */
const withoutAt = /^([a-z0-9][a-z0-9._+-]{2,}?)[._]?((?:gmail|hotmail|outlook|yahoo|icloud)\.com)$/i;

/** Says of the address beside it that it is not the one to use. */
const notToUse =
  /(?<!\p{L})(?:old|not|don['’]t|bounce[ds]?|bouncing|wrong|invalid|inactive|expired|former(?:ly)?|alt|veraltet|ungültig|falsch|nicht|ancien(?:ne)?|invalide|viejo|antiguo|anterior|incorrecto|antigo|errado|vecchi[oa]|sbagliat[oa]|star[yaeáý]|nieaktualn[yae]|błędn[yae]|oude?|ongeldig|eski|yanlış|cũ|lama|salah|gammal|felaktig|стар[ыо]\p{L}+|не)(?!\p{L})/iu;
const oneAddress = /[^\s()[\]<>;:,"/]+@[^\s()[\]<>;:,"/]+/;
const inBracketsBehind = /^\s*[([]([^@()[\]]{1,60})[)\]]/;

/** `old: a@b.c, new: d@e.f`, `a@b.c (bounced), d@e.f`, `a@b.c → d@e.f`: which of the two to use is for a person to say. */
function isFirstNotMeant(text: string): boolean {
  const first = oneAddress.exec(text);
  if (first === null) return false;
  const behind = text.slice(first.index + first[0].length);
  if (!behind.includes('@')) return false;
  return (
    /^\s*(?:→|[-=–—]+>)/.test(behind) ||
    notToUse.test(text.slice(0, first.index)) ||
    notToUse.test(inBracketsBehind.exec(behind)?.[1] ?? '')
  );
}

/** The address that was probably meant, or null. `commonDomain`: what other rows end in, for an address with nothing after the @. */
export function mendEmail(email: string, commonDomain: string | null): string | null {
  if (email.length > longestMended || isFirstNotMeant(email)) return null;
  const whole = withoutWeb(email) ?? firstWhole(email) ?? firstParted(email) ?? besideName(email);
  if (whole !== null) return whole;
  if (withoutAt.test(email)) return email.replace(withoutAt, '$1@$2');
  let mended = steps.reduce((text, step) => step(text), email);
  if (commonDomain !== null && /^[^@\s]+@$/.test(mended)) mended += commonDomain;
  const fault = emailFault(mended);
  // tom@gmial, tom@web.d: only a provider's name makes the ending certain.
  if (fault === 'no-ending') return emailTypo(mended) ?? emailTypo(`${mended}.com`);
  return fault !== null || mended === email ? null : (emailTypo(mended) ?? mended);
}
