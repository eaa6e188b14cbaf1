// Looks at a file that somebody wants to restore, before anything of it is used. Must never change a byte of it, and never run what
// somebody may have put into it.
import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { AppError } from '../../shared/errors/app-error';
import { type BackupContents, backupContentsSchema } from '../../shared/settings/backup-contents';
import { isPrepared } from '../store/draft-store';
import { schemaVersion } from '../store/migrations';
import { backupApplicationId, draftFileName, expectedSchema, readSchema } from './backup-file';

/** SQLite's own first bytes (sqlite.org/fileformat.html, 1.3). */
const sqliteHeader = 'SQLite format 3\0';
const applicationIdOffset = 68;
const userVersionOffset = 60;
const headerSizeBytes = 100;

/**
 * Makes sure that a file is a whole backup in a form that this program knows, to the last page and piece.
 * @throws AppError `backup/not-a-backup`, `backup/newer`, `backup/damaged`.
 */
export function inspectBackup(path: string, fileName: string): BackupContents {
  const version = readVersion(path, fileName);
  if (version > schemaVersion) throw new AppError('backup/newer', { fileName });
  let database: DatabaseSyncInstance | null = null;
  try {
    database = new DatabaseSync(path, { readOnly: true, defensive: true });
    database.exec('PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON');
    if (readSchema(database) !== expectedSchema(version))
      throw new AppError('backup/not-a-backup', { fileName });
    checkPages(database);
    checkPieces(database);
    return readContents(database, statSync(path).size);
  } catch (error) {
    throw error instanceof AppError ? error : new AppError('backup/damaged', { fileName }, { cause: error });
  } finally {
    database?.close();
  }
}

/** From the file's first bytes: what is no backup of ours is never opened as a database. */
function readVersion(path: string, fileName: string): number {
  const header = Buffer.alloc(headerSizeBytes);
  const file = openSync(path, 'r');
  try {
    readSync(file, header, 0, headerSizeBytes, 0);
  } finally {
    closeSync(file);
  }
  if (
    header.toString('latin1', 0, sqliteHeader.length) !== sqliteHeader ||
    header.readInt32BE(applicationIdOffset) !== backupApplicationId
  )
    throw new AppError('backup/not-a-backup', { fileName });
  return header.readInt32BE(userVersionOffset);
}

function checkPages(database: DatabaseSyncInstance): void {
  const findings = database.prepare('PRAGMA integrity_check(5)').all() as Record<string, string>[];
  const texts = findings.map((finding) => Object.values(finding).join(' '));
  if (texts.join() !== 'ok') throw new Error(texts.join('; '));
}

/** Each file is what its name says. Pages have no checksums of their own, and a changed byte in a piece would go unseen. */
function checkPieces(database: DatabaseSyncInstance): void {
  const names = database.prepare('SELECT DISTINCT name FROM backup_pieces').all() as { name: string }[];
  const pieces = database.prepare('SELECT bytes FROM backup_pieces WHERE name = ? ORDER BY piece_no');
  for (const { name } of names) {
    if (!draftFileName.test(name)) throw new Error('A file in it has a name that this app does not give.');
    const hash = createHash('sha256');
    for (const piece of pieces.iterate(name) as Iterable<{ bytes: Uint8Array }>) hash.update(piece.bytes);
    if (hash.digest('hex') !== name) throw new Error('A file in it has been changed.');
  }
}

function readContents(database: DatabaseSyncInstance, sizeBytes: number): BackupContents {
  const info = database.prepare('SELECT made_at_ms, app_version FROM backup_info').get() as {
    made_at_ms: number;
    app_version: string;
  };
  const runs = database.prepare('SELECT count(*) AS count, max(created_at_ms) AS newest FROM runs').get() as {
    count: number;
    newest: number | null;
  };
  const drafts = database.prepare(`SELECT count(*) AS count FROM drafts WHERE ${isPrepared}`).get() as {
    count: number;
  };
  const workspaces = database.prepare('SELECT name FROM workspaces ORDER BY name').all() as {
    name: string;
  }[];
  return backupContentsSchema.parse({
    madeAtMs: info.made_at_ms,
    appVersion: info.app_version,
    runCount: runs.count,
    newestRunAtMs: runs.newest,
    draftCount: drafts.count,
    workspaceNames: workspaces.map(({ name }) => name),
    sizeBytes,
  });
}
