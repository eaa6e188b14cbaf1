// Who was invited before, over all runs of a workspace. Never leaves out somebody who may have been invited.
import type { EarlierInvite } from '../../shared/ipc/contract';
import type { RowState } from '../../shared/runs/row-state';
import type { Statements } from './statements';

export interface HistoryStore {
  /** Earlier invites of these people (`personKey` form), newest first. Somebody who may have been invited is `unknown`. */
  findInvited(workspaceId: string, personKeys: readonly string[]): EarlierInvite[];
  /**
   * Rows of a batch that would be sent to somebody whom a run of this workspace has, or may have, invited to the same target,
   * without the recruiter's word that this is on purpose. Null where there is none.
   */
  findInvitedMeanwhile(batchId: string): { readonly count: number; readonly rowNumber: number } | null;
}

interface InvitedRecord {
  readonly person_key: string;
  readonly set_id: string | null;
  readonly project_id: string | null;
  readonly target_title: string;
  readonly state: RowState;
  readonly at_ms: number;
  readonly run_id: string;
}

/** `sending` and `invite/partly-done` are among them: something may have, or has, been made for that person. */
export const mayBeInvited = `(q.state IN ('done', 'already-there', 'unknown', 'sending') OR (q.state = 'refused' AND q.cause_code = 'invite/partly-done'))`;

const findSql = `
  SELECT q.person_key, b.set_id, b.project_id, b.target_title, q.state, q.at_ms, r.run_id
  FROM json_each(?) wanted JOIN run_rows q ON q.person_key = wanted.value
    JOIN runs r ON r.run_no = q.run_no JOIN batches b ON b.batch_no = r.batch_no
  WHERE r.workspace_id = ?
    AND ${mayBeInvited}
  ORDER BY q.at_ms DESC`;

/** The same set or, without a set, the same project, as in shared/batches/earlier-invites.ts. */
export const isSameTarget =
  '(other.set_id = b.set_id OR (b.set_id IS NULL AND other.set_id IS NULL AND other.project_id = b.project_id))';

const meanwhileSql = `
  SELECT count(*) AS count, min(mine.row_number) AS rowNumber
  FROM batches b JOIN batch_rows mine ON mine.batch_no = b.batch_no
  WHERE b.batch_id = ? AND mine.skip_why IS NULL AND mine.taken_in = 0 AND EXISTS (
    SELECT 1 FROM run_rows q JOIN runs r ON r.run_no = q.run_no JOIN batches other ON other.batch_no = r.batch_no
    WHERE q.person_key = mine.person_key AND r.workspace_id = b.workspace_id AND ${mayBeInvited}
      AND ${isSameTarget})`;

export function createHistoryStore(sql: Statements): HistoryStore {
  return {
    findInvitedMeanwhile: (batchId) => {
      const found = sql(meanwhileSql).get(batchId) as { count: number; rowNumber: number | null };
      return found.rowNumber === null ? null : { count: found.count, rowNumber: found.rowNumber };
    },
    findInvited: (workspaceId, personKeys) =>
      (sql(findSql).all(JSON.stringify(personKeys), workspaceId) as InvitedRecord[]).map((record) => ({
        personKey: record.person_key,
        setId: record.set_id,
        projectId: record.project_id,
        targetTitle: record.target_title,
        outcome:
          record.state === 'done' ? 'done' : record.state === 'already-there' ? 'alreadyThere' : 'unknown',
        atMs: record.at_ms,
        runId: record.run_id,
      })),
  };
}
