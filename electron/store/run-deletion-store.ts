// Deletes runs with everything that they hold of people. A batch goes with all its runs: while one of them stays, its rows say
// who must not be sent to again. Must never touch a run that has not ended.
import { AppError } from '../../shared/errors/app-error';
import type { RunsToDelete } from '../../shared/history/retention';
import type { GroupCommit } from './group-commit';
import { forgetRows } from './people-search-index';
import type { Statements } from './statements';

/** Rows in one transaction: some 20 ms, so that a window is never kept waiting. */
const rowsPerTurn = 2000;

/** The setting under which the highest number of a deleted run is kept. */
export const lastRunNumberName = 'lastRunNumber';

export interface RunDeletionStore {
  /** The run, and those that are gone with it because they are of the same batch. @throws AppError `run/not-found`. */
  describe(runId: string): RunsToDelete;
  /** Hides the run's batch from every list and search until `purge`. @throws AppError `run/not-found`, `run/not-ended`. */
  setDeleted(runId: string, isDeleted: boolean, atMs: number): RunsToDelete;
  /** What `deleteOlder` would delete. */
  describeOlder(beforeMs: number): RunsToDelete;
  /** Hides all batches whose runs ended before that; these can't be brought back. */
  deleteOlder(beforeMs: number): RunsToDelete;
  /**
   * Ends some of what is hidden, for good; false where there is nothing left. A death in between is gone on from.
   * `with-way-back`: also what could still be brought back.
   */
  purgeSome(which: 'too-old' | 'with-way-back'): boolean;
  /** Forgets names that came from sheets before that, where no run has named the person since. */
  forgetNamesBefore(beforeMs: number): void;
}

/** As the time of a deletion: it was the setting's, not somebody's. */
const noWayBack = 0;
const isAtEnd = "r.state IN ('finished', 'cancelled')";
/** All runs of the batch have ended, the last one before a moment. */
const olderSql = `SELECT b.batch_no FROM batches b JOIN runs r ON r.batch_no = b.batch_no WHERE b.deleted_at_ms IS NULL
  GROUP BY b.batch_no HAVING min(${isAtEnd}) = 1 AND max(coalesce(r.finished_at_ms, r.created_at_ms)) < ?`;

export function createRunDeletionStore(sql: Statements, commit: GroupCommit): RunDeletionStore {
  const batchOf = (runId: string): number => {
    const record = sql('SELECT batch_no FROM runs WHERE run_id = ?').get(runId);
    if (record === undefined) throw new AppError('run/not-found');
    return (record as { batch_no: number }).batch_no;
  };
  const describe = (batches: string, ...values: (string | number)[]): RunsToDelete => {
    const runs = sql(
      `SELECT run_id AS runId, run_no AS runNumber FROM runs WHERE batch_no IN (${batches}) ORDER BY run_no`,
    ).all(...values) as unknown as RunsToDelete['runs'];
    const { people } = sql(
      `SELECT coalesce(sum(row_count), 0) AS people FROM batches WHERE batch_no IN (${batches})`,
    ).get(...values) as { people: number };
    const { undecided } = sql(
      `SELECT count(*) AS undecided FROM runs r JOIN run_rows q ON q.run_no = r.run_no
       WHERE r.batch_no IN (${batches}) AND q.state = 'unknown' AND q.decision IS NULL`,
    ).get(...values) as { undecided: number };
    return { runs: runs.map((run) => ({ ...run })), people, undecided };
  };

  return {
    describe: (runId) => describe('SELECT ?', batchOf(runId)),
    setDeleted: (runId, isDeleted, atMs) => {
      const batchNo = batchOf(runId);
      const going = sql(`SELECT 1 FROM runs r WHERE r.batch_no = ? AND NOT ${isAtEnd} LIMIT 1`).get(batchNo);
      if (isDeleted && going !== undefined) throw new AppError('run/not-ended');
      commit.now(() =>
        sql('UPDATE batches SET deleted_at_ms = ? WHERE batch_no = ?').run(isDeleted ? atMs : null, batchNo),
      );
      return describe('SELECT ?', batchNo);
    },
    describeOlder: (beforeMs) => describe(olderSql, beforeMs),
    deleteOlder: (beforeMs) => {
      const found = describe(olderSql, beforeMs);
      commit.now(() =>
        sql(`UPDATE batches SET deleted_at_ms = ${noWayBack} WHERE batch_no IN (${olderSql})`).run(beforeMs),
      );
      return found;
    },
    purgeSome: (which) => {
      const wanted = which === 'too-old' ? `= ${noWayBack}` : 'IS NOT NULL';
      const batch = sql(
        `SELECT batch_no, draft_id FROM batches WHERE deleted_at_ms ${wanted} ORDER BY deleted_at_ms LIMIT 1`,
      ).get();
      if (batch === undefined) return false;
      const { batch_no: batchNo, draft_id: draftId } = batch as { batch_no: number; draft_id: string | null };
      commit.now(() => purgeOf(sql, batchNo, draftId));
      return true;
    },
    forgetNamesBefore: (beforeMs) =>
      commit.now(() => {
        sql('DELETE FROM people WHERE at_ms < ? AND run_id IS NULL').run(beforeMs);
      }),
  };
}

