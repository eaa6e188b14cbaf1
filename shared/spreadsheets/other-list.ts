// A second list in the same sheet: below the first with other columns, or beside it. Only told, never mixed with the first.
import { cellKind } from './cell-kind';
import { headerText } from './header-text';
import { headerLikeness } from './header-words-index';
import { repeatsHeader } from './repeats-header';
import { columnLetter, isBlank } from './sheet-rows';
import type { FileNotice, SheetRow, Table } from './spreadsheet';

/** Another list below: its header, whose columns are not those of the first. */
export interface OtherListBelow {
  readonly kind: 'below';
  readonly headerRow: number;
  /** Rows below that header. */
  readonly rowCount: number;
}

/** People above the header that was found or chosen: rows from one number to another. */
export interface OtherListAbove {
  readonly kind: 'above';
  readonly firstRow: number;
  readonly lastRow: number;
}

/** Another list beside, in the columns from one letter to another. */
export interface OtherListBeside {
  readonly kind: 'beside';
  readonly firstLetter: string;
  readonly lastLetter: string;
}

export type OtherList = OtherListAbove | OtherListBelow | OtherListBeside;

/** What is said of the lists that are not used, and what can be done. */
export function otherListNotices(table: Pick<Table, 'otherLists'>): FileNotice[] {
  return (table.otherLists ?? []).map((list) => ({
    kind: 'other-list',
    blocking: false,
    message: sentenceOf(list),
    ...(list.kind === 'below' && { rowNumber: list.headerRow }),
  }));
}

function sentenceOf(list: OtherList): string {
  switch (list.kind) {
    case 'above':
      return `Rows ${list.firstRow} to ${list.lastRow}, above the header, hold addresses too. They are not used. If people stand there, choose the header above them, or put all into one list.`;
    case 'below':
      return sentenceBelow(list);
    default:
      return sentenceBeside(list);
  }
}

function sentenceBelow({ headerRow, rowCount }: OtherListBelow): string {
  const [rows, them] =
    rowCount === 1 ? ['The row below it is', 'it'] : [`The ${rowCount} rows below it are`, 'them'];
  return `Row ${headerRow} is the header of another list, with its columns in other places. ${rows} not used. Choose row ${headerRow} as the header to use ${them} instead, or put both lists into one.`;
}

function sentenceBeside({ firstLetter, lastLetter }: OtherListBeside): string {
  return `Columns ${firstLetter} to ${lastLetter} hold another list beside the first. Only one of the two is used. Put the people into one list, or check which columns are used.`;
}

/** Rows that show in which columns a list has its addresses. */
const comparedRows = 40;

/**
 * The header among these rows whose people have their addresses in another column, or that begins a table of other columns; null without one.
 * `others`: the places of the rows that have no address.
 */
export function findOtherList(
  rows: readonly SheetRow[],
  others: readonly number[],
  header: SheetRow,
): OtherListBelow | null {
  const firstPerson = rows.findIndex((row) => addressIn(row) !== -1);
  const column = addressIn(rows[firstPerson]);
  for (const index of others) {
    const row = rows[index];
    if (row === undefined || firstPerson === -1 || index < firstPerson) continue;
    const isAnew = startsAnew(rows, index) && namesOtherColumns(row, header);
    if ((!isAnew && !looksLikeHeader(row)) || repeatsHeader(row, header)) continue;
    const columns = rows
      .slice(index + 1, index + 1 + comparedRows)
      .map(addressIn)
      .filter((one) => one !== -1);
    const moved = columns.filter((one) => one !== column).length;
    if (columns.length > 0 && (isAnew || moved > columns.length / 2))
      return { kind: 'below', headerRow: row.rowNumber, rowCount: rows.length - index - 1 };
  }
  return null;
}

