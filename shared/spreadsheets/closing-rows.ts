// What stands below the people and closes a list: remarks, who made it, figures by status, a panel.
// Never takes a row with an address, nor one that looks like the people above and has no remark in its lot.
import { type CellKind, isValueKind } from './cell-kind';
import { countFilled, isLikePeople, type PeopleShape } from './people-shape';
import { kindIn } from './row-kinds';
import { isNote, isTotal } from './row-signs';
import { isBlank } from './sheet-rows';
import type { SheetRow } from './spreadsheet';

/** Places of such rows from `from`, the row below the last one with an address, to `to`. Blank rows part them into lots. */
export function findClosingRows(
  rows: readonly SheetRow[],
  from: number,
  to: number,
  people: PeopleShape,
): ReadonlySet<number> {
  const closing = new Set<number>();
  let isBehindGap = false;
  let isBehindRemark = false;
  for (let start = from; start < to; ) {
    const end = endOfLot(rows, start, to);
    isBehindGap ||= (rows[start]?.rowNumber ?? 0) - (rows[start - 1]?.rowNumber ?? 0) > 1;
    const lot = rows.slice(start, end);
    const isClosing = isBehindGap && (isRemarks(lot, people) || isUnlike(lot, people));
    for (const [offset, row] of lot.entries()) {
      const filled = row.cells.filter((cell) => !isBlank(cell));
      if ((isClosing || (isBehindRemark && filled.length === 1)) && !isNameAlone(row, people))
        closing.add(start + offset);
      // A group's name looks like a remark until somebody stands below it.
      if (filled.length > 1 && !isNote(filled) && !isTotal(filled, true)) isBehindRemark = false;
      isBehindRemark ||= isNote(filled) && !isGroupCount(filled) && !isLikePeople(row, people);
    }
    start = end;
  }
  return closing;
}

/** `Warehouse (2)` */
function isGroupCount([text = '']: readonly string[]): boolean {
  return /\(\d+\)\s*$/.test(text);
}

/** In a table of two columns a name alone is somebody whose address is missing, also behind a group's name or a remark. */
function isNameAlone(row: SheetRow, people: PeopleShape): boolean {
  return people.width <= 2 && isLikePeople(row, people);
}

function endOfLot(rows: readonly SheetRow[], start: number, to: number): number {
  let end = start + 1;
  while (end < to && (rows[end]?.rowNumber ?? 0) - (rows[end - 1]?.rowNumber ?? 0) === 1) end++;
  return end;
}

/** Remarks, and lines of one cell among them. */
function isRemarks(lot: readonly SheetRow[], people: PeopleShape): boolean {
  const lines = lot.map((row) => ({ row, filled: row.cells.filter((cell) => !isBlank(cell)) }));
  return (
    lines.some(({ row, filled }) => isNote(filled) && !isLikePeople(row, people)) &&
    lines.every(({ filled }) => filled.length === 1 || isNote(filled))
  );
}

/**
 * Below its first line, which may be a title or a header, half of the cells and more are words for people's figures, or figures for addresses.
 * A total and a remark say nothing of the lines above them, which may be people.
 */
function isUnlike(lot: readonly SheetRow[], people: PeopleShape): boolean {
  const [first, ...below] = lot;
  if (first === undefined || hasPeoplesFigures(first, people)) return false;
  let filled = 0;
  let unlike = 0;
  for (const row of below) {
    const shown = row.cells.filter((cell) => !isBlank(cell));
    if (isNote(shown) || isTotal(shown, true)) continue;
    for (const [column, cell] of row.cells.entries()) {
      if (isBlank(cell)) continue;
      filled++;
      const isFigure = isValueKind(kindIn(row, column));
      const usual = people.kindOf(column);
      // Words for an address may say that somebody has none.
      if (isAddress(usual) ? isFigure : isValueKind(usual) && !isFigure) unlike++;
    }
  }
  return filled > 0 && unlike >= filled / 2;
}

/** `00419 | Ann Lee | | 17/03/2026`: a figure, date or ID where people have one, and nothing that they have not there: no title, no header. */
function hasPeoplesFigures(row: SheetRow, people: PeopleShape): boolean {
  let figures = 0;
  for (const [column, cell] of row.cells.entries()) {
    if (isBlank(cell)) continue;
    const kind = kindIn(row, column);
    const usual = people.kindOf(column);
    if (isValueKind(kind) !== isValueKind(usual)) return false;
    if (isValueKind(kind) && kind === usual) figures++;
  }
  return figures > 0 && countFilled(row) > 1;
}

function isAddress(kind: CellKind): boolean {
  return kind === 'email' || kind === 'link';
}
