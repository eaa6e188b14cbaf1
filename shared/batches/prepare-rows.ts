// From a table and its mapping to the rows of a batch: the one path for the window's worker and the command line, so that they cannot differ.
// Never checks by itself: sheet-check.ts does, here once, in the worker again after each change.
import type { BatchRow } from '../operations/batch';
import type { Mapping } from '../operations/mapping';
import type { RowProblem } from '../operations/problem';
import { toPeople } from '../operations/to-people';
import type { Table } from '../spreadsheets/spreadsheet';
import { toBatchRow } from './batch-cells';
import { type RowChoices, SheetCheck } from './sheet-check';

export interface RowsToPrepare extends Partial<RowChoices> {
  readonly table: Table;
  readonly mapping: Mapping;
}

export interface PreparedRows {
  /** Every row of the table, in its order. Rows with `skip` null are the ones that would be sent. */
  readonly rows: readonly BatchRow[];
  /** Problems of the rows that were not left out by hand, in the order of the rows. */
  readonly problems: readonly RowProblem[];
  /** Rows that have a blocking problem. They stand in `rows` as skipped (`blocked`): whether a run may go on without them is the caller's question. */
  readonly blockedRowNumbers: readonly number[];
}

/** Maps, checks and plans every row of the table. Pure: the same input gives the same rows. */
export function prepareRows({
  table,
  mapping,
  edits = new Map(),
  leftOut = new Set(),
  takenIn = new Set(),
  bySender,
  alreadyInvited,
  linkOutcomes,
}: RowsToPrepare): PreparedRows {
  const check = new SheetCheck(table, toPeople(table, mapping));
  check.update({ edits, leftOut, takenIn, bySender, alreadyInvited, linkOutcomes });
  return toPreparedRows(check);
}

/** A check as it stands, with all texts as a batch takes them. */
export function toPreparedRows(check: SheetCheck): PreparedRows {
  return {
    rows: check.rows.map(toBatchRow),
    problems: check.rows.flatMap((_, index) => check.problemsOf(index)),
    blockedRowNumbers: check.rows.flatMap(({ rowNumber, skip }) =>
      skip?.why === 'blocked' ? [rowNumber] : [],
    ),
  };
}
