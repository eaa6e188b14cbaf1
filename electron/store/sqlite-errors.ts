// Which of SQLite's errors mean what. Codes are SQLite's own (sqlite.org/rescode.html).
import { AppError } from '../../shared/errors/app-error';

const sqliteBusy = 5;
/** READONLY, FULL, CANTOPEN. */
const notLetIn: readonly number[] = [8, 13, 14];
/** IOERR_WRITE, _FSYNC, _DIR_FSYNC, _TRUNCATE: a quota that is used up, or a disk that takes nothing more. */
const notWritten: readonly number[] = [778, 1034, 1290, 1546];
/** The low byte of an extended code is the plain one. */
const plainCodeMask = 0xff;

function codeOf(error: unknown): number {
  const code = error instanceof Error ? (error as { errcode?: unknown }).errcode : null;
  return typeof code === 'number' ? code : 0;
}

/** Another process, or another connection, holds the lock. */
export function isBusy(error: unknown): boolean {
  return (codeOf(error) & plainCodeMask) === sqliteBusy;
}

/** Nothing is wrong with the file: the folder or the disk does not let us in, or takes nothing more. */
export function isNotLetIn(error: unknown): boolean {
  const code = codeOf(error);
  return notLetIn.includes(code & plainCodeMask) || notWritten.includes(code);
}

/** The error as one of the ledger in that folder where it is one that people can do something about; else as it is. */
export function toStoreError(error: unknown, folder: string): unknown {
  return isNotLetIn(error) ? new AppError('store/unwritable', { folder }, { cause: error }) : error;
}
