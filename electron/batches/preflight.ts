// What is looked at once more before the first request of a run: the number typed, the key, its scopes, and the target.
import { AppError } from '../../shared/errors/app-error';
import type { StartNotice } from '../../shared/ipc/contract';
import { checkMessage } from '../../shared/messages/check-message';
import type { BatchOrder } from '../../shared/operations/batch';
import type { OperationKind } from '../../shared/operations/operation-kind';
import { asksForTypedNumber, parseTypedNumber } from '../../shared/operations/typed-number';
import type { RunSettings } from '../../shared/runs/run-settings';
import type { Me } from '../flowmingo/flowmingo-client';
import type { HistoryStore } from '../store/history-store';
import type { TargetService } from '../targets/target-service';
import type { WorkspaceService } from '../workspaces/workspace-service';

export interface PreflightParts {
  readonly workspaces: WorkspaceService;
  readonly targets: TargetService;
}

/** @throws AppError `batch/wrong-number` where the number is asked for and the one typed is another. */
export function checkTypedNumber(
  workspaces: WorkspaceService,
  { workspaceId, operation }: { readonly workspaceId: string; readonly operation: OperationKind },
  sendable: number,
  typed: string | null,
): void {
  if (!asksForTypedNumber(workspaces.get(workspaceId).environment, operation, sendable)) return;
  if (parseTypedNumber(typed) !== sendable) throw new AppError('batch/wrong-number', { expected: sendable });
}

/** @throws AppError `batch/invited-meanwhile` where the history knows somebody of the batch whom the window did not know of. */
export function checkNobodyTwice(history: HistoryStore, batchId: string): void {
  const found = history.findInvitedMeanwhile(batchId);
  if (found !== null)
    throw new AppError('batch/invited-meanwhile', { count: found.count, rowNumber: found.rowNumber });
}

/**
 * Asks Flowmingo whether the key still holds, may do this, and whether the target is still there (guide 2.4, 4); the entries of a
 * pipeline are looked at by the run itself. A key without read_hiring cannot look at the target; the first answer of the run tells then. @throws AppError.
 */
export async function checkWorld(
  { workspaces, targets }: PreflightParts,
  workspaceId: string,
  work: BatchOrder,
): Promise<Me> {
  const me = await (await workspaces.clientOf(workspaceId)).readMe();
  const scope = work.operation === 'invite' ? 'invite_candidates' : 'write_pipeline';
  if (!me.scopes.includes(scope)) throw new AppError('api/scope-missing', { scope });
  if (work.operation === 'invite' && me.scopes.includes('read_hiring'))
    await targets.checkStillThere(workspaceId, work.order.target);
  return me;
}

/** @throws AppError `batch/message-problem` for a message that the API refuses or that nobody could use. */
export function checkOrderMessage(work: BatchOrder): void {
  if (work.operation !== 'invite') return;
  const { sendInvite, message, nameFallback } = work.order;
  if (!sendInvite || message === null) return;
  const problem = checkMessage(message, undefined, nameFallback).find(({ blocking }) => blocking);
  if (problem !== undefined) throw new AppError('batch/message-problem', { why: problem.message });
}

/** A request takes so long at most, as a rule: a run is guessed at from that, and rather too long. */
const secondsPerRequest = 2;
/** A guess is a guess: an hour more. */
const marginMs = 60 * 60 * 1000;

/** What does not stop a start and should be known before it. Pure. `nowMs` in UTC. */
export function findStartNotices(
  { scopes, expiresAtMs }: Pick<Me, 'scopes' | 'expiresAtMs'>,
  peopleCount: number,
  { concurrency, peoplePerRequest }: RunSettings,
  nowMs: number,
): StartNotice[] {
  const notices: StartNotice[] = [];
  const tookMs = (peopleCount / peoplePerRequest / concurrency) * secondsPerRequest * 1000;
  if (expiresAtMs !== null && expiresAtMs < nowMs + tookMs + marginMs)
    notices.push({
      kind: 'key-ends-soon',
      sentence:
        'This key ends soon, perhaps before the run is over. Then the run pauses, nothing is lost, and a new key lets it go on.',
    });
  if (!scopes.includes('read_hiring'))
    notices.push({
      kind: 'no-look-ups',
      sentence:
        'This key may not read (read_hiring). If an answer gets lost, nobody can look up whether that person was invited.',
    });
  return notices;
}
