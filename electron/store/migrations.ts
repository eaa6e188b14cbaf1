// The steps from an empty file to the present form of the ledger. A step that was ever released must never be changed.
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import ledger from './migrations/0001-ledger.sql?raw';
import lookUps from './migrations/0002-look-ups.sql?raw';
import mappings from './migrations/0003-mappings.sql?raw';
import drafts from './migrations/0004-drafts.sql?raw';
import historyKeys from './migrations/0005-history-keys.sql?raw';
import pipeline from './migrations/0006-pipeline.sql?raw';
import snapshots from './migrations/0007-snapshots.sql?raw';
import history from './migrations/0008-history.sql?raw';
import readyBatches from './migrations/0009-ready-batches.sql?raw';
import messageTemplates from './migrations/0010-message-templates.sql?raw';
import pipelines from './migrations/0011-pipelines.sql?raw';
import looksAtLinks from './migrations/0012-looks-at-links.sql?raw';

const steps: readonly string[] = [
  ledger,
  lookUps,
  mappings,
  drafts,
  historyKeys,
  pipeline,
  snapshots,
  history,
  readyBatches,
  messageTemplates,
  pipelines,
  looksAtLinks,
];

/** The form of the ledger that this program writes (`PRAGMA user_version`). */
export const schemaVersion = steps.length;

/** Says that a SQLite file is a ledger of this product ("FlBa"), so that another program's file is never taken for one. */
export const applicationId = 0x46_6c_42_61;

/** Brings an open ledger to the present form, or to an earlier one, each step whole or not at all. */
export function migrate(database: DatabaseSyncInstance, upTo = steps.length): void {
  const { user_version: from } = database.prepare('PRAGMA user_version').get() as { user_version: number };
  if (from >= upTo) return;
  // A table that is made anew is missing for a moment (sqlite.org/lang_altertable.html, "Making Other Kinds Of Table Schema Changes").
  database.exec('PRAGMA foreign_keys = OFF');
  for (const [index, step] of steps.entries()) {
    if (index < from || index >= upTo) continue;
    database.exec('BEGIN IMMEDIATE');
    try {
      database.exec(step);
      if (database.prepare('PRAGMA foreign_key_check').all().length > 0)
        throw new Error(`Step ${index + 1} of the ledger would lose the tie between two tables.`);
      database.exec(`PRAGMA user_version = ${index + 1}`);
      database.exec(`PRAGMA application_id = ${applicationId}`);
      database.exec('COMMIT');
    } catch (error) {
      database.exec('ROLLBACK');
      throw error;
    }
  }
  database.exec('PRAGMA foreign_keys = ON');
}