/** Some rows of the first run that is left; then the run; with the last of them the batch and the draft that it came from. */
function purgeOf(sql: Statements, batchNo: number, draftId: string | null): void {
  const run = sql('SELECT run_no, run_id FROM runs WHERE batch_no = ? ORDER BY run_no LIMIT 1').get(batchNo);
  if (run === undefined) {
    purgeBatch(sql, batchNo, draftId);
    return;
  }
  const { run_no: runNo, run_id: runId } = run as { run_no: number; run_id: string };
  for (const text of [
    `DELETE FROM attempt_rows WHERE (attempt_no, ordinal) IN (
       SELECT attempt_no, ordinal FROM attempt_rows WHERE run_no = ? LIMIT ?)`,
    'DELETE FROM attempts WHERE attempt_no IN (SELECT attempt_no FROM attempts WHERE run_no = ? LIMIT ?)',
    'DELETE FROM look_ups WHERE (run_no, ordinal) IN (SELECT run_no, ordinal FROM look_ups WHERE run_no = ? LIMIT ?)',
    'DELETE FROM run_rows WHERE (run_no, ordinal) IN (SELECT run_no, ordinal FROM run_rows WHERE run_no = ? LIMIT ?)',
  ])
    if (sql(text).run(runNo, rowsPerTurn).changes > 0) return;
  forgetPeople(sql, runId);
  sql(
    `INSERT INTO settings (name, value_json) VALUES (?1, ?2)
     ON CONFLICT (name) DO UPDATE SET value_json = max(value_json + 0, ?2)`,
  ).run(lastRunNumberName, runNo);
  sql('DELETE FROM run_baselines WHERE run_no = ?').run(runNo);
  sql('DELETE FROM people_of_runs WHERE run_no = ?').run(runNo);
  sql('DELETE FROM queue_runs WHERE run_no = ?').run(runNo);
  sql('DELETE FROM runs WHERE run_no = ?').run(runNo);
}

function purgeBatch(sql: Statements, batchNo: number, draftId: string | null): void {
  const rows = sql(
    'SELECT min(ordinal) AS least, max(ordinal) AS most FROM batch_rows WHERE batch_no = ?',
  ).get(batchNo) as { least: number | null; most: number };
  if (rows.least !== null) {
    const to = rows.least + rowsPerTurn;
    forgetRows(sql, batchNo, rows.least, to);
    sql('DELETE FROM batch_rows WHERE batch_no = ? AND ordinal < ?').run(batchNo, to);
    return;
  }
  sql('DELETE FROM people_search_of_batches WHERE batch_no = ?').run(batchNo);
  sql('DELETE FROM ready_batches WHERE batch_no = ?').run(batchNo);
  if (draftId !== null) sql('DELETE FROM drafts WHERE draft_id = ?').run(draftId);
  sql('DELETE FROM batches WHERE batch_no = ?').run(batchNo);
}

/** Names whose last word was this run's; runs that stay and know the person name them again. */
function forgetPeople(sql: Statements, runId: string): void {
  const named = 'SELECT candidate_id FROM people WHERE run_id = ?1';
  if (sql('SELECT 1 FROM people WHERE run_id = ? LIMIT 1').get(runId) === undefined) return;
  sql(
    `DELETE FROM people_of_runs WHERE run_no IN (
       SELECT q.run_no FROM run_rows q JOIN runs r ON r.run_no = q.run_no
       WHERE r.run_id <> ?1 AND q.candidate_id IN (${named}))`,
  ).run(runId);
  sql('DELETE FROM people WHERE run_id = ?').run(runId);
}
