import { useRef, useState } from 'react';
import type { InviteOrder } from '../../../shared/operations/invite-target';
import type { RunSettings, RunStart } from '../../../shared/runs/run-settings';
import { type BridgeFailure, bridge, toBridgeFailure } from '../../bridge';
import { useNewBatch } from '../new-batch/use-new-batch';

/** How the start stands. Nothing has been sent in any of these states: the run begins when `onStarted` is told. */
export type Starting =
  | { readonly kind: 'idle' }
  | { readonly kind: 'writing-down'; readonly done: number; readonly total: number }
  | { readonly kind: 'checking' }
  | { readonly kind: 'failed'; readonly failure: BridgeFailure };

interface Start {
  readonly workspaceId: string;
  readonly name: string;
  readonly order: InviteOrder;
  readonly settings: RunSettings;
  readonly start: RunStart;
  readonly typedNumber: string | null;
}

/** Hands the batch to the main process, part by part, and starts one run of it, however often the button is pressed. */
export function useStartRun(): { starting: Starting; start: (wanted: Start) => void; stop: () => void } {
  const { sheet, state, keep, onStarted } = useNewBatch();
  const [starting, setStarting] = useState<Starting>({ kind: 'idle' });
  const underWay = useRef(false);
  const stopAsked = useRef(false);
  /** A batch that was handed over and not started: the next try uses it, as long as nothing in it has changed. */
  const handedOver = useRef<{ readonly content: string; readonly batchId: string } | null>(null);

  const handOver = async ({ workspaceId, name, order }: Start): Promise<string | null> => {
    const content = JSON.stringify([workspaceId, order, state.check?.revision]);
    if (handedOver.current?.content === content) return handedOver.current.batchId;
    const total = state.check?.total ?? 0;
    setStarting({ kind: 'writing-down', done: 0, total });
    const source = await sheet.ask('batchSource');
    const draftId = await keep();
    const { batchId } = await bridge.ask('batches:begin', {
      workspaceId,
      name,
      source,
      work: { operation: 'invite', order },
      rowCount: total,
      ...(draftId === null ? {} : { draftId }),
    });
    for (let fromOrdinal = 0; fromOrdinal < total; ) {
      if (stopAsked.current) return null;
      const rows = await sheet.ask('batchRows', fromOrdinal);
      if (rows.length === 0) break;
      await bridge.ask('batches:add-rows', { batchId, fromOrdinal, rows });
      fromOrdinal += rows.length;
      setStarting({ kind: 'writing-down', done: fromOrdinal, total });
    }
    handedOver.current = { content, batchId };
    return batchId;
  };

  const go = async (wanted: Start): Promise<void> => {
    const batchId = await handOver(wanted);
    if (batchId === null || stopAsked.current) return setStarting({ kind: 'idle' });
    setStarting({ kind: 'checking' });
    const { settings, start, typedNumber } = wanted;
    const { runId } = await bridge.ask('batches:start-run', { batchId, settings, start, typedNumber });
    onStarted(runId);
  };

  return {
    starting,
    start: (wanted) => {
      if (underWay.current) return;
      underWay.current = true;
      stopAsked.current = false;
      go(wanted)
        .catch((thrown: unknown) => setStarting({ kind: 'failed', failure: toBridgeFailure(thrown) }))
        .finally(() => {
          underWay.current = false;
        });
    },
    stop: () => {
      stopAsked.current = true;
    },
  };
}
