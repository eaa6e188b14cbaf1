import { expect, test } from 'vitest';
import type { HttpAnswer } from '../../../../electron/flowmingo/http-transport';
import { readAllRecords } from '../../../../electron/flowmingo/record-list';
import { AppError } from '../../../../shared/errors/app-error';

const answer = (body: object, headers: Record<string, string> = {}): HttpAnswer => ({
  kind: 'answered',
  status: 200,
  headers,
  bodyText: JSON.stringify(body),
});
const makeRecords = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    id: `sub-${index}`,
    tal_candidate_id: `cand-${index}`,
    com_interview_set_id: 'set-1',
    created_at: '2026-05-04T09:00:00.000Z',
  }));

/** A server that holds at most `pageSize` on a page, whatever it was asked for. */
function makeServer(records: readonly object[], { pageSize = 100, saysTotal = true } = {}) {
  const asked: number[] = [];
  const readPage = async (page: number) => {
    asked.push(page);
    const data = records.slice((page - 1) * pageSize, page * pageSize);
    return answer({ data, ...(saysTotal ? { total: records.length } : {}) });
  };
  return { asked, readPage };
}

test.each([
  [0, 100, true],
  [1, 100, true],
  [100, 100, true],
  [950, 100, true],
  [950, 100, false],
  [300, 20, true],
  [300, 20, false],
  [20, 20, false],
])('%i records at %i a page (total said: %s) are all read', async (count, pageSize, saysTotal) => {
  const { readPage } = makeServer(makeRecords(count), { pageSize, saysTotal });
  const { records, isWhole } = await readAllRecords(readPage);
  expect({ count: records.length, isWhole }).toEqual({ count, isWhole: true });
});

test('a total that speaks of the page alone does not end the reading', async () => {
  const all = makeRecords(250);
  const { records, isWhole } = await readAllRecords(async (page) => {
    const data = all.slice((page - 1) * 100, page * 100);
    return answer({ data, total: 100 });
  });
  expect({ count: records.length, isWhole }).toEqual({ count: 250, isWhole: true });
});

test('a list that is too long, or always the same page, is not whole', async () => {
  const long = makeServer(makeRecords(10_200));
  expect(await readAllRecords(long.readPage)).toMatchObject({ isWhole: false });
  expect(long.asked.length).toBeLessThan(110);
  const same = makeRecords(100);
  expect(await readAllRecords(async () => answer({ data: same }))).toMatchObject({ isWhole: false });
});

test('a list that grows at its beginning meanwhile is whole; what came later may be missing', async () => {
  const all = makeRecords(250);
  const { records, isWhole } = await readAllRecords(async (page) => {
    const data = all.slice((page - 1) * 100, page * 100);
    const reply = answer({ data, total: all.length });
    all.unshift({ id: `new-${page}`, tal_candidate_id: 'n', com_interview_set_id: 'set-1', created_at: '' });
    return reply;
  });
  expect(isWhole).toBe(true);
  const ids = new Set(records.map(({ id }) => id));
  expect(makeRecords(250).filter(({ id }) => !ids.has(id))).toEqual([]);
});

test('a list from which something goes meanwhile is read again', async () => {
  const all = makeRecords(250);
  let takes = 1;
  const { records, isWhole } = await readAllRecords(async (page) => {
    const reply = answer({ data: all.slice((page - 1) * 100, page * 100), total: all.length });
    if (page === 1 && takes > 0) {
      takes -= 1;
      all.shift();
    }
    return reply;
  });
  expect(isWhole).toBe(true);
  const ids = new Set(records.map(({ id }) => id));
  expect(all.filter(({ id }) => !ids.has(id))).toEqual([]);
});

test('a page behind the end may be an error; the first page may not', async () => {
  const all = makeRecords(100);
  const { records, isWhole } = await readAllRecords(async (page) => {
    if (page > 1) throw new AppError('api/not-found', { message: 'No such page' });
    return answer({ data: all, total: 100 });
  });
  expect({ count: records.length, isWhole }).toEqual({ count: 100, isWhole: true });
  await expect(
    readAllRecords(async () => {
      throw new AppError('api/not-found', { message: 'No such set' });
    }),
  ).rejects.toMatchObject({ code: 'api/not-found' });
});

test('records of another set or candidate are left out, where the server does not heed the filter', async () => {
  const mixed = [...makeRecords(2), { ...makeRecords(1)[0], id: 'other', com_interview_set_id: 'set-2' }];
  const { readPage } = makeServer(mixed);
  const { records, isWhole } = await readAllRecords(readPage, {
    com_interview_set_id: 'set-1',
    tal_candidate_id: undefined,
  });
  expect(records.map(({ id }) => id)).toEqual(['sub-0', 'sub-1']);
  expect(isWhole).toBe(true);
});

test('ids and totals of other types are read as what they say', async () => {
  const all = makeRecords(3).map((record, index) => ({
    ...record,
    id: 100 + index,
    tal_candidate_id: index,
  }));
  const { records, isWhole } = await readAllRecords(async (page) =>
    answer({ data: page === 1 ? all : [], total: '3' }),
  );
  expect(isWhole).toBe(true);
  expect(records.map(({ id, candidateId }) => [id, candidateId])).toEqual([
    ['100', '0'],
    ['101', '1'],
    ['102', '2'],
  ]);
  const short = await readAllRecords(async (page) => answer({ data: page === 1 ? all : [], total: '4' }));
  expect(short.isWhole).toBe(false);
});

test('a record without a time has none, and the Date header gives the clock as a range', async () => {
  const beforeMs = Date.now();
  const headers = { date: new Date(beforeMs + 90_000).toUTCString() };
  const { records, clock } = await readAllRecords(async (page) =>
    answer({ data: page === 1 ? [{ id: 'a' }, { id: 'b', created_at: 'soon' }] : [], total: 2 }, headers),
  );
  expect(records.map(({ createdAtMs }) => createdAtMs)).toEqual([null, null]);
  expect(clock?.leastMs).toBeLessThanOrEqual(90_000);
  expect(clock?.mostMs).toBeGreaterThanOrEqual(89_000);
});

test('what is not a list is unreadable', async () => {
  await expect(readAllRecords(async () => answer({ results: [] }))).rejects.toMatchObject({
    code: 'api/unreadable',
  });
});
