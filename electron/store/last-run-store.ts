// What this app did last with people in a pipeline, from the ledger's rows. Reads only; a row that nothing was sent for says nothing.
import type { OperationKind } from '../../shared/operations/operation-kind';
import type { PipelineWork } from '../../shared/operations/pipeline-work';
import type { LastRun, PipelineRow } from '../../shared/pipeline/pipeline-view';
import { outcomeOf, type RowState } from '../../shared/runs/row-state';
import { toWork } from './batch-store';
import type { Statements } from './statements';

/** Whose last run is asked for. */
export type AskedApplication = Pick<PipelineRow, 'applicationId' | 'candidateId' | 'email'>;

export interface LastRunStore {
  /**
   * By application: the newest invitation of its person, addition to this project, move or rejection of this application that was
   * sent; nothing for those without one. Runs of deleted batches do not count.
   */
  find(
    workspaceId: string,
    projectId: string,
    applications: readonly AskedApplication[],
  ): ReadonlyMap<string, LastRun>;
}

interface StepRecord {
  /** What it was found by. */
  readonly wanted: string;
  readonly run_id: string;
  readonly run_no: number;
  readonly operation: OperationKind;
  readonly work_json: string | null;
  readonly application_id: string | null;
  readonly state: RowState;
  readonly at_ms: number;
}

const columns = `w.value AS wanted, r.run_id, r.run_no, b.operation, p.work_json, q.application_id, q.state,
  coalesce(q.at_ms, r.created_at_ms) AS at_ms`;
const wasSent = "q.state IN ('done', 'already-there', 'refused', 'unknown')";
const ofBatch = `JOIN batches b ON b.batch_no = r.batch_no AND b.deleted_at_ms IS NULL`;

/** CROSS JOIN keeps the index by what is asked for first. */
const byWorkSql = (name: 'applicationId' | 'candidateId') =>
  `SELECT ${columns} FROM json_each(?2) w CROSS JOIN batch_rows p ON p.work_json IS NOT NULL AND p.work_json ->> '$.${name}' = w.value
     CROSS JOIN runs r ON r.batch_no = p.batch_no AND r.workspace_id = ?1
     CROSS JOIN run_rows q ON q.run_no = r.run_no AND q.ordinal = p.ordinal AND ${wasSent} ${ofBatch}`;
const byAnswerSql = (column: 'candidate_id' | 'person_key') =>
  `SELECT ${columns} FROM json_each(?2) w CROSS JOIN run_rows q ON q.${column} = w.value AND ${wasSent}
     CROSS JOIN runs r ON r.run_no = q.run_no AND r.workspace_id = ?1
     CROSS JOIN batch_rows p ON p.batch_no = r.batch_no AND p.ordinal = q.ordinal ${ofBatch} AND b.operation = 'invite'`;

export function createLastRunStore(sql: Statements): LastRunStore {
  return {
    find: (workspaceId, projectId, applications) => {
      const ask = (text: string, values: readonly (string | null)[]) => {
        const found = new Map<string, StepRecord[]>();
        const wanted = JSON.stringify([...new Set(values)].filter((value) => value !== null));
        for (const record of sql(text).all(workspaceId, wanted) as unknown as StepRecord[]) {
          const known = found.get(record.wanted);
          if (known === undefined) found.set(record.wanted, [record]);
          else known.push(record);
        }
        return found;
      };
      const candidateIds = applications.map(({ candidateId }) => candidateId);
      const ofApplication = ask(
        byWorkSql('applicationId'),
        applications.map(({ applicationId }) => applicationId),
      );
      const ofCandidate = ask(byWorkSql('candidateId'), candidateIds);
      const answered = ask(byAnswerSql('candidate_id'), candidateIds);
      const invited = ask(
        byAnswerSql('person_key'),
        applications.map(({ email }) => email),
      );
      const lastRuns = new Map<string, LastRun>();
      for (const { applicationId, candidateId, email } of applications) {
        const added = (ofCandidate.get(candidateId ?? '') ?? []).filter((record) =>
          isAddition(record, projectId, applicationId),
        );
        const steps = [
          ...(ofApplication.get(applicationId) ?? []),
          ...added,
          ...(answered.get(candidateId ?? '') ?? []),
          ...(invited.get(email ?? '') ?? []),
        ];
        const newest = steps.sort((left, right) => right.at_ms - left.at_ms || right.run_no - left.run_no)[0];
        if (newest !== undefined) lastRuns.set(applicationId, toLastRun(newest));
      }
      return lastRuns;
    },
  };
}

/** Of the same person in the same project; one that made another application (after a rejection) is not this one's. */
function isAddition(record: StepRecord, projectId: string, applicationId: string): boolean {
  const work = toWork(record);
  return (
    work?.kind === 'add' &&
    work.projectId === projectId &&
    (record.application_id === null || record.application_id === applicationId)
  );
}

function toLastRun(record: StepRecord): LastRun {
  const work = toWork(record);
  const outcome = outcomeOf[record.state];
  return {
    runId: record.run_id,
    runNumber: record.run_no,
    kind: work?.kind ?? 'invite',
    toTitle: toPlace(work),
    outcome: outcome === 'done' || outcome === 'alreadyThere' || outcome === 'refused' ? outcome : 'unknown',
    atMs: record.at_ms,
  };
}

/** The stage that somebody was moved or added to. */
function toPlace(work: PipelineWork | null): string | null {
  return work === null || work.kind === 'reject' ? null : work.stageTitle;
}
