import { useCallback } from 'react';
import { findReplay, type Replay, sameFileHashes } from '../../../shared/batches/replay';
import { bridge } from '../../bridge';
import { useAsked } from '../../components/use-asked';
import { hasTarget, isHistoryAsked } from './new-batch-state';
import { useNewBatch } from './use-new-batch';

const nobody = { shared: [], total: 0, takenIn: 0 };

/**
 * An earlier run of the same file or, where people count (`looksAtPeople`), of mostly the same people to the same target; null where
 * there is none, or nobody knows yet. People are looked at anew after each change of the rows, so not where rows are edited.
 */
export function useReplay(looksAtPeople: boolean): Replay | null {
  const { state, sheet, workspace } = useNewBatch();
  const { setId, projectId } = state.order.target;
  const workspaceId = workspace?.workspaceId ?? null;
  const isPipeline = state.use !== 'invite';
  const isTargeted = !isPipeline && hasTarget(state.order);
  // Until the history has been asked for the rows as they are, nothing is known of their people.
  const revision =
    looksAtPeople && isTargeted && isHistoryAsked(state) ? (state.check?.revision ?? null) : null;
  const fileId = state.file?.openId ?? null;
  const { asked } = useAsked(
    useCallback(async (): Promise<Replay | null> => {
      if (workspaceId === null || fileId === null) return null;
      const hashes = sameFileHashes(await sheet.ask('batchSource'));
      const { runs } = await bridge.ask('history:find-same-file', { workspaceId, hashes });
      const facts = revision === null ? nobody : await sheet.ask('replayFacts');
      const target = isTargeted ? { setId, projectId } : null;
      return findReplay({ sameFile: runs, ...facts, target, isPipeline, nowMs: Date.now() });
    }, [workspaceId, fileId, revision, isPipeline, isTargeted, setId, projectId, sheet]),
  );
  return asked.kind === 'ready' ? asked.value : null;
}
