import { useRef, useState } from 'react';
import type { InviteOrder, OpenInviteOrder } from '../../../shared/operations/invite-target';
import type { RunSettings, RunStart } from '../../../shared/runs/run-settings';
import { type BridgeFailure, bridge, toBridgeFailure } from '../../bridge';
import { useNewBatch } from '../new-batch/use-new-batch';

/** How the start stands. Nothing has been sent in any of these states: the run begins when `onStarted` is told. */
export type Starting =
  | { readonly kind: 'idle' }
  | { readonly kind: 'writing-down'; readonly done: number; readonly total: number }
  | { readonly kind: 'checking' }
  | { readonly kind: 'failed'; readonly failure: BridgeFailure };

interface HandOver {
  /** Null only where the target is open. */
  readonly workspaceId: string | null;
  readonly name: string;
  readonly order: InviteOrder | OpenInviteOrder;
}

interface Start extends HandOver {
  readonly settings: RunSettings;
  readonly start: RunStart;
  readonly typedNumber: string | null;
}

interface ToKeep extends HandOver {
  readonly settings: RunSettings;
  readonly firstRows: number | null;
}

interface StartRun {
  readonly starting: Starting;
  readonly start: (wanted: Start) => void;
  /** Hands it over and sends nothing: it stands among the ready batches then. */
  readonly keepReady: (wanted: ToKeep) => void;
  readonly stop: () => void;
}

/** Hands the batch to the main process, part by part, and starts one run of it or keeps it ready, however often the button is pressed. */
export function useStartRun(): StartRun {
  const { sheet, state, keep, onStarted, onKeptReady } = useNewBatch();
  const [starting, setStarting] = useState<Starting>({ kind: 'idle' });
  const underWay = useRef(false);
  const stopAsked = useRef(false);
  /** A batch that was handed over and not started: the next try uses it, as long as nothing in it has changed. */
  const handedOver = useRef<{ readonly content: string; readonly batchId: string } | null>(null);

  const handOver = async ({ workspaceId, name, order }: HandOver): Promise<string | null> => {
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
      work: toWork(order),
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
  const keepIt = async (wanted: ToKeep): Promise<void> => {
    const batchId = await handOver(wanted);
    if (batchId === null || stopAsked.current) return setStarting({ kind: 'idle' });
    const { settings, firstRows } = wanted;
    await bridge.ask('batches:keep-ready', { batchId, settings, firstRows, draftId: null });
    onKeptReady();
  };
  const once = (work: () => Promise<void>) => {
    if (underWay.current) return;
    underWay.current = true;
    stopAsked.current = false;
    work()
      .catch((thrown: unknown) => setStarting({ kind: 'failed', failure: toBridgeFailure(thrown) }))
      .finally(() => {
        underWay.current = false;
      });
  };

  return {
    starting,
    start: (wanted) => once(() => go(wanted)),
    keepReady: (wanted) => once(() => keepIt(wanted)),
    stop: () => {
      stopAsked.current = true;
    },
  };
}

function toWork(order: InviteOrder | OpenInviteOrder) {
  return order.target === null
    ? { operation: 'invite' as const, order: { ...order, target: null } }
    : { operation: 'invite' as const, order: { ...order, target: order.target } };
}
