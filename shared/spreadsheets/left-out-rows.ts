// Rows below the header that are no people: totals, the header once more, notes, ruled lines, another list.
// Never leaves out a row with an address or a link, but for another list's and examples, and never one without saying so.
import { isBreak } from './break-words';
import { isValueKind } from './cell-kind';
import { findClosingRows } from './closing-rows';
import { findGroupHeadings } from './group-headings';
import { findOtherList, looksLikeHeader, type OtherListBelow } from './other-list';
import { countFilled, hasPeoplesId, isLikePeople, type PeopleShape, shapeOfPeople } from './people-shape';
import { repeatsHeader } from './repeats-header';
import { kindIn } from './row-kinds';
import { fewestWords, isMark, isNote, isRuledLine, isTotal, saysNothing } from './row-signs';
import { isBlank } from './sheet-rows';
import type { SheetRow, Table } from './spreadsheet';
import { explainsHeader, isExample } from './sub-header';

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
  const isExplained =
    header !== null && first !== undefined && ownCount > 1 && explainsHeader(first, rows, header);
  const lastFull = lastRowWithContact(rows, ownCount, others);
  // In a sheet without any address an ID alone may be all that is known of somebody.
  const hasPeople = isWide && lastFull < rows.length;
  const people = shapeOfPeople(peopleAmong(rows, others));
  const headings = hasPeople ? findGroupHeadings(rows, ownCount, others, people) : none;
  const closing = hasPeople ? findClosingRows(rows, lastFull + 1, ownCount, people) : none;
  const leftOut: LeftOutRow[] = [];
  const isOut = new Set<number>();
  for (const index of others) {
    const row = rows[index];
    if (row === undefined || index >= ownCount) break;
    const next = index + 1 < ownCount ? rows[index + 1] : undefined;
    const isTitle =
      isWide &&
      countFilled(row) === 1 &&
      !hasContact(row) &&
      startsList(next, header, below) &&
      // The last one of a page may be known by a name alone; a title has a blank row above it and none below.
      (standsApart(rows, index) || !hasPeople || !(endsLot(rows, index) || isLikePeople(row, people)));
    const isNobody =
      (isExplained && index === 0) ||
      isTitle ||
      headings.has(index) ||
      closing.has(index) ||
      (isWide && index <= 1 && isExample(row)) ||
      (hasPeople && isEmptyLine(rows, index, lastFull));
    const why = isNobody ? 'note' : whyLeftOut(row, header, hasPeople ? people : null, index > lastFull);
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

const none: ReadonlySet<number> = new Set();

/** The rows whose places are not among `others`. */
function* peopleAmong(rows: readonly SheetRow[], others: readonly number[]): Generator<SheetRow> {
  let next = 0;
  for (const [index, row] of rows.entries()) {
    if (others[next] === index) next++;
    else yield row;
  }
}

/** True behind a blank row and right above what follows. */
function standsApart(rows: readonly SheetRow[], index: number): boolean {
  return gapAt(rows, index) > 1 && gapAt(rows, index + 1) === 1;
}

/** True right below the row above it, in front of a blank one. */
function endsLot(rows: readonly SheetRow[], index: number): boolean {
  return gapAt(rows, index) === 1 && gapAt(rows, index + 1) > 1;
}

/** How far this row stands below the one before; 1 where none is between. */
function gapAt(rows: readonly SheetRow[], index: number): number {
  return (rows[index]?.rowNumber ?? 0) - (rows[index - 1]?.rowNumber ?? 0);
}

/** True where the header stands here once more, or that of another list: what stands alone above it is its title. */
function startsList(next: SheetRow | undefined, header: SheetRow, below: OtherListBelow | null): boolean {
  return next === undefined ? below !== null : repeatsHeader(next, header);
}

/** Of the rows without an address or a link, and of those whose address stands in a sentence. */
function indexesWithoutContact(rows: readonly SheetRow[], isWide: boolean): number[] {
  const indexes: number[] = [];
  rows.forEach((row, index) => {
    if (!hasContact(row) || (isWide && (isSentence(row) || (index <= 1 && isExample(row)))))
      indexes.push(index);
  });
  return indexes;
}

function whyLeftOut(
  row: SheetRow,
  header: SheetRow | null,
  people: PeopleShape | null,
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
  if (isTotal(filled, afterThePeople) && (people === null || !hasPeoplesId(row, people))) return 'total';
  if (people !== null && isBreak(filled)) return 'note';
  if (people !== null && isLikePeople(row, people)) return null;
  if (people !== null && isMark(filled)) return 'note';
  if (afterThePeople && people !== null && isWordsForFigure(row, people)) return 'note';
  return afterThePeople && isNote(filled) ? 'note' : null;
}

/** `Made by Ann Lee` alone where people have a number, a date or an ID: nobody's name stands there. */
function isWordsForFigure(row: SheetRow, people: PeopleShape): boolean {
  if (countFilled(row) !== 1) return false;
  const column = row.cells.findIndex((cell) => !isBlank(cell));
  const usual = people.kindOf(column);
  return kindIn(row, column) === 'words' && isValueKind(usual) && usual !== 'email' && usual !== 'link';
}

/**
 * A line made ready for somebody who did not come: a number one more than that of the line above and no more than there are lines,
 * cells that say nothing, and below the people what all of them have.
 */
function isEmptyLine(rows: readonly SheetRow[], index: number, lastFull: number): boolean {
  return (rows[index]?.cells ?? []).every(
    (cell, column) =>
      isBlank(cell) ||
      saysNothing(cell) ||
      isNextNumber(rows, index, column) ||
      (index > lastFull && cell === commonText(rows, lastFull, column)),
  );
}

function isNextNumber(rows: readonly SheetRow[], index: number, column: number): boolean {
  const cells = rows[index]?.cells ?? [];
  const number = Number(cells[column]);
  return (
    Number.isInteger(number) &&
    number <= rows.length &&
    cells.slice(0, column).every(isBlank) &&
    Number(rows[index - 1]?.cells[column]) === number - 1
  );
}

/** Rows that show what stands in every row of a column. */
const comparedRows = 40;

/** The text that all of the last people have in this column; null where they differ, and where two are too few to say so. */
function commonText(rows: readonly SheetRow[], lastFull: number, column: number): string | null {
  const first = Math.max(0, lastFull + 1 - comparedRows);
  const text = rows[lastFull]?.cells[column];
  if (text === undefined || lastFull - first < 2) return null;
  for (let index = first; index <= lastFull; index++) if (rows[index]?.cells[column] !== text) return null;
  return text;
}

function hasContact(row: SheetRow): boolean {
  if (row.links !== undefined && row.links.size > 0) return true;
  // Nearly every row has an address, and looking for its @ is the quicker of the two.
  return row.cells.some((cell) => cell.includes('@')) || row.cells.some(beginsLikeLink);
}

function beginsLikeLink(cell: string): boolean {
  return /^\s*https?:\/\//i.test(cell);
}

/** One cell with an address among many words or behind a question: whoever made the report, not a person in it. */
function isSentence(row: SheetRow): boolean {
  let only: string | null = null;
  for (const cell of row.cells) {
    if (isBlank(cell)) continue;
    if (only !== null) return false;
    only = cell;
  }
  if (only === null) return false;
  const question = only.search(/[?？؟]\s/);
  return (
    only.trim().split(/\s+/).length >= fewestWords || (question !== -1 && question < only.lastIndexOf('@'))
  );
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
