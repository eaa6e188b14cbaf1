// Why a greeting by this name would look odd. Says so only; nobody's name is changed.

/** Longer first names are rare: what is longer is often a whole name, or two people. In characters. */
const longestUsual = 24;

/** In a few words, for the person in front; null where nothing looks odd. */
export function whyNameLooksOdd(firstname: string | null): string | null {
  const name = (firstname ?? '').trim();
  if (name === '') return 'no first name';
  if ([...name].length > longestUsual) return 'a very long first name';
  if (/[@/\\\d<>{}_]|\.(?:com|net|org)\b/i.test(name)) return 'a first name with figures or signs';
  if (/^\p{L}\.?$/u.test(name) && /[\p{Lu}\p{Ll}]/u.test(name)) return 'a first name of one letter';
  const hasCase = name.toLowerCase() !== name.toUpperCase();
  if (hasCase && [...name].length > 1 && name === name.toUpperCase()) return 'a first name in capitals only';
  if (hasCase && name === name.toLowerCase()) return 'a first name in small letters only';
  return null;
}
