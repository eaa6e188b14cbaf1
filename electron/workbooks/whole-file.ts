// Writes a file whole or not at all: beside its place first, synced, then renamed. A half-written file never carries the final name.
// Never leaves rubbish behind when it fails.
import { randomBytes } from 'node:crypto';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { AppError } from '../../shared/errors/app-error';
import { diskReason } from './disk-reason';

/** The longest file name that common file systems take, in bytes, less the room for our own ending. */
const maxTempNameLength = 200;

/**
 * Gives `write` an open, empty file; once it is through, the file is synced and takes its final name, replacing one of that name.
 * @throws AppError `export/failed` where the disk or the folder refuses; an AppError of `write` as it is. Nothing is left behind then.
 */
export async function writeWholeFile(
  path: string,
  write: (file: FileHandle) => Promise<void>,
): Promise<void> {
  const tempPath = toTempPath(path);
  try {
    const file = await open(tempPath, 'wx');
    try {
      await write(file);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(tempPath, path);
    await syncFolder(dirname(path));
  } catch (error) {
    await rm(tempPath, { force: true }).catch(() => undefined);
    throw error instanceof AppError ? error : toExportFailure(error);
  }
}

/** Beside the file's own place, so that the rename stays on one disk. */
export function toTempPath(path: string): string {
  return join(
    dirname(path),
    `.${basename(path).slice(0, maxTempNameLength)}.${randomBytes(6).toString('hex')}.part`,
  );
}

/** Makes the rename last through a power cut. Not every system lets a folder be synced; the file itself is safe either way. */
export async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r');
    await handle.sync().finally(() => handle.close());
  } catch {
    // Windows and some network drives refuse.
  }
}

/** `export/failed` with the reason in words; an error that is no fault of the disk stays what it is. */
export function toExportFailure(error: unknown): unknown {
  const why = diskReason(error);
  return why === null ? error : new AppError('export/failed', { why }, { cause: error });
}
