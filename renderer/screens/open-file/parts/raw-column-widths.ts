import type { RawRow } from '../../../worker/session-types';

/** The average width of a character of 13 px Inter, with room for wide letters: where nothing can be measured. */
const characterWidth = 7.4;
/** No letter of 13 px Inter is wider; shorter texts than the widest so far need no measuring. */
const widestCharacter = 16;
/** 8 on each side, the line between columns, and one for rounding. */
const cellPadding = 18;
const narrowest = 56;
/** One column must not push the others out of the view. */
const widest = 320;

/** Pixels that a text takes in a cell; `isHeader` in the weight of the header row. */
export type TextWidth = (text: string, isHeader: boolean) => number;

/** Widths in pixels by what the columns hold; a title above the header runs over its column, as in Excel, and does not count. */
export function rawColumnWidths(
  rows: readonly RawRow[],
  columnCount: number,
  textWidth: TextWidth = drawnWidth(),
): number[] {
  const longest = new Array<number>(columnCount).fill(0);
  for (const { cells, role } of rows) {
    if (role === 'above') continue;
    for (let index = 0; index < columnCount; index++) {
      const text = cells[index] ?? '';
      const before = longest[index] ?? 0;
      if (before >= widest || text.length * widestCharacter <= before) continue;
      longest[index] = Math.max(before, textWidth(text, role === 'header'));
    }
  }
  return longest.map((width) => Math.min(widest, Math.max(narrowest, Math.ceil(width) + cellPadding)));
}

/** Measures as the page draws, or estimates where there is nothing to draw on. */
function drawnWidth(): TextWidth {
  if (typeof OffscreenCanvas === 'undefined') return (text) => text.length * characterWidth;
  const { fontFamily } = getComputedStyle(document.body);
  // One for each weight: to change the font costs more than to measure.
  const [person, header] = [400, 600].map((weight) => {
    const context = new OffscreenCanvas(1, 1).getContext('2d');
    if (context !== null) context.font = `${weight} 13px ${fontFamily}`;
    return context;
  });
  return (text, isHeader) =>
    (isHeader ? header : person)?.measureText(text).width ?? text.length * characterWidth;
}
