// Keeps a second process (the app twice, or the app and a terminal) away from the ledger. The lock is the operating system's,
// held through a SQLite file of its own, so that it ends with the process, kill -9 included. Must never be opened by anything else:
// on POSIX systems, closing any handle on the file would let go of the lock.
import { closeSync, existsSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { AppError } from '../../shared/errors/app-error';
import { isBusy } from './sqlite-errors';

const lockFileName = 'ledger.lock';

export interface LedgerLock {
  release(): void;
}

/** Takes the lock of a data folder. @throws AppError `store/in-use` while another holds it. */
export function takeLedgerLock(folder: string): LedgerLock {
  const path = join(folder, lockFileName);
  if (!existsSync(path)) closeSync(openSync(path, 'a', 0o600));
  const database = new DatabaseSync(path, { timeout: 0 });
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    throw isBusy(error) ? new AppError('store/in-use', { folder }, { cause: error }) : error;
  }
  return { release: () => database.close() };
}
