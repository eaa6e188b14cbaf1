// Reads the remembered mappings while the ledger may be open elsewhere. Must never write to it, and never stop a command: without them columns are proposed.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import type { SavedMapping } from '../../shared/mappings/saved-mapping';
import { ledgerFileName } from './database';
import { type MappingRecord, mappingColumns, toSavedMapping } from './mapping-store';

/** The mappings in the ledger of this data folder; none where there is no ledger, an older one, or one that cannot be read. */
export function peekMappings(dataDir: string): SavedMapping[] {
  const path = join(dataDir, ledgerFileName);
  if (!existsSync(path)) return [];
  let database: DatabaseSyncInstance | null = null;
  try {
    database = new DatabaseSync(path, { readOnly: true });
    const records = database
      .prepare(`SELECT ${mappingColumns} FROM mappings ORDER BY last_used_at_ms DESC`)
      .all() as unknown as MappingRecord[];
    return records.flatMap((record) => toSavedMapping(record) ?? []);
  } catch {
    // A ledger that cannot be read is told where it matters: by the command that has to write into it.
    return [];
  } finally {
    database?.close();
  }
}
