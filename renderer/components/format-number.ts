import { localized } from './display-locale';

const whole = localized((locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }));
const oneDigit = localized(
  (locale) => new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
);
const short = localized(
  (locale) => new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 }),
);

/** 35000 → "35,000" in the region's grouping. */
export function formatNumber(value: number): string {
  return whole().format(value);
}

/** 2580 → "2.6K", as the region shortens it: for a narrow place in a picture whose whole number stands elsewhere. */
export function formatShortNumber(value: number): string {
  return short().format(value);
}

/** A rate such as "2.4 a second"; from ten a second on, whole numbers. */
export function formatRate(perSecond: number): string {
  return `${perSecond < 10 ? oneDigit().format(perSecond) : whole().format(perSecond)} a second`;
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
    : `${oneDigit().format(sizeBytes / 1024 / 1024)} MB`;
}
