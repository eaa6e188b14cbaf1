// Rows below the header that are no people: totals, the header once more, notes, ruled lines, another list.
// Never leaves out a row with an address or a link, but for those of another list, and never one without saying so.
import { cellKind } from './cell-kind';
import { findOtherList, looksLikeHeader, type OtherListBelow } from './other-list';
import { repeatsHeader } from './repeats-header';
import { isBlank } from './sheet-rows';
import type { SheetRow, Table } from './spreadsheet';
import { explainsHeader } from './sub-header';
import { startsWithTotalWord } from './total-words';

type LeftOutRow = Table['leftOut'][number];

/** What stands below a header. */
export interface PartedRows {
  readonly rows: SheetRow[];
  readonly leftOut: LeftOutRow[];
  /** The row right below the header that explains it; null without one. */
  readonly subHeader: SheetRow | null;
  readonly below: OtherListBelow | null;
}

/** Parts people and other rows; `header` is null where the first row is a person. */
export function leaveOutRows(rows: readonly SheetRow[], header: SheetRow | null): PartedRows {
  const isWide = header !== null && countFilled(header) > 1;
  // Nearly every row has an address; all that follows looks at the others.
  const others = indexesWithoutContact(rows, isWide);
  const below = header === null ? null : findOtherList(rows, others, header);
  const ownCount = below === null ? rows.length : rows.findIndex((row) => row.rowNumber === below.headerRow);
  const [first] = rows;
  const isExplained = header !== null && first !== undefined && ownCount > 1 && explainsHeader(first, rows);
  const lastFull = lastRowWithContact(rows, ownCount, others);
  // In a sheet without any address an ID alone may be all that is known of somebody.
  const hasPeople = isWide && lastFull < rows.length;
  const leftOut: LeftOutRow[] = [];
  const isOut = new Set<number>();
  for (const index of others) {
    const row = rows[index];
    if (row === undefined || index >= ownCount) break;
    const next = index + 1 < ownCount ? rows[index + 1] : undefined;
    const isTitle = isWide && countFilled(row) === 1 && !hasContact(row) && startsList(next, header, below);
    const why =
      (isExplained && index === 0) || isTitle || (hasPeople && isEmptyNumber(rows, index))
        ? 'note'
        : whyLeftOut(row, header, hasPeople, index > lastFull);
    if (why === null) continue;
    leftOut.push({ rowNumber: row.rowNumber, why });
    isOut.add(index);
  }
  for (const { rowNumber } of rows.slice(ownCount)) leftOut.push({ rowNumber, why: 'other-list' });
  return {
    rows:
      isOut.size === 0
        ? rows.slice(0, ownCount)
        : rows.filter((_, index) => index < ownCount && !isOut.has(index)),
    leftOut,
    subHeader: isExplained ? first : null,
    below,
  };
}

/** True where the header stands here once more, or that of another list: what stands alone above it is its title. */
function startsList(next: SheetRow | undefined, header: SheetRow, below: OtherListBelow | null): boolean {
  return next === undefined ? below !== null : repeatsHeader(next, header);
}

/** Of the rows without an address or a link, and of those whose address stands in a sentence. */
function indexesWithoutContact(rows: readonly SheetRow[], isWide: boolean): number[] {
  const indexes: number[] = [];
  rows.forEach((row, index) => {
    if (!hasContact(row) || (isWide && isSentence(row))) indexes.push(index);
  });
  return indexes;
}

function whyLeftOut(
  row: SheetRow,
  header: SheetRow | null,
  hasPeople: boolean,
  afterThePeople: boolean,
): LeftOutRow['why'] | null {
  // Whoever made the report, below the people; between them it may be a person.
  if (hasContact(row)) return afterThePeople ? 'note' : null;
  if (header && (repeatsHeader(row, header) || looksLikeHeader(row))) return 'repeated-header';
  const filled: string[] = [];
  for (const cell of row.cells) {
    if (!isBlank(cell)) filled.push(cell);
    if (filled.length > 12) return isRuledLine(row.cells) ? 'note' : null;
  }
  if (isRuledLine(filled)) return 'note';
  if (isTotal(filled, afterThePeople)) return 'total';
  if (hasPeople && isMark(filled)) return 'note';
  return afterThePeople && isNote(filled) ? 'note' : null;
}

function countFilled(row: SheetRow): number {
  return row.cells.reduce((count, cell) => count + (isBlank(cell) ? 0 : 1), 0);
}

