import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { describe, expect, test, vi } from 'vitest';
import type { RunLedger } from '../../../../electron/runs/run-ledger';
import { createRunService } from '../../../../electron/runs/run-service';
import type { RunSummary } from '../../../../shared/runs/progress';
import {
  invited,
  lost,
  makeApi,
  makeDataDir,
  makeRows,
  makeService,
  notProcessed,
  openTestLedger,
  raw,
  storeBatch,
  sum,
} from './engine-bench';

const settings = { concurrency: 3, peoplePerRequest: 1 };

describe('what stops a run without burning its rows', () => {
  test.each([
    ['auth', 'auth-expired'],
    ['scope', 'scope-missing'],
    ['not-found', 'target-gone'],
    ['not-trusted', 'offline'],
  ] as const)(
    '%s pauses with %s, keeps every row, and the run goes on to its end afterwards',
    async (why, pauseReason) => {
      const ledger = openTestLedger();
      let isMended = false;
      const api = makeApi((request, index) =>
        index < 4 || isMended ? invited(request) : notProcessed(why, 'The words of the API'),
      );
      const service = makeService(ledger, api);
      const { runId } = await service.startRun(storeBatch(ledger, makeRows(12)), settings);
      const paused = await service.whenAtRest(runId);
      expect(paused).toMatchObject({
        state: 'paused',
        pauseReason,
        pauseDetail: 'The words of the API',
        counts: { done: 4, refused: 0, unknown: 0, notSent: 8 },
      });
      isMended = true;
      await service.resumeRun(runId);
      expect(await service.whenAtRest(runId)).toMatchObject({ state: 'finished', counts: { done: 12 } });
    },
  );

  test('a wait of more than a day pauses with a sentence; one of an hour is waited for', async () => {
    const dayMs = 24 * 3_600_000;
    const ledger = openTestLedger();
    const service = makeService(
      ledger,
      makeApi((request, index) =>
        index < 2 ? invited(request) : notProcessed('rate-limited', 'Quota is used up', dayMs + 1),
      ),
    );
    const { runId } = await service.startRun(storeBatch(ledger, makeRows(9)), settings);
    expect(await service.whenAtRest(runId)).toMatchObject({
      state: 'paused',
      pauseReason: 'rate-limited',
      pauseDetail: 'Quota is used up',
      counts: { done: 2, notSent: 7 },
    });

    const other = openTestLedger();
    const patient = makeService(
      other,
      makeApi(() => notProcessed('rate-limited', 'Quota is used up', 3_600_000)),
    );
    const told = new Promise<RunSummary>((resolve) => {
      patient.onProgress((summary) => summary.wait?.why === 'rate-limited' && resolve(summary));
    });
    const going = await patient.startRun(storeBatch(other, makeRows(9)), settings);
    expect((await told).state).toBe('running');
    await patient.cancelRun(going.runId);
    await patient.whenAtRest(going.runId);
  });

  test('no network: one try, then it is only asked about, and after a while the run pauses', async () => {
    const ledger = openTestLedger();
    const api = makeApi(() => notProcessed('offline', 'ENOTFOUND'), {
      probe: async () => ({ kind: 'down', retryAfterMs: null, detail: 'ENOTFOUND' }),
    });
    const service = makeService(ledger, api, { outageLimitMs: 0 });
    const { runId } = await service.startRun(storeBatch(ledger, makeRows(30)), {
      concurrency: 1,
      peoplePerRequest: 1,
    });
    expect(await service.whenAtRest(runId)).toMatchObject({
      state: 'paused',
      pauseReason: 'offline',
      pauseDetail: 'ENOTFOUND',
      counts: { notSent: 30 },
    });
    expect(api.sent).toHaveLength(1);
    expect(api.probedAtMs).toHaveLength(1);
  });

  test('a short outage: nobody is sent to until a probe is answered, and the run goes on by itself', async () => {
    const ledger = openTestLedger();
    let isOut = false;
    const duringOutage: string[] = [];
    const api = makeApi(
      (request, index) => {
        if (isOut) duringOutage.push(request.candidates[0]?.email ?? '');
        if (index !== 7) return invited(request);
        isOut = true;
        return notProcessed('offline', 'ECONNREFUSED');
      },
      {
        probe: async () => {
          isOut = false;
          return { kind: 'up' };
        },
      },
    );
    const service = makeService(ledger, api);
    const { runId } = await service.startRun(storeBatch(ledger, makeRows(20)), {
      concurrency: 1,
      peoplePerRequest: 1,
    });
    expect(await service.whenAtRest(runId)).toMatchObject({ state: 'finished', counts: { done: 20 } });
    expect(duringOutage).toEqual([]);
    expect(api.sent).toHaveLength(21);
  });

  test('five lost answers in a row pause the run, and those people are never sent again', async () => {
    const ledger = openTestLedger();
    let isMended = false;
    const api = makeApi((request) => (isMended ? invited(request) : lost));
    const service = makeService(ledger, api);
    const { runId } = await service.startRun(storeBatch(ledger, makeRows(30)), {
      concurrency: 1,
      peoplePerRequest: 1,
    });
    const paused = await service.whenAtRest(runId);
    expect(paused).toMatchObject({
      state: 'paused',
      pauseReason: 'too-many-failures',
      counts: { unknown: 5, notSent: 25 },
    });
    expect(paused.pauseDetail).toContain('5 requests in a row');
    isMended = true;
    await service.resumeRun(runId);
    expect(await service.whenAtRest(runId)).toMatchObject({
      state: 'finished',
      counts: { done: 25, unknown: 5 },
    });
    expect(new Set(api.sent.flat()).size).toBe(api.sent.length);
  });

  test('the first ten people refused for one reason pause the run once', async () => {
    const ledger = openTestLedger();
    const api = makeApi(() => notProcessed('bad-request', 'invitation_message is not valid'));
    const service = makeService(ledger, api);
    const { runId } = await service.startRun(storeBatch(ledger, makeRows(30)), {
      concurrency: 1,
      peoplePerRequest: 1,
    });
    const paused = await service.whenAtRest(runId);
    expect(paused).toMatchObject({
      state: 'paused',
      pauseReason: 'too-many-failures',
      counts: { refused: 10, notSent: 20 },
    });
    expect(paused.pauseDetail).toBe(
      'The first 10 people were all refused for the same reason. Flowmingo says: invitation_message is not valid',
    );
    await service.resumeRun(runId);
    expect(await service.whenAtRest(runId)).toMatchObject({ state: 'finished', counts: { refused: 30 } });
  });
});

