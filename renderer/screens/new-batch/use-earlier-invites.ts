import { type Dispatch, useEffect } from 'react';
import { bridge } from '../../bridge';
import type { WorkerClient } from '../../worker/worker-client';
import type { NewBatchEvent } from './new-batch-state';

/** As many keys of a kind as one question may hold (shared/ipc/contract.ts). */
const keysPerQuestion = 2000;
/** Longer than any address or link that is sent, and than the question takes. */
const longestKey = 8100;

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
  useEffect(() => {
    if (revision === null) return;
    if (workspaceId === null) {
      tell({ kind: 'history-asked', history: { kind: 'incomplete', revision } });
      return;
    }
    let isWanted = true;
    const ask = async () => {
      let found = 0;
      for (;;) {
        const question = await sheet.ask('historyQuestion', keysPerQuestion);
        if (question === null || !isWanted) break;
        const { invited } = await bridge.ask('history:find-invited', {
          workspaceId,
          personKeys: fitting(question.personKeys),
          cvLinks: fitting(question.cvLinks),
          atsIds: fitting(question.atsIds),
        });
        if (!isWanted) break;
        await sheet.ask('addEarlierInvites', question, invited);
        found += invited.length;
      }
      if (!isWanted) return;
      // A check that finds something new has a revision of its own, for which nothing is left to be asked.
      if (found > 0) tell({ kind: 'checked', check: await sheet.ask('check') });
      else tell({ kind: 'history-asked', history: { kind: 'complete', revision } });
    };
    ask().catch(() => {
      if (isWanted) tell({ kind: 'history-asked', history: { kind: 'incomplete', revision } });
    });
    return () => {
      isWanted = false;
    };
  }, [sheet, tell, workspaceId, revision]);
}

function fitting(keys: readonly string[]): string[] {
  return keys.filter((key) => key.length <= longestKey);
}
