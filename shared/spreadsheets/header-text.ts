// Header texts made comparable: `E-Mail`, `e_mail`, `E‑mail:` and `EMail` are near one another, accents and case are not told apart.
// Never shown on a screen: it is for comparing only.
import { withoutEntities } from './html-entities';

/** Letters that no decomposition turns into a plain one. */
const plainLetters: ReadonlyMap<string, string> = new Map([
  ['đ', 'd'],
  ['ð', 'd'],
  ['ł', 'l'],
  ['ø', 'o'],
  ['ı', 'i'],
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['þ', 'th'],
]);

const onlyAscii = /^[\u0000-\u007f]*$/;

/** The same for text without accents, which most words are: thousands of them are gone through before the first columns are shown. */
function asciiHeaderText(text: string): string {
  return text
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^a-z0-9#]+/g, ' ')
    .trim();
}

/**
 * The text in lower case, without accents, with one blank between words. `camelCase` and `snake_case` are parted into words.
 * Compare only results of this function with one another.
 */
export function headerText(written: string): string {
  // `Pr&eacute;nom`, as products of the web export it.
  const text = written.includes('&') ? withoutEntities(written) : written;
  if (onlyAscii.test(text)) return asciiHeaderText(text);
  return text
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{Mn}+/gu, '')
    .replace(/[đðłøıßæœþ]/g, (letter) => plainLetters.get(letter) ?? letter)
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}#]+/gu, ' ')
    .trim();
}
