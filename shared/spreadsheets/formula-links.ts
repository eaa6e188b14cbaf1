// The addresses behind HYPERLINK formulas that point to cells, worked out once all sheets are read.
// Never guesses: an address that cannot be told to the letter is counted and said, and the cell keeps the text that it shows.
import type { LinkFormula, LinkPart } from './link-formula';
import type { FileNotice, SheetRow } from './spreadsheet';

/** A cell with such a formula. Offsets: how far a shared formula has moved from where it is written. */
export interface PendingLink {
  readonly rowNumber: number;
  readonly column: number;
  readonly formula: LinkFormula;
  readonly rowOffset: number;
  readonly columnOffset: number;
}

/** More formulas than people fit into a sheet are left alone, and said. */
const maxPending = 1_048_576;

/** A sheet's formulas while it is read, and what is needed to work them out. */
export class FormulaLinks {
  readonly pending: PendingLink[] = [];
  /** Columns with numbers that are not shown as a formula would take them: `00417` is 417 there. */
  readonly formattedColumns = new Set<number>();
  /** The first row with a link that cannot be told, and how many there are. */
  firstUnknownRow: number | null = null;
  unknownCount = 0;

  add(link: PendingLink): void {
    if (this.pending.length < maxPending) this.pending.push(link);
    else this.addUnknown(link.rowNumber);
  }

  addUnknown(rowNumber: number): void {
    this.firstUnknownRow ??= rowNumber;
    this.unknownCount++;
  }
}

/** A sheet that has been read, with its formulas. */
export interface LinkedSheet {
  readonly name: string | null;
  readonly rows: SheetRow[];
  readonly formulas: FormulaLinks;
  /** Headers of tables that were looked for, and their columns; null where there is not exactly one. */
  headerColumns?: Map<string, number | null>;
}

/** Puts the addresses into the rows of all sheets. Gives a notice for each sheet with some that cannot be told. */
export function resolveFormulaLinks(sheets: readonly LinkedSheet[]): FileNotice[] {
  return sheets.flatMap((sheet) => {
    for (const link of sheet.formulas.pending) resolveLink(link, sheet, sheets);
    const { firstUnknownRow, unknownCount } = sheet.formulas;
    return firstUnknownRow === null ? [] : [linkUnknown(firstUnknownRow, unknownCount)];
  });
}

function resolveLink(link: PendingLink, sheet: LinkedSheet, sheets: readonly LinkedSheet[]): void {
  const { formula, rowNumber, column } = link;
  const index = indexOfRow(sheet.rows, rowNumber);
  const row = sheet.rows[index];
  const shown = row?.cells[column] ?? '';
  if (row === undefined || shown.trim() === '') return;
  if (!formula.isWhole) {
    const branch = textOf(formula.shown, link, sheet, sheets);
    // The cell shows what another branch gives: there is no link.
    if (branch !== null && branch !== shown) return;
    if (branch === null) {
      sayUnknown(sheet, rowNumber, shown);
      return;
    }
  }
  const target = textOf(formula.target, link, sheet, sheets)?.trim();
  if (target === undefined) sayUnknown(sheet, rowNumber, shown);
  else if (target !== '' && target !== shown && target !== `mailto:${shown.trim()}`)
    sheet.rows[index] = { ...row, links: new Map([...(row.links ?? []), [column, target]]) };
}

/** A cell that shows an address is read by that. */
function sayUnknown({ formulas }: LinkedSheet, rowNumber: number, shown: string): void {
  if (!isAddress(shown)) formulas.addUnknown(rowNumber);
}

/** Rows in which a table's header is looked for; one that begins further down is not found, and said. */
const searchedRows = 200;

/** What stands in the link's row under the only cell above it with this header; null without one. */
function cellUnder(header: string, { rowNumber }: PendingLink, sheet: LinkedSheet): string | null {
  let column = sheet.headerColumns?.get(header);
  if (column === undefined) {
    const places = sheet.rows
      .slice(0, searchedRows)
      .flatMap(({ cells }) => cells.flatMap((cell, place) => (cell === header ? [place] : [])));
    column = places.length === 1 ? (places[0] ?? null) : null;
    sheet.headerColumns ??= new Map();
    sheet.headerColumns.set(header, column);
  }
  const row = sheet.rows[indexOfRow(sheet.rows, rowNumber)];
  return column === null ? null : shownAsTaken(row?.cells[column] ?? '', sheet, column);
}

/** The text where a formula takes the same; null where a number may be shown in some format. */
function shownAsTaken(shown: string, sheet: LinkedSheet, column: number): string | null {
  return shown !== '' && !isAddress(shown) && sheet.formulas.formattedColumns.has(column) ? null : shown;
}

/** The parts' text; null where it is not known to the letter. */
function textOf(
  parts: readonly LinkPart[] | null,
  link: PendingLink,
  sheet: LinkedSheet,
  sheets: readonly LinkedSheet[],
): string | null {
  let text = '';
  for (const part of parts ?? [null]) {
    if (part === null) return null;
    if (part.kind === 'text') text += part.text;
    else if (part.kind === 'table-cell') {
      const found = cellUnder(part.header, link, sheet);
      if (found === null) return null;
      text += found;
    } else {
      const { rowOffset, columnOffset } = link;
      const name = part.sheet?.toLowerCase();
      const named = name === undefined ? sheet : sheets.find((one) => one.name?.toLowerCase() === name);
      if (named === undefined) return null;
      const column = part.column + (part.isColumnFixed ? 0 : columnOffset);
      const row = named.rows[indexOfRow(named.rows, part.row + 1 + (part.isRowFixed ? 0 : rowOffset))];
      const shown = shownAsTaken(row?.cells[column] ?? '', named, column);
      if (shown === null) return null;
      text += shown;
    }
  }
  return text;
}

function isAddress(shown: string): boolean {
  return /^\s*(?:https?:\/\/|mailto:|[^\s@]+@[^\s@]+$)/i.test(shown);
}

function indexOfRow(rows: readonly SheetRow[], rowNumber: number): number {
  let low = 0;
  let high = rows.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = rows[middle]?.rowNumber ?? 0;
    if (found === rowNumber) return middle;
    if (found < rowNumber) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

function linkUnknown(rowNumber: number, count: number): FileNotice {
  const where = count === 1 ? `In row ${rowNumber}` : `In ${count} cells, the first in row ${rowNumber},`;
  return {
    kind: 'link-unknown',
    blocking: false,
    rowNumber,
    message: `${where} a HYPERLINK formula puts an address together in a way that can't be followed here, so only the text that it shows was read. If those addresses are needed, copy them as text into a column of their own.`,
  };
}
