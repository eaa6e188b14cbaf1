import { describe, expect, test } from 'vitest';
import type { RunLedger } from '../../../../electron/runs/run-ledger';
import { createRunService } from '../../../../electron/runs/run-service';
import type { RunSummary } from '../../../../shared/runs/progress';
import {
  invited,
  lost,
  makeApi,
  makeRows,
  makeService,
  notProcessed,
  openTestLedger,
  storeBatch,
} from './engine-bench';

const settings = { concurrency: 4, peoplePerRequest: 1 };

/** Resolves with the first summary that fits. */
function whenTold(
  service: ReturnType<typeof makeService>,
  fits: (summary: RunSummary) => boolean,
): Promise<RunSummary> {
  return new Promise((resolve) => {
    const stop = service.onProgress((summary) => {
      if (!fits(summary)) return;
      stop();
      resolve(summary);
    });
  });
}

describe('the first rows', () => {
  test('are sent to, then the run waits for somebody to look, and then sends the rest', async () => {
    const ledger = openTestLedger();
    const api = makeApi();
    const service = makeService(ledger, api);
    const { runId } = await service.startRun(storeBatch(ledger, makeRows(20)), settings, { firstRows: 3 });
    expect(await service.whenAtRest(runId)).toMatchObject({
      state: 'paused',
      pauseReason: 'first-rows',
      firstRows: 3,
      counts: { done: 3, notSent: 17 },
    });
    expect(api.sent.flat()).toEqual(['person0@example.com', 'person1@example.com', 'person2@example.com']);
    await service.resumeRun(runId);
    expect(await service.whenAtRest(runId)).toMatchObject({
      state: 'finished',
      firstRows: null,
      counts: { done: 20 },
    });
    expect(new Set(api.sent.flat()).size).toBe(api.sent.length);
  });

  test('are no more than that where their answers are written down one after another', async () => {
    const ledger = openTestLedger();
    const api = makeApi();
    let answers = 0;
    const runs: RunLedger = {
      ...ledger.runs,
      closeAttempt: async (...args) => {
        answers += 1;
        for (let turn = 10 * answers; turn > 0; turn -= 1)
          await new Promise((resolve) => setImmediate(resolve));
        return ledger.runs.closeAttempt(...args);
      },
    };
    const service = createRunService({ ledger: runs, api });
    const { runId } = await service.startRun(storeBatch(ledger, makeRows(20)), settings, { firstRows: 3 });
    expect(await service.whenAtRest(runId)).toMatchObject({
      pauseReason: 'first-rows',
      counts: { done: 3, notSent: 17 },
    });
    expect(api.sent).toHaveLength(3);
  });

  test('that were told to wait count as sent only when they were', async () => {
    const ledger = openTestLedger();
    const api = makeApi((request, index) =>
      index === 1 ? notProcessed('rate-limited', 'Too many', 20) : invited(request),
    );
    const service = makeService(ledger, api);
    const { runId } = await service.startRun(storeBatch(ledger, makeRows(10)), settings, { firstRows: 3 });
    expect(await service.whenAtRest(runId)).toMatchObject({
      pauseReason: 'first-rows',
      counts: { done: 3, notSent: 7 },
    });
    expect(new Set(api.sent.flat())).toEqual(
      new Set(['person0@example.com', 'person1@example.com', 'person2@example.com']),
    );
  });

  test('that were cut short by the end of the app are finished first, and the rest still waits', async () => {
    const ledger = openTestLedger();
    let service: ReturnType<typeof makeService>;
    const api = makeApi((request, index) => {
      if (index === 0) void service.pauseRun(runId);
      return invited(request);
    });
    service = makeService(ledger, api);
    const start = service.startRun(
      storeBatch(ledger, makeRows(10)),
      { concurrency: 1, peoplePerRequest: 1 },
      { firstRows: 3, holdSeconds: 0.05 },
    );
    const { runId } = await start;
    expect(await service.whenAtRest(runId)).toMatchObject({ pauseReason: 'user', counts: { done: 1 } });
    await service.resumeRun(runId);
    expect(await service.whenAtRest(runId)).toMatchObject({
      pauseReason: 'first-rows',
      counts: { done: 3, notSent: 7 },
    });
  });

  test('of a run with no more rows than that are all of it', async () => {
    const ledger = openTestLedger();
    const service = makeService(ledger, makeApi());
    const { runId } = await service.startRun(storeBatch(ledger, makeRows(3)), settings, { firstRows: 3 });
    expect(await service.whenAtRest(runId)).toMatchObject({ state: 'finished', counts: { done: 3 } });
  });

  test('do not split a request: with ten people per request only three are in it', async () => {
    const ledger = openTestLedger();
    const api = makeApi();
    const service = makeService(ledger, api);
    const { runId } = await service.startRun(
      storeBatch(ledger, makeRows(30)),
      { concurrency: 2, peoplePerRequest: 10 },
      { firstRows: 3 },
    );
    expect(await service.whenAtRest(runId)).toMatchObject({ pauseReason: 'first-rows', counts: { done: 3 } });
    expect(api.sent.map((emails) => emails.length)).toEqual([3]);
  });
});

