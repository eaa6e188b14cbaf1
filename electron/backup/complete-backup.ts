// Makes a backup of a copy of the ledger: the drafts' files go in, and all of it is looked at once more, as a restore would.
// Must never touch the ledger in use, nor put in anything but files of drafts.
import { type FileHandle, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import type { BackupContents } from '../../shared/settings/backup-contents';
import { backupApplicationId, backupTables, draftFileName, pieceSizeBytes } from './backup-file';
import { inspectBackup } from './inspect-backup';

export interface CopyToComplete {
  readonly dataDir: string;
  readonly appVersion: string;
  readonly nowMs: number;
  /** The copy of the ledger. */
  readonly path: string;
  /** What the backup will be called. */
  readonly fileName: string;
}

/** Answers what it holds. @throws errors of the disk as they are; AppError `backup/damaged`. */
export async function completeBackup({
  dataDir,
  appVersion,
  nowMs,
  path,
  fileName,
}: CopyToComplete): Promise<BackupContents> {
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
  return inspectBackup(path, fileName);
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
