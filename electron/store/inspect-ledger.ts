// Looks at an existing ledger before it is opened for writing. Must never change a byte of it.
import { statSync } from 'node:fs';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { AppError } from '../../shared/errors/app-error';
import { applicationId, schemaVersion } from './migrations';

/** Up to here the whole check takes a second or two; beyond, the quick one (without comparing indexes with rows) has to do. */
const wholeCheckSizeBytes = 200 * 1024 * 1024;

/**
 * Makes sure that a file is a whole ledger in a form that this program knows. After an unclean end every page is checked.
 * @throws AppError `store/unreadable`.
 */
export function inspectLedger(path: string, folder: string, wasUnclean: boolean): void {
  const unreadable = (cause: unknown) => new AppError('store/unreadable', { folder }, { cause });
  let database: DatabaseSyncInstance | null = null;
  try {
    const { size: sizeBytes } = statSync(path);
    if (sizeBytes === 0) throw new Error('The ledger is empty.');
    // Read-only: a connection that could write would merge the log into a damaged file when it closes.
    database = new DatabaseSync(path, { readOnly: true });
    const { user_version: version } = database.prepare('PRAGMA user_version').get() as {
      user_version: number;
    };
    const { application_id: owner } = database.prepare('PRAGMA application_id').get() as {
      application_id: number;
    };
    if (owner !== applicationId) throw new Error('The file is not a ledger of this program.');
    if (version > schemaVersion)
      throw new Error(`The ledger has form ${version}; this program knows up to ${schemaVersion}.`);
    if (wasUnclean) checkPages(database, sizeBytes);
    else database.prepare('SELECT count(*) FROM sqlite_schema').get();
  } catch (error) {
    throw unreadable(error);
  } finally {
    database?.close();
  }
}

function checkPages(database: DatabaseSyncInstance, sizeBytes: number): void {
  const pragma = sizeBytes > wholeCheckSizeBytes ? 'quick_check' : 'integrity_check';
  const findings = database.prepare(`PRAGMA ${pragma}(5)`).all() as Record<string, string>[];
  const texts = findings.map((finding) => Object.values(finding).join(' '));
  if (texts.join() !== 'ok') throw new Error(texts.join('; '));
}
