import { type Dispatch, useEffect, useRef } from 'react';
import type { WorkerClient } from '../../worker/worker-client';
import { askEarlierInvites } from './ask-earlier-invites';
import type { NewBatchEvent } from './new-batch-state';

interface EarlierInvitesInput {
  readonly sheet: WorkerClient;
  readonly tell: Dispatch<NewBatchEvent>;
  readonly workspaceId: string | null;
  /** The check's revision; null while nothing is checked. */
  readonly revision: number | null;
}

/**
 * Asks the run history of the workspace for everybody in the rows, and after each change for the addresses that are new.
 * The worker keeps the answers; the state says how far they go.
 */
export function useEarlierInvites({ sheet, tell, workspaceId, revision }: EarlierInvitesInput): void {
  /** Invitations were found that no check has counted yet: the asking may have been overtaken by another revision. */
  const isUnchecked = useRef(false);
  useEffect(() => {
    if (revision === null) return;
    if (workspaceId === null) {
      tell({ kind: 'history-asked', history: { kind: 'incomplete', revision } });
      return;
    }
    let isWanted = true;
    const ask = async () => {
      const isWhole = await askEarlierInvites(
        sheet,
        workspaceId,
        () => isWanted,
        () => {
          isUnchecked.current = true;
        },
      );
      if (!isWhole) return;
      // A check that finds something new has a revision of its own, for which nothing is left to be asked.
      if (isUnchecked.current) {
        isUnchecked.current = false;
        tell({ kind: 'checked', check: await sheet.ask('check') });
      } else tell({ kind: 'history-asked', history: { kind: 'complete', revision } });
    };
    ask().catch(() => {
      if (isWanted) tell({ kind: 'history-asked', history: { kind: 'incomplete', revision } });
    });
    return () => {
      isWanted = false;
    };
  }, [sheet, tell, workspaceId, revision]);
}
