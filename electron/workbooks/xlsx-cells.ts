// Cells as XML. Text is always an inline string: never a formula, never a link, whatever it looks like.
import { type CellStyle, styleIndexes } from './xlsx-styles';
import { xmlText } from './xml-text';

/** A cell to be written. `timeMs` is UTC and is shown in this computer's local time. */
export type Cell =
  | { readonly kind: 'text'; readonly text: string; readonly style: CellStyle }
  | { readonly kind: 'number'; readonly value: number; readonly style: CellStyle }
  | { readonly kind: 'time'; readonly timeMs: number; readonly style: CellStyle };

const letters: string[] = [];

/** Excel's letter for a column: 0 → A, 26 → AA. */
export function toColumnLetter(columnIndex: number): string {
  const known = letters[columnIndex];
  if (known !== undefined) return known;
  const last = String.fromCharCode(65 + (columnIndex % 26));
  const letter = columnIndex < 26 ? last : toColumnLetter(Math.floor(columnIndex / 26) - 1) + last;
  letters[columnIndex] = letter;
  return letter;
}

/** 1970-01-01 in Excel's days since 1900 (its leap-year slip counted in). */
const unixEpochInDays = 25_569;
const msPerDay = 86_400_000;
const msPerMinute = 60_000;

/** Excel's number for a moment as this computer's clock shows it, with its own summer time. */
export function toExcelTime(timeMs: number): number {
  const localMs = timeMs - new Date(timeMs).getTimezoneOffset() * msPerMinute;
  return localMs / msPerDay + unixEpochInDays;
}

/** One row of a sheet; empty texts leave no cell. `rowNumber` is 1-based. */
export function toRowXml(rowNumber: number, cells: readonly (Cell | null)[]): string {
  let xml = `<row r="${rowNumber}">`;
  for (let columnIndex = 0; columnIndex < cells.length; columnIndex++) {
    const cell = cells[columnIndex];
    if (cell !== null && cell !== undefined)
      xml += toCellXml(`${toColumnLetter(columnIndex)}${rowNumber}`, cell);
  }
  return `${xml}</row>`;
}

function toCellXml(reference: string, cell: Cell): string {
  const head = `<c r="${reference}" s="${styleIndexes[cell.style]}"`;
  if (cell.kind === 'number') return `${head}><v>${cell.value}</v></c>`;
  if (cell.kind === 'time') return `${head}><v>${toExcelTime(cell.timeMs)}</v></c>`;
  if (cell.text === '') return '';
  return `${head} t="inlineStr"><is><t xml:space="preserve">${xmlText(cell.text)}</t></is></c>`;
}
