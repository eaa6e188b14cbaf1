// Where the people are in a sheet: which row is the header, which columns there are, which rows below are people.
// Never loses a row without saying so: what is left out below the header is listed with its reason.
import { cellKind, isValueKind } from './cell-kind';
import { findHeaderRow } from './header-row';
import { headerLikeness } from './header-words-index';
import { leaveOutRows } from './left-out-rows';
import { findListAbove, findListBeside } from './other-list';
import { countFilled } from './people-shape';
import { kindIn } from './row-kinds';
import { columnLetter, isBlank } from './sheet-rows';
import type { Sheet, SheetRow, Table, TableColumn } from './spreadsheet';

/** The table of a sheet: with the header found, with the one told by its row number, or with none (null). */
export function findTable(sheet: Sheet, headerRow: number | null | 'auto' = 'auto'): Table {
  if (headerRow === 'auto') return findByScore(sheet);
  if (headerRow === null) return toTable(sheet, null, 'You said that there is no header row.', sheet.rows);
  const header = sheet.rows.find((row) => row.rowNumber === headerRow) ?? null;
  const below = sheet.rows.filter((row) => row.rowNumber > headerRow);
  return toTable(
    sheet,
    header ?? { rowNumber: headerRow, cells: [], hidden: false },
    `You chose row ${headerRow}.`,
    below,
  );
}

function findByScore(sheet: Sheet): Table {
  const guess = findHeaderRow(sheet.rows);
  const header = sheet.rows[guess.index];
  if (header) {
    const below = sheet.rows.slice(guess.index + 1);
    const reason = headerReason(header.rowNumber, guess.wordCells, guess.contrastCells);
    const table = toTable(sheet, header, reason, below);
    // Above a total, the last person of a list without a header may look like one.
    if (table.rows.length > 0 || !holdsPeople(sheet.rows.slice(0, guess.index))) return table;
  }
  const first = sheet.rows[0];
  if (
    first &&
    sheet.rows.length > 1 &&
    !holdsPeople(sheet.rows) &&
    !isLikeBelow(first, sheet.rows.slice(1))
  ) {
    return toTable(
      sheet,
      first,
      `Row ${first.rowNumber} is the first row with text, and nothing shows that it is a person.`,
      sheet.rows.slice(1),
    );
  }
  const start = firstPerson(sheet.rows);
  const person = sheet.rows[start];
  const reason = person
    ? `Row ${person.rowNumber} is a person already, so the columns have no names.`
    : 'There are no rows.';
  return toTable(sheet, null, reason, sheet.rows.slice(start));
}

function headerReason(rowNumber: number, wordCells: number, contrastCells: number): string {
  if (wordCells > 1) return `${wordCells} cells of row ${rowNumber} are words that headers use.`;
  if (contrastCells > 0) return `Row ${rowNumber} holds words, and below it are addresses, dates or numbers.`;
  return `Row ${rowNumber} reads like a header.`;
}

/** True where some of the first rows hold an address or a link: then the first row is one of them. */
function holdsPeople(rows: readonly SheetRow[]): boolean {
  return rows
    .slice(0, 20)
    .some((row) => row.cells.some((cell) => cellKind(cell) === 'email' || cellKind(cell) === 'link'));
}

/** True where the first row has a figure, a phone number, a date or an ID above others of its kind: headers have words. */
function isLikeBelow(first: SheetRow, rows: readonly SheetRow[]): boolean {
  const below = rows.slice(0, comparedRows);
  return first.cells.some((_, column) => {
    const kind = kindIn(first, column);
    const filled = below.map((row) => kindIn(row, column)).filter((one) => one !== 'blank');
    return isValueKind(kind) && filled.length > 0 && filled.every((one) => one === kind);
  });
}

/** Without a header, titles above the people are single cells without an address, unlike what stands below them. */
function firstPerson(rows: readonly SheetRow[]): number {
  const start = rows.findIndex(
    (row, index) => !isTitle(row, rows.slice(index + 1, index + 1 + comparedRows)),
  );
  return start === -1 ? 0 : start;
}

/** Rows that a line above them is compared with. */
const comparedRows = 40;

/** A person may have a name and nothing else: in doubt the row is kept, where its problem is seen. */
function isTitle(row: SheetRow, below: readonly SheetRow[]): boolean {
  if (hasFigureForAddress(row, below)) return true;
  const [column, ...others] = row.cells.flatMap((cell, index) => (isBlank(cell) ? [] : [index]));
  if (column === undefined || others.length > 0) return false;
  const text = row.cells[column] ?? '';
  if (cellKind(text) === 'email') return false;
  const people = below.filter(({ cells }) => cells.some((cell) => cellKind(cell) === 'email'));
  const inColumn = (people.length > 0 ? people : below)
    .map(({ cells }) => cells[column] ?? '')
    .filter((cell) => !isBlank(cell));
  const hasSigns = (cell: string) => /[\d:]/.test(cell);
  return (
    inColumn.every((cell) => countWords(cell) < countWords(text)) ||
    (hasSigns(text) && !inColumn.some(hasSigns))
  );
}

