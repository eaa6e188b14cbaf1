// Makes text comparable for the find box: case and accents do not count. For comparing only, never shown.

/** Letters that no decomposition turns into a plain one. */
const plainLetters: Readonly<Record<string, string>> = {
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ø: 'o',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
};
const notAscii = /\P{ASCII}/u;

/** The text in lower case, without accents. `Nguyễn` and `nguyen` become the same. */
export function searchText(text: string): string {
  const lower = text.toLowerCase();
  if (!notAscii.test(lower)) return lower;
  return lower
    .normalize('NFKD')
    .replace(/\p{Mn}+/gu, '')
    .replace(/[đðłøıßæœþ]/g, (letter) => plainLetters[letter] ?? letter);
}
