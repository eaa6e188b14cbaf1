// The outcome of a check, ready to be asked about: one status for each row, and its problems.
import type { RowChoices, SheetCheck } from '../../shared/batches/sheet-check';
import type { BatchRow } from '../../shared/operations/batch';
import type { RowProblem } from '../../shared/operations/problem';
import type { LeftOutReason, RowStatus } from './session-types';

export class CheckedRows {
  private aheadCount = 0;

  /** @param totalCount rows of the file */
  constructor(
    private readonly check: SheetCheck,
    private readonly totalCount: number,
  ) {}

  /** All rows of the file, in its order. */
  get rows(): readonly BatchRow[] {
    return this.check.rows;
  }

  /** Checks what these choices touch, and no more. */
  update(choices: RowChoices): void {
    this.check.update(choices);
  }

  /** Checks the first rows alone, where none has been checked yet: `rows` has them and no others then. */
  updateFirst(rowCount: number, choices: RowChoices): void {
    this.check.updateFirst(rowCount, choices);
  }

  /** Does a part of the first `update` ahead: so many rows more. Answers whether rows are left. */
  workAhead(rowCount: number, choices: RowChoices): boolean {
    this.aheadCount = this.check.workAhead(this.aheadCount + rowCount, choices);
    return this.aheadCount < this.totalCount;
  }

  /** 0-based place of a row in the file; undefined where there is no such row. */
  indexOf(rowNumber: number): number | undefined {
    return this.check.indexOf(rowNumber);
  }

  row(rowNumber: number): BatchRow | undefined {
    const index = this.check.indexOf(rowNumber);
    return index === undefined ? undefined : this.check.rows[index];
  }

  problemsOf(rowNumber: number): readonly RowProblem[] {
    return this.check.problemsOf(this.check.indexOf(rowNumber) ?? -1);
  }

  statusOf(row: BatchRow): RowStatus {
    if (row.skip !== null) return row.skip.why === 'blocked' ? 'needs-you' : 'left-out';
    return this.problemsOf(row.rowNumber).length > 0 ? 'worth-a-look' : 'fine';
  }

  leftOutWhy(row: BatchRow): LeftOutReason | null {
    return row.skip === null || row.skip.why === 'blocked' ? null : row.skip.why;
  }
}
