// References such as B7 or A4:F20 as numbers, and back.
import { columnLetter, maxColumnCount, maxRowNumber } from '../spreadsheets/sheet-rows';

/** Columns are 0-based, rows are Excel's; both ends belong to it. */
export interface CellRange {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Null for what is no reference. Whole columns (A:C) and rows (1:3) reach to the end of the sheet. */
export function parseCellRange(text: string): CellRange | null {
  const found = /^\$?([A-Za-z]{0,3})\$?(\d{0,7})(?::\$?([A-Za-z]{0,3})\$?(\d{0,7}))?$/.exec(text.trim());
  if (found === null) return null;
  const [, fromColumn = '', fromRow = '', toColumn = fromColumn, toRow = fromRow] = found;
  if (fromColumn === '' && fromRow === '') return null;
  const range = {
    left: fromColumn === '' ? 0 : toColumnIndex(fromColumn),
    right: toColumn === '' ? maxColumnCount - 1 : toColumnIndex(toColumn),
    top: fromRow === '' ? 1 : Number(fromRow),
    bottom: toRow === '' ? maxRowNumber : Number(toRow),
  };
  return range.left > range.right || range.top > range.bottom || range.right >= maxColumnCount ? null : range;
}

/** `A4:F20`, or `A4` for a single cell. */
export function toRangeText({ left, right, top, bottom }: CellRange): string {
  const from = `${columnLetter(left)}${top}`;
  const to = `${columnLetter(right)}${bottom}`;
  return from === to ? from : `${from}:${to}`;
}

/** Excel's letters as a column, 0-based. */
function toColumnIndex(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}
