import { useEffect, useState } from 'react';
import type { EarlierInvite } from '../../../shared/ipc/contract';
import { bridge } from '../../bridge';
import { useNewBatch } from '../new-batch/use-new-batch';

/** As many addresses as one question may hold (shared/ipc/contract.ts). */
const keysPerQuestion = 2000;
/** Longer than any address can be, and than the question takes. */
const longestKey = 400;

export type History = 'asking' | 'known' | 'not-known';

/** Asks the run history of this workspace for everybody in the file, once the rows are checked; the worker keeps the answer. */
export function useEarlierInvites(isChecked: boolean): History {
  const { sheet, tell, workspace } = useNewBatch();
  const [history, setHistory] = useState<History>('asking');
  const workspaceId = workspace?.workspaceId ?? null;

  useEffect(() => {
    if (!isChecked) return;
    if (workspaceId === null) {
      setHistory('not-known');
      return;
    }
    let isWanted = true;
    const ask = async () => {
      const emailKeys = (await sheet.ask('emailKeys')).filter((key) => key.length <= longestKey);
      const invites: EarlierInvite[] = [];
      for (let from = 0; from < emailKeys.length && isWanted; from += keysPerQuestion) {
        const { invited } = await bridge.ask('history:find-invited', { workspaceId, emailKeys: emailKeys.slice(from, from + keysPerQuestion) });
        invites.push(...invited);
      }
      if (!isWanted) return;
      const check = await sheet.ask('setEarlierInvites', invites);
      if (!isWanted) return;
      tell({ kind: 'checked', check });
      setHistory('known');
    };
    setHistory('asking');
    ask().catch(() => isWanted && setHistory('not-known'));
    return () => {
      isWanted = false;
    };
  }, [isChecked, workspaceId, sheet, tell]);

  return history;
}
