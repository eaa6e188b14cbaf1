// Hands what was read to the ledger behind the reading, so that no page waits for the disk. Must never swallow a write that failed.

/** So many entries are gathered: written in the order of their ids, they touch each page of the ledger once, not once for each answer. */
const entriesPerBatch = 10_000;
/** A few milliseconds in one transaction: pages that come meanwhile wait for it, and so do the window and a run. */
const entriesPerWrite = 250;
/** Batches that wait to be written; more are not held in memory, the reading waits instead. */
const mostWaiting = 2;

export interface EntryWriter<Kept> {
  /** Resolves at once, unless the disk is far behind. Rejects where an earlier write failed. */
  add(entries: readonly Kept[]): Promise<void>;
  /** Resolves when everything is written. */
  end(): Promise<void>;
}

/** `keep` writes some entries in one transaction; `idOf` gives their order. */
export function createEntryWriter<Kept>(
  keep: (entries: readonly Kept[]) => Promise<void>,
  idOf: (entry: Kept) => string,
): EntryWriter<Kept> {
  let gathered: Kept[] = [];
  let waiting = 0;
  let written: Promise<void> = Promise.resolve();

  const write = () => {
    const batch = gathered.sort((left, right) => (idOf(left) < idOf(right) ? -1 : 1));
    gathered = [];
    waiting += 1;
    written = written.then(async () => {
      for (let from = 0; from < batch.length; from += entriesPerWrite)
        await keep(batch.slice(from, from + entriesPerWrite));
      waiting -= 1;
    });
    // Whoever adds or ends next sees it; until then it must not end the process.
    written.catch(() => undefined);
  };

  return {
    async add(entries) {
      for (const entry of entries) gathered.push(entry);
      if (gathered.length >= entriesPerBatch) write();
      if (waiting > mostWaiting) await written;
    },
    async end() {
      if (gathered.length > 0) write();
      await written;
    },
  };
}
