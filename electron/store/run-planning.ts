// Writes a run and its rows into the ledger before anything is sent. Must never plan a row that another run of the batch may have sent.
import { randomUUID } from 'node:crypto';
import { AppError } from '../../shared/errors/app-error';
import type { OperationKind } from '../../shared/operations/operation-kind';
import { nextRowState, type RowState } from '../../shared/runs/row-state';
import type { RunLedger, RunPlan } from '../runs/run-ledger';
import { type BatchRowRecord, isTargetOpen, toPerson, toWork } from './batch-store';
import type { GroupCommit } from './group-commit';
import { isSameTarget, mayBeInvited } from './history-store';
import { countIndexedRows, indexRows } from './people-search-index';
import { lastRunNumberName } from './run-deletion-store';
import type { Statements } from './statements';

/** Rows in one transaction of planning: some 15 ms here, so that a window is never kept waiting. */
const rowsPerChunk = 2000;
const notSent = 'not-sent';

/** A run (l) may have done something for a row (x), or still will: all but what it certainly did nothing for. */
const isTaken = `NOT (x.state = 'skipped' OR (x.state = 'refused' AND x.cause_code LIKE 'api/refused:%')
  OR (l.state IN ('planned', 'cancelled', 'finished') AND x.state IN ('pending', 'retry-wait')))`;

/** A number that was given once is never given again, although its run was deleted. */
const nextRunNumber = `1 + max(coalesce((SELECT max(run_no) FROM runs), 0),
  coalesce((SELECT value_json FROM settings WHERE name = '${lastRunNumberName}'), 0))`;

type RunPlanning = Pick<
  RunLedger,
  | 'getBatchForRun'
  | 'hasTakenRows'
  | 'readPlannedRows'
  | 'findRepeatable'
  | 'planRun'
  | 'dropPlanned'
  | 'skipInvitedMeanwhile'
>;

/** Rows still to be sent whose person another run has invited: ever or, where that was known and meant, since the batch was prepared. */
const invitedMeanwhileSql = `
  SELECT mine.run_no, mine.ordinal, mine.state FROM runs l JOIN batches b ON b.batch_no = l.batch_no
    JOIN run_rows mine ON mine.run_no = l.run_no
    JOIN batch_rows p ON p.batch_no = l.batch_no AND p.ordinal = mine.ordinal
  WHERE l.run_id = ? AND mine.state IN ('pending', 'retry-wait') AND mine.person_key IS NOT NULL AND EXISTS (
    SELECT 1 FROM run_rows q JOIN runs r ON r.run_no = q.run_no JOIN batches other ON other.batch_no = r.batch_no
    WHERE q.person_key = mine.person_key AND r.run_no <> l.run_no AND r.workspace_id = l.workspace_id AND ${mayBeInvited}
      AND (p.taken_in = 0 OR q.at_ms > l.created_at_ms OR (r.batch_no <> l.batch_no AND q.at_ms > b.created_at_ms))
      AND ${isSameTarget})`;

