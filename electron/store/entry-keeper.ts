// Keeps the rows of a snapshot through a thread of its own, so that no answer waits for the disk.
// Must never swallow a write that failed, and never outlive its end: whoever closes the ledger has ended it before.
import { Worker } from 'node:worker_threads';
import { AppError } from '../../shared/errors/app-error';
import type { EntryPart, EntryPlace, EntryRow } from './entry-rows';
import type { FromWorker, ToWorker, WorkerStart } from './snapshot-worker-messages';
import type { SharedTurn } from './write-turn';

/** Rows that wait to be written; more are not held in memory, the reading waits instead. Three batches of the writer. */
const mostUnwritten = 30_000;

export interface EntryKeeper {
  /** Resolves at once, unless the disk is far behind. @throws where an earlier write failed. */
  keep(part: EntryPart, rows: readonly EntryRow[]): Promise<void>;
  /** Resolves when everything that was handed over before is on the disk. @throws where a write failed. */
  settle(): Promise<void>;
  /** Resolves when nothing is written any more; what was not written by then never is. */
  end(): Promise<void>;
}

export interface EntryKeeperStart {
  /** The built `snapshot-worker.ts`. */
  readonly programPath: string;
  readonly ledgerPath: string;
  readonly turn: SharedTurn;
  readonly place: EntryPlace;
}

interface Waiting {
  /** How many rows must be written. */
  readonly count: number;
  resolve(): void;
  reject(error: unknown): void;
}

/** A thread that ends by itself fails the snapshot with `snapshot/not-kept`. */
export function startEntryKeeper({ programPath, ledgerPath, turn, place }: EntryKeeperStart): EntryKeeper {
  const end = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  const workerData: WorkerStart = { ledgerPath, place, turn, end };
  const worker = new Worker(programPath, { workerData });
  const tell = (message: ToWorker) => worker.postMessage(message);
  let givenCount = 0;
  let writtenCount = 0;
  let failure: { readonly error: unknown } | null = null;
  let waiting: Waiting[] = [];

  const settleWaiting = () => {
    const before = waiting;
    waiting = [];
    for (const one of before) {
      if (failure !== null) one.reject(failure.error);
      else if (writtenCount >= one.count) one.resolve();
      else waiting.push(one);
    }
  };
  const fail = (error: unknown) => {
    failure ??= { error };
    settleWaiting();
  };
  const untilWritten = (count: number) =>
    new Promise<void>((resolve, reject) => {
      waiting.push({ count, resolve, reject });
      settleWaiting();
    });

  worker.on('message', (message: FromWorker) => {
    if (message.kind === 'failed')
      return fail(Object.assign(new Error(message.message), { errcode: message.errcode }));
    writtenCount += message.count;
    settleWaiting();
  });
  worker.on('error', (cause) => fail(new AppError('snapshot/not-kept', {}, { cause })));
  const exited = new Promise<void>((resolve) => {
    worker.on('exit', () => {
      fail(new AppError('snapshot/not-kept'));
      resolve();
    });
  });

  return {
    keep: (part, rows) => {
      givenCount += rows.length;
      if (failure === null) tell({ kind: 'rows', part, rows });
      return untilWritten(givenCount - mostUnwritten);
    },
    settle: () => {
      tell({ kind: 'flush' });
      return untilWritten(givenCount);
    },
    end: () => {
      Atomics.store(new Int32Array(end), 0, 1);
      tell({ kind: 'end' });
      return exited;
    },
  };
}
