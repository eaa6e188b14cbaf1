// How far each run of this computer has come, to be compared with what a backup says of it. Reads only.
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';

/** A run of this computer, and how far it has come. */
export interface KnownRun {
  readonly runId: string;
  readonly attemptCount: number;
}

/** Every run with the number of its requests. */
export const attemptCountsSql = `SELECT r.run_id AS runId,
    (SELECT count(*) FROM attempts a WHERE a.run_no = r.run_no) AS attemptCount FROM runs r`;

/** How many runs of this computer a backup, which was inspected, does not hold, or holds in an earlier state. */
export function countMissingRuns(path: string, known: readonly KnownRun[]): number {
  const database = new DatabaseSync(path, { readOnly: true, defensive: true });
  try {
    const held = readAttemptCounts(database);
    return known.filter(({ runId, attemptCount }) => held.get(runId) !== attemptCount).length;
  } finally {
    database.close();
  }
}

/** Run → number of its requests. */
export function readAttemptCounts(database: DatabaseSyncInstance): Map<string, number> {
  const records = database.prepare(attemptCountsSql).all() as { runId: string; attemptCount: number }[];
  return new Map(records.map(({ runId, attemptCount }) => [runId, attemptCount]));
}
