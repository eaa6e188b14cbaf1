// Who was invited before, over all runs of a workspace. Never leaves out somebody who may have been invited.

import type { EarlierInvite } from '../../shared/batches/earlier-invite';
import type { HistoryQuestion } from '../../shared/batches/earlier-invites';
import type { FileRun } from '../../shared/batches/replay';
import type { RowState } from '../../shared/runs/row-state';
import type { Statements } from './statements';

/** Who would be invited twice. */
export interface InvitedMeanwhile {
  readonly count: number;
  /** The first row of them. */
  readonly rowNumber: number;
  /** The newest run that has invited one of them, and when it did. */
  readonly runId: string;
  readonly runNumber: number;
  readonly atMs: number;
}

export interface HistoryStore {
  /**
   * Earlier invites of these people, by key, CV link or ID; each once. Somebody who may have been invited is `unknown`.
   * A CV link that went out without an address is a person's key, so `cvLinks` finds the others.
   */
  findInvited(workspaceId: string, question: HistoryQuestion): EarlierInvite[];
  /**
   * Rows of a batch that would be sent to somebody whom a run of this workspace has, or may have, invited to the same target:
   * ever or, where that was known and meant, since the batch was prepared. Null where there is none.
   */
  findInvitedMeanwhile(batchId: string): InvitedMeanwhile | null;
  /**
   * The runs of a workspace that reached somebody with the same file, the newest first: one of these hashes is that of the run's file,
   * or of the sheet that its batch file was made from.
   */
  findSameFile(workspaceId: string, hashes: readonly string[]): FileRun[];
}

interface InvitedRecord {
  readonly person_key: string;
  readonly email: string | null;
  readonly firstname: string | null;
  readonly lastname: string | null;
  readonly cv_link: string | null;
  readonly ats_candidate_id: string | null;
  readonly set_id: string | null;
  readonly project_id: string | null;
  readonly target_title: string;
  readonly state: RowState;
  readonly at_ms: number;
  readonly run_id: string;
  readonly run_no: number;
  readonly ordinal: number;
}

/** `sending` and `invite/partly-done` are among them: something may have, or has, been made for that person. */
export const mayBeInvited = `(q.state IN ('done', 'already-there', 'unknown', 'sending') OR (q.state = 'refused' AND q.cause_code = 'invite/partly-done'))`;

const columns = `q.person_key, p.email, p.firstname, p.lastname, p.cv_link, p.ats_candidate_id, b.set_id, b.project_id, b.target_title,
  q.state, q.at_ms, r.run_id, r.run_no, q.ordinal`;

const byPersonSql = `
  SELECT ${columns}
  FROM json_each(?) wanted JOIN run_rows q ON q.person_key = wanted.value
    JOIN runs r ON r.run_no = q.run_no JOIN batches b ON b.batch_no = r.batch_no
    JOIN batch_rows p ON p.batch_no = r.batch_no AND p.ordinal = q.ordinal
  WHERE r.workspace_id = ? AND ${mayBeInvited}`;

/** `wanted`: what the rows of the batches are found by, in the words of an index of migration 0005. */
const byRowSql = (wanted: string) => `
  SELECT ${columns}
  FROM json_each(?) wanted JOIN batch_rows p ON ${wanted}
    JOIN batches b ON b.batch_no = p.batch_no JOIN runs r ON r.batch_no = p.batch_no
    JOIN run_rows q ON q.run_no = r.run_no AND q.ordinal = p.ordinal
  WHERE r.workspace_id = ? AND q.person_key IS NOT NULL AND ${mayBeInvited}`;

const byCvLinkSql = byRowSql('p.cv_link = wanted.value AND p.cv_link IS NOT NULL AND p.email IS NOT NULL');
const byIdSql = byRowSql('p.ats_candidate_id = wanted.value AND p.ats_candidate_id IS NOT NULL');

/** The same set or, without a set, the same project, as in shared/batches/earlier-invites.ts. */
export const isSameTarget =
  '(other.set_id = b.set_id OR (b.set_id IS NULL AND other.set_id IS NULL AND other.project_id = b.project_id))';

