import type { Table } from '../../../../shared/spreadsheets/spreadsheet';

/** A table with these headers and rows. */
export function makeTable(
  headers: readonly string[] | null,
  rows: readonly (readonly string[])[] = [],
): Table {
  const width = Math.max(headers?.length ?? 0, ...rows.map((cells) => cells.length));
  return {
    headerRow: headers === null ? null : 1,
    headerReason: '',
    columns: Array.from({ length: width }, (_, columnIndex) => ({
      columnIndex,
      letter: String.fromCharCode(65 + columnIndex),
      header: headers?.[columnIndex] ?? '',
    })),
    rows: rows.map((cells, index) => ({ rowNumber: index + 2, cells, hidden: false })),
    leftOut: [],
  };
}
