// The message that was last sent to a target. Reads only, and only what somebody got, or may have got, from the same workspace.
import { isCleanMessage } from '../../shared/messages/clean-message';
import type { NameFallback } from '../../shared/messages/name-fallback';
import { inviteOrderSchema } from '../../shared/operations/invite-target';
import { mayBeInvited } from './history-store';
import type { Statements } from './statements';

export interface LastMessage {
  readonly message: string;
  readonly nameFallback: NameFallback | null;
  readonly usedAtMs: number;
  readonly runNumber: number;
}

export interface LastMessageQuestion {
  readonly workspaceId: string;
  /** Where a set is chosen, its messages count; else those of the project alone. */
  readonly setId: string | null;
  readonly projectId: string | null;
}

/** So many runs are looked through for one with a message of its own. */
const runsLookedAt = 20;

interface OrderRecord {
  readonly order_json: string;
  readonly run_no: number;
  readonly at_ms: number;
}

/** Null where nobody was sent a message of one's own, or where it could not be sent today. */
export function readLastMessage(
  sql: Statements,
  { workspaceId, setId, projectId }: LastMessageQuestion,
): LastMessage | null {
  const records = sql(
    `SELECT b.order_json, r.run_no, coalesce(r.started_at_ms, r.created_at_ms) AS at_ms
     FROM batches b JOIN runs r ON r.batch_no = b.batch_no
     WHERE b.workspace_id = ?1 AND b.operation = 'invite' AND b.send_invite = 1
       AND EXISTS (SELECT 1 FROM run_rows q WHERE q.run_no = r.run_no AND ${mayBeInvited})
       AND CASE WHEN ?2 IS NULL THEN b.set_id IS NULL AND b.project_id = ?3 ELSE b.set_id = ?2 END
     ORDER BY r.run_no DESC LIMIT ${runsLookedAt}`,
  ).all(workspaceId, setId, projectId) as unknown as OrderRecord[];
  for (const { order_json: json, run_no: runNumber, at_ms: usedAtMs } of records) {
    const order = inviteOrderSchema.safeParse(JSON.parse(json));
    const message = order.data?.message ?? null;
    if (order.data === undefined || message === null || !isCleanMessage(message)) continue;
    const words = order.data.nameFallback?.words ?? null;
    // Words for single rows were about the rows of that sheet.
    const nameFallback = words === null ? null : { words, forRows: [] };
    return { message, nameFallback, usedAtMs, runNumber };
  }
  return null;
}