/** True behind a blank row, and behind a title that stands alone behind one. */
function startsAnew(rows: readonly SheetRow[], index: number): boolean {
  const isBehindGap = (place: number) =>
    place > 0 && (rows[place]?.rowNumber ?? 0) - (rows[place - 1]?.rowNumber ?? 0) > 1;
  const above = rows[index - 1]?.cells.filter((cell) => !isBlank(cell)) ?? [];
  return isBehindGap(index) || (above.length === 1 && isBehindGap(index - 1));
}

/** Three words and more, some of them known headers; most are not what the header has there, and one of its texts stands elsewhere. */
function namesOtherColumns(row: SheetRow, header: SheetRow): boolean {
  let filled = 0;
  let known = 0;
  let same = 0;
  let moved = 0;
  const texts = header.cells.map(headerText);
  for (const [column, cell] of row.cells.entries()) {
    if (isBlank(cell)) continue;
    if (cellKind(cell) !== 'words' || cell.length > longestHeader) return false;
    filled++;
    if (headerLikeness(cell) === 1) known++;
    const text = headerText(cell);
    if (text === texts[column]) same++;
    else if (texts.includes(text)) moved++;
  }
  return filled >= 3 && known >= 2 && moved > 0 && same < filled / 2;
}

/** The rows above the header in which addresses stand beside other texts; null with fewer than two: one is whoever made the report. */
export function findListAbove(rows: readonly SheetRow[]): OtherListAbove | null {
  const people = rows.filter(
    (row) => addressIn(row) !== -1 && row.cells.filter((cell) => !isBlank(cell)).length > 1,
  );
  const [first] = people;
  const last = people.at(-1);
  return first === undefined || last === undefined || people.length < 2
    ? null
    : { kind: 'above', firstRow: first.rowNumber, lastRow: last.rowNumber };
}

/** The first column of this row with an address; −1 without one. */
function addressIn(row: SheetRow | undefined): number {
  return row === undefined
    ? -1
    : row.cells.findIndex((cell) => cell.includes('@') && cellKind(cell) === 'email');
}

const longestHeader = 40;

/** Two cells that are known headers, and most others read like some. */
export function looksLikeHeader(row: SheetRow): boolean {
  // Most rows are told by their first text: headers are short and have no figures.
  const first = row.cells.find((cell) => !isBlank(cell)) ?? '';
  if (first.length > longestHeader || /\d/.test(first) || headerLikeness(first) < 0.5) return false;
  let filled = 0;
  let known = 0;
  let alike = 0;
  for (const cell of row.cells) {
    if (isBlank(cell)) continue;
    filled++;
    const likeness = headerLikeness(cell);
    if (likeness === 1) known++;
    if (likeness >= 0.5) alike++;
  }
  return known >= 2 && alike >= filled * 0.6;
}

/** The list beside: behind an empty column the same headers stand once more, addresses among them. Null without one. */
export function findListBeside(header: SheetRow, rows: readonly SheetRow[]): OtherListBeside | null {
  const texts = header.cells.map(headerText);
  const first = texts.findIndex((text) => text !== '');
  for (let gap = first + 1; first !== -1 && gap < texts.length - 1; gap++) {
    if (texts[gap] !== '' || rows.some((row) => !isBlank(row.cells[gap] ?? ''))) continue;
    const right = texts.slice(gap + 1).filter((text) => text !== '');
    const left = new Set(texts.slice(first, gap));
    const same = right.filter((text) => left.has(text)).length;
    const last = Math.max(...texts.map((text, index) => (text === '' ? -1 : index)));
    if (same < 2 || same < right.length * 0.8) continue;
    const hasTwo = rows.some(
      ({ cells }) => hasAddress(cells.slice(first, gap)) && hasAddress(cells.slice(gap + 1)),
    );
    if (hasTwo)
      return {
        kind: 'beside',
        firstLetter: columnLetter(texts.findIndex((text, index) => index > gap && text !== '')),
        lastLetter: columnLetter(last),
      };
  }
  return null;
}

function hasAddress(cells: readonly string[]): boolean {
  return cells.some((cell) => cellKind(cell) === 'email');
}
