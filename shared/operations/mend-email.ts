// Guesses the address that was meant where one is written wrongly. Only where one reading is likely; never put in without a click.
import { emailFault } from './email-address';
import { emailTypo } from './email-typo';

/** Longer texts are notes. */
const longestMended = 320;
/** Providers that people write without their ending, where it can only be .com. */
const withoutEnding = /@(gmail|outlook|icloud|googlemail)(?:com)?$/i;

const steps: readonly ((text: string) => string)[] = [
  (text) =>
    text
      .normalize('NFKC')
      .replace(/。/g, '.')
      .replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, ''),
  (text) =>
    text
      .replace(/[\u0000-\u001f\u007f]+/g, '')
      .replace(/^(?:mailto|e-?mail|mail)(?:\s*[:=]\s*|\s+-\s+)/i, ''),
  (text) => text.replace(/^[\s<>"'`“”‘’([{]+|[\s<>"'`“”‘’)\]},;:.\\]+$/g, ''),
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
];

/** The first whole address of a list whose other parts are none (`a@b.c; n/a`, `a@b.c (private)`). */
function firstWhole(text: string): string | null {
  const [first = '', ...rest] = text.split(/\s*[;,|\n(]\s*/);
  return rest.length > 0 && emailFault(first) === null ? first : null;
}

/** The address that was probably meant, or null. `commonDomain`: what other rows end in, for an address with nothing after the @. */
export function mendEmail(email: string, commonDomain: string | null): string | null {
  if (email.length > longestMended) return null;
  const whole = firstWhole(email);
  if (whole !== null) return whole;
  let mended = steps.reduce((text, step) => step(text), email);
  if (commonDomain !== null && /^[^@\s]+@$/.test(mended)) mended += commonDomain;
  const fault = emailFault(mended);
  // tom@gmial: only a provider's name makes the ending certain.
  if (fault === 'no-ending') return emailTypo(mended) ?? emailTypo(`${mended}.com`);
  return fault !== null || mended === email ? null : (emailTypo(mended) ?? mended);
}
