// A second list in the same sheet: below the first with its columns in another order, or beside it. Only told, never mixed with the first.
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

/** Another list beside, in the columns from one letter to another. */
export interface OtherListBeside {
  readonly kind: 'beside';
  readonly firstLetter: string;
  readonly lastLetter: string;
}

export type OtherList = OtherListBelow | OtherListBeside;

/** What is said of the lists that are not used, and what can be done. */
export function otherListNotices(table: Pick<Table, 'otherLists'>): FileNotice[] {
  return (table.otherLists ?? []).map((list) => ({
    kind: 'other-list',
    blocking: false,
    message: list.kind === 'below' ? sentenceBelow(list) : sentenceBeside(list),
    ...(list.kind === 'below' && { rowNumber: list.headerRow }),
  }));
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

/** The header among these rows whose people have their addresses in another column; null without one. */
export function findOtherList(rows: readonly SheetRow[], header: SheetRow): OtherListBelow | null {
  let seen: number | null = null;
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index];
    if (row === undefined) break;
    // Nearly every row has an address, and looking for its @ is quick.
    if (row.cells.some((cell) => cell.includes('@'))) {
      if (seen === null && addressIn(row) !== -1) seen = addressIn(row);
    } else if (seen !== null && looksLikeHeader(row) && !repeatsHeader(row, header)) {
      const next = rows.slice(index + 1, index + 1 + comparedRows);
      const columns = next.map(addressIn).filter((one) => one !== -1);
      const moved = columns.filter((one) => one !== seen).length;
      if (columns.length > 0 && moved > columns.length / 2)
        return { kind: 'below', headerRow: row.rowNumber, rowCount: rows.length - index - 1 };
    }
  }
  return null;
}

/** The first column of this row with an address; −1 without one. */
function addressIn(row: SheetRow): number {
  return row.cells.findIndex((cell) => cell.includes('@') && cellKind(cell) === 'email');
}

/** Two cells that are known headers, and most others read like some. */
function looksLikeHeader(row: SheetRow): boolean {
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
