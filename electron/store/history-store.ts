// Who was invited before, over all runs of a workspace. Never leaves out somebody who may have been invited.
import type { EarlierInvite } from '../../shared/ipc/contract';
import type { RowState } from '../../shared/runs/row-state';
import type { Statements } from './statements';

export interface HistoryStore {
  /** Earlier invites of these people (`personKey` form), newest first. Somebody who may have been invited is `unknown`. */
  findInvited(workspaceId: string, personKeys: readonly string[]): EarlierInvite[];
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
const findSql = `
  SELECT q.person_key, b.set_id, b.project_id, b.target_title, q.state, q.at_ms, r.run_id
  FROM json_each(?) wanted JOIN run_rows q ON q.person_key = wanted.value
    JOIN runs r ON r.run_no = q.run_no JOIN batches b ON b.batch_no = r.batch_no
  WHERE r.workspace_id = ?
    AND (q.state IN ('done', 'already-there', 'unknown', 'sending') OR (q.state = 'refused' AND q.cause_code = 'invite/partly-done'))
  ORDER BY q.at_ms DESC`;

export function createHistoryStore(sql: Statements): HistoryStore {
  return {
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
