import { expect, test, vi } from 'vitest';
import type { PracticeFaults } from '../../../electron/practice/faults';
import {
  makeRows,
  makeService,
  openTestLedger,
  storeBatch,
  sum,
} from '../../unit/electron/runs/engine-bench';
import { acceptedTimes, inviteRequests, makeRealApi, orderForFirstSet, startServer } from './practice-bench';

/** A run of so many people against a practice server with these faults, up to its rest. */
async function prepareRun(rowCount: number, faults: PracticeFaults) {
  const server = await startServer({ candidates: 0 });
  let key = server.keys.full;
  const { api, client } = makeRealApi(server.url, () => key);
  const ledger = openTestLedger();
  const service = makeService(ledger, api);
  const batchId = storeBatch(ledger, makeRows(rowCount), await orderForFirstSet(client));
  server.setFaults(faults);
  return {
    server,
    service,
    useKey: (next: string) => {
      key = next;
    },
    run: async (concurrency = 4, peoplePerRequest = 1) => {
      const { runId } = await service.startRun(batchId, { concurrency, peoplePerRequest });
      return service.whenAtRest(runId);
    },
  };
}

const invitedMoreThanOnce = (server: Parameters<typeof acceptedTimes>[0]) =>
  [...acceptedTimes(server)].filter(([, times]) => times !== 1);

test('250 people are invited once each, and every id is the server’s own', async () => {
  const { server, service, run } = await prepareRun(250, { refusedShare: 0.05 });
  const { runId, state, counts, total } = await run(8);
  expect({ state, total, sum: sum(counts) }).toEqual({ state: 'finished', total: 250, sum: 250 });
  expect(counts.refused).toBeGreaterThan(0);
  const accepted = acceptedTimes(server);
  expect(counts).toEqual({
    done: accepted.size,
    refused: 250 - accepted.size,
    alreadyThere: 0,
    unknown: 0,
    skipped: 0,
    notSent: 0,
  });
  expect(invitedMoreThanOnce(server)).toEqual([]);
  const submissionIds = new Map(server.record.submissions().map(({ id, email }) => [id, email]));
  for (const { outcome, email, submissionId } of service.readResults(runId).rows()) {
    expect([email, outcome === 'done' ? submissionIds.get(submissionId ?? '') : null]).toEqual([
      email,
      outcome === 'done' ? email : null,
    ]);
  }
});

test('a storm of "too many requests" is waited out: no request is early by the server’s own record', async () => {
  const { server, run } = await prepareRun(60, {
    latencyMs: 10,
    storm: { afterRequests: 20, count: 3, retryAfterSeconds: 1 },
  });
  expect(await run()).toMatchObject({ state: 'finished', counts: { done: 60 } });
  const refused = inviteRequests(server).filter(({ status }) => status === 429);
  expect(refused).not.toEqual([]);
  // Requests that were on their way already when the first 429 was given cannot have known of it.
  const firstToldAtMs = refused[0]?.receivedAtMs ?? 0;
  const early = inviteRequests(server).filter(
    ({ earlyByMs, receivedAtMs }) => earlyByMs > 0 && receivedAtMs > firstToldAtMs + 50,
  );
  expect(early).toEqual([]);
  expect(invitedMoreThanOnce(server)).toEqual([]);
});

test('a revoked key pauses the run; with a new key it goes on to its end', async () => {
  const { server, service, run, useKey } = await prepareRun(400, { latencyMs: 10 });
  const resting = run();
  await vi.waitUntil(() => inviteRequests(server).length >= 10, { interval: 1 });
  server.revokeKey(server.keys.full);
  const paused = await resting;
  expect(paused).toMatchObject({
    state: 'paused',
    pauseReason: 'auth-expired',
    counts: { refused: 0, unknown: 0 },
  });
  expect(paused.counts.notSent).toBeGreaterThan(0);
  useKey(server.keys.inviteOnly);
  await service.resumeRun(paused.runId);
  expect(await service.whenAtRest(paused.runId)).toMatchObject({ state: 'finished', counts: { done: 400 } });
  expect(invitedMoreThanOnce(server)).toEqual([]);
});

test('a key without the scope pauses with the reason, and nobody is burnt', async () => {
  const { server, run, useKey } = await prepareRun(10, {});
  useKey(server.keys.readOnly);
  expect(await run()).toMatchObject({
    state: 'paused',
    pauseReason: 'scope-missing',
    counts: { notSent: 10 },
  });
  expect([...acceptedTimes(server)]).toEqual([]);
});

