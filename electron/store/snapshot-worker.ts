// The program of the thread that writes the rows of one snapshot: its own connection to the ledger, and messages in their order.
// Must never touch the ledger's lock, which is the process's, and never write after it was told to end.
import { parentPort, workerData } from 'node:worker_threads';
import { connectLedger } from './connect-ledger';
import { createEntryWriter } from './entry-writer';
import { createGroupCommit } from './group-commit';
import type { FromWorker, ToWorker, WorkerStart } from './snapshot-worker-messages';
import { createStatements } from './statements';
import { createSecondTurn } from './write-turn';

const { ledgerPath, place, turn, end } = workerData as WorkerStart;
const isEnded = new Int32Array(end);
const say = (message: FromWorker) => parentPort?.postMessage(message);

function serve(): void {
  const database = connectLedger(ledgerPath);
  const writer = createEntryWriter({
    sql: createStatements(database),
    commit: createGroupCommit(database, createSecondTurn(turn)),
    place,
    isUnwanted: () => Atomics.load(isEnded, 0) === 1,
    onWritten: (count) => say({ kind: 'written', count }),
  });
  const take = (message: ToWorker) => {
    try {
      if (message.kind === 'rows') writer.add(message.part, message.rows);
      else if (message.kind === 'flush') writer.flush();
      else stop();
    } catch (error) {
      sayFailure(error);
      stop();
    }
  };
  const stop = () => {
    parentPort?.off('message', take);
    parentPort?.close();
    database.close();
  };
  parentPort?.on('message', take);
}

/** A cloned error would have lost what SQLite says is wrong. */
function sayFailure(error: unknown): void {
  const { message, errcode } = error as { message?: string; errcode?: number };
  say({ kind: 'failed', message: message ?? String(error), errcode: errcode ?? null });
}

try {
  serve();
} catch (error) {
  sayFailure(error);
  parentPort?.close();
}