describe('the hold before the first request', () => {
  test('is told with its times, and a cancel in it sends nothing at all', async () => {
    const ledger = openTestLedger();
    const api = makeApi();
    const service = makeService(ledger, api);
    const startedAtMs = Date.now();
    const { runId, wait } = await service.startRun(storeBatch(ledger, makeRows(5)), settings, {
      holdSeconds: 30,
    });
    expect(wait).toMatchObject({ why: 'before-first', detail: null });
    expect(wait?.sinceMs).toBeGreaterThanOrEqual(startedAtMs);
    expect((wait?.untilMs ?? 0) - (wait?.sinceMs ?? 0)).toBe(30_000);
    await service.cancelRun(runId);
    expect(await service.whenAtRest(runId)).toMatchObject({ state: 'cancelled', counts: { notSent: 5 } });
    expect(api.sent).toEqual([]);
  });

  test('is the last that is told of the run before its end', async () => {
    const ledger = openTestLedger();
    const service = makeService(ledger, makeApi());
    const waits: unknown[] = [];
    service.onProgress(({ wait }) => waits.push(wait?.why));
    const { runId } = await service.startRun(storeBatch(ledger, makeRows(5)), settings, { holdSeconds: 30 });
    expect(waits.at(-1)).toBe('before-first');
    await service.cancelRun(runId);
    await service.whenAtRest(runId);
  });

  test('ends by itself', async () => {
    const ledger = openTestLedger();
    const leftAtMs: number[] = [];
    const service = makeService(
      ledger,
      makeApi((request) => {
        leftAtMs.push(Date.now());
        return invited(request);
      }),
    );
    const { runId, wait } = await service.startRun(storeBatch(ledger, makeRows(5)), settings, {
      holdSeconds: 0.2,
    });
    expect(await service.whenAtRest(runId)).toMatchObject({ state: 'finished', wait: null });
    expect(Math.min(...leftAtMs)).toBeGreaterThanOrEqual(wait?.untilMs ?? Number.POSITIVE_INFINITY);
  });
});

