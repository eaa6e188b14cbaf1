// Which rows are on their way, and waiting for them. Holds no more than the engine lets leave at once.
import type { RowToSend } from '../operations/operation';

export interface InFlight {
  readonly ordinals: ReadonlySet<number>;
  /** Requests on their way. */
  count(): number;
  /** Counts the rows as on their way until the request is over. */
  track(rows: readonly RowToSend[], request: Promise<void>): void;
  whenFewerThan(most: () => number): Promise<void>;
  whenOneSettles(): Promise<void>;
  /** Rejects with the first failure of a request that was a bug; all of them are over by then. */
  whenAllSettled(): Promise<void>;
}

export function createInFlight(): InFlight {
  const ordinals = new Set<number>();
  let requestCount = 0;
  let failure: unknown = null;
  let waiting: (() => void)[] = [];

  const whenOneSettles = () =>
    new Promise<void>((resolve) => {
      waiting.push(resolve);
    });
  const settle = (rows: readonly RowToSend[]) => {
    for (const { ordinal } of rows) ordinals.delete(ordinal);
    requestCount -= 1;
    const woken = waiting;
    waiting = [];
    for (const wake of woken) wake();
  };
  return {
    ordinals,
    count: () => requestCount,
    track: (rows, request) => {
      for (const { ordinal } of rows) ordinals.add(ordinal);
      requestCount += 1;
      void request
        .catch((error: unknown) => {
          failure ??= error;
        })
        .then(() => settle(rows));
    },
    whenFewerThan: async (most) => {
      while (requestCount >= most()) await whenOneSettles();
    },
    whenOneSettles,
    whenAllSettled: async () => {
      while (requestCount > 0) await whenOneSettles();
      if (failure !== null) throw failure;
    },
  };
}
