// Writes the rows of a snapshot into the ledger, many in the order of their ids, few at a time. Must never hold the ledger for long:
// a run's intents wait meanwhile.
import type { EntryPart, EntryPlace, EntryRow } from './entry-rows';
import { toStatement } from './entry-rows';
import type { GroupCommit } from './group-commit';
import type { Statements } from './statements';

/** So many rows are gathered: written in the order of their ids, they touch each page of the ledger once, not once for each answer. */
const rowsPerBatch = 10_000;
/** A few milliseconds in one transaction: a run that wants to write meanwhile waits for it. */
const rowsPerWrite = 250;

export interface EntryWriter {
  /** Gathers rows, and writes where there are enough. @throws what SQLite throws. */
  add(part: EntryPart, rows: readonly EntryRow[]): void;
  /** Writes what is gathered. @throws what SQLite throws. */
  flush(): void;
}

export interface EntryWriterDeps {
  readonly sql: Statements;
  readonly commit: GroupCommit;
  readonly place: EntryPlace;
  /** Whether nobody wants the rest any more; asked before each transaction. */
  readonly isUnwanted: () => boolean;
  /** So many more rows are on the disk. */
  readonly onWritten: (count: number) => void;
}

export function createEntryWriter(deps: EntryWriterDeps): EntryWriter {
  const { sql, commit, place, isUnwanted, onWritten } = deps;
  const gathered: Record<EntryPart, EntryRow[]> = { applications: [], submissions: [] };

  const write = (part: EntryPart) => {
    const rows = gathered[part].sort(([left], [right]) => (left < right ? -1 : 1));
    gathered[part] = [];
    const { sql: text, toValues } = toStatement(part, place);
    for (let from = 0; from < rows.length && !isUnwanted(); from += rowsPerWrite) {
      const some = rows.slice(from, from + rowsPerWrite);
      commit.now(() => {
        const insert = sql(text);
        for (const row of some) insert.run(...toValues(row));
      });
      onWritten(some.length);
    }
  };

  return {
    add: (part, rows) => {
      for (const row of rows) gathered[part].push(row);
      if (gathered[part].length >= rowsPerBatch) write(part);
    },
    flush: () => {
      write('applications');
      write('submissions');
    },
  };
}
