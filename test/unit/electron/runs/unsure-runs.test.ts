import { expect, test } from 'vitest';
import type { RecordList } from '../../../../electron/operations/look-up';
import {
  type FakeApi,
  invited,
  lost,
  makeApi,
  makeRows,
  makeService,
  openTestLedger,
  storeBatch,
} from './engine-bench';

const settings = { concurrency: 1, peoplePerRequest: 1 };

/** Loses the answers of these requests (by number from 0), and lists what the others made. */
function makeLosingApi(
  lostOnes: readonly number[],
  wereProcessed: boolean,
  mayRead: () => boolean = () => true,
) {
  const records: { id: string; candidateId: string; createdAtMs: number }[] = [];
  const noAnswer = makeApi().listSubmissions;
  const listSubmissions = async (...words: Parameters<typeof noAnswer>): Promise<RecordList> =>
    mayRead() ? { records: [...records], isWhole: true, clock: null } : noAnswer(...words);
  const api: FakeApi = makeApi(
    (request, index) => {
      const isLost = lostOnes.includes(index);
      const email = request.candidates[0]?.email ?? '';
      if (!isLost || wereProcessed)
        records.push({ id: `sub-${email}`, candidateId: `cand-${email}`, createdAtMs: Date.now() });
      return isLost ? lost : invited(request);
    },
    { listSubmissions },
  );
  return api;
}
const timesSent = (api: FakeApi) => {
  const times = new Map<string, number>();
  for (const [email = ''] of api.sent) times.set(email, (times.get(email) ?? 0) + 1);
  return times;
};

test('found not processed goes again by itself, once; found done does not', async () => {
  for (const wereProcessed of [false, true]) {
    const ledger = openTestLedger();
    const api = makeLosingApi([3], wereProcessed);
    const service = makeService(ledger, api);
    const { runId } = await service.startRun(storeBatch(ledger, makeRows(8)), settings);
    expect(await service.whenAtRest(runId)).toMatchObject({
      state: 'finished',
      counts: { done: 8, unknown: 0 },
    });
    expect(timesSent(api).get('person3@example.com')).toBe(wereProcessed ? 1 : 2);
    expect(api.sent).toHaveLength(wereProcessed ? 8 : 9);
  }
});

test('in an ended run, found not processed waits for "run again", which sends it once', async () => {
  const ledger = openTestLedger();
  let mayRead = false;
  const api = makeLosingApi([3], false, () => mayRead);
  const service = makeService(ledger, api);
  const { runId } = await service.startRun(storeBatch(ledger, makeRows(8)), settings);
  expect(await service.whenAtRest(runId)).toMatchObject({
    state: 'finished',
    counts: { done: 7, unknown: 1 },
  });
  mayRead = true;
  expect(await service.lookUp(runId)).toMatchObject({
    state: 'finished',
    counts: { unknown: 0, notSent: 1 },
  });
  expect(api.sent).toHaveLength(8);
  const again = await service.runAgain(runId, 'not-sent/nothing-happened', settings);
  expect(await service.whenAtRest(again.runId)).toMatchObject({
    state: 'finished',
    total: 1,
    counts: { done: 1 },
  });
  expect(timesSent(api).get('person3@example.com')).toBe(2);
  expect(service.countRunAgain(runId, 'not-sent/nothing-happened')).toBe(0);
});

test('in a paused run, found not processed waits for the run to go on', async () => {
  const ledger = openTestLedger();
  const api = makeLosingApi([3], false);
  let runId = '';
  const service = makeService(ledger, {
    ...api,
    sendInvite: (...words) => {
      if (api.sent.length === 5) void service.pauseRun(runId);
      return api.sendInvite(...words);
    },
  });
  runId = (await service.startRun(storeBatch(ledger, makeRows(20)), settings)).runId;
  const paused = await service.whenAtRest(runId);
  expect(paused).toMatchObject({ state: 'paused', counts: { unknown: 1 } });
  const sentBefore = api.sent.length;
  const looked = await service.lookUp(runId);
  expect(looked.counts).toMatchObject({ unknown: 0, done: paused.counts.done });
  expect(api.sent).toHaveLength(sentBefore);
  await service.resumeRun(runId);
  expect(await service.whenAtRest(runId)).toMatchObject({ state: 'finished', counts: { done: 20 } });
  expect([...timesSent(api).values()].filter((times) => times > 1)).toEqual([2]);
});

test('a second invitation of a person’s own choice is one', async () => {
  const ledger = openTestLedger();
  const api = makeLosingApi([1, 4], true, () => false);
  const service = makeService(ledger, api);
  const { runId } = await service.startRun(storeBatch(ledger, makeRows(6)), settings);
  await service.whenAtRest(runId);
  await service.decideUnsure(runId, { leaveAlone: [1], sendAgain: [4] });
  const again = await service.runAgain(runId, 'not-sent/you-decided', settings);
  await service.whenAtRest(again.runId);
  expect(timesSent(api).get('person1@example.com')).toBe(1);
  expect(timesSent(api).get('person4@example.com')).toBe(2);
  await expect(service.runAgain(runId, 'unknown/answer-lost', settings)).rejects.toMatchObject({
    code: 'run/nothing-to-repeat',
  });
});
