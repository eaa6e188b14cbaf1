// The language that a date format asks for, and its names of months and days. Never the computer's own language: a cell looks alike everywhere.

/** Windows' numbers for languages (MS-LCID, without the region), as `[$-407]` has them. */
const languages: Readonly<Record<number, string>> = {
  2: 'bg',
  3: 'ca',
  4: 'zh',
  5: 'cs',
  6: 'da',
  7: 'de',
  8: 'el',
  9: 'en',
  10: 'es',
  11: 'fi',
  12: 'fr',
  14: 'hu',
  16: 'it',
  17: 'ja',
  18: 'ko',
  19: 'nl',
  20: 'nb',
  21: 'pl',
  22: 'pt',
  24: 'ro',
  25: 'ru',
  26: 'hr',
  27: 'sk',
  29: 'sv',
  31: 'tr',
  33: 'id',
  34: 'uk',
  36: 'sl',
  37: 'et',
  38: 'lv',
  39: 'lt',
  42: 'vi',
  62: 'ms',
};

/** The language in `$-407`, `$€-de-DE` or `$-en-US,1`; null where none is named or known. */
export function localeOfFormat(bracket: string): string | null {
  const told = /^\$[^-]*-([A-Za-z0-9-]+)/.exec(bracket)?.[1] ?? '';
  // The low ten bits are the language, those above it the region and the calendar.
  if (/^[0-9A-Fa-f]{3,8}$/.test(told)) return languages[Number.parseInt(told, 16) & 0x3ff] ?? null;
  // English names are the same everywhere in Excel; elsewhere September has four letters in Britain.
  if (/^en\b/i.test(told)) return 'en';
  const tag = /^[A-Za-z]{2,3}(-[A-Za-z]{4})?(-[A-Za-z]{2})?$/.exec(told)?.[0];
  return tag !== undefined && Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0 ? tag : null;
}

const knownNames = new Map<string, string>();

/** `month` is 1–12. Beside the day of the month some languages bend the name: 4 marca, but marzec. */
export function monthName(
  locale: string,
  month: number,
  width: 'short' | 'long',
  besideDay: boolean,
): string {
  const date = Date.UTC(2001, month - 1, 1);
  return nameOf(locale, date, besideDay ? { month: width, day: 'numeric' } : { month: width }, 'month');
}

/** `weekday` is 0 for Sunday. */
export function dayName(locale: string, weekday: number, width: 'short' | 'long'): string {
  // 7 January 2001 was a Sunday.
  return nameOf(locale, Date.UTC(2001, 0, 7 + weekday), { weekday: width }, 'weekday');
}

function nameOf(
  locale: string,
  date: number,
  words: Intl.DateTimeFormatOptions,
  part: 'month' | 'weekday',
): string {
  const key = `${locale} ${date} ${part} ${words.day ?? ''} ${words.month ?? words.weekday}`;
  const known = knownNames.get(key);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat(locale, { ...words, timeZone: 'UTC', calendar: 'gregory' });
  const name = format.formatToParts(date).find(({ type }) => type === part)?.value ?? '';
  knownNames.set(key, name);
  return name;
}
