// Opens the ledger so that a commit is on the disk when it returns, and nothing else touches the file.
// Must never repair, replace or delete a ledger that cannot be read.
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { backup, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { AppError } from '../../shared/errors/app-error';
import { connectLedger } from './connect-ledger';
import { finishRestore } from './finish-restore';
import { inspectLedger } from './inspect-ledger';
import { takeLedgerLock } from './ledger-lock';
import { migrate } from './migrations';

export const ledgerFileName = 'ledger.sqlite';
/** There while the ledger is open: found at start-up, it says that the last end was not a clean one. */
const openMarkName = 'ledger.open';
/** 4 MiB a step: other writes wait for some milliseconds at most. */
const copiedPages = 1024;

export interface OpenDatabase {
  readonly path: string;
  readonly database: DatabaseSyncInstance;
  /** The last end was a crash, a kill or a power cut. */
  readonly wasUnclean: boolean;
  /** Copies what is committed, as it is at one moment, into a file that is not there yet. Writing may go on meanwhile. */
  copyTo(path: string): Promise<void>;
  /** Closes cleanly and lets go of the lock. */
  close(): void;
}

/**
 * Opens `<dataDir>/ledger.sqlite`, made where there is none; folder and files are for this user only.
 * @throws AppError `store/in-use`, `store/unreadable` (the file is left as it is), `store/unwritable`.
 */
export function openDatabase(dataDir: string): OpenDatabase {
  const path = join(dataDir, ledgerFileName);
  const mark = join(dataDir, openMarkName);
  const orUnwritable = <Result>(work: () => Result): Result => {
    try {
      return work();
    } catch (error) {
      throw error instanceof AppError
        ? error
        : new AppError('store/unwritable', { folder: dataDir }, { cause: error });
    }
  };
  orUnwritable(() => makePrivateFolder(dataDir));
  const lock = orUnwritable(() => takeLedgerLock(dataDir));
  let database: DatabaseSyncInstance | null = null;
  try {
    orUnwritable(() => finishRestore(dataDir));
    const wasUnclean = existsSync(mark);
    if (existsSync(path)) inspectLedger(path, dataDir, wasUnclean);
    else orUnwritable(() => makeLedger(dataDir, path));
    orUnwritable(() => writeFileSync(mark, '', { mode: 0o600 }));
    const opened = orUnwritable(() => connect(path));
    database = opened;
    return {
      path,
      database: opened,
      wasUnclean,
      copyTo: async (path) => {
        closeSync(openSync(path, 'wx', 0o600));
        await backup(opened, path, { rate: copiedPages });
      },
      close: () => {
        opened.close();
        rmSync(mark, { force: true });
        lock.release();
      },
    };
  } catch (error) {
    database?.close();
    lock.release();
    throw error;
  }
}

function makePrivateFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (process.platform !== 'win32' && (statSync(folder).mode & 0o077) !== 0) chmodSync(folder, 0o700);
}

/** Made under another name and then renamed: a ledger that is empty or half made is never taken for a whole one. */
function makeLedger(folder: string, path: string): void {
  const unfinished = join(folder, `${ledgerFileName}.new`);
  for (const suffix of ['', '-wal', '-shm']) rmSync(unfinished + suffix, { force: true });
  closeSync(openSync(unfinished, 'wx', 0o600));
  connect(unfinished).close();
  renameSync(unfinished, path);
}

function connect(path: string): DatabaseSyncInstance {
  const database = connectLedger(path);
  try {
    migrate(database);
    // Finds a read-only folder or a full disk now rather than at the first invitation.
    database.exec('BEGIN IMMEDIATE; COMMIT');
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}
