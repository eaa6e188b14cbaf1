// The form in which texts are searched, in the window and in the ledger: case and accents do not count. For comparing only, never shown.

/** Letters that Unicode does not take apart into a letter and an accent. */
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

/** `Łukasz Đặng` → `lukasz dang`. Two texts that a person would type alike come out alike, full-width letters too. */
export function toSearchText(text: string): string {
  const lower = text.toLowerCase();
  if (!notAscii.test(lower)) return lower;
  return lower
    .normalize('NFKD')
    .replace(/\p{Mn}+/gu, '')
    .replace(/[đðłøıßæœþ]/g, (letter) => plainLetters[letter] ?? letter);
}