describe('too many requests', () => {
  test('hold the whole workspace until the time is over; the run stays running and goes on by itself', async () => {
    const ledger = openTestLedger();
    const leftAtMs: number[] = [];
    let heldUntilMs = 0;
    const api = makeApi((request, index) => {
      leftAtMs.push(Date.now());
      if (index !== 4) return invited(request);
      heldUntilMs = Date.now() + 400;
      return notProcessed('rate-limited', 'Too many requests', 400);
    });
    const service = makeService(ledger, api);
    const held: RunSummary[] = [];
    service.onProgress((summary) => {
      if (summary.wait !== null) held.push(summary);
    });
    const { runId } = await service.startRun(storeBatch(ledger, makeRows(12)), settings);
    expect(await service.whenAtRest(runId)).toMatchObject({
      state: 'finished',
      counts: { done: 12 },
      wait: null,
    });
    expect(leftAtMs.filter((atMs) => atMs > heldUntilMs - 380 && atMs < heldUntilMs)).toEqual([]);
    expect(held[0]).toMatchObject({ state: 'running', pauseReason: null, wait: { why: 'rate-limited' } });
    expect(held[0]?.wait?.untilMs).toBeGreaterThanOrEqual(heldUntilMs);
    expect(api.sent).toHaveLength(13);
    expect(new Set(api.sent.flat()).size).toBe(12);
  });

  test('a pause during the wait is a pause at once', async () => {
    const ledger = openTestLedger();
    const service = makeService(
      ledger,
      makeApi(() => notProcessed('rate-limited', 'Too many requests', 60_000)),
    );
    const told = new Promise<void>((resolve) => service.onProgress(({ wait }) => wait !== null && resolve()));
    const { runId } = await service.startRun(storeBatch(ledger, makeRows(12)), {
      concurrency: 1,
      peoplePerRequest: 1,
    });
    await told;
    await service.pauseRun(runId);
    expect(await service.whenAtRest(runId)).toMatchObject({
      state: 'paused',
      pauseReason: 'user',
      wait: null,
      counts: { notSent: 12 },
    });
  });
});

