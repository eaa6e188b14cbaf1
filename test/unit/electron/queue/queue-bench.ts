// The queue on a real ledger and real runs, with a made-up API and looks that a test decides.
import { expect, vi } from 'vitest';
import { createQueueService, type QueueService } from '../../../../electron/queue/queue-service';
import type { RunService } from '../../../../electron/runs/run-service';
import type { Ledger } from '../../../../electron/store/ledger';
import type { Finding } from '../../../../shared/batches/finding';
import type { ReadyBatch } from '../../../../shared/batches/ready-batch';
import {
  type FakeApi,
  makeApi,
  makeRow,
  makeService,
  openTestLedger,
  storeBatch,
} from '../runs/engine-bench';

export interface QueueBench {
  readonly ledger: Ledger;
  readonly api: FakeApi;
  readonly runs: RunService;
  readonly queue: QueueService;
  /** The looks there were, in their order: of which batch, and whether it was ordered. */
  readonly looks: { readonly batchId: string; readonly isOrdered: boolean; readonly signal: AbortSignal }[];
  /** Holds looks back while it is set. */
  readonly gate: { until: Promise<void> | null };
  /** What looks find, by batch; nothing where it is not set. */
  readonly found: Map<string, Finding[]>;
  /** Keeps a batch of `count` people ready, whose addresses begin at `from`; `firstRows` of them go before a look. */
  ready(from: number, count: number, firstRows?: number): ReadyBatch;
}

export const settings = { concurrency: 2, peoplePerRequest: 1 };

export function makeQueueBench(
  api: FakeApi = makeApi(),
  dataDir?: string,
  runs?: (ledger: Ledger) => RunService,
): QueueBench {
  const ledger = openTestLedger(dataDir);
  const service = runs?.(ledger) ?? makeService(ledger, api);
  const found = new Map<string, Finding[]>();
  const looks: { batchId: string; isOrdered: boolean; signal: AbortSignal }[] = [];
  const gate: { until: Promise<void> | null } = { until: null };
  const queue = createQueueService({
    ready: ledger.ready,
    runs: service,
    inspect: async (batchId, isOrdered, signal) => {
      looks.push({ batchId, isOrdered, signal });
      const cutShort = new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
      if (gate.until !== null) await Promise.race([gate.until, cutShort]);
      return {
        batchId,
        findings: found.get(batchId) ?? [],
        sendable: ledger.ready.get(batchId).sendable,
        asksForNumber: false,
      };
    },
    holdSeconds: () => 0,
    onChange: () => {},
    onFailure: (where, error) => {
      throw new Error(`${where}: ${String(error)}`);
    },
  });
  return {
    ledger,
    api,
    runs: service,
    queue,
    looks,
    gate,
    found,
    ready: (from, count, firstRows) => {
      const rows = Array.from({ length: count }, (_, index) => makeRow(from + index));
      const batchId = storeBatch(ledger, rows);
      return ledger.ready.keep(batchId, { settings, firstRows: firstRows ?? null, draftId: null });
    },
  };
}

export const finding = (weight: Finding['weight'], mark = `seen ${weight}`): Finding => ({
  kind: 'invited-meanwhile',
  weight,
  mark,
  sentence: '4 people were invited to this meanwhile by run 12 today.',
  runId: null,
});

export const plain = ({ batchId }: ReadyBatch) => ({ batchId, accepted: [] });

/** Waits until the queue is in this state. */
export async function until(queue: QueueService, kind: ReturnType<QueueService['view']>['state']['kind']) {
  await vi.waitFor(() => expect(queue.view().state.kind).toBe(kind), { timeout: 5000 });
}
