// Rows in the making: what counts as blank, and how wide a sheet is. Never sizes anything by what a file claims.
import type { Sheet, SheetRow } from './spreadsheet';

/** Excel's limits; a reference beyond them is damage, not data. */
export const maxRowNumber = 1_048_576;
export const maxColumnCount = 16_384;

/** The most characters that Excel itself keeps in one cell. */
export const maxCellLength = 32_767;

/** True where nothing can be seen: no text, or blanks, no-break spaces, zero bytes, zero-width marks and the end mark of DOS (^Z) only. */
export function isBlank(text: string): boolean {
  if (text === '') return true;
  const first = text.charCodeAt(0);
  if (first > 0x20 && first !== 0x7f && first < 0xa0) return false;
  return /^[\0\x1a\s\u200b-\u200f\u2060\ufeff\u00ad]*$/.test(text);
}

/** A sheet of the rows that show something; its width is that of its widest row, empty columns at the end not counted. */
export function toSheet(
  name: string | null,
  visibility: Sheet['visibility'],
  rows: readonly SheetRow[],
  hiddenSpans: readonly (readonly [number, number])[] = [],
): Sheet {
  let columnCount = 0;
  for (const { cells } of rows) columnCount = widened(columnCount, cells);
  const hiddenColumns = columnsIn(hiddenSpans, columnCount);
  return { name, visibility, columnCount, rows, ...(hiddenColumns.length > 0 && { hiddenColumns }) };
}

/** Spans (0-based, inclusive) often reach to the sheet's edge: only columns with something in them count. */
function columnsIn(spans: readonly (readonly [number, number])[], columnCount: number): number[] {
  const columns: number[] = [];
  let next = 0;
  for (const [first, last] of [...spans].sort(([one], [other]) => one - other))
    for (next = Math.max(next, first); next <= last && next < columnCount; next++) columns.push(next);
  return columns;
}

/** The wider of `columnCount` and this row, empty cells at its end not counted. */
export function widened(columnCount: number, cells: readonly string[]): number {
  for (let index = cells.length - 1; index >= columnCount; index--) {
    if (!isBlank(cells[index] ?? '')) return index + 1;
  }
  return columnCount;
}

/** True where at least one cell shows something. */
export function hasText(cells: readonly string[]): boolean {
  for (const cell of cells) if (!isBlank(cell)) return true;
  return false;
}

/** The numbers of the rows with a cell longer than Excel keeps. */
export function tooLongRows(rows: readonly SheetRow[]): number[] {
  return rows.filter(({ cells }) => hasTooLong(cells)).map(({ rowNumber }) => rowNumber);
}

/** True where a cell is longer than Excel keeps. */
export function hasTooLong(cells: readonly string[]): boolean {
  for (const cell of cells) if (cell.length > maxCellLength) return true;
  return false;
}

/** Excel's letters for a column: 0 → A, 25 → Z, 26 → AA. */
export function columnLetter(columnIndex: number): string {
  let letters = '';
  for (let rest = columnIndex + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}
