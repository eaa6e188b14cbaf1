import { type Dispatch, useCallback, useEffect, useRef, useState } from 'react';
import { type InviteTarget, noTarget } from '../../../shared/operations/invite-target';
import { bridge, toBridgeFailure } from '../../bridge';
import type { WorkerClient } from '../../worker/worker-client';
import { findHandedOverTarget } from './find-handed-over-target';
import { hasTarget, type NewBatchEvent, type NewBatchState } from './new-batch-state';

/** What is known of the target that a batch file names. `ids-only`: this key may not read the lists, so its titles are not known. */
export type TargetFinding = 'none' | 'looking' | 'found' | 'missing' | 'ids-only' | 'not-read';

export interface HandedOverTarget {
  readonly finding: TargetFinding;
  readonly lookAgain: () => void;
}

interface HandedOverTargetInput {
  readonly state: NewBatchState;
  readonly sheet: WorkerClient;
  readonly tell: Dispatch<NewBatchEvent>;
  readonly workspaceId: string | null;
}

/** Takes over the target that a batch file names, where this workspace has it and none is chosen. Else it is asked for as ever. */
export function useHandedOverTarget({
  state,
  sheet,
  tell,
  workspaceId,
}: HandedOverTargetInput): HandedOverTarget {
  const [finding, setFinding] = useState<TargetFinding>('none');
  const [tries, setTries] = useState(0);
  const { file, order } = state;
  const work = file?.handedOver?.work;
  const named = work?.operation === 'invite' && hasTarget(work) ? work.target : null;
  // Looked at when a file or a workspace comes: a target that the recruiter lets go of later is not brought back.
  const latest = useRef({ named, isOpen: true });
  latest.current = { named, isOpen: !hasTarget(order) };
  const openId = file?.openId ?? null;

  useEffect(() => {
    setFinding('none');
    const { named, isOpen } = latest.current;
    if (openId === null || named === null || workspaceId === null || !isOpen || tries < 0) return;
    let isWanted = true;
    const take = (target: InviteTarget) => {
      if (!isWanted) return;
      tell({ kind: 'order-changed', order: { target } });
      // People who were invited to it before are left out.
      sheet.ask('chooseTarget', { setId: target.setId, projectId: target.projectId }).then(
        (check) => isWanted && tell({ kind: 'checked', check }),
        () => undefined,
      );
    };
    const look = async (): Promise<TargetFinding> => {
      try {
        const lists = await bridge.ask('targets:read-lists', { workspaceId, refresh: false });
        const target = findHandedOverTarget(named, lists);
        if (target === null) return 'missing';
        take(target);
        return 'found';
      } catch (thrown) {
        if (toBridgeFailure(thrown).code !== 'api/scope-missing') return 'not-read';
        const { setId, projectId, jobPostId } = named;
        take({ ...noTarget, setId, projectId, jobPostId });
        return 'ids-only';
      }
    };
    setFinding('looking');
    void look().then((next) => isWanted && setFinding(next));
    return () => {
      isWanted = false;
    };
  }, [openId, workspaceId, tries, sheet, tell]);

  return { finding, lookAgain: useCallback(() => setTries((before) => before + 1), []) };
}
