import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { describe, expect, test } from 'vitest';
import { peekMappings } from '../../../../electron/store/peek-mappings';
import type { MappingContent } from '../../../../shared/mappings/saved-mapping';
import { makeDataDir, openTestLedger } from '../runs/engine-bench';

const toContent = (...headers: string[]): MappingContent => ({
  headers,
  columns: [{ field: 'email', header: headers[0] ?? '', occurrence: 1 }],
  nameOrder: 'decide',
});
const fair = toContent('Mail', 'Name');
const portal = toContent('Email', 'First', 'Last');

describe('remembered mappings', () => {
  test('survive a restart, the last used first, one for a header', () => {
    const dataDir = makeDataDir();
    const ledger = openTestLedger(dataDir);
    ledger.mappings.remember(fair, 1000);
    ledger.mappings.remember(portal, 2000);
    const again: MappingContent = {
      headers: ['Name', 'mail'],
      columns: [{ field: 'fullname', header: 'Name', occurrence: 1 }],
      nameOrder: 'first-word-is-family',
    };
    ledger.mappings.remember(again, 3000);
    ledger.close();
    const list = openTestLedger(dataDir).mappings.list();
    expect(list).toEqual([
      { ...again, mappingId: expect.any(String), name: null, lastUsedAtMs: 3000 },
      { ...portal, mappingId: expect.any(String), name: null, lastUsedAtMs: 2000 },
    ]);
  });

  test('keep their name when they are used again; are deleted and come back as they were', () => {
    const { mappings } = openTestLedger(makeDataDir());
    mappings.remember(fair, 1000);
    const [first] = mappings.list();
    if (first === undefined) throw new Error('nothing remembered');
    mappings.rename(first.mappingId, 'Fairs');
    mappings.remember(fair, 2000);
    const kept = { ...first, name: 'Fairs', lastUsedAtMs: 2000 };
    expect(mappings.list()).toEqual([kept]);
    mappings.delete(first.mappingId);
    expect(mappings.list()).toEqual([]);
    mappings.restore(kept);
    expect(mappings.list()).toEqual([kept]);
    mappings.delete(first.mappingId);
    mappings.remember(fair, 3000);
    mappings.restore(kept);
    expect(mappings.list()).toMatchObject([{ name: null, lastUsedAtMs: 3000 }]);
  });

  test('of a colleague take the place of ours for the same header', () => {
    const { mappings } = openTestLedger(makeDataDir());
    mappings.remember(fair, 1000);
    mappings.takeIn(
      [
        { ...portal, name: null },
        { ...fair, nameOrder: 'last-word-is-family', name: 'Jana’s fairs' },
      ],
      5000,
    );
    expect(mappings.list()).toMatchObject([
      { headers: portal.headers, name: null },
      { headers: fair.headers, nameOrder: 'last-word-is-family', name: 'Jana’s fairs' },
    ]);
  });

  test('never grow beyond 200: the ones not used for longest go', () => {
    const { mappings } = openTestLedger(makeDataDir());
    for (let index = 0; index < 205; index++) mappings.remember(toContent(`Mail ${index}`), 1000 + index);
    const list = mappings.list();
    expect(list).toHaveLength(200);
    expect([list[0]?.headers, list.at(-1)?.headers]).toEqual([['Mail 204'], ['Mail 5']]);
  });

  test('one that cannot be read is passed over', () => {
    const dataDir = makeDataDir();
    const ledger = openTestLedger(dataDir);
    ledger.mappings.remember(fair, 1000);
    ledger.mappings.remember(portal, 2000);
    ledger.close();
    const database = new DatabaseSync(join(dataDir, 'ledger.sqlite'));
    database.exec("UPDATE mappings SET content_json = '{' WHERE last_used_at_ms = 2000");
    database.close();
    expect(openTestLedger(dataDir).mappings.list()).toMatchObject([{ headers: fair.headers }]);
  });
});

describe('a peek from the command line', () => {
  test('reads while the app has the ledger open, and changes no byte of it', () => {
    const dataDir = makeDataDir();
    const ledger = openTestLedger(dataDir);
    ledger.mappings.remember(fair, 1000);
    const hashes = () =>
      ['ledger.sqlite', 'ledger.sqlite-wal'].map((name) =>
        existsSync(join(dataDir, name))
          ? createHash('sha256')
              .update(readFileSync(join(dataDir, name)))
              .digest('hex')
          : null,
      );
    const before = hashes();
    expect(peekMappings(dataDir)).toMatchObject([{ headers: fair.headers }]);
    expect(hashes()).toEqual(before);
    ledger.close();
    const closed = hashes();
    expect(peekMappings(dataDir)).toMatchObject([{ headers: fair.headers }]);
    expect(hashes()[0]).toBe(closed[0]);
    expect(openTestLedger(dataDir).mappings.list()).toHaveLength(1);
  });

  test('finds nothing where there is no ledger, and nothing in what is none', () => {
    expect(peekMappings('/nowhere')).toEqual([]);
  });
});
