// What the engine needs of a ledger. The store implements it; the engine knows no SQL.
// Every write is on the disk when its call returns or its promise resolves.
import type { BatchOrder, BatchSource } from '../../shared/operations/batch';
import type { Person } from '../../shared/operations/field';
import type { PipelineBefore, PipelineWork } from '../../shared/operations/pipeline-work';
import type { RunRow, RunSummary } from '../../shared/runs/progress';
import type { Outcome, RowEvent } from '../../shared/runs/row-state';
import type { RunSettings } from '../../shared/runs/run-settings';
import type { PauseReason, RunEvent, RunState } from '../../shared/runs/run-state';
import type { AttemptView, Decision, Evidence, UnsurePerson } from '../../shared/runs/unsure';
import type { RawAnswer } from '../flowmingo/write-outcome';
import type { Finding, LookUpHistory, UnknownRow } from '../operations/look-up';
import type { Operation, RowBefore, RowIds, RowToSend } from '../operations/operation';

/** What the engine has to know of a run. */
export interface RunRecord extends RunSettings {
  readonly runId: string;
  readonly parentRunId: string | null;
  readonly batchId: string;
  readonly workspaceId: string;
  readonly operation: Operation['kind'];
  readonly order: unknown;
  readonly state: RunState;
  readonly pauseReason: PauseReason | null;
  readonly startedAtMs: number | null;
  readonly firstRows: number | null;
}

/** Who starts a run. */
export interface RunStarter {
  /** The name of the user of this computer; null where the system does not tell. */
  readonly user: string | null;
  readonly from: 'window' | 'terminal';
}

/** What a run is planned from: a whole batch, or what another run of it left behind. */
export interface RunPlan {
  readonly batchId: string;
  readonly settings: RunSettings;
  readonly firstRows: number | null;
  readonly parentRunId: string | null;
  /** The batch's rows that it takes, by ordinal, ascending; null for all. */
  readonly ordinals: readonly number[] | null;
  /** The queue starts it: refused where a run of the batch is there already. */
  readonly isFromQueue?: boolean;
  readonly atMs: number;
  readonly startedBy?: RunStarter | null;
}

export interface StateChange {
  readonly atMs: number;
  readonly pauseReason?: PauseReason;
  readonly pauseDetail?: string | null;
}

/** How an attempt ended. `withdrawn`: the intent was written, and then nothing was sent. */
export interface AttemptEnd {
  readonly kind: 'processed' | 'not-processed' | 'unknown' | 'withdrawn';
  readonly why: string | null;
  readonly message: string | null;
  readonly raw: RawAnswer | null;
}

export interface RowChange {
  readonly ordinal: number;
  readonly event: RowEvent;
  readonly causeCode: string | null;
  readonly sentence: string;
  readonly ids: RowIds;
}

export interface RowQuery {
  readonly runId: string;
  readonly outcome: Outcome | null;
  readonly causeCode: string | null;
  readonly search: string;
  readonly order: 'sheet' | 'latest';
  readonly offset: number;
  readonly limit: number;
}

export interface CauseCount {
  readonly outcome: Outcome;
  /** `not-sent` for all rows that are not sent. */
  readonly causeCode: string;
  readonly sentence: string;
  readonly count: number;
}

/** A row of a run with what was in the sheet, for exports. */
export interface ResultRow extends RunRow {
  readonly cells: readonly string[];
  readonly person: Person;
}

export interface RunOrigin {
  readonly source: BatchSource;
  readonly work: BatchOrder;
}

/** A row of a pipeline run that was done, with what was there before it. */
export interface DoneWork {
  readonly rowNumber: number;
  readonly person: Person;
  readonly cells: readonly string[];
  readonly work: PipelineWork;
  readonly before: PipelineBefore | null;
}

/** A batch's row that is to be sent, looked at once more before a run is planned. */
export interface PlannedRow {
  readonly ordinal: number;
  readonly rowNumber: number;
  readonly person: Person;
  readonly work: PipelineWork | null;
  readonly isSkipped: boolean;
}

/** What look-ups changed. */
export interface AppliedFindings {
  readonly doneCount: number;
  readonly notProcessedCount: number;
}

export interface RunLedger {
  /** Where it lies, for sentences about it. */
  readonly folder: string;

