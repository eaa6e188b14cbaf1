// Which of SQLite's errors mean what. Codes are SQLite's own (sqlite.org/rescode.html).
import { AppError } from '../../shared/errors/app-error';

const sqliteBusy = 5;
const sqliteReadOnly = 8;
const sqliteFull = 13;
const sqliteCannotOpen = 14;

function codeOf(error: unknown): number | null {
  const code = error instanceof Error ? (error as { errcode?: unknown }).errcode : null;
  return typeof code === 'number' ? code & 0xff : null;
}

/** Another process, or another connection, holds the lock. */
export function isBusy(error: unknown): boolean {
  return codeOf(error) === sqliteBusy;
}

/** Nothing is wrong with the file: the folder or the disk does not let us in. */
export function isNotLetIn(error: unknown): boolean {
  const code = codeOf(error);
  return code === sqliteReadOnly || code === sqliteFull || code === sqliteCannotOpen;
}

/** The error as one of the ledger in that folder where it is one that people can do something about; else as it is. */
export function toStoreError(error: unknown, folder: string): unknown {
  return isNotLetIn(error) ? new AppError('store/unwritable', { folder }, { cause: error }) : error;
}