/** `Applicants | 30/11/2026`: a date or a figure where all below have an address. */
function hasFigureForAddress(row: SheetRow, below: readonly SheetRow[]): boolean {
  const [next] = below;
  const column = next?.cells.findIndex((cell) => cellKind(cell) === 'email') ?? -1;
  const kind = cellKind(row.cells[column] ?? '');
  return (
    (kind === 'date' || kind === 'number') &&
    below.length > 1 &&
    below.every(({ cells }) => cellKind(cells[column] ?? '') === 'email')
  );
}

function countWords(text: string): number {
  return text.trim().split(/\s+/).length;
}

function toTable(sheet: Sheet, header: SheetRow | null, reason: string, below: readonly SheetRow[]): Table {
  const { rows, leftOut, subHeader, below: listBelow } = leaveOutRows(below, header);
  const listBeside = header === null ? null : findListBeside(header, rows);
  const listAbove = header === null ? null : findListAbove(rowsAbove(sheet.rows, header.rowNumber));
  const otherLists = [listAbove, listBeside, listBelow].filter((list) => list !== null);
  return {
    headerRow: header?.rowNumber ?? null,
    headerReason: reason,
    columns: toColumns(sheet, header, { above: rowAbove(sheet.rows, header), below: subHeader }, rows),
    rows,
    leftOut,
    ...(otherLists.length > 0 && { otherLists }),
  };
}

function rowsAbove(rows: readonly SheetRow[], rowNumber: number): readonly SheetRow[] {
  const end = rows.findIndex((row) => row.rowNumber >= rowNumber);
  return end === -1 ? rows : rows.slice(0, end);
}

/** The row right above the header, where it is no title: a cell in it may reach down into a blank one of the header. */
function rowAbove(rows: readonly SheetRow[], header: SheetRow | null): SheetRow | null {
  const above = header === null ? undefined : rowsAbove(rows, header.rowNumber).at(-1);
  const isNext = above !== undefined && above.rowNumber + 1 === header?.rowNumber;
  return isNext && countFilled(above) > 1 ? above : null;
}

/** Words, as long as headers are: a cell that reaches down into the header's row names its column, known or not. */
function isColumnName(text: string): boolean {
  return headerLikeness(text) > 0 || (cellKind(text) === 'words' && text.length <= longestName);
}

/** Longer texts are titles and remarks. */
const longestName = 40;

/** Columns with a header or at least one text; empty ones beside and between are left out. */
function toColumns(
  sheet: Sheet,
  header: SheetRow | null,
  around: { readonly above: SheetRow | null; readonly below: SheetRow | null },
  rows: readonly SheetRow[],
): TableColumn[] {
  // A form's second line names the columns that the first one leaves open, and those of a group (`Name` above `First` and `Last`).
  const headerAt = (column: number) => {
    const below = (around.below?.cells[column] ?? '').trim();
    const above = (around.above?.cells[column] ?? '').trim();
    const isInGroup =
      isBlank(header?.cells[column + 1] ?? '') &&
      headerLikeness(below) > 0 &&
      headerLikeness(around.below?.cells[column + 1] ?? '') > 0;
    return isInGroup
      ? below
      : (header?.cells[column] ?? '').trim() || below || (isColumnName(above) ? above : '');
  };
  const used: boolean[] = new Array<boolean>(sheet.columnCount).fill(false);
  let open = 0;
  for (let column = 0; column < used.length; column++) {
    used[column] = !isBlank(headerAt(column));
    if (!used[column]) open++;
  }
  for (const { cells } of rows) {
    if (open === 0) break;
    for (let column = 0; column < cells.length; column++) {
      if (used[column] === false && !isBlank(cells[column] ?? '')) {
        used[column] = true;
        open--;
      }
    }
  }
  const hidden = new Set(sheet.hiddenColumns);
  const columns: TableColumn[] = [];
  used.forEach((isUsed, columnIndex) => {
    if (isUsed)
      columns.push({
        columnIndex,
        letter: columnLetter(columnIndex),
        header: headerAt(columnIndex),
        ...(hidden.has(columnIndex) && { isHidden: true }),
      });
  });
  return columns;
}
