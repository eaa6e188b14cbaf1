/** English words with the region's own figures: `en-DE` groups by dots, `en-GB` by commas. */
export const displayLocale = toDisplayLocale(navigator.language);

/** `de-DE` → `en-DE`; a language without a region gives `en-GB`. */
export function toDisplayLocale(language: string): string {
  const region = /-([A-Z]{2})\b/.exec(language)?.[1];
  return region === undefined ? 'en-GB' : `en-${region}`;
}

const whole = new Intl.NumberFormat(displayLocale, { maximumFractionDigits: 0 });
const oneDigit = new Intl.NumberFormat(displayLocale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** 35000 → "35,000" in the region's grouping. */
export function formatNumber(value: number): string {
  return whole.format(value);
}

/** A rate such as "2.4 a second"; from ten a second on, whole numbers. */
export function formatRate(perSecond: number): string {
  return `${perSecond < 10 ? oneDigit.format(perSecond) : whole.format(perSecond)} a second`;
}

/** "1 row", "318 rows". `plural` is for words that do not take an s. */
export function formatCount(value: number, singular: string, plural = `${singular}s`): string {
  return `${formatNumber(value)} ${value === 1 ? singular : plural}`;
}

/** 219136 → "214 KB"; a file of less than one kilobyte is "1 KB". */
export function formatSize(sizeBytes: number): string {
  const kilobytes = Math.max(1, Math.round(sizeBytes / 1024));
  return kilobytes < 1024
    ? `${formatNumber(kilobytes)} KB`
    : `${oneDigit.format(sizeBytes / 1024 / 1024)} MB`;
}
