// A connection to the ledger whose commits are on the disk when they return. Must never hand out one of which that is not so.
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';

/** `PRAGMA synchronous` reads back as 2 for FULL. */
const synchronousFull = 2;
/** SQLite's own 2 MiB make a snapshot of 50,000 applications read its pages again and again; much more only fills up with a long run. */
const cacheKib = 8 * 1024;
/** A reader of the same machine (a back-up program) may be in the way, or this app's other connection; neither for long. */
const busyTimeoutMs = 5000;

/** Opens the file, which is made where there is none. @throws what SQLite throws, and Error where a commit would not be synced. */
export function connectLedger(path: string): DatabaseSyncInstance {
  const database = new DatabaseSync(path, {
    timeout: busyTimeoutMs,
    enableForeignKeyConstraints: true,
    defensive: true,
  });
  try {
    database.exec('PRAGMA journal_mode = WAL');
    database.exec('PRAGMA synchronous = FULL');
    database.exec('PRAGMA trusted_schema = OFF');
    // What is deleted is overwritten, not only let go of.
    database.exec('PRAGMA secure_delete = ON');
    database.exec(`PRAGMA cache_size = -${cacheKib}`);
    // Without it, macOS keeps a "synced" commit in the drive's own cache.
    if (process.platform === 'darwin')
      database.exec('PRAGMA fullfsync = ON; PRAGMA checkpoint_fullfsync = ON');
    const { synchronous } = database.prepare('PRAGMA synchronous').get() as { synchronous: number };
    const { journal_mode: journalMode } = database.prepare('PRAGMA journal_mode').get() as {
      journal_mode: string;
    };
    if (synchronous !== synchronousFull)
      throw new Error(`The ledger is not synced on commit: synchronous is ${synchronous}.`);
    if (journalMode !== 'wal')
      throw new Error(`The ledger has no write-ahead log: journal_mode is ${journalMode}.`);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}
