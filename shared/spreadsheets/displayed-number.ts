// A number as Excel shows it in a cell: its format, its date system, its 15 digits.
// Never shortens what is still whole: a number of up to 15 digits is given with all of them, also where the cell shows 1.2E+12.

import { displayedDate } from './displayed-date';
import { type FormatSection, parseNumberFormat } from './number-format';

const parsedFormats = new Map<string, readonly FormatSection[]>();
/** Formats kept taken apart; a file has some dozens, and a hostile one must not fill the memory. */
const keptFormats = 500;

/** Excel refuses a format of more than 255 characters; other programs write a little more. */
const maxFormatLength = 1000;

function sectionsOf(format: string): readonly FormatSection[] {
  const known = parsedFormats.get(format);
  if (known) return known;
  if (parsedFormats.size >= keptFormats) parsedFormats.clear();
  const sections = parseNumberFormat(format);
  parsedFormats.set(format, sections);
  return sections;
}

/** `value` as Excel shows it under `format`, with English names and `.` as decimal point. `startsIn1904`: the workbook counts days from 1904. */
export function displayedNumber(value: number, format: string, startsIn1904 = false): string {
  if (format === 'General' || format === '' || format.length > maxFormatLength)
    return displayedGeneral(value);
  const sections = sectionsOf(format);
  const { section, shown } = pickSection(sections, value);
  switch (section.kind) {
    case 'date':
      return displayedDate(value, section, startsIn1904) ?? displayedGeneral(value);
    case 'general':
    case 'text':
      return fillTokens(section, displayedGeneral(shown), value);
    case 'fraction':
      return fillTokens(section, fractionDigits(Math.abs(shown), section), shown);
    case 'scientific':
      if (isLongAndWhole(value)) return String(value);
      return fillTokens(section, scientificDigits(Math.abs(shown), section), shown);
    default:
      return fillTokens(section, plainDigits(Math.abs(shown), section), shown);
  }
}

/** An ID or a phone number in a column formatted for science: all its digits are in the file. Fewer than 12 are shown whole by Excel itself. */
function isLongAndWhole(value: number): boolean {
  return Number.isInteger(value) && value >= 1e11 && value < 1e15;
}

/** The section for this value, and the value it shows: sections of their own for negative numbers say the sign themselves. */
function pickSection(
  sections: readonly FormatSection[],
  value: number,
): { section: FormatSection; shown: number } {
  const [first, second, third] = sections as readonly [FormatSection, ...FormatSection[]];
  if (first.condition) {
    const holds = (section: FormatSection) => section.condition === null || meets(value, section.condition);
    const section = holds(first) ? first : second && holds(second) ? second : (third ?? second ?? first);
    return { section, shown: section === first || value >= 0 ? value : Math.abs(value) };
  }
  if (value < 0 && second && second.kind !== 'text') return { section: second, shown: Math.abs(value) };
  if (value === 0 && third && third.kind !== 'text') return { section: third, shown: value };
  return { section: first, shown: value };
}

function meets(value: number, condition: { operator: string; value: number }): boolean {
  switch (condition.operator) {
    case '<':
      return value < condition.value;
    case '<=':
      return value <= condition.value;
    case '>':
      return value > condition.value;
    case '>=':
      return value >= condition.value;
    case '<>':
      return value !== condition.value;
    default:
      return value === condition.value;
  }
}

function fillTokens(section: FormatSection, digits: string, shown: number): string {
  let text = '';
  for (const token of section.tokens) {
    if (token.kind === 'literal') text += token.text;
    else if (token.kind === 'digits' || token.kind === 'general' || token.kind === 'text') text += digits;
  }
  const needsSign =
    shown < 0 && section.kind !== 'general' && section.kind !== 'text' && /[1-9]/.test(digits);
  return (needsSign ? `-${text}` : text).trim();
}

/** Excel keeps 15 digits; anything beyond them is zeros. */
function in15Digits(value: number): number {
  return Number(value.toPrecision(15));
}

function plainDigits(value: number, section: FormatSection): string {
  const scaled = in15Digits((value * 100 ** section.percents) / 1000 ** section.thousandsOff);
  const [whole = '0', decimals = ''] = toFixed(
    scaled,
    section.decimals.replace(/\u0000[^\u0000]*\u0000/g, '').length,
  ).split('.');
  const tail = fillDecimals(decimals, section.decimals);
  return (
    fillWhole(whole, section.whole, section.grouped) +
    (section.decimals !== '' || tail !== '' ? `.${tail}` : '')
  );
}

/** Like Number.toFixed, but rounding the decimal digits that Excel sees (1.005 → 1.01) and without an exponent. */
function toFixed(value: number, places: number): string {
  if (value >= 1e21) return BigInt(value).toString() + (places > 0 ? `.${'0'.repeat(places)}` : '');
  const shifted = Number(`${value}e${Math.min(places, 30)}`);
  const rounded =
    Number.isFinite(shifted) && shifted < 1e15
      ? Number(`${Math.round(shifted)}e-${Math.min(places, 30)}`)
      : value;
  return rounded.toFixed(Math.min(places, 100));
}