const losses = [
  'reset',
  'close',
  'cut-answer',
  'garbled-json',
  'empty-body',
  'server-error',
  'html-body',
  'request-timeout',
  'redirect',
] as const;

test.each(losses)(
  'after "%s" people stay unknown where the key may not read, and are never sent to again',
  async (kind) => {
    const { server, service, run, useKey } = await prepareRun(30, {
      failures: [{ kind, everyNth: 4, moment: 'after' }],
    });
    useKey(server.keys.inviteOnly);
    const end = await run(2);
    expect(end).toMatchObject({ state: 'finished', counts: { done: 23, unknown: 7 } });
    expect(inviteRequests(server)).toHaveLength(30);
    expect(invitedMoreThanOnce(server)).toEqual([]);
    expect(service.listCauses(end.runId).filter(({ repeatableCount }) => repeatableCount > 0)).toEqual([]);
    expect(service.listUnsure(end.runId, 0, 10).people.map(({ evidence }) => evidence?.obstacle)).toEqual(
      Array(7).fill('no-scope'),
    );
  },
);

test.each(losses)(
  'who was invited before "%s" took the answer away is found, and not sent to again',
  async (kind) => {
    const { server, service, run } = await prepareRun(30, {
      failures: [{ kind, everyNth: 4, moment: 'after' }],
    });
    const { runId, state, counts } = await run(1);
    expect({ state, done: counts.done, unknown: counts.unknown }).toEqual({
      state: 'finished',
      done: 30,
      unknown: 0,
    });
    expect(inviteRequests(server)).toHaveLength(30);
    expect(invitedMoreThanOnce(server)).toEqual([]);
    const submissionIds = new Map(server.record.submissions().map(({ id, email }) => [email, id]));
    for (const { email, submissionId, causeCode } of service.readResults(runId).rows())
      if (causeCode === 'done/by-look-up' && submissionId !== null)
        expect([email, submissionId]).toEqual([email, submissionIds.get(email ?? '')]);
  },
);

test.each(losses)(
  'who was not invited when "%s" came instead of an answer is sent to again, once',
  async (kind) => {
    const { server, run } = await prepareRun(30, {
      failures: [{ kind, requestNumbers: [4, 9, 14, 22], moment: 'before' }],
    });
    expect(await run(1)).toMatchObject({ state: 'finished', counts: { done: 30, unknown: 0 } });
    expect(inviteRequests(server)).toHaveLength(34);
    expect(acceptedTimes(server).size).toBe(30);
    expect(invitedMoreThanOnce(server)).toEqual([]);
  },
);

test('where some were invited and some were not, and all are new, a person decides', async () => {
  const { server, service, run } = await prepareRun(30, {
    failures: [
      { kind: 'reset', requestNumbers: [4, 14], moment: 'before' },
      { kind: 'reset', requestNumbers: [9, 22], moment: 'after' },
    ],
  });
  const { runId, counts } = await run(1);
  expect(counts.unknown).toBeGreaterThan(0);
  expect(invitedMoreThanOnce(server)).toEqual([]);
  for (const { evidence } of service.listUnsure(runId, 0, 10).people)
    expect(evidence?.rowsThatCouldOwn).toBeGreaterThanOrEqual(1);
});

test('several people per request: refused ones stand alone, accepted ones are accepted once', async () => {
  const { server, run } = await prepareRun(50, { refusedShare: 0.1 });
  const { counts } = await run(2, 10);
  expect(counts).toMatchObject({
    done: acceptedTimes(server).size,
    refused: 50 - acceptedTimes(server).size,
  });
  expect(invitedMoreThanOnce(server)).toEqual([]);
  expect(inviteRequests(server)).toHaveLength(5);
});

test('an interview whose email failed is neither done nor to be sent again', async () => {
  const { service, run } = await prepareRun(20, { invitationRefusedShare: 0.3 });
  const { runId, counts } = await run();
  expect(counts.refused).toBeGreaterThan(0);
  expect(service.listCauses(runId)).toEqual([
    expect.objectContaining({ causeCode: 'invite/partly-done', outcome: 'refused', repeatableCount: 0 }),
  ]);
});
