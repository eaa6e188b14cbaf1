import { join } from 'node:path';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { createGroupCommit, type GroupCommit } from '../../../../electron/store/group-commit';
import { createFirstTurn, createSharedTurn } from '../../../../electron/store/write-turn';
import { makeDataDir } from '../runs/engine-bench';

/** A database with one table, and a second connection that sees only what is committed. */
function makeDatabase(): {
  commit: GroupCommit;
  database: DatabaseSyncInstance;
  add: (n: number) => number;
  committed: () => number[];
  commits: () => number;
} {
  const path = join(makeDataDir(), 'test.sqlite');
  const database = new DatabaseSync(path);
  database.exec('PRAGMA journal_mode = WAL; CREATE TABLE numbers (n INTEGER UNIQUE) STRICT');
  const reader = new DatabaseSync(path, { readOnly: true });
  onTestFinished(() => {
    reader.close();
    if (database.isOpen) database.close();
  });
  let commitCount = 0;
  const counted = new Proxy(database, {
    get: (target, name) => {
      if (name === 'exec') {
        return (sql: string) => {
          if (sql === 'COMMIT') commitCount += 1;
          target.exec(sql);
        };
      }
      const value = Reflect.get(target, name, target) as unknown;
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  return {
    commit: createGroupCommit(counted, createFirstTurn(createSharedTurn())),
    database,
    add: (n) => Number(database.prepare('INSERT INTO numbers VALUES (?)').run(n).lastInsertRowid),
    committed: () =>
      (reader.prepare('SELECT n FROM numbers ORDER BY rowid').all() as { n: number }[]).map(({ n }) => n),
    commits: () => commitCount,
  };
}

test('an answer and the next intent share one commit, in their order, and resolve after it', async () => {
  const { commit, add, committed, commits } = makeDatabase();
  const seen = await Promise.all([3, 1].map((n) => commit.enqueue(() => add(n)).then(() => committed())));
  expect(seen).toEqual([
    [3, 1],
    [3, 1],
  ]);
  expect(commits()).toBe(1);
});

test('the more writes wait, the more share a commit; the first do not wait for the last', async () => {
  const { commit, add, committed, commits } = makeDatabase();
  const numbers = Array.from({ length: 300 }, (_, n) => n);
  const seen = await Promise.all(numbers.map((n) => commit.enqueue(() => add(n)).then(() => committed())));
  for (const [n, committedThen] of seen.entries()) expect(committedThen).toContain(n);
  expect(committed()).toEqual(numbers);
  expect(commits()).toBeLessThan(20);
  expect(seen[0]).toHaveLength(100);
});

test('a write that fails takes only itself back', async () => {
  const { commit, add, committed } = makeDatabase();
  const results = await Promise.allSettled([
    commit.enqueue(() => add(1)),
    commit.enqueue(() => {
      add(7);
      add(1);
    }),
    commit.enqueue(() => add(2)),
  ]);
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(committed()).toEqual([1, 2]);
});

test('when the commit itself fails, every write of the group failed', async () => {
  const { commit, database, add } = makeDatabase();
  const waiting = [commit.enqueue(() => add(1)), commit.enqueue(() => add(2))];
  database.close();
  const results = await Promise.allSettled(waiting);
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
});

test('a write that cannot wait goes after the queued ones and is committed on return', async () => {
  const { commit, add, committed } = makeDatabase();
  const queued = commit.enqueue(() => add(1));
  commit.now(() => add(2));
  expect(committed()).toEqual([1, 2]);
  await queued;
  expect(() => commit.now(() => add(2))).toThrow(/UNIQUE/);
  expect(committed()).toEqual([1, 2]);
});