/** Digits put into placeholders from the right; more digits than placeholders go before the first. */
function fillWhole(digits: string, placeholders: string, grouped: boolean): string {
  const rest = digits === '0' ? [] : [...digits];
  if (grouped || !placeholders.includes('\u0000')) {
    // A place held by ? alone is left blank: an account's zero under `"-"??` is a dash.
    const least = placeholders.replace(/^[^0]*/, '').replace(/[^0?]/g, '').length;
    const places = placeholders.replace(/[^0?]/g, '').length;
    const padded = rest.join('').padStart(least, '0').padStart(places, ' ');
    return grouped ? padded.replace(/\B(?=(\d{3})+(?!\d))/g, ',') : padded;
  }
  let text = '';
  const parts = placeholders.split(/(\u0000[^\u0000]*\u0000)/).filter((part) => part !== '');
  for (let index = parts.length - 1; index >= 0; index--) {
    const part = parts[index] ?? '';
    if (part.startsWith('\u0000')) {
      text = part.slice(1, -1) + text;
      continue;
    }
    for (const placeholder of [...part].reverse())
      text = (rest.pop() ?? (placeholder === '0' ? '0' : '')) + text;
  }
  return rest.join('') + text;
}

function fillDecimals(digits: string, placeholders: string): string {
  const least = placeholders.replace(/#+$/, '').length;
  let text = digits;
  while (text.length > least && text.endsWith('0')) text = text.slice(0, -1);
  return text;
}

function scientificDigits(value: number, section: FormatSection): string {
  const wholePlaces = Math.max(1, section.whole.length);
  let power = value === 0 ? 0 : Math.floor(Math.log10(value));
  // `##0.0E+0` keeps the exponent a multiple of three.
  power = Math.floor(power / wholePlaces) * wholePlaces;
  let mantissa = toFixed(value / 10 ** power, section.decimals.length);
  if (Number(mantissa) >= 10 ** wholePlaces) {
    power += wholePlaces;
    mantissa = toFixed(value / 10 ** power, section.decimals.length);
  }
  const [whole = '0', decimals = ''] = mantissa.split('.');
  const sign = power < 0 ? '-' : section.exponent?.plus ? '+' : '';
  const tail = section.decimals === '' ? '' : `.${fillDecimals(decimals, section.decimals)}`;
  return `${whole}${tail}E${sign}${String(Math.abs(power)).padStart(section.exponent?.digits ?? 2, '0')}`;
}

function fractionDigits(value: number, section: FormatSection): string {
  const fixed = /^\d+$/.test(section.denominator) ? Number(section.denominator) : 0;
  const whole = section.hasWhole ? Math.floor(value) : 0;
  const part = value - whole;
  // Excel takes denominators of as many digits as there are placeholders; four are the most it offers.
  const largest = 10 ** Math.min(section.denominator.length, 4) - 1;
  const best = fixed ? { over: Math.round(part * fixed), under: fixed } : nearestFraction(part, largest);
  if (best.over === best.under) return String(whole + 1);
  if (best.over === 0) return String(whole);
  return `${whole > 0 ? `${whole} ` : ''}${best.over}/${best.under}`;
}

/** Closer than a float of a cell can tell. */
const sameFraction = 1e-12;

/** The fraction nearest to `part` (0–1) with a denominator of at most `largest`, by its continued fraction. */
function nearestFraction(part: number, largest: number): { over: number; under: number } {
  let [before, last] = [
    { over: 0, under: 1 },
    { over: 1, under: 0 },
  ];
  for (let rest = part; ; ) {
    const whole = Math.floor(rest);
    const times =
      last.under === 0 ? whole : Math.min(whole, Math.floor((largest - before.under) / last.under));
    const next = { over: times * last.over + before.over, under: times * last.under + before.under };
    // Cut short, the next one may be farther away than the last.
    if (times < whole) return distance(next, part) < distance(last, part) ? next : last;
    if (rest - whole < sameFraction || distance(next, part) < sameFraction) return next;
    before = last;
    last = next;
    rest = 1 / (rest - whole);
  }
}

function distance({ over, under }: { over: number; under: number }, part: number): number {
  return Math.abs(over / under - part);
}

/** The most characters that General gives a number in a cell that is wide enough. */
const generalWidth = 11;

/** General: whole numbers of up to 15 digits in full, longer ones as 1.23457E+15, others rounded to eleven characters. */
export function displayedGeneral(value: number): string {
  if (!Number.isFinite(value)) return '#NUM!';
  const size = Math.abs(value);
  if (size === 0) return '0';
  if (Number.isInteger(value) && size < 1e15) return String(value);
  if (size >= 1e15 || size < 1e-9) return generalExponent(value);
  if (size >= 1e11) return String(in15Digits(value));
  if (size < 1e-4) {
    const plain = trimZeros(size.toFixed(generalWidth - 2));
    // As short as the number itself, it is shown in full; else with an exponent.
    return Number(plain) === in15Digits(size) ? (value < 0 ? `-${plain}` : plain) : generalExponent(value);
  }
  const wholeLength = Math.max(1, Math.floor(Math.log10(size)) + 1);
  return trimZeros(value.toFixed(Math.max(0, generalWidth - 1 - wholeLength)));
}

function generalExponent(value: number): string {
  const [mantissa = '', power = ''] = value.toExponential(5).split('e');
  const sign = power.startsWith('-') ? '-' : '+';
  return `${trimZeros(mantissa)}E${sign}${power.replace(/^[+-]/, '').padStart(2, '0')}`;
}

function trimZeros(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}
