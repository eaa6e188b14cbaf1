// Looks at an existing ledger before it is opened for writing. Must never change a byte of it.
import { statSync } from 'node:fs';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { AppError } from '../../shared/errors/app-error';
import { findLogDamage } from './inspect-log';
import { applicationId, schemaVersion } from './migrations';
import { isNotLetIn } from './sqlite-errors';

/** Up to here the whole check takes a second or two; beyond, the quick one (which does not compare indexes with rows) has to do. */
const wholeCheckSizeBytes = 200 * 1024 * 1024;

/**
 * Makes sure that a file is a whole ledger in a form that this program knows. Every page is looked at, since a disk may spoil one at
 * any time; after an unclean end the log is too, and indexes are compared with rows.
 * @throws AppError `store/unreadable`; `store/unwritable` where it may be whole and cannot be opened.
 */
export function inspectLedger(path: string, folder: string, wasUnclean: boolean): void {
  let database: DatabaseSyncInstance | null = null;
  try {
    const { size: sizeBytes } = statSync(path);
    if (sizeBytes === 0) throw new Error('The ledger is empty.');
    const logDamage = findLogDamage(`${path}-wal`);
    if (logDamage !== null) throw new Error(logDamage);
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
    checkPages(database, wasUnclean && sizeBytes <= wholeCheckSizeBytes);
  } catch (error) {
    throw new AppError(
      isNotLetIn(error) ? 'store/unwritable' : 'store/unreadable',
      { folder },
      { cause: error },
    );
  } finally {
    database?.close();
  }
}

function checkPages(database: DatabaseSyncInstance, isWhole: boolean): void {
  const pragma = isWhole ? 'integrity_check' : 'quick_check';
  const findings = database.prepare(`PRAGMA ${pragma}(5)`).all() as Record<string, string>[];
  const texts = findings.map((finding) => Object.values(finding).join(' '));
  if (texts.join() !== 'ok') throw new Error(texts.join('; '));
}
