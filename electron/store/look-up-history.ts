// What earlier answers say about candidates and submissions, for look-ups. Reads only.
import type { CandidateHabits, LookUpHistory, NamedRecord, Rival } from '../operations/look-up';
import type { Statements } from './statements';

/** Enough to know the server's clock to some milliseconds. */
const mostNamedRecords = 500;

/** What a look-up concluded is no answer: a wrong conclusion must not become knowledge. */
const byAnswer = "coalesce(q.cause_code, '') <> 'done/by-look-up'";

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
         WHERE r.workspace_id = ? AND q.candidate_id IS NOT NULL AND ${byAnswer} GROUP BY q.person_key, q.candidate_id`,
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
            `SELECT q.candidate_id AS value FROM run_rows q
             WHERE q.run_no = ? AND q.state = 'done' AND ${byAnswer} AND q.candidate_id IN (SELECT value FROM json_each(?))`,
          ).all(run.run_no, JSON.stringify(candidateIds)) as { value: string }[]
        ).map(({ value }) => value),
      ),
    readNamedRecords: () =>
      sql(
        `SELECT q.submission_id AS recordId, q.candidate_id AS candidateId,
           a.attempt_no AS attemptNo, a.started_at_ms AS sentAtMs, a.closed_at_ms AS answeredAtMs
         FROM attempts a JOIN attempt_rows x ON x.attempt_no = a.attempt_no AND x.is_void = 0
           JOIN run_rows q ON q.run_no = x.run_no AND q.ordinal = x.ordinal
         WHERE a.run_no = ? AND a.kind = 'processed' AND q.state = 'done' AND coalesce(q.submission_id, q.candidate_id) IS NOT NULL
         ORDER BY a.closed_at_ms DESC LIMIT ?`,
      ).all(run.run_no, mostNamedRecords) as unknown as NamedRecord[],
    readRivals: (ordinals, fromMs, toMs) =>
      (
        sql(
          // The few tries without an answer first: everything else is found from them by its key.
          `SELECT q.person_key AS personKey, trim(coalesce(p.email, '')) <> '' AS hasEmail, a.attempt_no AS attemptNo,
             a.started_at_ms AS sentAtMs,
             iif(a.why = 'app-closed', NULL, a.closed_at_ms) AS endedAtMs
           FROM batches mine CROSS JOIN attempts a CROSS JOIN attempt_rows x ON x.attempt_no = a.attempt_no
             JOIN runs r ON r.run_no = a.run_no JOIN batches b ON b.batch_no = r.batch_no
             JOIN run_rows q ON q.run_no = x.run_no AND q.ordinal = x.ordinal
             JOIN batch_rows p ON p.batch_no = b.batch_no AND p.ordinal = x.ordinal
           WHERE mine.batch_no = ?1 AND r.workspace_id = ?2 AND a.kind = 'unknown' AND a.started_at_ms BETWEEN ?3 AND ?4
             AND b.set_id IS mine.set_id AND (b.set_id IS NOT NULL OR b.project_id IS mine.project_id)
             AND NOT (x.is_void = 0 AND q.state = 'done' AND q.submission_id IS NOT NULL)
             AND NOT (x.is_void = 0 AND x.run_no = ?5 AND x.ordinal IN (SELECT value FROM json_each(?6)))`,
        ).all(
          run.batch_no,
          run.workspace_id,
          fromMs,
          toMs,
          run.run_no,
          JSON.stringify(ordinals),
        ) as unknown as (Omit<Rival, 'hasEmail'> & { readonly hasEmail: number })[]
      ).map((rival) => ({ ...rival, hasEmail: rival.hasEmail === 1 })),
    readHabits: () => {
      const named = `FROM run_rows q JOIN runs r ON r.run_no = q.run_no JOIN batches b ON b.batch_no = r.batch_no
        WHERE r.workspace_id = ?1 AND q.person_key IS NOT NULL AND ${byAnswer}`;
      return sql(
        `SELECT
           count(*) FILTER (WHERE kind = 'candidate' AND ids = 1) AS sameCandidate,
           count(*) FILTER (WHERE kind = 'candidate' AND ids > 1) AS otherCandidate,
           count(*) FILTER (WHERE kind = 'person' AND ids > 1) AS sharedCandidate,
           count(*) FILTER (WHERE kind = 'submission' AND ids = answers) AS newSubmission,
           count(*) FILTER (WHERE kind = 'submission' AND ids < answers) AS sameSubmission
         FROM (
           SELECT 'candidate' AS kind, count(DISTINCT q.candidate_id) AS ids, count(*) AS answers
             ${named} AND q.candidate_id IS NOT NULL GROUP BY q.person_key HAVING count(*) > 1
           UNION ALL SELECT 'person', count(DISTINCT q.person_key), 0 ${named} AND q.candidate_id IS NOT NULL GROUP BY q.candidate_id
           UNION ALL SELECT 'submission', count(DISTINCT q.submission_id), count(*)
             ${named} AND q.submission_id IS NOT NULL GROUP BY q.person_key, b.set_id HAVING count(*) > 1)`,
      ).get(run.workspace_id) as unknown as CandidateHabits;
    },
    hasCvFirst: () =>
      sql(
        `SELECT 1 FROM run_rows q JOIN batch_rows p ON p.batch_no = ? AND p.ordinal = q.ordinal
         WHERE q.run_no = ? AND q.state IN ('done', 'unknown') AND trim(coalesce(p.email, '')) = '' LIMIT 1`,
      ).get(run.batch_no, run.run_no) !== undefined,
  };
}
