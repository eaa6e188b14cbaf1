// Proposes which column goes to which field, from the headers and from the values. A proposal only: it is shown with its reasons before it is used.
import { isMadeUpHeader } from '../spreadsheets/made-up-header';
import type { SheetRow, Table } from '../spreadsheets/spreadsheet';
import { cellText } from './cell-text';
import { columnValues, emailIn } from './column-values';
import type { InviteField } from './field';
import { type HeaderScores, matchHeader } from './header-match';
import type { ColumnProposal, Mapping, MappingProposal, NameOrder } from './mapping';
import { unusedReason, usedReason } from './mapping-reason';
import { type NamedAddress, proposeNameOrder } from './name-order';
import { PeopleCounts } from './people-counts';
import { type ColumnEvidence, proposeFields } from './propose-fields';
import { proposeNames } from './propose-names';
import { toPeople } from './to-people';

/** Enough to tell what a column is; spread over the sheet, because its beginning is often tidier than its end. */
const mostRowsLookedAt = 400;
const fewestRowsLookedAt = 40;
/** Cells looked at before the choice, so that a sheet of 16,384 columns takes no longer than one of 100. */
const mostCellsLookedAt = 60_000;

/** Looking for misspelt headers takes about a millisecond each. */
const mostColumnsWithSlips = 300;

function spread(rows: readonly SheetRow[], columnCount: number): readonly SheetRow[] {
  const most = Math.max(
    fewestRowsLookedAt,
    Math.min(mostRowsLookedAt, Math.floor(mostCellsLookedAt / Math.max(1, columnCount))),
  );
  if (rows.length <= most) return rows;
  return Array.from({ length: most }, (_, index) => rows[Math.floor((index * rows.length) / most)]).filter(
    (row): row is SheetRow => row !== undefined,
  );
}

function evidence(table: Table, rows: readonly SheetRow[]): ColumnEvidence[] {
  const known = new Map<string, HeaderScores>();
  return table.columns.map(({ columnIndex, letter, header, isHidden = false }) => {
    const scores = known.get(header) ?? matchHeader(header, table.columns.length <= mostColumnsWithSlips);
    known.set(header, scores);
    return { columnIndex, letter, header, scores, values: columnValues(rows, columnIndex), isHidden };
  });
}

/**
 * The mapping to propose: never two columns for one field, and never a whole name beside its parts. A column that holds the
 * same address in every row loses against one that differs. Without a header the values decide alone. A column that the sheet hides
 * is proposed only where no visible one will do: what the recruiter does not see may be old.
 */
export function proposeMapping(table: Table, nameOrder: NameOrder = 'decide'): MappingProposal {
  const looked = spread(table.rows, table.columns.length);
  const columns = evidence(table, looked);
  const visible = columns.filter(({ isHidden }) => !isHidden);
  const chosen: Partial<Record<InviteField, ColumnEvidence>> = Object.fromEntries([
    ...proposeFields(columns.filter(({ isHidden }) => isHidden)),
    ...proposeFields(visible),
  ]);
  const emailColumn = chosen.email;
  const taken = new Set(Object.values(chosen).map((column) => column.columnIndex));
  const rest = columns.filter((column) => !taken.has(column.columnIndex));
  const emailOf =
    emailColumn === undefined
      ? null
      : (row: SheetRow): string | null => emailIn(row, emailColumn.columnIndex);
  const isNamed =
    table.headerRow !== null && columns.some(({ header }) => header.trim() !== '' && !isMadeUpHeader(header));
  const names = proposeNames(
    rest.filter(({ isHidden }) => !isHidden),
    looked,
    emailOf,
    isNamed,
  );
  const hasNames = Object.keys(names).length > 0 || visible.length === columns.length;
  Object.assign(chosen, hasNames ? names : proposeNames(rest, looked, emailOf, isNamed));
  const fieldOf = new Map(
    (Object.entries(chosen) as [InviteField, ColumnEvidence][]).map(([field, column]) => [
      column.columnIndex,
      field,
    ]),
  );
  const mapping: Mapping = {
    columns: Object.fromEntries([...fieldOf].map(([columnIndex, field]) => [field, columnIndex])),
    nameOrder:
      chosen.fullname === undefined
        ? 'decide'
        : proposeNameOrder(
            chosen.fullname.header,
            namesIn(looked, chosen.fullname.columnIndex, emailOf),
            nameOrder,
          ),
  };
  const columnsFrom = (counts: PeopleCounts | null) =>
    columns.map((column): ColumnProposal => {
      const field = fieldOf.get(column.columnIndex) ?? null;
      const reason =
        field === null
          ? unusedReason(column, column.values, chosen)
          : usedReason(field, column, counts?.of(field) ?? null);
      const isSaid = column.isHidden && field !== null;
      return {
        columnIndex: column.columnIndex,
        field,
        reason: isSaid ? `${reason}; the sheet hides this column` : reason,
      };
    });
  let counted: readonly ColumnProposal[] | null = null;
  return {
    mapping,
    get columns() {
      counted ??= columnsFrom(countPeople(table, mapping));
      return counted;
    },
    columnsFrom,
  };
}

function countPeople(table: Table, mapping: Mapping): PeopleCounts {
  const counts = new PeopleCounts(table.rows.length);
  toPeople(table, mapping, (index, row) => counts.add(index, row));
  return counts;
}

function namesIn(
  rows: readonly SheetRow[],
  columnIndex: number,
  emailOf: ((row: SheetRow) => string | null) | null,
): NamedAddress[] {
  return rows.flatMap((row) => {
    const name = cellText(row.cells[columnIndex]);
    return name === null ? [] : { name, email: emailOf?.(row) ?? null };
  });
}
