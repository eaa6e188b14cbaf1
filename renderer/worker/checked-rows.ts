// The outcome of a check, ready to be asked about: one status for each row, and its problems.
import type { RowChoices, SheetCheck } from '../../shared/batches/sheet-check';
import type { BatchRow } from '../../shared/operations/batch';
import type { RowProblem } from '../../shared/operations/problem';
import type { LeftOutReason, RowStatus } from './session-types';

/** Checked ahead at once: a millisecond or two on a slow computer, so that pieces of the work ahead end in time. */
const rowsAhead = 500;

export class CheckedRows {
  private aheadCount = 0;
  private hasAll = false;

  /** @param totalCount rows of the file */
  constructor(
    private readonly check: SheetCheck,
    private readonly totalCount: number,
  ) {}

  /** All rows of the file, in its order. */
  get rows(): readonly BatchRow[] {
    return this.check.rows;
  }

  /** Every row has been checked; before, `rows` may have the first ones only. */
  get isWhole(): boolean {
    return this.hasAll;
  }

  /** Checks what these choices touch, and no more; every row the first time. */
  update(choices: RowChoices): void {
    this.check.update(choices);
    this.hasAll = true;
  }

  /** Checks the first rows alone, as long as not all have been. */
  updateFirst(rowCount: number, choices: RowChoices): void {
    this.check.updateFirst(rowCount, choices);
  }

  /** Does a part of the first `update` ahead. Answers whether rows are left. */
  workAhead(choices: RowChoices): boolean {
    this.aheadCount = this.check.workAhead(this.aheadCount + rowsAhead, choices);
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

  /** The next row after `rowNumber` that needs the recruiter, round the end of the file; null where none does. */
  nextNeedingYou(rowNumber: number): number | null {
    const waiting = this.rows.filter((row) => row.skip?.why === 'blocked').map((row) => row.rowNumber);
    return waiting.find((candidate) => candidate > rowNumber) ?? waiting[0] ?? null;
  }

  /** The numbers of the rows of which this is so, in the order of the file. */
  numbersThat(isSo: (checked: this, row: BatchRow) => boolean): number[] {
    return this.rows.filter((row) => isSo(this, row)).map((row) => row.rowNumber);
  }

  /** The numbers of the first rows that are sent. */
  firstSent(count: number): number[] {
    return this.rows
      .filter((row) => row.skip === null)
      .slice(0, count)
      .map((row) => row.rowNumber);
  }

  leftOutWhy(row: BatchRow): LeftOutReason | null {
    return row.skip === null || row.skip.why === 'blocked' ? null : row.skip.why;
  }
}
