// Reads the message templates while the ledger may be open elsewhere. Must never write to it.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import type { SavedTemplate } from '../../shared/messages/message-template';
import { ledgerFileName } from './database';
import { type TemplateRecord, templateColumns, toSavedTemplate } from './template-store';

/** The templates in the ledger of this data folder; none where there is no ledger, an older one, or one that cannot be read. */
export function peekTemplates(dataDir: string): SavedTemplate[] {
  const path = join(dataDir, ledgerFileName);
  if (!existsSync(path)) return [];
  let database: DatabaseSyncInstance | null = null;
  try {
    database = new DatabaseSync(path, { readOnly: true });
    const records = database
      .prepare(`SELECT ${templateColumns} FROM message_templates ORDER BY last_used_at_ms DESC`)
      .all() as unknown as TemplateRecord[];
    return records.flatMap((record) => toSavedTemplate(record) ?? []);
  } catch {
    // A ledger that cannot be read is told where it matters: by the command that has to write into it.
    return [];
  } finally {
    database?.close();
  }
}
