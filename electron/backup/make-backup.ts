// Writes everything that the data folder holds of the recruiter's work into one file, while runs go on. Never a key, and never a
// half-written file under the final name.
import { randomBytes } from 'node:crypto';
import { type FileHandle, open, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative } from 'node:path';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { AppError } from '../../shared/errors/app-error';
import type { BackupContents } from '../../shared/settings/backup-contents';
import { isNotLetIn } from '../store/sqlite-errors';
import { diskReason } from '../workbooks/disk-reason';
import { syncFolder } from '../workbooks/whole-file';
import { backupApplicationId, backupTables, draftFileName, pieceSizeBytes } from './backup-file';
import { inspectBackup } from './inspect-backup';

export interface BackupParts {
  readonly dataDir: string;
  readonly appVersion: string;
  /** Copies the ledger as it is at one moment into a file that is not there yet. */
  readonly copyLedger: (path: string) => Promise<void>;
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
    await addFiles(parts, tempPath);
    const contents = inspectBackup(tempPath, basename(path));
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

async function addFiles({ dataDir, appVersion, nowMs }: BackupParts, path: string): Promise<void> {
  const database = new DatabaseSync(path);
  try {
    // The copy has the ledger's journal; a backup is one file.
    database.exec('PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL');
    database.exec(backupTables);
    database.exec(`PRAGMA application_id = ${backupApplicationId}`);
    database
      .prepare('INSERT INTO backup_info (made_at_ms, app_version) VALUES (?, ?)')
      .run(nowMs, appVersion);
    const wanted = database.prepare('SELECT DISTINCT sha256 FROM drafts').all() as { sha256: string }[];
    const folder = join(dataDir, 'drafts');
    const there = new Set(await readdir(folder).catch(() => []));
    for (const { sha256 } of wanted)
      if (draftFileName.test(sha256) && there.has(sha256))
        await addFile(database, sha256, join(folder, sha256));
  } finally {
    database.close();
  }
}

async function addFile(database: DatabaseSyncInstance, name: string, path: string): Promise<void> {
  const file = await open(path, 'r').catch(() => null);
  // A draft that was deleted this moment.
  if (file === null) return;
  try {
    const insert = database.prepare('INSERT INTO backup_pieces (name, piece_no, bytes) VALUES (?, ?, ?)');
    for (let pieceNo = 0; ; pieceNo++) {
      const bytes = await readPiece(file, pieceNo);
      if (bytes.length === 0) return;
      insert.run(name, pieceNo, bytes);
    }
  } finally {
    await file.close();
  }
}

async function readPiece(file: FileHandle, pieceNo: number): Promise<Uint8Array> {
  const { bytesRead, buffer } = await file.read(
    new Uint8Array(pieceSizeBytes),
    0,
    pieceSizeBytes,
    pieceNo * pieceSizeBytes,
  );
  return buffer.subarray(0, bytesRead);
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
