import { copyFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { expect, test } from 'vitest';
import { findLogDamage } from '../../../../electron/store/inspect-log';
import { makeDataDir } from '../runs/engine-bench';

const headerBytes = 32;
const frameBytes = 24 + 4096;
const logBefore = 12;

/** The log of a database that is still open, with twelve commits in it; `rounds` of checkpoints before that. */
function makeLog(rounds = 0): string {
  const folder = makeDataDir();
  const database = new DatabaseSync(join(folder, 'db.sqlite'));
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE notes (text TEXT)');
  const insert = database.prepare('INSERT INTO notes VALUES (?)');
  const commit = (count: number) => {
    for (let index = 0; index < count; index += 1) insert.run('x'.repeat(900));
  };
  for (let round = 0; round < rounds; round += 1) {
    commit(logBefore * 4);
    database.exec('PRAGMA wal_checkpoint(RESTART)');
  }
  commit(logBefore);
  const path = join(folder, 'copy-wal');
  copyFileSync(join(folder, 'db.sqlite-wal'), path);
  database.close();
  return path;
}

function overwrite(path: string, offset: number, length: number): void {
  const bytes = readFileSync(path);
  writeFileSync(path, bytes.fill(0xa5, offset, offset + length));
}

const frameCount = (path: string) => Math.floor((readFileSync(path).length - headerBytes) / frameBytes);

test('a whole log is whole, also one that was begun anew over older frames', () => {
  expect(findLogDamage(makeLog())).toBeNull();
  const reused = makeLog(2);
  expect(frameCount(reused)).toBeGreaterThan(logBefore * 2);
  expect(findLogDamage(reused)).toBeNull();
});

test('no log, an empty one and one that has not reached the disk are no damage', () => {
  const path = makeLog();
  expect(findLogDamage(`${path}-nowhere`)).toBeNull();
  writeFileSync(path, Buffer.alloc(frameBytes));
  expect(findLogDamage(path)).toBeNull();
  truncateSync(path, 0);
  expect(findLogDamage(path)).toBeNull();
});

test('an end that a power cut tore is no damage', () => {
  const path = makeLog();
  const last = headerBytes + (frameCount(path) - 1) * frameBytes;
  overwrite(path, last + 1000, 500);
  expect(findLogDamage(path)).toBeNull();
  truncateSync(path, last + 100);
  expect(findLogDamage(path)).toBeNull();
});

test.each([
  ['a page', 24 + 1000, 500],
  ['a frame’s head', 0, 24],
  ['several frames', 100, frameBytes * 3],
])('%s that was overwritten in front of commits is damage', (_, offset, length) => {
  const path = makeLog();
  overwrite(path, headerBytes + 4 * frameBytes + offset, length);
  expect(findLogDamage(path)).toMatch(/^The log is damaged in front of \d+ commits\.$/);
});

test('a head that was overwritten is damage', () => {
  const path = makeLog();
  overwrite(path, 16, 4);
  expect(findLogDamage(path)).toBe('The head of the log is damaged.');
});
