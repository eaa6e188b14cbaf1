// A cell of ours as XML. Never a formula, and never a shared string: the text stands in the cell itself.
import { columnLetter } from '../spreadsheets/sheet-rows';
import { toXlsxText } from '../spreadsheets/xlsx-text';

/** What a cell holds: a text, or a day with its time as Excel counts it. */
export type CellContent =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number };

/** The cell at this place; `style` null where the workbook has no looks. */
export function toCellMarkup(
  prefix: string,
  column: number,
  rowNumber: number,
  style: number | null,
  content: CellContent,
): string {
  const place = `r="${columnLetter(column)}${rowNumber}"${style === null ? '' : ` s="${style}"`}`;
  if (content.kind === 'number')
    return `<${prefix}c ${place}><${prefix}v>${content.value}</${prefix}v></${prefix}c>`;
  const text = escaped(toXlsxText(content.text));
  return `<${prefix}c ${place} t="inlineStr"><${prefix}is><${prefix}t xml:space="preserve">${text}</${prefix}t></${prefix}is></${prefix}c>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

const msPerDay = 86_400_000;
/** Days from Excel's day 0 to 1970; 1462 fewer where a workbook counts from 1904. */
const daysTo1970 = 25_569;
const daysTo1904 = 1462;

/** `2026-03-04 08:01:00` as Excel counts days, to the thousandth of a second. */
export function toSerialDay(clockTime: string, startsIn1904: boolean): number {
  const days = Date.parse(`${clockTime.replace(' ', 'T')}Z`) / msPerDay + daysTo1970;
  return Number((startsIn1904 ? days - daysTo1904 : days).toFixed(8));
}
