// Writes everything that the data folder holds of the recruiter's work into one file, while runs go on. Never a key, and never a
// half-written file under the final name.
import { randomBytes } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative } from 'node:path';
import { AppError } from '../../shared/errors/app-error';
import type { BackupContents } from '../../shared/settings/backup-contents';
import { isNotLetIn } from '../store/sqlite-errors';
import { diskReason } from '../workbooks/disk-reason';
import { syncFolder } from '../workbooks/whole-file';
import type { BackupWork } from './backup-work';

export interface BackupParts {
  readonly dataDir: string;
  readonly appVersion: string;
  /** Copies the ledger as it is at one moment into a file that is not there yet. */
  readonly copyLedger: (path: string) => Promise<void>;
  readonly work: Pick<BackupWork, 'complete'>;
  readonly nowMs: number;
}

/** The longest file name that common file systems take, in bytes, less the room for our own ending. */
const maxTempNameLength = 200;

/**
 * Writes the backup, looks at it once more as a restore would, and gives it its name. Answers what it holds.
 * @throws AppError `backup/inside`; `backup/failed` where the disk or the folder refuses; nothing is left behind then.
 */
export async function makeBackup(parts: BackupParts, path: string): Promise<BackupContents> {
  const { dataDir } = parts;
  if (isInside(dataDir, path)) throw new AppError('backup/inside');
  const name = basename(path).slice(0, maxTempNameLength);
  const tempPath = join(dirname(path), `.${name}.${randomBytes(6).toString('hex')}.part`);
  try {
    await parts.copyLedger(tempPath);
    const { appVersion, nowMs } = parts;
    const copy = { dataDir, appVersion, nowMs, path: tempPath, fileName: basename(path) };
    const contents = await parts.work.complete(copy);
    await syncFile(tempPath);
    await rename(tempPath, path);
    await syncFolder(dirname(path));
    return contents;
  } catch (error) {
    for (const suffix of ['', '-journal', '-wal', '-shm'])
      await rm(tempPath + suffix, { force: true }).catch(() => undefined);
    throw toBackupFailure(error);
  }
}

function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '' && !way.startsWith('..') && !isAbsolute(way);
}

async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r+');
  await file.sync().finally(() => file.close());
}

function toBackupFailure(error: unknown): unknown {
  if (error instanceof AppError) return error;
  const why =
    diskReason(error) ?? (isNotLetIn(error) ? 'the disk is full, or writing there is not allowed' : null);
  return why === null ? error : new AppError('backup/failed', { why }, { cause: error });
}
