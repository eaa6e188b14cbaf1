import { expect, test } from 'vitest';
import type { ListPage } from '../../../../electron/flowmingo/pipeline-lists';
import { readList } from '../../../../electron/snapshots/read-list';

const entries = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => ({ id: `app-${from + index}` }));

/** Reads a list that answers like this, and counts the pages asked for. */
async function read(answer: (page: number) => ListPage) {
  let asked = 0;
  let onTheirWay = 0;
  let most = 0;
  const ids = await readList({
    readPage: async (page) => {
      asked += 1;
      onTheirWay += 1;
      most = Math.max(most, onTheirWay);
      await Promise.resolve();
      onTheirWay -= 1;
      return answer(page);
    },
    concurrency: 8,
    onEntries: async () => undefined,
    onProgress: () => undefined,
  }).then(
    (found) => [...found],
    (error: { code?: string }) => error.code,
  );
  return { ids, asked, most };
}

test('a list is read whole, at most so many pages at once', async () => {
  const all = entries(2530);
  const { ids, asked, most } = await read((page) => ({
    items: all.slice((page - 1) * 100, page * 100),
    total: all.length,
  }));
  expect(ids).toHaveLength(2530);
  expect(asked).toBeLessThan(30);
  expect(most).toBe(8);
});

test('a total that is far too great is found out, and asks for no million pages', async () => {
  const all = entries(250);
  const { ids, asked } = await read((page) => ({
    items: all.slice((page - 1) * 100, page * 100),
    total: 1_000_000_000_000_000,
  }));
  expect(ids).toBe('snapshot/changing');
  expect(asked).toBeLessThan(100);
});

test('a server that gives the same page for ever, or always another one, comes to an end', async () => {
  const same = await read(() => ({ items: entries(20), total: 1_000_000_000 }));
  expect(same.ids).toBe('snapshot/changing');
  expect(same.asked).toBeLessThan(200);
  const endless = await read((page) => ({ items: entries(2, page * 2), total: 1_000_000_000 }));
  expect(endless.ids).toBe('snapshot/changing');
});

test('a list that grows by a whole page meanwhile is read to its end', async () => {
  const all = entries(1200);
  let hasGrown = false;
  const { ids } = await read((page) => {
    if (page === 4 && !hasGrown) {
      hasGrown = true;
      all.unshift(...entries(100, 5000));
    }
    return { items: all.slice((page - 1) * 100, page * 100), total: all.length };
  });
  expect(new Set(ids)).toEqual(new Set(all.map(({ id }) => id)));
});