export function createRunPlanning(sql: Statements, commit: GroupCommit): RunPlanning {
  const findBatch = (batchId: string) => {
    const record = sql(
      'SELECT batch_no, workspace_id, operation, order_json, row_count FROM batches WHERE batch_id = ?',
    ).get(batchId) as
      | {
          batch_no: number;
          workspace_id: string;
          operation: OperationKind;
          order_json: string;
          row_count: number;
        }
      | undefined;
    if (record === undefined) throw new AppError('batch/not-found');
    return record;
  };

  return {
    getBatchForRun: (batchId) => {
      const batch = findBatch(batchId);
      if (isTargetOpen(batch.order_json)) throw new AppError('batch/target-open');
      const { held } = sql('SELECT count(*) AS held FROM batch_rows WHERE batch_no = ?').get(
        batch.batch_no,
      ) as { held: number };
      if (held !== batch.row_count) throw new AppError('batch/incomplete');
      return {
        workspaceId: batch.workspace_id,
        operation: batch.operation,
        order: JSON.parse(batch.order_json) as unknown,
      };
    },
    hasTakenRows: (batchId, ordinals) => {
      const ofOrdinals = ordinals === null ? '' : 'AND x.ordinal IN (SELECT value FROM json_each(?))';
      const values = ordinals === null ? [] : [JSON.stringify(ordinals)];
      return (
        sql(
          `SELECT 1 FROM runs l JOIN run_rows x ON x.run_no = l.run_no WHERE l.batch_no = ? ${ofOrdinals} AND ${isTaken} LIMIT 1`,
        ).get(findBatch(batchId).batch_no, ...values) !== undefined
      );
    },
    readPlannedRows: (batchId, fromOrdinal, limit) =>
      (
        sql(
          `SELECT ordinal, row_number, email, firstname, lastname, cv_link, ats_candidate_id, work_json, skip_why
           FROM batch_rows WHERE batch_no = ? AND ordinal >= ? ORDER BY ordinal LIMIT ?`,
        ).all(findBatch(batchId).batch_no, fromOrdinal, limit) as BatchRowRecord[]
      ).map((record) => ({
        ordinal: record.ordinal,
        rowNumber: record.row_number,
        person: toPerson(record),
        work: toWork(record),
        isSkipped: record.skip_why !== null,
      })),
    findRepeatable: (runId, causeCode) => {
      const ofCause =
        causeCode === notSent
          ? "q.state IN ('pending', 'retry-wait') AND q.cause_code IS NULL"
          : "q.state IN ('refused', 'retry-wait') AND q.cause_code = ?";
      const records = sql(
        `SELECT q.ordinal FROM run_rows q JOIN runs r ON r.run_no = q.run_no
         WHERE r.run_id = ? AND ${ofCause} AND NOT EXISTS (
           SELECT 1 FROM runs l JOIN run_rows x ON x.run_no = l.run_no AND x.ordinal = q.ordinal
           WHERE l.batch_no = r.batch_no AND l.run_no > r.run_no AND ${isTaken})
         ORDER BY q.ordinal`,
      ).all(...(causeCode === notSent ? [runId] : [runId, causeCode])) as { ordinal: number }[];
      return records.map(({ ordinal }) => ordinal);
    },
    skipInvitedMeanwhile: (runId, atMs) => {
      const rows = sql(invitedMeanwhileSql).all(runId) as {
        run_no: number;
        ordinal: number;
        state: RowState;
      }[];
      if (rows.length > 0)
        commit.now(() => {
          for (const { run_no: runNo, ordinal, state } of rows)
            sql(
              `UPDATE run_rows SET state = ?, cause_code = 'skipped/already-invited', sentence = 'Invited meanwhile by another run', at_ms = ?
               WHERE run_no = ? AND ordinal = ?`,
            ).run(nextRowState(state, 'left-out'), atMs, runNo, ordinal);
        });
      return rows.length;
    },
    dropPlanned: (runId) =>
      commit.now(() => {
        const run = sql("SELECT run_no FROM runs WHERE run_id = ? AND state = 'planned'").get(runId) as
          | { run_no: number }
          | undefined;
        if (run === undefined) return;
        for (const table of ['queue_runs', 'run_baselines', 'run_rows', 'runs'])
          sql(`DELETE FROM ${table} WHERE run_no = ?`).run(run.run_no);
      }),
    planRun: async (plan) => {
      const { batch_no: batchNo, workspace_id: workspaceId, row_count: rowCount } = findBatch(plan.batchId);
      const runId = randomUUID();
      const runNo = await commit.enqueue(() => {
        const planned = insertRun(sql, plan, runId, batchNo, workspaceId);
        if (plan.isFromQueue === true) claimForQueue(sql, batchNo, planned);
        return planned;
      });
      const insert = sql(
        `INSERT INTO run_rows (run_no, ordinal, state, cause_code, sentence, person_key)
         SELECT ?1, ordinal, iif(skip_why IS NULL, 'pending', 'skipped'), 'skipped/' || skip_why,
           CASE WHEN skip_why IS NULL THEN 'Waiting'
             WHEN skip_detail <> '' THEN skip_detail
             WHEN skip_why = 'duplicate-in-file' THEN 'Twice in the file'
             WHEN skip_why = 'already-invited' THEN 'Already invited by an earlier run'
             WHEN skip_why = 'left-out-by-you' THEN 'Left out by you'
             ELSE 'Left out, since it cannot be sent as it is' END,
           person_key
         FROM batch_rows WHERE batch_no = ?2 AND ordinal BETWEEN ?3 AND ?4`,
      );
      if (plan.ordinals === null || countIndexedRows(sql, batchNo) < rowCount) {
        for (let from = 0; from < rowCount; from += rowsPerChunk) {
          await commit.enqueue(() => {
            if (plan.ordinals === null) insert.run(runNo, batchNo, from, from + rowsPerChunk - 1);
            indexRows(sql, batchNo, from + rowsPerChunk);
          });
        }
      }
      if (plan.ordinals !== null) {
        for (let from = 0; from < plan.ordinals.length; from += rowsPerChunk) {
          const chunk = plan.ordinals.slice(from, from + rowsPerChunk);
          await commit.enqueue(() => {
            for (const ordinal of chunk) insert.run(runNo, batchNo, ordinal, ordinal);
          });
        }
      }
      return runId;
    },
  };
}

/** The queue starts a batch once, and only one that no run came of. In one commit with the run itself. */
function claimForQueue(sql: Statements, batchNo: number, runNo: number): void {
  const other = sql('SELECT 1 FROM runs WHERE batch_no = ? AND run_no <> ? LIMIT 1').get(batchNo, runNo);
  if (other !== undefined) throw new AppError('queue/was-started');
  sql('INSERT INTO queue_runs (batch_no, run_no) VALUES (?, ?)').run(batchNo, runNo);
}

function insertRun(
  sql: Statements,
  plan: RunPlan,
  runId: string,
  batchNo: number,
  workspaceId: string,
): number {
  const { changes, lastInsertRowid } = sql(
    `INSERT INTO runs (run_no, run_id, parent_run_id, batch_no, workspace_id, workspace_name, environment, organization_id, concurrency,
       people_per_request, first_rows, state, created_at_ms, started_by, started_from)
     SELECT ${nextRunNumber}, ?, ?, ?, workspace_id, name, environment, organization_id, ?, ?, ?, 'planned', ?, ?, ? FROM workspaces WHERE workspace_id = ?`,
  ).run(
    runId,
    plan.parentRunId,
    batchNo,
    plan.settings.concurrency,
    plan.settings.peoplePerRequest,
    plan.firstRows,
    plan.atMs,
    plan.startedBy?.user ?? null,
    plan.startedBy?.from ?? null,
    workspaceId,
  );
  if (changes === 0) throw new AppError('workspace/not-found');
  return Number(lastInsertRowid);
}
