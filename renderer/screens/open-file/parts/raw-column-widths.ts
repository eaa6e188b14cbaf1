import type { RawRow } from '../../../worker/session-types';

/** The average width of a character of 13 px Inter, with room for wide letters. */
const characterWidth = 7.4;
const cellPadding = 20;
const narrowest = 56;
/** One column must not push the others out of the view. */
const widest = 320;

/** Widths in pixels by what the columns hold; a title above the header runs over its column, as in Excel, and does not count. */
export function rawColumnWidths(rows: readonly RawRow[], columnCount: number): number[] {
  const longest = new Array<number>(columnCount).fill(0);
  for (const { cells, role } of rows) {
    if (role === 'above') continue;
    for (let index = 0; index < columnCount; index++)
      longest[index] = Math.max(longest[index] ?? 0, cells[index]?.length ?? 0);
  }
  return longest.map((length) =>
    Math.round(Math.min(widest, Math.max(narrowest, length * characterWidth + cellPadding))),
  );
}
