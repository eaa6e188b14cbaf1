// The looks of cells in our workbooks. One object a look, never a copy: exceljs knows a look again by its object.
// Colour never stands alone: every coloured cell says its outcome in words.
import type { Margins, Style } from 'exceljs';
import type { Outcome } from '../../shared/runs/row-state';
import type { ExportDates } from '../../shared/settings/app-settings';

interface CellLook {
  readonly isBold?: boolean;
  readonly sizePt?: number;
  readonly rgb?: string;
  readonly fillRgb?: string;
  readonly numberFormat?: string;
  readonly wrap?: boolean;
  readonly horizontal?: 'left' | 'right';
  readonly lineBelow?: boolean;
}

/** Excel's format Text. */
const text = '@';
/** Four-digit years and 24 hours: read alike everywhere. */
const dateTime = 'yyyy\\-mm\\-dd\\ hh:mm:ss';
/** Still a date to sort and filter by; the words say that it may be longer ago. */
const day = 'yyyy\\-mm\\-dd';
const dayOrEarlier = `${day}" or earlier"`;
const thousands = '#,##0';

/** Ground and ink of each outcome, as on the app's light screens. */
const outcomeColours: Readonly<Record<Outcome, { readonly ground: string; readonly ink: string }>> = {
  done: { ground: 'E8F5EE', ink: '1B7345' },
  alreadyThere: { ground: 'EDF1FE', ink: '3557D6' },
  refused: { ground: 'FDECEB', ink: 'B3261E' },
  unknown: { ground: 'F2EDFC', ink: '6B3FC0' },
  skipped: { ground: 'F6F7F9', ink: '525A69' },
  notSent: { ground: 'FDF3E0', ink: '8A5400' },
};

function outcomeStyle(outcome: Outcome): Partial<Style> {
  const { ground, ink } = outcomeColours[outcome];
  return toStyle({ isBold: true, rgb: ink, fillRgb: ground, numberFormat: text });
}

function toStyle(look: CellLook): Partial<Style> {
  const { isBold = false, sizePt = 11, rgb = '1A1E26', numberFormat = 'General', wrap = false } = look;
  return {
    numFmt: numberFormat,
    font: { name: 'Calibri', family: 2, size: sizePt, bold: isBold, color: { argb: `FF${rgb}` } },
    alignment: { vertical: 'top', horizontal: look.horizontal, wrapText: wrap },
    ...(look.fillRgb !== undefined && {
      fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: `FF${look.fillRgb}` } },
    }),
    ...(look.lineBelow === true && { border: { bottom: { style: 'thin', color: { argb: 'FFCFD4DC' } } } }),
  };
}

/** Text cells have the format Text, so that Excel keeps zeros and computes nothing when somebody edits them. */
export const cellStyles = {
  text: toStyle({ numberFormat: text }),
  wrapped: toStyle({ numberFormat: text, wrap: true, horizontal: 'left' }),
  header: toStyle({ isBold: true, fillRgb: 'F0F2F5', numberFormat: text, lineBelow: true }),
  ourHeader: toStyle({ isBold: true, rgb: '3557D6', fillRgb: 'EDF1FE', numberFormat: text, lineBelow: true }),
  title: toStyle({ isBold: true, sizePt: 16, numberFormat: text }),
  section: toStyle({ isBold: true, numberFormat: text, lineBelow: true }),
  label: toStyle({ rgb: '525A69', numberFormat: text, wrap: true, horizontal: 'left' }),
  whole: toStyle({ numberFormat: '0' }),
  count: toStyle({ numberFormat: thousands, horizontal: 'left' }),
  total: toStyle({ isBold: true, numberFormat: thousands, horizontal: 'left' }),
  time: toStyle({ numberFormat: dateTime, horizontal: 'left' }),
  day: toStyle({ numberFormat: day, horizontal: 'left' }),
  dayOrEarlier: toStyle({ rgb: '525A69', numberFormat: dayOrEarlier, horizontal: 'left' }),
  score: toStyle({ numberFormat: '0.0#', horizontal: 'left' }),
  /** A cell that is there to be changed. */
  toEdit: toStyle({ fillRgb: 'EDF1FE', numberFormat: text }),
  quiet: toStyle({ rgb: '525A69', numberFormat: text }),
  bar: toStyle({ numberFormat: thousands, horizontal: 'right' }),
  done: outcomeStyle('done'),
  alreadyThere: outcomeStyle('alreadyThere'),
  refused: outcomeStyle('refused'),
  unknown: outcomeStyle('unknown'),
  skipped: outcomeStyle('skipped'),
  notSent: outcomeStyle('notSent'),
} as const satisfies Record<string, Partial<Style>>;

export type CellStyle = keyof typeof cellStyles;

/** Excel's formats 14 and 22 in exceljs' spelling: shown as the computer that opens the file writes dates. "Or earlier" has no such form. */
const readerStyles: Readonly<Partial<Record<CellStyle, Partial<Style>>>> = {
  time: toStyle({ numberFormat: 'm/d/yy "h":mm', horizontal: 'left' }),
  day: toStyle({ numberFormat: 'mm-dd-yy', horizontal: 'left' }),
};

/** The look of a cell, with dates as they are set. */
export function toCellStyle(style: CellStyle, dates: ExportDates): Partial<Style> {
  return (dates === 'reader' ? readerStyles[style] : undefined) ?? cellStyles[style];
}

/** In inches. */
export const pageMargins: Margins = {
  left: 0.5,
  right: 0.5,
  top: 0.75,
  bottom: 0.75,
  header: 0.3,
  footer: 0.3,
};
