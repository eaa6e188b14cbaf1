import { useCallback, useEffect, useRef, useState } from 'react';
import type { SnapshotProgress, SnapshotSummary } from '../../../shared/pipeline/snapshot';
import { type BridgeFailure, bridge, toBridgeFailure } from '../../bridge';
import { type Asked, useAsked } from '../../components/use-asked';

/** As many as one asks for; a reading a day is two hundred days. */
const listedSnapshots = 200;

/** How a reading of the pipeline stands. */
export type Taking =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'reading' /** Null until the first page has come. */;
      readonly progress: SnapshotProgress | null;
      readonly isStopping: boolean;
    }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly failure: BridgeFailure };

export interface Snapshots {
  /** The newest first. */
  readonly asked: Asked<readonly SnapshotSummary[]>;
  readonly askAgain: () => void;
  readonly taking: Taking;
  readonly take: () => void;
  readonly stop: () => void;
}

/** The readings of a workspace's pipeline, and a new one with its progress. */
export function useSnapshots(workspaceId: string): Snapshots {
  const question = useCallback(
    async (): Promise<readonly SnapshotSummary[]> =>
      (await bridge.ask('snapshots:list', { workspaceId, limit: listedSnapshots })).snapshots,
    [workspaceId],
  );
  const { asked, askAgain } = useAsked(question);
  const [taking, setTaking] = useState<Taking>({ kind: 'idle' });
  const isTaking = useRef(false);

  const take = useCallback(() => {
    if (isTaking.current) return;
    isTaking.current = true;
    setTaking({ kind: 'reading', progress: null, isStopping: false });
    bridge
      .ask('snapshots:take', { workspaceId })
      .then(
        () => {
          setTaking({ kind: 'idle' });
          askAgain();
        },
        (thrown: unknown) => {
          const failure = toBridgeFailure(thrown);
          setTaking(failure.code === 'snapshot/stopped' ? { kind: 'stopped' } : { kind: 'failed', failure });
        },
      )
      .finally(() => {
        isTaking.current = false;
      });
  }, [workspaceId, askAgain]);

  useEffect(
    () =>
      bridge.listen('snapshots:progressed', (progress) => {
        if (progress.workspaceId !== workspaceId) return;
        // A reading that began before this screen was opened: to take is to wait for the one that goes on.
        if (!isTaking.current) take();
        setTaking((before) => ({
          kind: 'reading',
          progress,
          isStopping: before.kind === 'reading' && before.isStopping,
        }));
      }),
    [workspaceId, take],
  );

  const stop = useCallback(() => {
    setTaking((before) => (before.kind === 'reading' ? { ...before, isStopping: true } : before));
    bridge.ask('snapshots:stop', { workspaceId }).catch(() => undefined);
  }, [workspaceId]);

  return { asked, askAgain, taking, take, stop };
}