describe('several people in one request', () => {
  test('one bad row does not fail its neighbours: the request is halved until it stands alone', async () => {
    const ledger = openTestLedger();
    const bad = 'person5@example.com';
    const api = makeApi((request) =>
      request.candidates.some(({ email }) => email === bad)
        ? notProcessed('bad-request', 'email must be an email')
        : invited(request),
    );
    const service = makeService(ledger, api);
    const { runId } = await service.startRun(storeBatch(ledger, makeRows(16)), {
      concurrency: 2,
      peoplePerRequest: 8,
    });
    expect(await service.whenAtRest(runId)).toMatchObject({
      state: 'finished',
      counts: { done: 15, refused: 1 },
    });
    const { rows } = service.listRows({
      runId,
      outcome: 'refused',
      causeCode: null,
      search: '',
      order: 'sheet',
      offset: 0,
      limit: 10,
    });
    expect(rows).toEqual([
      expect.objectContaining({
        email: bad,
        causeCode: 'api/refused:email must be an email',
        sentence: 'Flowmingo says: email must be an email',
      }),
    ]);
    const accepted = api.sent.filter((emails) => !emails.includes(bad)).flat();
    expect(new Set(accepted).size).toBe(accepted.length);
  });

  test('a lost answer leaves exactly its people unknown', async () => {
    const ledger = openTestLedger();
    const api = makeApi((request, index) => (index === 1 ? lost : invited(request)));
    const service = makeService(ledger, api);
    const { runId } = await service.startRun(storeBatch(ledger, makeRows(20)), {
      concurrency: 1,
      peoplePerRequest: 5,
    });
    expect(await service.whenAtRest(runId)).toMatchObject({
      state: 'finished',
      counts: { done: 15, unknown: 5 },
    });
    const { rows } = service.listRows({
      runId,
      outcome: 'unknown',
      causeCode: 'unknown/answer-lost',
      search: '',
      order: 'sheet',
      offset: 0,
      limit: 10,
    });
    expect(rows.map(({ ordinal }) => ordinal)).toEqual([5, 6, 7, 8, 9]);
    expect(rows[0]?.sentence).toBe('The connection broke before an answer came, so we cannot tell');
  });
});

