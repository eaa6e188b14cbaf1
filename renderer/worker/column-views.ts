// The columns as the recruiter maps them: three values of each, where it goes, and why.
import type { InviteField } from '../../shared/operations/field';
import type { ColumnProposal, Mapping } from '../../shared/operations/mapping';
import type { Table } from '../../shared/spreadsheets/spreadsheet';
import type { ColumnsView, RecallView } from './session-types';

const shownValues = 3;
const shownValueLength = 120;
/** Far enough to find three different values; a column that is empty for longer is shown as it looks. */
const rowsLookedAt = 2000;

/** Columns taken from a mapping that is remembered, and what is said of it. */
export interface Recalled {
  readonly mapping: Mapping | null;
  readonly view: RecallView | null;
  /** When the columns were used so. */
  readonly when: 'last time' | 'when it was prepared';
}

/** `proposals` give the reason of each column; one that is remembered or that the recruiter has changed says so instead. */
export function toColumnsView(
  table: Table,
  mapping: Mapping,
  proposals: readonly ColumnProposal[],
  recalled: Recalled,
): Omit<ColumnsView, 'isCounted'> {
  const fieldOf = new Map(
    Object.entries(mapping.columns).map(([field, columnIndex]) => [columnIndex, field as InviteField]),
  );
  const proposalOf = new Map(proposals.map((proposal) => [proposal.columnIndex, proposal]));
  return {
    columns: table.columns.map(({ columnIndex, letter, header, isHidden = false }) => {
      const field = fieldOf.get(columnIndex) ?? null;
      const proposal = proposalOf.get(columnIndex);
      const isAsLastTime =
        recalled.mapping !== null &&
        (field === null
          ? !Object.values(recalled.mapping.columns).includes(columnIndex)
          : recalled.mapping.columns[field] === columnIndex);
      const reason =
        proposal?.field === field
          ? proposal.reason
          : isAsLastTime
            ? field === null
              ? `Not used ${recalled.when}`
              : `Used so ${recalled.when}`
            : field === null
              ? 'You chose not to use it'
              : 'You chose this';
      return {
        columnIndex,
        letter,
        header,
        values: firstValues(table, columnIndex),
        field,
        reason,
        isHidden,
      };
    }),
    peopleCount: table.rows.length,
    nameOrder: mapping.nameOrder,
    recall: recalled.view,
    splitsNames: mapping.columns.fullname !== undefined,
    canInvite: mapping.columns.email !== undefined || mapping.columns.cv_link !== undefined,
  };
}

/** The first three different values of a column, cut for the screen. */
export function firstValues(table: Table, columnIndex: number): string[] {
  const values = new Set<string>();
  for (const row of table.rows.slice(0, rowsLookedAt)) {
    const text = row.cells[columnIndex]?.trim();
    if (text === undefined || text === '') continue;
    values.add(text.length <= shownValueLength ? text : `${text.slice(0, shownValueLength)}…`);
    if (values.size === shownValues) break;
  }
  return [...values];
}
