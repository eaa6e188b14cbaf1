import { describe, expect, test, vi } from 'vitest';
import { invited, makeApi, makeDataDir, makeService, workspaceId } from '../runs/engine-bench';
import { finding, makeQueueBench, plain, settings, until } from './queue-bench';

const states = (bench: ReturnType<typeof makeQueueBench>) =>
  bench.runs
    .listRuns(10)
    .reverse()
    .map(({ state, counts }) => `${state} ${counts.done}`);

/** Requests that wait until they are let go: all of them, or those before the `until`-th. */
function makeGate(until = Number.POSITIVE_INFINITY) {
  let letGo = () => {};
  const gate = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const api = makeApi(async (request, index) => {
    if (index < until) await gate;
    return invited(request);
  });
  return { api, letGo };
}

describe('the queue', () => {
  test('runs ready batches one after another, in their order, and never two at once', async () => {
    let inFlight = 0;
    let most = 0;
    const api = makeApi(async (request) => {
      inFlight += 1;
      most = Math.max(most, inFlight);
      await new Promise((resolve) => setImmediate(resolve));
      inFlight -= 1;
      return invited(request);
    });
    const bench = makeQueueBench(api);
    const one = bench.ready(0, 3);
    const two = bench.ready(10, 2);
    const three = bench.ready(20, 2);
    bench.ledger.ready.move(three.batchId, 0);
    bench.queue.run([plain(one), plain(two), plain(three)], false);
    await vi.waitFor(() => expect(states(bench)).toEqual(['finished 2', 'finished 3', 'finished 2']));
    await until(bench.queue, 'idle');
    const order = api.sent.flat().map((email) => Number(/\d+/.exec(email)?.[0]));
    expect(order.slice(0, 2).every((person) => person >= 20)).toBe(true);
    expect(order.slice(2, 5).every((person) => person < 10)).toBe(true);
    expect(most).toBeLessThanOrEqual(settings.concurrency);
    expect(bench.queue.view().batches).toEqual([]);
  });

  test('stops at a batch that has changed; nothing of it and of the others is sent', async () => {
    const bench = makeQueueBench();
    const [one, two, three] = [bench.ready(0, 2), bench.ready(10, 2), bench.ready(20, 2)];
    bench.found.set(two.batchId, [finding('asks')]);
    bench.queue.run([plain(one), plain(two), plain(three)], false);
    await until(bench.queue, 'stopped');
    expect(bench.queue.view()).toMatchObject({
      state: { kind: 'stopped', why: 'needs-look', batchId: two.batchId },
      batches: [
        { batchId: two.batchId, isOrdered: false, findings: [{ weight: 'asks' }] },
        { batchId: three.batchId, isOrdered: false },
      ],
    });
    expect(bench.api.sent.flat()).toHaveLength(2);
    // Seen and accepted, it goes.
    bench.queue.run([{ batchId: two.batchId, accepted: ['seen asks'] }, plain(three)], false);
    await until(bench.queue, 'idle');
    expect(bench.api.sent.flat()).toHaveLength(6);
  });

  test('goes on with the others where the recruiter said so', async () => {
    const bench = makeQueueBench();
    const [one, two, three] = [bench.ready(0, 2), bench.ready(10, 2), bench.ready(20, 2)];
    bench.found.set(one.batchId, [finding('stops')]);
    bench.found.set(two.batchId, [finding('asks')]);
    bench.queue.run([plain(one), plain(two), plain(three)], true);
    await until(bench.queue, 'idle');
    expect(bench.queue.view().batches.map(({ batchId }) => batchId)).toEqual([one.batchId, two.batchId]);
    expect(bench.api.sent.flat()).toHaveLength(2);
  });

  test('stops where Flowmingo cannot be asked, also where the others were to run', async () => {
    const bench = makeQueueBench();
    const [one, two] = [bench.ready(0, 2), bench.ready(10, 2)];
    bench.found.set(one.batchId, [finding('waits')]);
    bench.queue.run([plain(one), plain(two)], true);
    await until(bench.queue, 'stopped');
    expect(bench.queue.view().state).toMatchObject({ why: 'cannot-ask' });
    expect(bench.api.sent).toEqual([]);
  });

  test('a paused run holds it until it goes on; then the next one comes', async () => {
    const { api, letGo } = makeGate(settings.concurrency);
    const bench = makeQueueBench(api);
    const [one, two] = [bench.ready(0, 4), bench.ready(10, 2)];
    bench.queue.run([plain(one), plain(two)], true);
    await until(bench.queue, 'sending');
    const [run] = bench.runs.listRuns(1);
    const runId = run?.runId ?? '';
    await bench.runs.pauseRun(runId);
    letGo();
    await until(bench.queue, 'held');
    expect(() => bench.queue.run([plain(two)], false)).toThrow('queue/is-going');
    expect(bench.runs.listRuns(10)).toHaveLength(1);
    await bench.runs.resumeRun(runId);
    await until(bench.queue, 'idle');
    expect(states(bench)).toEqual(['finished 4', 'finished 2']);
  });

  test('a batch that waits for a look at its first people holds nobody else, and its rest goes after that look', async () => {
    const bench = makeQueueBench();
    const [one, two, three] = [bench.ready(0, 4, 2), bench.ready(10, 2), bench.ready(20, 5, 3)];
    bench.queue.run([one, two, three].map(plain), false);
    await until(bench.queue, 'idle');
    expect(states(bench)).toEqual(['paused 2', 'finished 2', 'paused 3']);
    const [last, , first] = bench.runs.listRuns(3);
    expect([first?.pauseReason, last?.pauseReason]).toEqual(['first-rows', 'first-rows']);
    for (const run of [first, last]) {
      await bench.runs.resumeRun(run?.runId ?? '');
      await bench.runs.whenAtRest(run?.runId ?? '');
    }
    expect(states(bench)).toEqual(['finished 4', 'finished 2', 'finished 5']);
    expect(bench.api.sent).toHaveLength(11);
  });

  test('somebody in two batches is sent to once, also where the first one waits for its look', async () => {
    const bench = makeQueueBench();
    const [one, two] = [bench.ready(0, 4, 2), bench.ready(2, 4)];
    bench.queue.run([one, two].map(plain), false);
    await until(bench.queue, 'idle');
    // The rest of the first batch was invited by the second meanwhile.
    const first = bench.runs.listRuns(2)[1]?.runId ?? '';
    await bench.runs.resumeRun(first);
    await bench.runs.whenAtRest(first);
    const sent = bench.api.sent.flat();
    expect(new Set(sent).size).toBe(sent.length);
    expect(sent).toHaveLength(6);
  });

  test('a cancelled run stops the rest, which stays ready', async () => {
    const { api, letGo } = makeGate();
    const bench = makeQueueBench(api);
    const [one, two] = [bench.ready(0, 4), bench.ready(10, 2)];
    bench.queue.run([plain(one), plain(two)], false);
    await until(bench.queue, 'sending');
    const runId = bench.runs.listRuns(1)[0]?.runId ?? '';
    await bench.runs.cancelRun(runId);
    letGo();
    await until(bench.queue, 'stopped');
    expect(bench.queue.view()).toMatchObject({
      state: { why: 'run-cancelled' },
      batches: [{ batchId: two.batchId, isOrdered: false }],
    });
    expect(bench.runs.listRuns(10)).toHaveLength(1);
  });

  test('a stop lets the run that goes on end, and starts nothing after it', async () => {
    const { api, letGo } = makeGate();
    const bench = makeQueueBench(api);
    const [one, two] = [bench.ready(0, 2), bench.ready(10, 2)];
    bench.queue.run([plain(one), plain(two)], true);
    await until(bench.queue, 'sending');
    bench.queue.stop();
    letGo();
    await until(bench.queue, 'stopped');
    expect(states(bench)).toEqual(['finished 2']);
    expect(bench.queue.view().batches).toMatchObject([{ batchId: two.batchId, isOrdered: false }]);
  });

  test('waits for another run of the workspace, and starts when that has ended', async () => {
    const { api, letGo } = makeGate(1);
    const bench = makeQueueBench(api);
    const other = bench.ready(30, 1);
    await bench.runs.startRun(other.batchId, settings);
    const one = bench.ready(0, 2);
    bench.queue.run([plain(one)], false);
    await until(bench.queue, 'waiting');
    expect(bench.runs.listRuns(10)).toHaveLength(1);
    letGo();
    await vi.waitFor(() => expect(states(bench)).toEqual(['finished 1', 'finished 2']));
  });

  test('batches that start by themselves start when it is woken, and not before; one that has changed waits for a look', async () => {
    const bench = makeQueueBench();
    const [one, two, three] = [bench.ready(0, 2), bench.ready(10, 2), bench.ready(20, 2)];
    for (const { batchId } of [one, two]) bench.ledger.ready.setStartsItself(batchId, true);
    bench.found.set(one.batchId, [finding('waits')]);
    bench.queue.wake();
    await until(bench.queue, 'idle');
    expect(bench.api.sent).toEqual([]);
    bench.found.set(one.batchId, [finding('asks')]);
    bench.queue.wake();
    await vi.waitFor(() => expect(states(bench)).toEqual(['finished 2']));
    await until(bench.queue, 'idle');
    expect(bench.queue.view().batches).toMatchObject([
      { batchId: one.batchId, findings: [{ weight: 'asks' }] },
      { batchId: three.batchId, findings: [] },
    ]);
    expect(bench.api.sent.flat().every((email) => email.startsWith('person1'))).toBe(true);
  });

  test('what is ordered is told from what starts by itself, and an order does not wait for a look at sites that do not answer', async () => {
    const bench = makeQueueBench();
    const [itself, ordered] = [bench.ready(0, 2), bench.ready(10, 2)];
    bench.ledger.ready.setStartsItself(itself.batchId, true);
    bench.gate.until = new Promise(() => {});
    bench.queue.wake();
    await until(bench.queue, 'checking');
    expect(bench.looks).toMatchObject([{ batchId: itself.batchId, isOrdered: false }]);
    bench.gate.until = null;
    bench.queue.run([plain(ordered)], false);
    await vi.waitFor(() => expect(states(bench)).toEqual(['finished 2', 'finished 2']));
    expect(bench.looks.slice(1)).toMatchObject([
      { batchId: ordered.batchId, isOrdered: true },
      { batchId: itself.batchId, isOrdered: false },
    ]);
  });

  test('Stop takes the leave to start by itself away', async () => {
    const bench = makeQueueBench();
    const one = bench.ready(0, 2);
    bench.ledger.ready.setStartsItself(one.batchId, true);
    bench.queue.stop();
    bench.queue.wake();
    expect(bench.queue.view().state).toMatchObject({ kind: 'stopped', why: 'asked' });
    expect(bench.ledger.ready.get(one.batchId).startsItself).toBe(false);
    expect(bench.runs.listRuns(10)).toEqual([]);
  });

  test('who was invited meanwhile is left out of the run, though the batch was prepared before', async () => {
    const bench = makeQueueBench();
    const one = bench.ready(0, 3);
    const other = bench.ready(1, 1);
    await bench.runs.startRun(other.batchId, settings);
    await vi.waitFor(() => expect(states(bench)).toEqual(['finished 1']));
    expect(bench.ledger.history.findInvitedMeanwhile(one.batchId)).toMatchObject({
      count: 1,
      runNumber: 1,
      rowNumber: 3,
    });
    bench.queue.run([plain(one)], false);
    await vi.waitFor(() => expect(states(bench)).toEqual(['finished 1', 'finished 2']));
    expect(bench.api.sent.flat().sort()).toEqual([0, 1, 2].map((index) => `person${index}@example.com`));
  });
});

