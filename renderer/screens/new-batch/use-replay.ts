import { useCallback } from 'react';
import { findReplay, type Replay } from '../../../shared/batches/replay';
import { bridge } from '../../bridge';
import { useAsked } from '../../components/use-asked';
import { hasTarget, isHistoryAsked } from './new-batch-state';
import { useNewBatch } from './use-new-batch';

/** An earlier run of the same file, or of mostly the same people to the same target; null where there is none, or nobody knows yet. */
export function useReplay(): Replay | null {
  const { state, sheet, workspace } = useNewBatch();
  const { setId, projectId } = state.order.target;
  const workspaceId = workspace?.workspaceId ?? null;
  // What is asked about changes with the rows; until the history has been asked for them, nothing is known.
  const revision = state.check !== null && isHistoryAsked(state) ? state.check.revision : null;
  const isTargeted = hasTarget(state.order);
  const isInvite = state.use === 'invite';
  const fileId = state.file?.openId ?? null;
  const { asked } = useAsked(
    useCallback(async (): Promise<Replay | null> => {
      if (workspaceId === null || fileId === null || (isInvite && revision === null)) return null;
      const { sha256 } = await sheet.ask('batchSource');
      const { runs } = await bridge.ask('history:find-same-file', { workspaceId, sha256 });
      const facts = isInvite ? await sheet.ask('replayFacts') : { shared: [], total: 0, takenIn: 0 };
      const target = isInvite && isTargeted ? { setId, projectId } : null;
      return findReplay({ sameFile: runs, ...facts, target, nowMs: Date.now() });
    }, [workspaceId, fileId, isInvite, revision, isTargeted, setId, projectId, sheet]),
  );
  return asked.kind === 'ready' ? asked.value : null;
}
