// Numbers of cells as Excel shows them, straight from their bytes. What has been shown under a style once is not worked out again.
import { decodeReferences, decodeUtf8, toCellText } from './cell-text';
import { displayedNumber } from './displayed-number';
import { displayedText, textSectionOf } from './displayed-text';
import type { FormatSection } from './number-format';

/** Scores, dates and amounts repeat; ids do not, and must not fill the memory. */
const keptTexts = 4096;

/** Whole numbers of up to so many digits are shown by General as they stand. */
const wholeDigits = 15;

/** Powers of ten that a float holds exactly; a whole number under 2^53 divided by one of them is rounded rightly. */
const powersOfTen = Array.from({ length: 23 }, (_, power) => 10 ** power);

/** Days from Excel's day 0. */
const dayZeroMs = Date.UTC(1899, 11, 30);
const dayMs = 86_400_000;

const minus = 0x2d;
const point = 0x2e;
const zero = 0x30;

/** The texts of numbers under the formats of a workbook. */
export class ShownNumbers {
  private readonly known: (Map<number, string> | undefined)[] = [];
  /** By style; null for the many that leave texts alone. */
  private readonly textSections: readonly (FormatSection | null)[];

  constructor(
    private readonly formats: readonly string[],
    private readonly startsIn1904: boolean,
  ) {
    const sections = formats.map(textSectionOf);
    this.textSections = sections.some((section) => section !== null) ? sections : [];
  }

  /** A text as its style shows it. */
  shownText(style: number, text: string): string {
    const section = this.textSections[style] ?? null;
    return section === null ? text : displayedText(text, section);
  }

  /** True where the style shows texts otherwise than they are. */
  changesText(style: number): boolean {
    return this.textSections.length > 0 && style >= 0 && (this.textSections[style] ?? null) !== null;
  }

  /** The format of a cell's style; General where the style is not listed. */
  formatOf(style: number): string {
    return this.formats[style] ?? 'General';
  }

  /** True where General shows exactly these bytes: a whole number without needless zeros. */
  isShownAsWritten(style: number, bytes: Uint8Array, from: number, to: number): boolean {
    const first = bytes[from] === minus ? from + 1 : from;
    if (to === first || to - first > wholeDigits || this.formatOf(style) !== 'General') return false;
    if (bytes[first] === zero) return to - from === 1;
    for (let index = first; index < to; index++) if (!isDigit(bytes[index] as number)) return false;
    return true;
  }

  /** What the number in these bytes looks like; text that is no number is given as it is. */
  textOf(style: number, bytes: Uint8Array, from: number, to: number): string {
    const value = parseDecimal(bytes, from, to);
    if (Number.isNaN(value)) {
      const written = decodeUtf8(bytes, from, to);
      const number = Number(written);
      return Number.isNaN(number) ? toCellText(decodeReferences(written)) : this.shown(style, number);
    }
    return this.shown(style, value);
  }

  /** A date written out (strict Open XML), shown by its format like any other. */
  textOfDate(style: number, written: string): string {
    const format = this.formatOf(style);
    const hasZone = /^\d{4}-\d{2}-\d{2}$|[Zz]$|[+-]\d{2}:\d{2}$/.test(written);
    const ms = Date.parse(hasZone ? written : `${written}Z`);
    return Number.isNaN(ms) || format === 'General'
      ? toCellText(written)
      : displayedNumber((ms - dayZeroMs) / dayMs, format);
  }

  private shown(style: number, value: number): string {
    const known = this.known[style] ?? new Map<number, string>();
    this.known[style] = known;
    const before = known.get(value);
    if (before !== undefined) return before;
    if (known.size >= keptTexts) known.clear();
    const text = displayedNumber(value, this.formatOf(style), this.startsIn1904);
    known.set(value, text);
    return text;
  }
}

function isDigit(code: number): boolean {
  return code >= zero && code <= zero + 9;
}

/** A plain decimal of up to 15 digits; NaN for anything else. */
function parseDecimal(bytes: Uint8Array, from: number, to: number): number {
  const first = bytes[from] === minus ? from + 1 : from;
  let whole = 0;
  let decimals = -1;
  if (to === first || to - first > wholeDigits + 1) return Number.NaN;
  for (let index = first; index < to; index++) {
    const code = bytes[index] as number;
    if (code === point && decimals === -1) decimals = 0;
    else if (!isDigit(code)) return Number.NaN;
    else {
      whole = whole * 10 + code - zero;
      if (decimals !== -1) decimals++;
    }
  }
  const value = whole / (powersOfTen[Math.max(0, decimals)] as number);
  return first === from ? value : -value;
}
