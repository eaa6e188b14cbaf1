// Whose turn it is to write where two threads of this process have a connection to the ledger each. SQLite lets in whoever asks
// first and lets the other one ask again later, so a thread that writes without a pause would keep the other one out for long.

/** What a thread does around each of its transactions. */
export interface WriteTurn {
  begin(): void;
  end(): void;
}

/** Memory that both threads see: 1 while the main thread wants to write or does. */
export type SharedTurn = SharedArrayBuffer;

export function createSharedTurn(): SharedTurn {
  return new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
}

/** The main thread's: it goes first, and waits for the one transaction at most that the other thread is in. */
export function createFirstTurn(shared: SharedTurn): WriteTurn {
  const wanted = new Int32Array(shared);
  return {
    begin: () => {
      Atomics.store(wanted, 0, 1);
    },
    end: () => {
      Atomics.store(wanted, 0, 0);
      Atomics.notify(wanted, 0);
    },
  };
}

/** The other thread's: it holds back while the main thread writes, once for each transaction, so that it gets its turn in the end. */
export function createSecondTurn(shared: SharedTurn): WriteTurn {
  const wanted = new Int32Array(shared);
  return {
    begin: () => {
      Atomics.wait(wanted, 0, 1);
    },
    end: () => undefined,
  };
}
