// The key for a run that is in the history already: of its own workspace, and of no other.
import { AppError } from '../../shared/errors/app-error';
import type { RunSummary } from '../../shared/runs/progress';
import type { AppContext } from '../context/app-context';
import { practiceWorkspaceId } from '../workspaces/practice-workspace';
import type { CliIo } from './cli-io';
import { CliRefusal } from './cli-refusal';

/** Uses the key of the environment, where there is one, for the run's workspace. @throws CliRefusal, AppError */
export async function adoptRunKey(
  { workspaces, ledger }: AppContext,
  { workspaceId, workspaceName }: Pick<RunSummary, 'workspaceId' | 'workspaceName'>,
  io: CliIo,
): Promise<void> {
  const key = io.env.FLOWMINGO_API_KEY;
  if (key !== undefined && key.trim() !== '' && workspaceId !== practiceWorkspaceId) {
    const adopted = await workspaces.adoptKey(key);
    if (adopted.workspaceId !== workspaceId) {
      throw new CliRefusal(
        `The run belongs to the workspace ${workspaceName}, and the key in FLOWMINGO_API_KEY to another. Nothing was sent. Use a key of that workspace.`,
      );
    }
  }
  if (ledger.workspaces.get(workspaceId) === null) throw new AppError('workspace/not-found');
}
