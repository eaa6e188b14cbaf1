// The outcome of a check, ready to be asked about: one status for each row, and its problems.
import type { PreparedRows } from '../../shared/batches/prepare-rows';
import type { BatchRow } from '../../shared/operations/batch';
import type { RowProblem } from '../../shared/operations/problem';
import type { LeftOutReason, RowStatus } from './session-types';

const noProblems: readonly RowProblem[] = [];

export class CheckedRows {
  readonly rows: readonly BatchRow[];
  private readonly problemsByRow = new Map<number, RowProblem[]>();
  private readonly indexByRow = new Map<number, number>();

  constructor(prepared: PreparedRows) {
    this.rows = prepared.rows;
    for (const [index, row] of prepared.rows.entries()) this.indexByRow.set(row.rowNumber, index);
    for (const problem of prepared.problems) {
      const own = this.problemsByRow.get(problem.rowNumber);
      if (own === undefined) this.problemsByRow.set(problem.rowNumber, [problem]);
      else own.push(problem);
    }
  }

  /** 0-based place of a row in the file; undefined where there is no such row. */
  indexOf(rowNumber: number): number | undefined {
    return this.indexByRow.get(rowNumber);
  }

  row(rowNumber: number): BatchRow | undefined {
    const index = this.indexByRow.get(rowNumber);
    return index === undefined ? undefined : this.rows[index];
  }

  problemsOf(rowNumber: number): readonly RowProblem[] {
    return this.problemsByRow.get(rowNumber) ?? noProblems;
  }

  statusOf(row: BatchRow): RowStatus {
    if (row.skip !== null) return row.skip.why === 'blocked' ? 'needs-you' : 'left-out';
    return this.problemsByRow.has(row.rowNumber) ? 'worth-a-look' : 'fine';
  }

  leftOutWhy(row: BatchRow): LeftOutReason | null {
    return row.skip === null || row.skip.why === 'blocked' ? null : row.skip.why;
  }
}
