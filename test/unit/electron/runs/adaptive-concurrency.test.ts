import { describe, expect, test } from 'vitest';
import {
  type AdaptiveConcurrency,
  createAdaptiveConcurrency,
} from '../../../../electron/runs/adaptive-concurrency';

/** So many answers, one after another, each of a request that was the last one that was allowed. */
function answer(
  allowed: AdaptiveConcurrency,
  count: number,
  tookMs: (inFlight: number) => number = () => 50,
) {
  for (let index = 0; index < count; index += 1) noteFull(allowed, tookMs(allowed.current()));
}

function noteFull(allowed: AdaptiveConcurrency, tookMs: number) {
  allowed.noteAnswer(tookMs, { inFlight: allowed.current(), mostInFlight: allowed.current() });
}

describe('requests in flight', () => {
  test('start at four, grow to the limit, are halved by a time-out and never leave 1 to the limit', () => {
    const allowed = createAdaptiveConcurrency(8);
    expect(allowed.current()).toBe(4);
    expect(createAdaptiveConcurrency(2).current()).toBe(2);
    answer(allowed, 4);
    expect(allowed.current()).toBe(8);
    answer(allowed, 1000);
    expect(allowed.current()).toBe(8);
    allowed.slowDown();
    expect(allowed.current()).toBe(4);
    for (let failure = 0; failure < 10; failure += 1) allowed.slowDown();
    expect(allowed.current()).toBe(1);
  });

  test('double from round to round at first, though those of a round leave one after another', () => {
    const allowed = createAdaptiveConcurrency(64);
    for (const mostInFlight of [4, 8, 16, 32]) {
      expect(allowed.current()).toBe(mostInFlight);
      for (let inFlight = 1; inFlight <= mostInFlight; inFlight += 1)
        allowed.noteAnswer(50, { inFlight, mostInFlight });
    }
    expect(allowed.current()).toBe(64);
  });

  test('do not grow while fewer are in flight than may be', () => {
    const allowed = createAdaptiveConcurrency(16);
    for (let index = 0; index < 1000; index += 1) allowed.noteAnswer(50, { inFlight: 2, mostInFlight: 2 });
    expect(allowed.current()).toBe(4);
  });

  test('after an answer that says nothing only one is on its way, until one is clear', () => {
    const allowed = createAdaptiveConcurrency(8);
    answer(allowed, 200);
    allowed.goOneByOne();
    expect(allowed.current()).toBe(1);
    answer(allowed, 1);
    expect(allowed.current()).toBe(8);
  });

  test('settle at the knee of a server that works on four at once, and find a slower network again', () => {
    const allowed = createAdaptiveConcurrency(16);
    const seen: number[] = [];
    for (let count = 0; count < 4000; count += 1) {
      answer(allowed, 1, (inFlight) => 50 * Math.max(1, inFlight / 4));
      if (count > 200) seen.push(allowed.current());
    }
    expect(Math.max(...seen)).toBeLessThanOrEqual(5);
    expect(seen.filter((count) => count < 4).length / seen.length).toBeLessThan(0.05);
    for (const slowerMs of [400, 800]) {
      answer(allowed, 4000, () => slowerMs);
      expect(allowed.current()).toBe(16);
    }
  });

  test('stay below what was refused, and try it again much later', () => {
    const allowed = createAdaptiveConcurrency(16);
    answer(allowed, 1);
    expect(allowed.noteTooMany(5)).toBe(true);
    expect(allowed.current()).toBe(2);
    answer(allowed, 3000);
    expect(allowed.current()).toBe(4);
    answer(allowed, 2000);
    expect(allowed.current()).toBe(5);
  });

  test('are not the reason where as many were accepted before, and come back at once', () => {
    const allowed = createAdaptiveConcurrency(8);
    answer(allowed, 200);
    expect(allowed.noteTooMany(8)).toBe(false);
    expect(allowed.current()).toBe(4);
    answer(allowed, 4);
    expect(allowed.current()).toBe(8);
  });

  test('reach the limit where times vary by a fifth from one answer to the next', () => {
    const allowed = createAdaptiveConcurrency(16);
    let least = 16;
    for (let index = 0; index < 6000; index += 1) {
      noteFull(allowed, 100 + 20 * Math.sin(index * 7.3));
      if (index > 3000) least = Math.min(least, allowed.current());
    }
    expect(least).toBeGreaterThanOrEqual(8);
    expect(allowed.current()).toBeGreaterThanOrEqual(14);
  });
});
