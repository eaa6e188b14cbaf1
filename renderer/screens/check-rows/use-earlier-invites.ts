import { useEffect, useState } from 'react';
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
      for (let from = 0; isWanted; from += keysPerQuestion) {
        const found = await sheet.ask('emailKeys', from, from + keysPerQuestion);
        if (found.length === 0) break;
        const emailKeys = found.filter((key) => key.length <= longestKey);
        const { invited } = await bridge.ask('history:find-invited', { workspaceId, emailKeys });
        await sheet.ask('addEarlierInvites', invited, from === 0);
      }
      if (!isWanted) return;
      const check = await sheet.ask('check');
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
