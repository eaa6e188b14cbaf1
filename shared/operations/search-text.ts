// The form in which people are searched: without case, without accents.

/** Letters that Unicode does not take apart into a letter and an accent. */
const whole: Readonly<Record<string, string>> = {
  đ: 'd',
  ł: 'l',
  ø: 'o',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ð: 'd',
  þ: 'th',
};

/** `Łukasz Đặng` → `lukasz dang`. Two texts that a person would type alike come out alike. */
export function toSearchText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[đłøßæœıðþ]/g, (letter) => whole[letter] ?? letter);
}
