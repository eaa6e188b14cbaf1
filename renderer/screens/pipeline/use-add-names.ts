import { useEffect, useRef, useState } from 'react';
import { type BridgeFailure, bridge, toBridgeFailure } from '../../bridge';
import { type EndableWorker, WorkerClient, WorkerStopped } from '../../worker/worker-client';

/** How the adding of names stands. Nothing leaves this computer in any of these states. */
export type AddingNames =
  | { readonly kind: 'idle' }
  | { readonly kind: 'reading'; readonly fileName: string }
  | { readonly kind: 'adding'; readonly done: number; readonly total: number }
  | { readonly kind: 'added'; readonly added: number; readonly fileName: string }
  | { readonly kind: 'unreadable'; readonly sentence: string }
  | { readonly kind: 'failed'; readonly failure: BridgeFailure };

/** As many as one question takes. */
const namesAtOnce = 2000;

const unreadable = 'This file could not be read to the end. No name was added. Open it again.';
const noIds =
  'No column of this sheet holds candidate ids, as an export of this app has them. No name was added. Add a column with the ids, or take them from an exported workbook.';

/** Opens a sheet in the sandbox and hands its names for ids to the main process, part by part. */
export function useAddNames(
  workspaceId: string,
  startWorker: () => EndableWorker,
  onAdded: () => void,
): { readonly adding: AddingNames; readonly open: (file: File) => void } {
  const [adding, setAdding] = useState<AddingNames>({ kind: 'idle' });
  const [sheet] = useState(() => new WorkerClient(startWorker));
  const isAtWork = useRef(false);
  useEffect(() => () => sheet.stop(), [sheet]);

  const addAll = async (file: File): Promise<AddingNames> => {
    const { table, notices } = await sheet.ask('open', file, file.name, {});
    const blocking = notices.find((notice) => notice.blocking);
    if (table === null || blocking !== undefined)
      return { kind: 'unreadable', sentence: blocking?.message ?? unreadable };
    const { total } = await sheet.ask('namedPeople', 0, 0);
    if (total === null) return { kind: 'unreadable', sentence: noIds };
    let added = 0;
    for (let from = 0; from < total; from += namesAtOnce) {
      setAdding({ kind: 'adding', done: from, total });
      const { people } = await sheet.ask('namedPeople', from, namesAtOnce);
      const answer = await bridge.ask('people:add-names', { workspaceId, people: [...people] });
      added += answer.added;
    }
    return { kind: 'added', added, fileName: file.name };
  };

  return {
    adding,
    open: (file) => {
      if (isAtWork.current) return;
      isAtWork.current = true;
      setAdding({ kind: 'reading', fileName: file.name });
      addAll(file)
        .then(
          (end) => {
            setAdding(end);
            if (end.kind === 'added') onAdded();
          },
          (thrown: unknown) =>
            setAdding(
              thrown instanceof WorkerStopped
                ? { kind: 'unreadable', sentence: unreadable }
                : { kind: 'failed', failure: toBridgeFailure(thrown) },
            ),
        )
        .finally(() => {
          isAtWork.current = false;
        });
    },
  };
}
