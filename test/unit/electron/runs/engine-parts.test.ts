import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { backoffMs, longestBackoffMs } from '../../../../electron/runs/backoff';
import { type Clock, systemClock } from '../../../../electron/runs/clock';
import { createFailureGuard } from '../../../../electron/runs/failure-guard';
import { createProgressPublisher } from '../../../../electron/runs/progress-publisher';
import { createRateLimiter } from '../../../../electron/runs/rate-limiter';
import { createRateMeter } from '../../../../electron/runs/rate-meter';
import type { RunSummary } from '../../../../shared/runs/progress';

/** A clock that moves only when it is told to. */
function makeClock(): Clock & { pass(ms: number): Promise<void> } {
  let nowMs = 1_000_000;
  let sleepers: { wakeAtMs: number; wake: () => void }[] = [];
  const wakeDue = () => {
    for (const { wakeAtMs, wake } of sleepers) if (wakeAtMs <= nowMs) wake();
    sleepers = sleepers.filter(({ wakeAtMs }) => wakeAtMs > nowMs);
  };
  return {
    nowMs: () => nowMs,
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        sleepers.push({ wakeAtMs: nowMs + ms, wake: resolve });
        signal?.addEventListener('abort', () => resolve());
      }),
    pass: async (ms) => {
      nowMs += ms;
      wakeDue();
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

describe('waits of our own', () => {
  test('double each time, lie anywhere below that, and never exceed ten minutes', () => {
    expect([1, 2, 3, 4].map((failures) => backoffMs(failures, () => 1))).toEqual([1000, 2000, 4000, 8000]);
    expect(backoffMs(3, () => 0.25)).toBe(1000);
    expect(backoffMs(1, () => 0)).toBe(100);
    expect(backoffMs(500, () => 1)).toBe(longestBackoffMs);
  });
});

describe('the hold of a workspace', () => {
  const until = (limiter: ReturnType<typeof createRateLimiter>, untilMs: number) =>
    limiter.holdUntil('rate-limited', untilMs, 'Too many requests');

  test('lets nobody through before its time, and everybody after it', async () => {
    const clock = makeClock();
    const limiter = createRateLimiter(clock);
    let passed = 0;
    until(limiter, clock.nowMs() + 1000);
    for (let waiter = 0; waiter < 3; waiter += 1)
      void limiter.whenOpen(new AbortController().signal).then(() => (passed += 1));
    await clock.pass(999);
    expect(passed).toBe(0);
    await clock.pass(1);
    expect(passed).toBe(3);
    expect(limiter.current()).toBeNull();
  });

  test('a shorter hold does not end a longer one; a longer one holds those who wait already', async () => {
    const clock = makeClock();
    const limiter = createRateLimiter(clock);
    until(limiter, clock.nowMs() + 1000);
    until(limiter, clock.nowMs() + 10);
    expect(limiter.current()?.untilMs).toBe(clock.nowMs() + 1000);
    let isOpen = false;
    void limiter.whenOpen(new AbortController().signal).then(() => (isOpen = true));
    until(limiter, clock.nowMs() + 3000);
    await clock.pass(1500);
    expect(isOpen).toBe(false);
    await clock.pass(1500);
    expect(isOpen).toBe(true);
  });

  test('an outage holds until it is lifted, whatever the time; a wait that runs meanwhile is kept', async () => {
    const clock = makeClock();
    const limiter = createRateLimiter(clock);
    let isOpen = false;
    limiter.holdForOutage({ why: 'outage', untilMs: clock.nowMs() + 6000, detail: '503' });
    void limiter.whenOpen(new AbortController().signal).then(() => (isOpen = true));
    await clock.pass(60_000);
    expect(isOpen).toBe(false);
    until(limiter, clock.nowMs() + 1000);
    limiter.liftOutage();
    await clock.pass(999);
    expect(isOpen).toBe(false);
    await clock.pass(1);
    expect(isOpen).toBe(true);
  });

  test('a clock that is set back makes no wait longer than it was asked for', async () => {
    const clock = makeClock();
    const limiter = createRateLimiter(clock);
    let isOpen = false;
    until(limiter, clock.nowMs() + 5000);
    await clock.pass(2000);
    await clock.pass(-3_600_000);
    void limiter.whenOpen(new AbortController().signal).then(() => (isOpen = true));
    await clock.pass(4000);
    expect(isOpen).toBe(false);
    await clock.pass(1000);
    expect(isOpen).toBe(true);
  });

  test('a clock that is set back does not hold the next turn', async () => {
    const clock = makeClock();
    const limiter = createRateLimiter(clock);
    limiter.tellToWait(0, 'Too many requests', true);
    await limiter.whenItsTurn(new AbortController().signal);
    limiter.noteLeft();
    await clock.pass(-3_600_000);
    let isItsTurn = false;
    void limiter.whenItsTurn(new AbortController().signal).then(() => (isItsTurn = true));
    await clock.pass(10_000);
    expect(isItsTurn).toBe(true);
  });

  test('a stop ends the wait at once', async () => {
    const limiter = createRateLimiter(systemClock);
    until(limiter, Date.now() + 3_600_000);
    const stopping = new AbortController();
    const open = limiter.whenOpen(stopping.signal);
    stopping.abort();
    await open;
    expect(limiter.current()).not.toBeNull();
  });
});

describe('a run that goes wrong as a whole', () => {
  const lost = [{ event: 'answer-lost', causeCode: 'unknown/timed-out', sentence: 'No answer' }] as const;
  const done = [{ event: 'answered-done', causeCode: null, sentence: 'Invited' }] as const;
  const refused = (why: string) =>
    [{ event: 'answered-refused', causeCode: `api/refused:${why}`, sentence: why }] as const;

  test('five requests without a clear answer in a row, and not four and one', () => {
    const guard = createFailureGuard(true);
    const verdicts = [lost, lost, lost, lost, done, lost, lost, lost, lost].map((results) =>
      guard.note(results, false),
    );
    expect(verdicts).toEqual(Array(9).fill(null));
    expect(guard.note(lost, true)).toBeNull();
    expect(guard.note(lost, false)).toContain('5 requests in a row');
  });

  test('ten refusals for one reason from the start; not for several reasons, not after a success, not after a resume', () => {
    const tenTimes = (guard: ReturnType<typeof createFailureGuard>, why: (index: number) => string) =>
      Array.from({ length: 10 }, (_, index) => guard.note(refused(why(index)), false)).filter(
        (detail) => detail !== null,
      );
    expect(tenTimes(createFailureGuard(true), () => 'No')).toEqual([
      'The first 10 people were all refused for the same reason. No',
    ]);
    expect(tenTimes(createFailureGuard(true), (index) => (index === 4 ? 'Other' : 'No'))).toEqual([]);
    expect(tenTimes(createFailureGuard(false), () => 'No')).toEqual([]);
    const guard = createFailureGuard(true);
    guard.note(done, false);
    expect(tenTimes(guard, () => 'No')).toEqual([]);
  });
});

describe('the rate', () => {
  test('is that of the last five seconds, and unknown in the first', async () => {
    const clock = makeClock();
    const meter = createRateMeter(clock);
    meter.note(5);
    expect(meter.perSecond()).toBeNull();
    await clock.pass(2000);
    meter.note(5);
    expect(meter.perSecond()).toBe(5);
    await clock.pass(4000);
    expect(meter.perSecond()).toBe(1);
    await clock.pass(10_000);
    expect(meter.perSecond()).toBeNull();
  });
});

describe('telling progress', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('at most four times a second, the last word always, and nothing after the end', () => {
    let reading = 0;
    const publisher = createProgressPublisher(() => ({ total: ++reading }) as RunSummary);
    const told: number[] = [];
    const stopListening = publisher.onProgress(({ total }) => told.push(total));
    for (let tick = 0; tick < 100; tick += 1) {
      publisher.changed('run-1');
      vi.advanceTimersByTime(10);
    }
    expect(told.length).toBeGreaterThanOrEqual(4);
    expect(told.length).toBeLessThanOrEqual(5);
    publisher.changed('run-1');
    publisher.changedState('run-1');
    const count = told.length;
    vi.advanceTimersByTime(5000);
    expect(told).toHaveLength(count);
    publisher.changed('run-1');
    vi.advanceTimersByTime(5000);
    expect(told).toHaveLength(count + 1);
    stopListening();
    publisher.changedState('run-1');
    expect(told).toHaveLength(count + 1);
  });
});
