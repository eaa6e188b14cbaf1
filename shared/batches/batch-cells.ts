// A row's own cells and person, cut to what a batch may hold. Never copies what fits already, which nearly every row does.
import type { Person } from '../operations/field';
import type { Table } from '../spreadsheets/spreadsheet';

/** Excel's own limit for a cell; only a text file can hold more, and the reader has said so. */
const maxCellLength = 32_767;

function clip(text: string): string {
  return text.length <= maxCellLength ? text : text.slice(0, maxCellLength);
}

/** The cells of the table's rows, in the order of its columns. */
export function makeCellsOf({ columns, rows }: Table): (index: number) => readonly string[] {
  const columnIndexes = columns.map(({ columnIndex }) => columnIndex);
  const isWholeRow = columnIndexes.every((columnIndex, place) => columnIndex === place);
  return (index) => {
    const cells = rows[index]?.cells ?? [];
    if (isWholeRow && cells.length === columnIndexes.length && cells.every(fits)) return cells;
    return columnIndexes.map((columnIndex) => clip(cells[columnIndex] ?? ''));
  };
}

function fits(text: string): boolean {
  return text.length <= maxCellLength;
}

/** The person itself where every text fits. */
export function clipPerson(person: Person): Person {
  const { email, firstname, lastname, cv_link, ats_candidate_id } = person;
  if (
    isShort(email) &&
    isShort(firstname) &&
    isShort(lastname) &&
    isShort(cv_link) &&
    isShort(ats_candidate_id)
  )
    return person;
  return {
    email: clipped(email),
    firstname: clipped(firstname),
    lastname: clipped(lastname),
    cv_link: clipped(cv_link),
    ats_candidate_id: clipped(ats_candidate_id),
  };
}

function isShort(text: string | null): boolean {
  return text === null || fits(text);
}

function clipped(text: string | null): string | null {
  return text === null ? null : clip(text);
}
