// A ledger as the version before the search left it: what every later step has made is taken out again.
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';

/** The step that the search came after (electron/store/migrations.ts). */
const stepBefore = 7;

/** A closed ledger of this version, brought back to that form; whatever the later steps alone know is lost. */
export function toLedgerBeforeSearch(dataDir: string): void {
  const database = new DatabaseSync(join(dataDir, 'ledger.sqlite'));
  database.exec(`BEGIN;
    DROP INDEX batches_by_sheet;
    DROP TABLE pipeline_mappings; ALTER TABLE snapshots DROP COLUMN counts_json; DROP INDEX batch_rows_by_application;
    DROP INDEX batch_rows_by_candidate; DROP INDEX run_rows_by_candidate;
    DROP TABLE message_templates;
    DROP INDEX batches_by_target; DROP TABLE queue_runs; DROP TABLE ready_batches; DROP INDEX batches_by_file;
    DROP TABLE people_search; DROP TABLE people_search_of_batches; DROP INDEX attempts_by_run; DROP INDEX batches_deleted;
    ALTER TABLE batches DROP COLUMN deleted_at_ms; ALTER TABLE runs DROP COLUMN started_by;
    ALTER TABLE runs DROP COLUMN started_from;
    PRAGMA user_version = ${stepBefore};
    COMMIT;`);
  database.close();
}