describe('an outage', () => {
  const down = { kind: 'down', retryAfterMs: null, detail: '503' } as const;

  test('is held for, asked about without an invite, and a cancel in it answers within a second', async () => {
    const ledger = openTestLedger();
    const api = makeApi((request, index) => (index === 2 ? lost : invited(request)), {
      probe: () => new Promise(() => undefined),
    });
    const service = makeService(ledger, api);
    const told = whenTold(service, ({ wait, counts }) => wait?.why === 'outage' && counts.unknown > 0);
    const { runId } = await service.startRun(storeBatch(ledger, makeRows(20)), {
      concurrency: 1,
      peoplePerRequest: 1,
    });
    expect(await told).toMatchObject({ state: 'running', counts: { done: 2, unknown: 1, notSent: 17 } });
    const askedAtMs = Date.now();
    await service.cancelRun(runId);
    expect(await service.whenAtRest(runId)).toMatchObject({ state: 'cancelled' });
    expect(Date.now() - askedAtMs).toBeLessThan(1000);
    expect(api.sent).toHaveLength(3);
  });

  test('that costs several people at once is one failure, not five', async () => {
    const ledger = openTestLedger();
    const waiting: (() => void)[] = [];
    const api = makeApi(async (request, index) => {
      if (index >= 8) return invited(request);
      await new Promise<void>((resolve) => {
        waiting.push(resolve);
        // All eight are on their way when the first of them fails.
        if (waiting.length === 4) for (const go of waiting) go();
      });
      return lost;
    });
    const service = makeService(ledger, api);
    const { runId } = await service.startRun(storeBatch(ledger, makeRows(20)), {
      concurrency: 4,
      peoplePerRequest: 1,
    });
    const paused = service.whenAtRest(runId);
    while (api.sent.length < 5) await new Promise((resolve) => setTimeout(resolve, 5));
    for (const go of waiting) go();
    // One by one after that: the fifth to the eighth fail too, each of them a failure of its own, and the run stops.
    const rest = setInterval(() => {
      for (const go of waiting.splice(0)) go();
    }, 5);
    expect(await paused).toMatchObject({
      state: 'paused',
      pauseReason: 'too-many-failures',
      counts: { unknown: 8 },
    });
    clearInterval(rest);
    expect(api.sent).toHaveLength(8);
  });

  test('in which the key is refused asks for a new key', async () => {
    const ledger = openTestLedger();
    const api = makeApi(() => lost, { probe: async () => ({ kind: 'no-key', detail: 'Revoked' }) });
    const service = makeService(ledger, api);
    const { runId } = await service.startRun(storeBatch(ledger, makeRows(9)), {
      concurrency: 1,
      peoplePerRequest: 1,
    });
    expect(await service.whenAtRest(runId)).toMatchObject({
      state: 'paused',
      pauseReason: 'auth-expired',
      pauseDetail: 'Revoked',
      counts: { unknown: 1, notSent: 8 },
    });
  });

  test('that names its end is not asked about before that', async () => {
    const ledger = openTestLedger();
    const askedAtMs: number[] = [];
    let failedAtMs = 0;
    const api = makeApi(
      (request, index) => {
        if (index !== 2) return invited(request);
        failedAtMs = Date.now();
        return { kind: 'unknown', why: 'server-error', message: 'Busy', retryAfterMs: 400, raw: null };
      },
      {
        probe: async () => {
          askedAtMs.push(Date.now());
          return { kind: 'up' };
        },
      },
    );
    const service = makeService(ledger, api);
    const told = whenTold(service, ({ wait }) => wait?.why === 'outage' && wait.untilMs !== null);
    const { runId } = await service.startRun(storeBatch(ledger, makeRows(6)), {
      concurrency: 1,
      peoplePerRequest: 1,
    });
    const { wait } = await told;
    expect(await service.whenAtRest(runId)).toMatchObject({ counts: { done: 5 } });
    expect(wait?.untilMs).toBeGreaterThanOrEqual(failedAtMs + 400);
    expect(askedAtMs).toHaveLength(1);
    expect(askedAtMs[0]).toBeGreaterThanOrEqual(failedAtMs + 400);
  });

  test.each([
    ['the failure itself', { kind: 'up' } as const, 60_001],
    ['a question', { ...down, retryAfterMs: 60_001 }, null],
  ])('whose end is too far away, by %s, pauses the run at once', async (_, answer, retryAfterMs) => {
    const ledger = openTestLedger();
    const api = makeApi(
      () => ({ kind: 'unknown', why: 'server-error', message: 'Closed', retryAfterMs, raw: null }),
      { probe: async () => answer },
    );
    const service = makeService(ledger, api, { outageLimitMs: 60_000 });
    const { runId } = await service.startRun(storeBatch(ledger, makeRows(9)), {
      concurrency: 1,
      peoplePerRequest: 1,
    });
    expect(await service.whenAtRest(runId)).toMatchObject({
      state: 'paused',
      pauseReason: 'offline',
      counts: { unknown: 1, notSent: 8 },
    });
  });

  test('that lasts too long pauses the run', async () => {
    const ledger = openTestLedger();
    const api = makeApi(() => lost, { probe: async () => down });
    const service = makeService(ledger, api, { outageLimitMs: 0 });
    const { runId } = await service.startRun(storeBatch(ledger, makeRows(9)), settings);
    expect(await service.whenAtRest(runId)).toMatchObject({ state: 'paused', pauseReason: 'offline' });
  });
});

describe('a computer that sleeps', () => {
  test('pauses what runs; awake, it asks first and then goes on by itself', async () => {
    const ledger = openTestLedger();
    const order: string[] = [];
    const api = makeApi(
      (request) => {
        order.push('invite');
        return invited(request);
      },
      {
        probe: async () => {
          order.push('probe');
          return { kind: 'up' };
        },
      },
    );
    const service = makeService(ledger, api);
    const { runId } = await service.startRun(storeBatch(ledger, makeRows(10)), settings, { holdSeconds: 30 });
    service.suspend();
    expect(await service.whenAtRest(runId)).toMatchObject({ state: 'paused', pauseReason: 'suspended' });
    expect(order).toEqual([]);
    await service.wake();
    expect(await service.whenAtRest(runId)).toMatchObject({ state: 'finished', counts: { done: 10 } });
    expect(order).toEqual(['probe', ...Array(10).fill('invite')]);
  });

  test('a run that a person paused stays paused', async () => {
    const ledger = openTestLedger();
    const service = makeService(ledger, makeApi());
    const { runId } = await service.startRun(storeBatch(ledger, makeRows(10)), settings, { holdSeconds: 30 });
    await service.pauseRun(runId);
    await service.whenAtRest(runId);
    service.suspend();
    await service.wake();
    expect(service.getSummary(runId)).toMatchObject({ state: 'paused', pauseReason: 'user' });
  });
});
