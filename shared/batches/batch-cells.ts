// A row as it is handed over: its own cells in the order of the columns, no text longer than a batch may hold. Never copies what fits already.
import type { BatchRow } from '../operations/batch';
import type { Person } from '../operations/field';
import type { Table } from '../spreadsheets/spreadsheet';

/** Excel's own limit for a cell; only a text file can hold more, and the reader has said so. */
const maxCellLength = 32_767;

/** The cells of the table's rows, in the order of its columns. */
export function makeCellsOf({ columns, rows }: Table): (index: number) => readonly string[] {
  const columnIndexes = columns.map(({ columnIndex }) => columnIndex);
  const isWholeRow = columnIndexes.every((columnIndex, place) => columnIndex === place);
  return (index) => {
    const cells = rows[index]?.cells ?? [];
    return isWholeRow && cells.length === columnIndexes.length
      ? cells
      : columnIndexes.map((columnIndex) => cells[columnIndex] ?? '');
  };
}

/** The row with every text cut to what a batch may hold. */
export function toBatchRow(row: BatchRow): BatchRow {
  return row.cells.every(fits) && Object.values(row.person).every(isShort)
    ? row
    : { ...row, cells: row.cells.map(clip), person: clipPerson(row.person) };
}

function fits(text: string): boolean {
  return text.length <= maxCellLength;
}

function isShort(text: string | null): boolean {
  return text === null || fits(text);
}

function clip(text: string): string {
  return fits(text) ? text : text.slice(0, maxCellLength);
}

function clipPerson({ email, firstname, lastname, cv_link, ats_candidate_id }: Person): Person {
  const clipped = (text: string | null) => (text === null ? null : clip(text));
  return {
    email: clipped(email),
    firstname: clipped(firstname),
    lastname: clipped(lastname),
    cv_link: clipped(cv_link),
    ats_candidate_id: clipped(ats_candidate_id),
  };
}
