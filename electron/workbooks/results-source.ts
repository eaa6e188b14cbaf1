// What the results of a run are written from. The ledger gives it; a workbook never holds anything that is not in it.
import type { BatchOrder, BatchSource } from '../../shared/operations/batch';
import type { Person } from '../../shared/operations/field';
import type { RunCause, RunRow, RunSummary } from '../../shared/runs/progress';

/** One row of a run together with what stood in the sheet. */
export interface ResultRow extends RunRow {
  /** The recruiter's own cells, one for each of `source.columns`; missing ones are ''. */
  readonly cells: readonly string[];
  /** As sent, with the recruiter's edits. */
  readonly person: Person;
}

/** A run as its results are written. */
export interface ResultsSource {
  readonly summary: RunSummary;
  readonly source: BatchSource;
  readonly work: BatchOrder;
  /** Titles of the causes, where they are known; a cause without one is named by the sentence of its first row. */
  readonly causes?: readonly RunCause[];
  /** Every row once, in the order of the sheet, from the start at each call. */
  rows(): Iterable<ResultRow>;
}

/** What was written. */
export interface WrittenResults {
  readonly rowCount: number;
  readonly sizeBytes: number;
}