describe('a restart in the middle of the queue', () => {
  test('the run is paused, the rest is still ready in its order, and nothing goes on by itself', async () => {
    const dataDir = makeDataDir();
    const { api: slow, letGo } = makeGate();
    const first = makeQueueBench(slow, dataDir);
    const [one, two, three] = [first.ready(0, 5), first.ready(10, 2), first.ready(20, 2)];
    first.queue.run([plain(one), plain(two), plain(three)], true);
    await until(first.queue, 'sending');
    await first.queue.close();
    const closed = first.runs.shutdown();
    letGo();
    await closed;
    first.ledger.close();

    const api = makeApi();
    const second = makeQueueBench(api, dataDir, (ledger) => {
      const service = makeService(ledger, api);
      service.recoverRuns();
      return service;
    });
    expect(second.queue.view()).toMatchObject({
      state: { kind: 'held' },
      batches: [
        { batchId: two.batchId, isOrdered: false },
        { batchId: three.batchId, isOrdered: false },
      ],
    });
    second.queue.wake();
    expect(() => second.queue.run([plain(two)], false)).toThrow('queue/run-open');
    expect(api.sent).toEqual([]);
    const runId = second.ledger.ready.openRun()?.runId ?? '';
    await second.runs.cancelRun(runId);
    await until(second.queue, 'stopped');
    expect(second.queue.view().state).toMatchObject({ why: 'app-closed' });
    second.queue.run([plain(two), plain(three)], false);
    await vi.waitFor(() => expect(states(second)).toEqual(['cancelled 2', 'finished 2', 'finished 2']));
    const sent = [...first.api.sent, ...api.sent].flat();
    expect(new Set(sent).size).toBe(sent.length);
  });

  test('the ledger refuses to let the queue start a batch of which a run exists', async () => {
    const bench = makeQueueBench();
    const one = bench.ready(0, 2);
    const { runId } = await bench.runs.startRun(one.batchId, settings, { isFromQueue: true });
    await bench.runs.whenAtRest(runId);
    await expect(bench.runs.startRun(one.batchId, settings, { isFromQueue: true })).rejects.toThrow();
    await expect(
      bench.ledger.runs.planRun({
        batchId: one.batchId,
        settings,
        firstRows: null,
        parentRunId: null,
        ordinals: null,
        isFromQueue: true,
        atMs: Date.now(),
      }),
    ).rejects.toThrow('queue/was-started');
    expect(bench.runs.listRuns(10)).toHaveLength(1);
    expect(bench.runs.listRuns(1)[0]?.workspaceId).toBe(workspaceId);
  });
});
