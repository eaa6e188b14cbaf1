import { mkdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { describe, expect, test } from 'vitest';
import { openDatabase } from '../../../../electron/store/database';
import { openLedger } from '../../../../electron/store/ledger';
import { makeDataDir, makeRows, openTestLedger, storeBatch } from '../runs/engine-bench';

const unreadable = (folder: string) =>
  expect.objectContaining({ code: 'store/unreadable', params: { folder } });
const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);

/** A folder with a ledger that was in use and closed; `isUnclean` as if the program had died. */
function makeUsedFolder(isUnclean: boolean): { dataDir: string; path: string } {
  const dataDir = makeDataDir();
  const ledger = openTestLedger(dataDir);
  storeBatch(ledger, makeRows(2000));
  ledger.close();
  if (isUnclean) writeFileSync(join(dataDir, 'ledger.open'), '');
  return { dataDir, path: join(dataDir, 'ledger.sqlite') };
}

/** Opening fails, and not a byte of the file has changed. */
function expectLeftAlone(dataDir: string, path: string) {
  const before = readFileSync(path);
  expect(() => openLedger(dataDir)).toThrow(unreadable(dataDir));
  expect(readFileSync(path).equals(before)).toBe(true);
}

describe('opening the ledger', () => {
  test('every commit is synced, foreign keys hold, and the schema is not trusted', () => {
    const { database, close } = openDatabase(makeDataDir());
    const read = (name: string) =>
      Object.values(database.prepare(`PRAGMA ${name}`).get() as Record<string, unknown>)[0];
    expect({
      sync: read('synchronous'),
      journal: read('journal_mode'),
      keys: read('foreign_keys'),
      trusted: read('trusted_schema'),
    }).toEqual({
      sync: 2,
      journal: 'wal',
      keys: 1,
      trusted: 0,
    });
    const tables = database
      .prepare(
        "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'",
      )
      .all();
    expect(tables.length).toBeGreaterThan(7);
    expect(tables.filter((table) => (table as { strict: number }).strict !== 1)).toEqual([]);
    close();
  });

  test('folder and files are for this user only', () => {
    // Windows keeps its own access lists; the user's folder is private there by them.
    if (process.platform === 'win32') return;
    const dataDir = join(makeDataDir(), 'new', 'folder');
    const ledger = openTestLedger(dataDir);
    expect(modeOf(dataDir)).toBe('700');
    for (const name of [
      'ledger.sqlite',
      'ledger.sqlite-wal',
      'ledger.sqlite-shm',
      'ledger.lock',
      'ledger.open',
    ])
      expect(modeOf(join(dataDir, name))).toBe('600');
    ledger.close();
  });

  test('knows a clean end from a death', () => {
    const { dataDir } = makeUsedFolder(false);
    expect(openTestLedger(makeDataDir()).wasUnclean).toBe(false);
    const ledger = openTestLedger(dataDir);
    expect(ledger.wasUnclean).toBe(false);
    ledger.close();
    writeFileSync(join(dataDir, 'ledger.open'), '');
    const after = openTestLedger(dataDir);
    expect(after.wasUnclean).toBe(true);
    after.close();
    expect(openTestLedger(dataDir).wasUnclean).toBe(false);
  });

  test('a second opener is told, and the first goes on', () => {
    const dataDir = makeDataDir();
    const ledger = openTestLedger(dataDir);
    expect(() => openLedger(dataDir)).toThrow(
      expect.objectContaining({ code: 'store/in-use', params: { folder: dataDir } }),
    );
    ledger.settings.change({ concurrency: 9 });
    expect(() => openLedger(dataDir)).toThrow(expect.objectContaining({ code: 'store/in-use' }));
    ledger.close();
    expect(openTestLedger(dataDir).settings.get().concurrency).toBe(9);
  });
});

describe('a ledger that cannot be read is left as it is', () => {
  test('its first page is not a database', () => {
    const { dataDir, path } = makeUsedFolder(false);
    const bytes = readFileSync(path);
    bytes.fill(0x41, 0, 100);
    writeFileSync(path, bytes);
    expectLeftAlone(dataDir, path);
  });

  test.each([false, true])('a page in its middle is damaged (after an unclean end: %s)', (isUnclean) => {
    const { dataDir, path } = makeUsedFolder(isUnclean);
    const bytes = readFileSync(path);
    const middle = Math.floor(bytes.length / 4096 / 2) * 4096;
    bytes.fill(0xff, middle, middle + 4096);
    writeFileSync(path, bytes);
    expectLeftAlone(dataDir, path);
  });

  test('it was cut off, or emptied', () => {
    const { dataDir, path } = makeUsedFolder(true);
    truncateSync(path, 4096 * 5);
    expectLeftAlone(dataDir, path);
    truncateSync(path, 0);
    expectLeftAlone(dataDir, path);
  });

  test('it is another program’s database, or a newer one of this program', () => {
    const { dataDir, path } = makeUsedFolder(false);
    const newer = new DatabaseSync(path);
    newer.exec('PRAGMA user_version = 99');
    newer.close();
    expectLeftAlone(dataDir, path);

    const otherDir = makeDataDir();
    const other = new DatabaseSync(join(otherDir, 'ledger.sqlite'));
    other.exec('CREATE TABLE notes (text TEXT)');
    other.close();
    expectLeftAlone(otherDir, join(otherDir, 'ledger.sqlite'));
  });

  test('after a refusal the folder can be opened again once the file is moved away', () => {
    const { dataDir, path } = makeUsedFolder(false);
    writeFileSync(path, 'nothing');
    expect(() => openLedger(dataDir)).toThrow(unreadable(dataDir));
    writeFileSync(path, '');
    expect(() => openLedger(dataDir)).toThrow(unreadable(dataDir));
  });
});

test('a folder that cannot be made says so', () => {
  const file = join(makeDataDir(), 'file');
  writeFileSync(file, '');
  expect(() => openLedger(join(file, 'folder'))).toThrow(
    expect.objectContaining({ code: 'store/unwritable' }),
  );
  const dataDir = makeDataDir();
  mkdirSync(join(dataDir, 'ledger.lock'));
  expect(() => openLedger(dataDir)).toThrow(expect.objectContaining({ code: 'store/unwritable' }));
});
