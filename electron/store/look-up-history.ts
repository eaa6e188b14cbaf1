// What earlier answers say about candidates and submissions, for look-ups. Reads only.
import type { LookUpHistory } from '../operations/look-up';
import type { Statements } from './statements';

/** Enough to know the server's clock to some milliseconds. */
const mostNamedRecords = 500;

/** The history as one run's look-up asks for it. */
export function createLookUpHistory(
  sql: Statements,
  run: { readonly run_no: number; readonly batch_no: number; readonly workspace_id: string },
): LookUpHistory {
  const ofWorkspace = `FROM run_rows q JOIN runs r ON r.run_no = q.run_no WHERE r.workspace_id = ?`;
  const findValues = (column: 'candidate_id' | 'submission_id', values: readonly string[]) =>
    new Set(
      (
        sql(
          `SELECT DISTINCT q.${column} AS value ${ofWorkspace} AND q.${column} IN (SELECT value FROM json_each(?))`,
        ).all(run.workspace_id, JSON.stringify(values)) as { value: string }[]
      ).map(({ value }) => value),
    );
  return {
    findCandidates: (personKeys) => {
      const records = sql(
        `SELECT q.person_key AS personKey, q.candidate_id AS candidateId, min(q.at_ms) AS sinceMs
         FROM json_each(?) wanted JOIN run_rows q ON q.person_key = wanted.value JOIN runs r ON r.run_no = q.run_no
         WHERE r.workspace_id = ? AND q.candidate_id IS NOT NULL GROUP BY q.person_key, q.candidate_id`,
      ).all(JSON.stringify(personKeys), run.workspace_id) as {
        personKey: string;
        candidateId: string;
        sinceMs: number;
      }[];
      const found = new Map<string, { candidateIds: Set<string>; sinceMs: number }>();
      for (const { personKey, candidateId, sinceMs } of records) {
        const known = found.get(personKey) ?? { candidateIds: new Set<string>(), sinceMs };
        known.candidateIds.add(candidateId);
        found.set(personKey, { ...known, sinceMs: Math.min(known.sinceMs, sinceMs) });
      }
      return found;
    },
    findKnownCandidates: (candidateIds) => findValues('candidate_id', candidateIds),
    findClaimed: (recordIds) => findValues('submission_id', recordIds),
    findNamedByRun: (candidateIds) =>
      new Set(
        (
          sql(
            'SELECT candidate_id AS value FROM run_rows WHERE run_no = ? AND candidate_id IN (SELECT value FROM json_each(?))',
          ).all(run.run_no, JSON.stringify(candidateIds)) as { value: string }[]
        ).map(({ value }) => value),
      ),
    readNamedRecords: () =>
      sql(
        `SELECT q.submission_id AS recordId, a.started_at_ms AS sentAtMs, a.closed_at_ms AS answeredAtMs
         FROM attempts a JOIN attempt_rows x ON x.attempt_no = a.attempt_no
           JOIN run_rows q ON q.run_no = x.run_no AND q.ordinal = x.ordinal
         WHERE a.run_no = ? AND a.kind = 'processed' AND q.submission_id IS NOT NULL ORDER BY a.attempt_no DESC LIMIT ?`,
      ).all(run.run_no, mostNamedRecords) as {
        recordId: string;
        sentAtMs: number;
        answeredAtMs: number;
      }[],
    hasCvFirst: () =>
      sql(
        `SELECT 1 FROM run_rows q JOIN batch_rows p ON p.batch_no = ? AND p.ordinal = q.ordinal
         WHERE q.run_no = ? AND q.state IN ('done', 'unknown') AND trim(coalesce(p.email, '')) = '' LIMIT 1`,
      ).get(run.batch_no, run.run_no) !== undefined,
  };
}