/** A line that was numbered beforehand and is still empty: one more than the line above, and no more than there are lines. */
function isEmptyNumber(rows: readonly SheetRow[], index: number): boolean {
  const cells = rows[index]?.cells ?? [];
  const column = cells.findIndex((cell) => !isBlank(cell));
  const number = Number(cells[column]);
  if (
    !Number.isInteger(number) ||
    number > rows.length ||
    cells.slice(column + 1).some((cell) => !isBlank(cell))
  )
    return false;
  return Number(rows[index - 1]?.cells[column]) === number - 1;
}

function hasContact(row: SheetRow): boolean {
  if (row.links !== undefined && row.links.size > 0) return true;
  // Nearly every row has an address, and looking for its @ is the quicker of the two.
  return row.cells.some((cell) => cell.includes('@')) || row.cells.some(beginsLikeLink);
}

function beginsLikeLink(cell: string): boolean {
  return /^\s*https?:\/\//i.test(cell);
}

/** Fewer words may be a name with an address. */
const fewestWords = 5;

/** One cell with an address among many words: whoever made the report, not a person in it. */
function isSentence(row: SheetRow): boolean {
  let only: string | null = null;
  for (const cell of row.cells) {
    if (isBlank(cell)) continue;
    if (only !== null) return false;
    only = cell;
  }
  return only !== null && only.trim().split(/\s+/).length >= fewestWords;
}

/** The last of these rows with an address or a link; only below it do notes stand. The number of rows without one. */
function lastRowWithContact(rows: readonly SheetRow[], ownCount: number, others: readonly number[]): number {
  let place = others.length - 1;
  while (place >= 0 && (others[place] ?? 0) >= ownCount) place--;
  let index = ownCount - 1;
  while (index >= 0 && others[place] === index) {
    place--;
    index--;
  }
  return index === -1 ? rows.length : index;
}

/** A total's word, and otherwise nothing but figures: `Sum | Kim` is a person, `Sum | 14` is not. */
function isTotal(filled: readonly string[], afterThePeople: boolean): boolean {
  const [first, ...others] = filled;
  if (first === undefined) return false;
  const named = filled.find(startsWithTotalWord);
  if (named === undefined && isSubtotal(filled)) return true;
  if (named !== undefined)
    return filled.every((cell) => cell === named || hasFigure(cell) || startsWithTotalWord(cell));
  // Below the people, a row of figures alone in a table of names is their sum.
  return afterThePeople && others.length > 0 && filled.every((cell) => cellKind(cell) === 'number');
}

/** `York Total | | 12`: the group's name, a total's word, and figures. */
function isSubtotal(filled: readonly string[]): boolean {
  const [first = '', ...others] = filled;
  const last = /\s(\S+)\s*$/u.exec(first)?.[1];
  return (
    last !== undefined &&
    startsWithTotalWord(last) &&
    others.length > 0 &&
    others.every((cell) => cellKind(cell) === 'number')
  );
}

function hasFigure(cell: string): boolean {
  return /\d/.test(cell);
}

/** Lines drawn with signs, as programs part a header from its rows. */
function isRuledLine(cells: readonly string[]): boolean {
  return (
    cells.every((cell) => /^[\s\-=_+:*.|–—─━═]*$/.test(cell)) &&
    cells.some((cell) => /[-=_–—─━═]{2}/.test(cell))
  );
}

/** The number of a page, a comment, the name of a group: alone in its row, it stands between people too. */
function isMark(filled: readonly string[]): boolean {
  const text = filled[0]?.trim() ?? '';
  return (
    filled.length === 1 &&
    (/^\p{L}{2,8}\.?\s*\d+\s*(?:\/|\p{L}{1,4})\s*\d+$/u.test(text) ||
      /^#\s*\p{L}/u.test(text) ||
      /^[\p{L}\s]{2,40}:\s?\S/u.test(text) ||
      /^\D+\(\d+\)$/.test(text))
  );
}

/** One or two cells that are a remark: several words, or a mark that people's names do not begin with. */
function isNote(filled: readonly string[]): boolean {
  const text = filled[0]?.trim() ?? '';
  return (
    filled.length === 1 &&
    (/^[*†‡([#—–=-]/u.test(text) ||
      text.split(/\s+/).length >= fewestWords ||
      text.length > 40 ||
      /^[\p{L}\s]+:\s?\S/u.test(text) ||
      /\d.*\s|\s.*\d/u.test(text))
  );
}