describe('the ledger comes first', () => {
  test('a row is "sending" on the disk, with an open attempt, before its request leaves', async () => {
    const dataDir = makeDataDir();
    const ledger = openTestLedger(dataDir);
    const reader = new DatabaseSync(join(dataDir, 'ledger.sqlite'), { readOnly: true });
    const seen: unknown[] = [];
    const api = makeApi((request) => {
      seen.push(
        reader
          .prepare(
            `SELECT q.state, a.kind FROM run_rows q JOIN attempt_rows x USING (run_no, ordinal) JOIN attempts a USING (attempt_no)
             WHERE q.person_key = ?`,
          )
          .get(request.candidates[0]?.email),
      );
      return invited(request);
    });
    const service = makeService(ledger, api);
    const { runId } = await service.startRun(storeBatch(ledger, makeRows(25)), settings);
    await service.whenAtRest(runId);
    reader.close();
    expect(seen).toHaveLength(25);
    expect(new Set(seen.map((row) => JSON.stringify(row)))).toEqual(
      new Set(['{"state":"sending","kind":null}']),
    );
  });

  test('an intent that cannot be written sends nothing and pauses; afterwards the run can be finished', async () => {
    const ledger = openTestLedger();
    const api = makeApi();
    let isFull = true;
    const runs: RunLedger = {
      ...ledger.runs,
      writeIntent: (...args) =>
        isFull ? Promise.reject(new Error('database or disk is full')) : ledger.runs.writeIntent(...args),
    };
    const service = createRunService({ ledger: runs, api });
    const { runId } = await service.startRun(storeBatch(ledger, makeRows(10)), settings);
    expect(await service.whenAtRest(runId)).toMatchObject({
      state: 'paused',
      pauseReason: 'storage-error',
      pauseDetail: 'database or disk is full',
      counts: { notSent: 10 },
    });
    expect(api.sent).toEqual([]);
    isFull = false;
    await service.resumeRun(runId);
    expect(await service.whenAtRest(runId)).toMatchObject({ state: 'finished', counts: { done: 10 } });
  });

  test('answers that cannot be written are kept and written when the run is resumed; nobody is sent to again', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const ledger = openTestLedger();
    // No answer before all three are on their way: the first that cannot be written stops the run.
    const api = makeApi(async (request) => {
      while (api.sent.length < 3) await new Promise((resolve) => setImmediate(resolve));
      return invited(request);
    });
    let isFull = true;
    const orFull =
      <Args extends unknown[], Result>(work: (...args: Args) => Result) =>
      (...args: Args): Result => {
        if (isFull) throw new Error('database or disk is full');
        return work(...args);
      };
    const runs: RunLedger = {
      ...ledger.runs,
      closeAttempt: async (...args) => orFull(ledger.runs.closeAttempt)(...args),
      changeState: (runId, event, change) =>
        event === 'started'
          ? ledger.runs.changeState(runId, event, change)
          : orFull(ledger.runs.changeState)(runId, event, change),
    };
    const service = createRunService({ ledger: runs, api });
    const { runId } = await service.startRun(storeBatch(ledger, makeRows(10)), settings);
    const rest = service.whenAtRest(runId);
    while (api.sent.length < 3) await new Promise((resolve) => setImmediate(resolve));
    for (let turn = 0; turn < 50; turn += 1) {
      await vi.advanceTimersByTimeAsync(1000);
      await new Promise((resolve) => setImmediate(resolve));
    }
    vi.useRealTimers();
    expect(await rest).toMatchObject({
      state: 'paused',
      pauseReason: 'storage-error',
      inFlight: 3,
      counts: { unknown: 3, notSent: 7 },
    });
    const { summary, rows } = service.readResults(runId);
    const outcomes = [...rows()].map(({ outcome }) => outcome);
    expect(outcomes.filter((outcome) => outcome === 'unknown')).toHaveLength(summary.counts.unknown);
    expect(outcomes.filter((outcome) => outcome === 'notSent')).toHaveLength(summary.counts.notSent);
    expect(api.sent).toHaveLength(3);
    await expect(service.resumeRun(runId)).rejects.toMatchObject({ code: 'store/unwritable' });
    isFull = false;
    await service.resumeRun(runId);
    const end = await service.whenAtRest(runId);
    expect(end).toMatchObject({ state: 'finished', counts: { done: 10, unknown: 0 } });
    expect(sum(end.counts)).toBe(10);
    expect(api.sent).toHaveLength(10);
  });

  test('a failure inside the program while a request is out leaves that row unknown, not lost and not sent again', async () => {
    const ledger = openTestLedger();
    const api = makeApi((request, index) => {
      if (index === 1) throw new Error('a bug');
      if (index === 2) return { kind: 'processed', body: { results: [] } as never, raw: raw(201) };
      return invited(request);
    });
    const service = makeService(ledger, api);
    const { runId } = await service.startRun(storeBatch(ledger, makeRows(6)), {
      concurrency: 1,
      peoplePerRequest: 1,
    });
    expect(await service.whenAtRest(runId)).toMatchObject({
      state: 'finished',
      counts: { done: 4, unknown: 2 },
    });
    expect(api.sent).toHaveLength(6);
  });
});
