// The form of a backup: one SQLite file, which is a copy of the ledger with what lies beside it as pieces. Never holds a key.
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { migrate } from '../store/migrations';

/** "FlBk": a backup is never taken for a ledger in use, nor another program's file for a backup. */
export const backupApplicationId = 0x46_6c_42_6b;

export const backupExtension = 'flowbackup';

/** 1 MiB: a file of a draft goes in and comes out without ever being whole in memory. */
export const pieceSizeBytes = 1024 * 1024;

/** The name of a draft's file: the SHA-256 of its bytes. */
export const draftFileName = /^[0-9a-f]{64}$/;

export const backupTables = `
CREATE TABLE backup_info (made_at_ms INTEGER NOT NULL, app_version TEXT NOT NULL) STRICT;
CREATE TABLE backup_pieces (
  name TEXT NOT NULL,
  piece_no INTEGER NOT NULL CHECK (piece_no >= 0),
  bytes BLOB NOT NULL,
  PRIMARY KEY (name, piece_no)
) STRICT;`;

/** What makes a ledger of a backup again. */
export const dropBackupTables = 'DROP TABLE backup_pieces; DROP TABLE backup_info;';

interface SchemaEntry {
  readonly type: string;
  readonly name: string;
  readonly sql: string | null;
}

const schemaSql = `SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY type, name`;

/** Every table, index, view and trigger of a database, to be compared with another's. */
export function readSchema(database: DatabaseSyncInstance): string {
  return JSON.stringify(database.prepare(schemaSql).all() as unknown as SchemaEntry[]);
}

/** What a backup of a ledger in this form consists of, to the letter: a trigger or a view that somebody added would run here. */
export function expectedSchema(version: number): string {
  const database = new DatabaseSync(':memory:');
  try {
    migrate(database, version);
    database.exec(backupTables);
    return readSchema(database);
  } finally {
    database.close();
  }
}
