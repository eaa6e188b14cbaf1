// What is looked at once more before the first request of a run: the number typed, the key, its scopes, and the target.
import { AppError } from '../../shared/errors/app-error';
import type { InviteTarget } from '../../shared/operations/invite-target';
import { parseTypedNumber } from '../../shared/operations/typed-number';
import type { HistoryStore } from '../store/history-store';
import type { TargetService } from '../targets/target-service';
import type { WorkspaceService } from '../workspaces/workspace-service';

export interface PreflightParts {
  readonly workspaces: WorkspaceService;
  readonly targets: TargetService;
}

/** @throws AppError `batch/wrong-number` where production is asked for and the number typed is another one. */
export function checkTypedNumber(
  workspaces: WorkspaceService,
  workspaceId: string,
  sendable: number,
  typed: string | null,
): void {
  if (workspaces.get(workspaceId).environment !== 'production') return;
  if (parseTypedNumber(typed) !== sendable) throw new AppError('batch/wrong-number', { expected: sendable });
}

/** @throws AppError `batch/invited-meanwhile` where the history knows somebody of the batch whom the window did not know of. */
export function checkNobodyTwice(history: HistoryStore, batchId: string): void {
  const found = history.findInvitedMeanwhile(batchId);
  if (found !== null)
    throw new AppError('batch/invited-meanwhile', { count: found.count, rowNumber: found.rowNumber });
}

/**
 * Asks Flowmingo whether the key still holds, may invite, and whether the target is still there (guide 2.4, 4).
 * A key without read_hiring cannot look at the target; the first answer of the run tells then. @throws AppError.
 */
export async function checkWorld(
  { workspaces, targets }: PreflightParts,
  workspaceId: string,
  target: InviteTarget,
): Promise<void> {
  const me = await (await workspaces.clientOf(workspaceId)).readMe();
  if (!me.scopes.includes('invite_candidates'))
    throw new AppError('api/scope-missing', { scope: 'invite_candidates' });
  if (me.scopes.includes('read_hiring')) await targets.checkStillThere(workspaceId, target);
}
