// Dates and times as Excel shows them, from its day numbers. Never uses the computer's time zone: a cell has none.
import { dayName, monthName } from './format-locale';
import type { FormatSection } from './number-format';

const dayMs = 86_400_000;
/** 31 December 9999, the last day Excel knows. */
const lastDay = 2_958_465;

interface DateParts {
  year: number;
  month: number;
  day: number;
  weekday: number;
  hours: number;
  minutes: number;
  seconds: number;
  /** Fraction of a second, 0–1. */
  fraction: number;
}

/** The text of a day number under a date format; null where Excel shows no date (negative, after 9999). */
export function displayedDate(serial: number, section: FormatSection, startsIn1904: boolean): string | null {
  if (serial < 0 || serial > lastDay + 1) return null;
  // Shown to the smallest unit of the format, and rounded there, not in the middle of a second.
  const places = Math.max(
    0,
    ...section.tokens.map((token) => (token.kind === 'date' && token.unit === 'f' ? token.length : 0)),
  );
  const unitsPerDay = 86_400 * 10 ** Math.min(places, 3);
  const rounded = Math.round(serial * unitsPerDay) / unitsPerDay;
  const parts = toDateParts(rounded, startsIn1904);
  const besideDay = section.tokens.some(
    (token) => token.kind === 'date' && token.unit === 'd' && token.length <= 2,
  );
  const words = { locale: section.locale ?? 'en', besideDay };
  const halfDays = section.tokens.some((token) => token.kind === 'date' && token.unit === 'a');
  let text = '';
  for (const token of section.tokens) {
    if (token.kind === 'literal') text += token.text;
    else if (token.kind === 'date')
      text += token.elapsed
        ? elapsed(rounded, token.unit, token.length)
        : datePart(parts, token.unit, token.length, halfDays, words);
  }
  return text.trim();
}

function toDateParts(serial: number, startsIn1904: boolean): DateParts {
  const days = Math.floor(serial);
  const seconds = (serial - days) * 86_400;
  const wholeSeconds = Math.floor(seconds + 1e-6);
  const time = {
    hours: Math.floor(wholeSeconds / 3600),
    minutes: Math.floor((wholeSeconds % 3600) / 60),
    seconds: wholeSeconds % 60,
    fraction: Math.max(0, seconds - wholeSeconds),
  };
  // Excel's 1900 has a 29 February, which is day 60, and a day 0 before 1 January.
  if (!startsIn1904 && days === 60) return { year: 1900, month: 2, day: 29, weekday: 3, ...time };
  if (!startsIn1904 && days === 0) return { year: 1900, month: 1, day: 0, weekday: 6, ...time };
  const start = startsIn1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days > 60 ? 30 : 31);
  const date = new Date(start + days * dayMs);
  const weekday = startsIn1904 || days > 60 ? date.getUTCDay() : (date.getUTCDay() + 6) % 7;
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday,
    ...time,
  };
}

function elapsed(serial: number, unit: string, length: number): string {
  const perDay = unit === 'h' ? 24 : unit === 'n' ? 1440 : 86_400;
  return String(Math.floor(serial * perDay + 1e-6)).padStart(length, '0');
}

function datePart(
  parts: DateParts,
  unit: string,
  length: number,
  halfDays: boolean,
  words: { readonly locale: string; readonly besideDay: boolean },
): string {
  const padded = (value: number) => String(value).padStart(Math.min(length, 2), '0');
  switch (unit) {
    case 'y':
      return length <= 2 ? String(parts.year % 100).padStart(2, '0') : String(parts.year).padStart(4, '0');
    case 'm': {
      if (length <= 2) return padded(parts.month);
      const name = monthName(words.locale, parts.month, length === 3 ? 'short' : 'long', words.besideDay);
      return length === 5 ? name.slice(0, 1) : name;
    }
    case 'd':
      return length <= 2
        ? padded(parts.day)
        : dayName(words.locale, parts.weekday, length === 3 ? 'short' : 'long');
    case 'h':
      return padded(halfDays ? parts.hours % 12 || 12 : parts.hours);
    case 'n':
      return padded(parts.minutes);
    case 's':
      return padded(parts.seconds);
    case 'f':
      return `.${String(Math.round(parts.fraction * 10 ** length))
        .padStart(length, '0')
        .slice(0, length)}`;
    default:
      return length === 1 ? (parts.hours < 12 ? 'A' : 'P') : parts.hours < 12 ? 'AM' : 'PM';
  }
}
