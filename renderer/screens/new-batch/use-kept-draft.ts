import { useEffect, useRef, useState } from 'react';
import { beforeClose } from '../../before-close';
import type { WorkerClient } from '../../worker/worker-client';
import { DraftKeeper, type Keeping } from './draft-keeper';
import type { NewBatchState } from './new-batch-state';

interface KeptDraftInput {
  readonly sheet: WorkerClient;
  readonly state: NewBatchState;
  readonly workspaceId: string | null;
  /** Told when the batch in hand is kept as this draft. */
  readonly onKept: (draftId: string) => void;
}

/** Keeps the batch in hand as a draft at every step; also before the window closes, and before the batch is put away. */
export function useKeptDraft({ sheet, state, workspaceId, onKept }: KeptDraftInput): {
  readonly keeper: DraftKeeper;
  readonly keeping: Keeping;
} {
  const [keeper] = useState(() => new DraftKeeper(sheet));
  const [keeping, setKeeping] = useState<Keeping>({ kind: 'nothing-yet' });
  const told = useRef(onKept);
  told.current = onKept;

  useEffect(() => {
    keeper.onKeeping = (next) => {
      setKeeping((before) => (isSame(before, next) ? before : next));
      if (next.kind === 'kept') told.current(next.draftId);
    };
    // What is kept after the batch was put away, nobody looks at any more.
    return () => {
      keeper.onKeeping = () => undefined;
    };
  }, [keeper]);
  useEffect(() => keeper.touch(state, workspaceId), [keeper, state, workspaceId]);
  useEffect(() => beforeClose(() => keeper.flush()), [keeper]);

  useEffect(
    () => () => {
      // The file and its rows go with the batch, but not before they are kept.
      if (keeper.isWaiting) void keeper.flush().finally(() => sheet.stop());
      else sheet.stop();
    },
    [keeper, sheet],
  );
  return { keeper, keeping };
}

function isSame(one: Keeping, other: Keeping): boolean {
  return one.kind === 'kept' && other.kind === 'kept' && one.draftId === other.draftId;
}
