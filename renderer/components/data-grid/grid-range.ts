import type { GridPoint } from './next-place';

/** A rectangle of cells; both ends belong to it. */
export interface GridRange {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** The rectangle between two corners. With a row's number as a corner it spans whole rows, as in a spreadsheet. */
export function rangeBetween(
  one: GridPoint,
  other: GridPoint,
  columns: { readonly count: number; readonly hasRowHeader: boolean },
): GridRange {
  const spansRows = columns.hasRowHeader && (one.column === 0 || other.column === 0);
  return {
    top: Math.min(one.row, other.row),
    bottom: Math.max(one.row, other.row),
    left: spansRows ? 0 : Math.min(one.column, other.column),
    right: spansRows ? columns.count - 1 : Math.max(one.column, other.column),
  };
}

/** Whether a cell lies in it. */
export function isInRange({ top, bottom, left, right }: GridRange, { row, column }: GridPoint): boolean {
  return row >= top && row <= bottom && column >= left && column <= right;
}

/** The next cell of the rectangle, row by row or column by column, round its end: where Tab and Enter lead inside a selection. */
export function nextInRange(
  { top, bottom, left, right }: GridRange,
  { row, column }: GridPoint,
  goes: 'across' | 'down',
  backwards: boolean,
): GridPoint {
  const height = bottom - top + 1;
  const width = right - left + 1;
  const step = backwards ? -1 : 1;
  const at =
    goes === 'across' ? (row - top) * width + (column - left) : (column - left) * height + (row - top);
  const next = (at + step + width * height) % (width * height);
  return goes === 'across'
    ? { row: top + Math.floor(next / width), column: left + (next % width) }
    : { row: top + (next % height), column: left + Math.floor(next / height) };
}
