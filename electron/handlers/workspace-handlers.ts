// workspaces:* — connect, practise, switch, replace a key, forget. A key passes inwards once and never comes back.
import { AppError } from '../../shared/errors/app-error';
import type { ParsedInput, RequestOutput } from '../../shared/ipc/contract';
import type { RunSummary } from '../../shared/runs/progress';
import type { HandlerContext } from './handler-context';

/** A run that goes on is among the newest. */
const maxRunsLookedAt = 500;

export async function listWorkspaces({
  workspaces,
}: HandlerContext): Promise<RequestOutput<'workspaces:list'>> {
  return workspaces.list();
}

export async function checkKey(
  { workspaces }: HandlerContext,
  input: ParsedInput<'workspaces:check-key'>,
): Promise<RequestOutput<'workspaces:check-key'>> {
  return workspaces.checkKey(input.key, input.replacesWorkspaceId);
}

export async function saveKey(
  context: HandlerContext,
  input: ParsedInput<'workspaces:save-key'>,
): Promise<RequestOutput<'workspaces:save-key'>> {
  const saved = await context.workspaces.saveKey(input.checkId, input.name, input.replacesWorkspaceId);
  context.pushWorkspacesChanged();
  // A batch that starts by itself may have waited for this key.
  context.queue.wake();
  return saved;
}

export async function openPractice(
  context: HandlerContext,
): Promise<RequestOutput<'workspaces:open-practice'>> {
  const opened = await context.workspaces.openPractice();
  context.pushWorkspacesChanged();
  return opened;
}

export async function switchWorkspace(
  context: HandlerContext,
  input: ParsedInput<'workspaces:switch'>,
): Promise<RequestOutput<'workspaces:switch'>> {
  const current = await context.workspaces.switchTo(input.workspaceId);
  context.pushWorkspacesChanged();
  return current;
}

/** @throws AppError `workspace/busy` while a run of it goes on: its key is needed until the last answer is in. */
export async function forgetWorkspace(
  context: HandlerContext,
  { workspaceId }: ParsedInput<'workspaces:forget'>,
): Promise<Record<string, never>> {
  const isGoing = ({ state }: RunSummary) =>
    state === 'running' || state === 'pausing' || state === 'cancelling';
  const recent = context.runs.listRuns(maxRunsLookedAt);
  if (recent.some((run) => run.workspaceId === workspaceId && isGoing(run)))
    throw new AppError('workspace/busy');
  await context.workspaces.forget(workspaceId);
  context.pushWorkspacesChanged();
  return {};
}