  // Before a run
  /** @throws AppError `batch/not-found`, `batch/incomplete`, `batch/target-open`. */
  getBatchForRun(batchId: string): {
    readonly workspaceId: string;
    readonly operation: Operation['kind'];
    readonly order: unknown;
  };
  /** Some of these rows (null: any of the batch) were sent, may have been sent, or wait in another run. */
  hasTakenRows(batchId: string, ordinals: readonly number[] | null): boolean;
  readPlannedRows(batchId: string, fromOrdinal: number, limit: number): PlannedRow[];
  /** Rows of a run that may be run again for this cause: refused for certain, or never sent, and in no later run since. */
  findRepeatable(runId: string, causeCode: string): number[];
  /** Writes the run and all its rows, in chunks between which other work goes on; answers the run's id. @throws AppError `queue/was-started`. */
  planRun(plan: RunPlan): Promise<string>;
  /** Takes a run that is still `planned` out of the ledger: it has sent nothing, and its batch is as it was. */
  dropPlanned(runId: string): void;

  /**
   * Leaves out rows that are still to be sent to somebody whom another run has, or may have, invited to the same target meanwhile,
   * as `skipped/already-invited`. Answers how many. To be called before a run starts or goes on.
   */
  skipInvitedMeanwhile(runId: string, atMs: number): number;

  /** Rows that are still to be sent, from an ordinal on. */
  readOpenRows(runId: string, fromOrdinal: number, limit: number): RowToSend[];
  /** Notes what is there before rows that are still to be sent, and leaves out those that it speaks against; answers how many. */
  noteBefore(runId: string, rows: readonly RowBefore[], atMs: number): Promise<number>;

  // During a run
  /** @throws AppError `run/not-found`. */
  getRun(runId: string): RunRecord;
  /** @throws Error naming state and event for a pair that is not allowed. */
  changeState(runId: string, event: RunEvent, change: StateChange): RunRecord;
  /** The next rows to send, told to wait ones first, without those in flight. */
  nextRows(runId: string, limit: number, inFlight: ReadonlySet<number>): RowToSend[];
  hasOpenRows(runId: string): boolean;
  /** Writes that these rows are about to be sent; answers the attempt's number. Rejects for a row that may not be sent (again). */
  writeIntent(runId: string, ordinals: readonly number[], atMs: number): Promise<number>;
  /** Writes how an attempt ended and what it did to its rows. */
  closeAttempt(
    runId: string,
    attemptNo: number,
    end: AttemptEnd,
    changes: readonly RowChange[],
    atMs: number,
  ): Promise<void>;

  // Looking up
  saveBaseline(runId: string, ids: readonly string[], atMs: number): void;
  readBaseline(runId: string): ReadonlySet<string> | null;
  /** Rows without a clear answer. `onlyUndecided`: without those that a person has decided to leave alone. */
  readUnknown(runId: string, onlyUndecided: boolean): UnknownRow[];
  historyFor(runId: string): LookUpHistory;
  /** Keeps the evidence and does what the verdicts say; rows that are not unknown any more stay as they are. */
  applyFindings(runId: string, findings: readonly Finding[], atMs: number): Promise<AppliedFindings>;
  /** Notes that these rows could not be looked up. */
  noteObstacle(runId: string, ordinals: readonly number[], obstacle: Evidence['obstacle']): Promise<void>;
  /** Does what a person decided; answers how many rows changed. */
  decide(runId: string, ordinals: readonly number[], decision: Decision, atMs: number): Promise<number>;
  listUnsure(
    runId: string,
    offset: number,
    limit: number,
  ): { readonly people: UnsurePerson[]; readonly total: number };
  readAttempts(runId: string, ordinal: number): { readonly row: RowToSend; readonly attempts: AttemptView[] };

  // After a death
  findRunsIn(states: readonly RunState[]): string[];
  /** Closes attempts without an answer; their rows become unknown. Answers how many did. */
  closeLostAttempts(runId: string, atMs: number): number;

  // Reading
  getSummary(runId: string): RunSummary;
  listSummaries(limit: number): RunSummary[];
  listRows(query: RowQuery): { readonly rows: RunRow[]; readonly matching: number };
  listCauses(runId: string): CauseCount[];
  getOrigin(runId: string): RunOrigin;
  /** Of a pipeline run: what was done, for its way back. Nothing for invitations. */
  readDoneWork(runId: string): DoneWork[];
  readResultRows(runId: string, fromOrdinal: number, limit: number): ResultRow[];
}
