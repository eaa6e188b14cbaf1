// The run history's rows as the database holds them, and what they mean outside. Reads nothing, writes nothing.
import type { OperationKind } from '../../shared/operations/operation-kind';
import type { RunRow, RunSummary } from '../../shared/runs/progress';
import {
  type Outcome,
  type OutcomeCounts,
  outcomeOf,
  outcomes,
  type RowState,
  rowStates,
} from '../../shared/runs/row-state';
import type { PauseReason, RunState } from '../../shared/runs/run-state';
import type { Environment } from '../../shared/workspaces/workspace';
import type { RunRecord } from '../runs/run-ledger';
import { toWork } from './batch-store';

export interface RunDbRecord {
  readonly run_no: number;
  readonly run_id: string;
  readonly parent_run_id: string | null;
  readonly batch_no: number;
  readonly batch_id: string;
  readonly batch_name: string;
  readonly file_name: string;
  readonly sheet_name: string | null;
  readonly operation: OperationKind;
  readonly order_json: string;
  readonly target_title: string;
  readonly send_invite: 0 | 1;
  readonly workspace_id: string;
  readonly workspace_name: string;
  readonly environment: Environment;
  readonly organization_id: number | null;
  readonly concurrency: number;
  readonly people_per_request: number;
  readonly state: RunState;
  readonly pause_reason: PauseReason | null;
  readonly pause_detail: string | null;
  readonly first_rows: number | null;
  readonly created_at_ms: number;
  readonly started_at_ms: number | null;
  readonly finished_at_ms: number | null;
}

/** Reads whole `RunDbRecord`s; goes on with a WHERE. */
export const selectRun = `
  SELECT r.run_no, r.run_id, r.parent_run_id, r.batch_no, b.batch_id, b.name AS batch_name, b.file_name, b.sheet_name, b.operation,
    b.order_json, b.target_title, b.send_invite, r.workspace_id, r.workspace_name, r.environment, r.organization_id, r.concurrency,
    r.people_per_request, r.state, r.pause_reason, r.pause_detail, r.first_rows, r.created_at_ms, r.started_at_ms, r.finished_at_ms
  FROM runs r JOIN batches b ON b.batch_no = r.batch_no`;

export function toRunRecord(record: RunDbRecord): RunRecord {
  return {
    runId: record.run_id,
    parentRunId: record.parent_run_id,
    batchId: record.batch_id,
    workspaceId: record.workspace_id,
    operation: record.operation,
    order: JSON.parse(record.order_json) as unknown,
    state: record.state,
    pauseReason: record.pause_reason,
    startedAtMs: record.started_at_ms,
    firstRows: record.first_rows,
    concurrency: record.concurrency,
    peoplePerRequest: record.people_per_request,
  };
}

export interface StateCount {
  readonly state: RowState;
  readonly count: number;
}

/** The summary without what only a going run knows (its waits and its rate). */
export function toSummary(
  record: RunDbRecord,
  stateCounts: readonly StateCount[],
  undecidedCount: number,
): RunSummary {
  const counts = Object.fromEntries(outcomes.map((outcome) => [outcome, 0])) as Record<Outcome, number>;
  for (const { state, count } of stateCounts) counts[outcomeOf[state]] += count;
  const isHeld = record.state === 'pausing' || record.state === 'paused';
  return {
    runId: record.run_id,
    runNumber: record.run_no,
    parentRunId: record.parent_run_id,
    batchName: record.batch_name,
    fileName: record.file_name,
    sheetName: record.sheet_name,
    operation: record.operation,
    workspaceId: record.workspace_id,
    workspaceName: record.workspace_name,
    environment: record.environment,
    organizationId: record.organization_id,
    targetTitle: record.target_title,
    sendInvite: record.send_invite === 1,
    state: record.state,
    pauseReason: isHeld ? record.pause_reason : null,
    pauseDetail: isHeld ? record.pause_detail : null,
    wait: null,
    firstRows: record.first_rows,
    undecidedCount,
    total: stateCounts.reduce((sum, { count }) => sum + count, 0),
    counts: counts satisfies OutcomeCounts,
    inFlight: stateCounts.find(({ state }) => state === 'sending')?.count ?? 0,
    createdAtMs: record.created_at_ms,
    startedAtMs: record.started_at_ms,
    finishedAtMs: record.finished_at_ms,
    ratePerSecond: null,
    concurrency: record.concurrency,
  };
}

export interface RunRowDbRecord {
  readonly ordinal: number;
  readonly row_number: number;
  readonly email: string | null;
  readonly firstname: string | null;
  readonly lastname: string | null;
  readonly state: RowState;
  readonly cause_code: string | null;
  readonly sentence: string;
  readonly submission_id: string | null;
  readonly invitation_id: string | null;
  readonly candidate_id: string | null;
  readonly record_id: string | null;
  readonly application_id: string | null;
  readonly work_json: string | null;
  readonly attempts: number;
  readonly at_ms: number | null;
}

/** The columns of a `RunRowDbRecord`, from run_rows q joined with batch_rows p. */
export const runRowColumns = `q.ordinal, p.row_number, p.email, p.firstname, p.lastname, q.state, q.cause_code, q.sentence,
  q.submission_id, q.invitation_id, q.candidate_id, q.record_id, q.application_id, p.work_json, q.attempts, q.at_ms`;

export function toRunRow(record: RunRowDbRecord): RunRow {
  return {
    ordinal: record.ordinal,
    rowNumber: record.row_number,
    email: record.email,
    firstname: record.firstname,
    lastname: record.lastname,
    state: record.state,
    outcome: outcomeOf[record.state],
    causeCode: record.cause_code,
    sentence: record.sentence,
    submissionId: record.submission_id,
    invitationId: record.invitation_id,
    candidateId: record.candidate_id,
    recordId: record.record_id,
    applicationId: record.application_id,
    work: toWork(record),
    attempts: record.attempts,
    atMs: record.at_ms,
  };
}

/** The row states behind an outcome. */
export function statesOf(outcome: Outcome): RowState[] {
  return rowStates.filter((state) => outcomeOf[state] === outcome);
}
