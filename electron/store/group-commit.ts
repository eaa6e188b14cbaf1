// The only way to write into the ledger. Writes of a thread that arrive together share one synced transaction.
// Must never let a promise resolve before its write is on the disk.
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { WriteTurn } from './write-turn';

export interface GroupCommit {
  /** Queues a write; resolves with its result after the commit that holds it. In the order of the calls. */
  enqueue<Result>(work: () => Result): Promise<Result>;
  /** Writes at once, in a transaction of its own that is committed on return; writes queued before go first. */
  now<Result>(work: () => Result): Result;
  /** Commits what is queued. */
  flush(): void;
}

/** An answer, and the intent of the request that takes its place. */
const leastTogether = 2;

interface Queued {
  readonly work: () => unknown;
  readonly settle: (result: Settled) => void;
}
type Settled =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: unknown };

/**
 * A queue in front of one connection. It commits when the event loop has handed out everything that arrived (setImmediate):
 * while one commit waits for the disk, the next writes gather behind it, so a slow disk makes larger groups, not longer waits.
 * A commit holds a third of what waits. With all of it, requests that were written down together would leave, be answered and
 * wait for each other again and again; so they come apart, and each waits for little more than its own commit.
 */
export function createGroupCommit(database: DatabaseSyncInstance, turn: WriteTurn): GroupCommit {
  let queue: Queued[] = [];
  let isScheduled = false;

  const write = (count: number) => {
    const group = queue.slice(0, count);
    queue = queue.slice(count);
    if (group.length === 0) return;
    for (const [index, settled] of commitTogether(database, turn, group).entries())
      group[index]?.settle(settled);
  };
  const schedule = () => {
    if (isScheduled || queue.length === 0) return;
    isScheduled = true;
    setImmediate(() => {
      isScheduled = false;
      write(Math.max(leastTogether, Math.ceil(queue.length / 3)));
      schedule();
    });
  };
  const flush = () => write(queue.length);

  return {
    enqueue: <Result>(work: () => Result) =>
      new Promise<Result>((resolve, reject) => {
        queue.push({
          work,
          settle: (settled) => (settled.ok ? resolve(settled.value as Result) : reject(settled.error)),
        });
        schedule();
      }),
    now: <Result>(work: () => Result) => {
      flush();
      const [settled] = commitTogether(database, turn, [{ work }]);
      if (settled === undefined || !settled.ok) throw settled?.error;
      return settled.value as Result;
    },
    flush,
  };
}

/** A write that fails by itself is taken back alone; where the commit fails, all of them failed. */
function commitTogether(
  database: DatabaseSyncInstance,
  turn: WriteTurn,
  group: readonly { readonly work: () => unknown }[],
): Settled[] {
  turn.begin();
  try {
    database.exec('BEGIN IMMEDIATE');
    const results = group.map(({ work }) => runAlone(database, work));
    database.exec('COMMIT');
    return results;
  } catch (error) {
    if (database.isOpen && database.isTransaction) database.exec('ROLLBACK');
    return group.map(() => ({ ok: false, error }));
  } finally {
    turn.end();
  }
}

function runAlone(database: DatabaseSyncInstance, work: () => unknown): Settled {
  database.exec('SAVEPOINT one_write');
  try {
    const value = work();
    database.exec('RELEASE one_write');
    return { ok: true, value };
  } catch (error) {
    // A full disk may have ended the whole transaction already; then there is nothing left to go back to, and the commit fails.
    if (database.isTransaction) database.exec('ROLLBACK TO one_write; RELEASE one_write');
    return { ok: false, error };
  }
}
