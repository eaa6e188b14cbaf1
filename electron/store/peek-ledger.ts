// Reads a few records while the ledger may be open elsewhere. Must never write to it, and never stop a command.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { ledgerFileName } from './database';

/** What `toSaved` makes of the records of a query; none where there is no ledger, an older one, or one that cannot be read. */
export function peekLedger<DbRecord, Saved>(
  dataDir: string,
  query: string,
  toSaved: (record: DbRecord) => Saved | null,
): Saved[] {
  const path = join(dataDir, ledgerFileName);
  if (!existsSync(path)) return [];
  let database: DatabaseSyncInstance | null = null;
  try {
    database = new DatabaseSync(path, { readOnly: true });
    const records = database.prepare(query).all() as unknown as DbRecord[];
    return records.flatMap((record) => toSaved(record) ?? []);
  } catch {
    // A ledger that cannot be read is told where it matters: by the command that has to write into it.
    return [];
  } finally {
    database?.close();
  }
}