/** The newest invitation of each row comes first; counted by row. */
const meanwhileSql = `
  SELECT count(*) OVER () AS count, min(rowNumber) OVER () AS rowNumber, runId, runNumber, max(atMs) AS atMs FROM (
    SELECT mine.row_number AS rowNumber, mine.ordinal AS ordinal, r.run_id AS runId, r.run_no AS runNumber, q.at_ms AS atMs
    FROM batches b JOIN batch_rows mine ON mine.batch_no = b.batch_no JOIN run_rows q ON q.person_key = mine.person_key
      JOIN runs r ON r.run_no = q.run_no JOIN batches other ON other.batch_no = r.batch_no
    WHERE b.batch_id = ? AND mine.skip_why IS NULL AND r.workspace_id = b.workspace_id AND ${mayBeInvited} AND ${isSameTarget}
      AND (mine.taken_in = 0 OR (other.batch_no <> b.batch_no AND q.at_ms > b.created_at_ms)))
  GROUP BY ordinal ORDER BY atMs DESC LIMIT 1`;

/** At most so many runs of one file are of use to anybody. */
const mostSameFile = 20;

const sameFileSql = `
  SELECT r.run_id AS runId, r.run_no AS runNumber, b.target_title AS targetTitle, b.set_id AS setId, b.project_id AS projectId,
    coalesce(r.started_at_ms, r.created_at_ms) AS startedAtMs,
    (SELECT count(*) FROM run_rows q WHERE q.run_no = r.run_no AND ${mayBeInvited}) AS reached
  FROM (
    SELECT batch_no FROM batches WHERE json_extract(source_json, '$.sha256') IN (SELECT value FROM json_each(?1))
    UNION SELECT batch_no FROM batches WHERE json_extract(source_json, '$.madeFromSha256') IN (SELECT value FROM json_each(?1))
  ) JOIN batches b USING (batch_no) JOIN runs r USING (batch_no)
  WHERE r.workspace_id = ?2
    AND EXISTS (SELECT 1 FROM run_rows q WHERE q.run_no = r.run_no AND ${mayBeInvited})
  ORDER BY r.run_no DESC LIMIT ${mostSameFile}`;

export function createHistoryStore(sql: Statements): HistoryStore {
  return {
    findInvitedMeanwhile: (batchId) => {
      const found = sql(meanwhileSql).get(batchId) as InvitedMeanwhile | undefined;
      return found === undefined ? null : { ...found };
    },
    findSameFile: (workspaceId, hashes) =>
      (sql(sameFileSql).all(JSON.stringify(hashes), workspaceId) as FileRun[]).map((run) => ({ ...run })),
    findInvited: (workspaceId, { personKeys, cvLinks, atsIds }) => {
      const find = (text: string, wanted: readonly string[]) =>
        wanted.length === 0 ? [] : (sql(text).all(JSON.stringify(wanted), workspaceId) as InvitedRecord[]);
      const found = new Map<string, EarlierInvite>();
      for (const record of [
        ...find(byPersonSql, personKeys),
        ...find(byCvLinkSql, cvLinks),
        ...find(byIdSql, atsIds),
      ])
        found.set(`${record.run_no} ${record.ordinal}`, toEarlierInvite(record));
      return [...found.values()];
    },
  };
}

function toEarlierInvite(record: InvitedRecord): EarlierInvite {
  const { state } = record;
  return {
    personKey: record.person_key,
    email: record.email,
    personName: [record.firstname, record.lastname].filter((name) => name !== null).join(' '),
    cvLink: record.cv_link,
    atsId: record.ats_candidate_id,
    setId: record.set_id,
    projectId: record.project_id,
    targetTitle: record.target_title,
    outcome: state === 'done' ? 'done' : state === 'already-there' ? 'alreadyThere' : 'unknown',
    atMs: record.at_ms,
    runId: record.run_id,
    runNumber: record.run_no,
    ordinal: record.ordinal,
  };
}
