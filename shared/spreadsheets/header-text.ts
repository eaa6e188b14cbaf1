// Header texts made comparable: `E-Mail`, `e_mail`, `E‑mail:` and `EMail` are near one another, accents and case are not told apart.
// Never shown on a screen: it is for comparing only.

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

/**
 * The text in lower case, without accents, with one blank between words. `camelCase` and `snake_case` are parted into words.
 * Compare only results of this function with one another.
 */
export function headerText(text: string): string {
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
