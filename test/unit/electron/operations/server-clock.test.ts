import { expect, test } from 'vitest';
import type { NamedRecord } from '../../../../electron/operations/look-up';
import { toServerClock } from '../../../../electron/operations/server-clock';

const startMs = Date.UTC(2026, 4, 4, 9);
/** Requests of 100 ms, a second apart; the server stamps them `aheadMs` ahead, in the middle. */
const makeNamed = (count: number): NamedRecord[] =>
  Array.from({ length: count }, (_, index) => ({
    recordId: `sub-${index}`,
    candidateId: `cand-${index}`,
    attemptNo: index + 1,
    sentAtMs: startMs + index * 1000,
    answeredAtMs: startMs + index * 1000 + 100,
  }));
const stamp = (named: readonly NamedRecord[], aheadMs: (index: number) => number, stepMs = 1) =>
  named.map(({ recordId, candidateId, sentAtMs }, index) => ({
    id: recordId ?? '',
    candidateId,
    createdAtMs: Math.floor((sentAtMs + 50 + aheadMs(index)) / stepMs) * stepMs,
  }));

test('named records tell the clock to their requests’ length, from the first of them on', () => {
  const named = makeNamed(5);
  const clock = toServerClock(
    stamp(named, () => 90_000),
    named,
    null,
  );
  expect(clock).toEqual({ leastMs: 89_950, mostMs: 90_050, sinceAttemptNo: 1, sinceMs: startMs });
});

test('whole seconds say less, and do not contradict each other', () => {
  const named = makeNamed(5).map((one, index) => ({ ...one, sentAtMs: one.sentAtMs + index * 190 }));
  const clock = toServerClock(
    stamp(named, () => 4321, 1000),
    named,
    null,
  );
  expect(clock?.leastMs).toBeLessThanOrEqual(4321);
  expect(clock?.mostMs).toBeGreaterThanOrEqual(4321);
});

test('a clock that was set during the run tells nothing', () => {
  const named = makeNamed(6);
  expect(
    toServerClock(
      stamp(named, (index) => (index < 3 ? 0 : 5000)),
      named,
      null,
    ),
  ).toBeNull();
});

test('a clock that was set after the run tells nothing: the look-up’s own Date speaks against it', () => {
  const named = makeNamed(3);
  const now = { leastMs: -3_600_000, mostMs: -3_599_000 };
  expect(
    toServerClock(
      stamp(named, () => 0),
      named,
      now,
    ),
  ).toBeNull();
});

test('without a named record, the Date holds for no request that has left', () => {
  const now = { leastMs: 10, mostMs: 20 };
  expect(toServerClock([], makeNamed(2), now)).toEqual({
    ...now,
    sinceAttemptNo: Number.POSITIVE_INFINITY,
    sinceMs: Number.POSITIVE_INFINITY,
  });
  expect(toServerClock([], makeNamed(2), null)).toBeNull();
});

test('where an answer names the candidate alone, only a candidate with one record tells the time', () => {
  const named = makeNamed(2).map((one) => ({ ...one, recordId: null }));
  const [first, second] = stamp(makeNamed(2), () => 700);
  const older = { id: 'older', candidateId: 'cand-0', createdAtMs: 0 };
  if (first === undefined || second === undefined) throw new Error('no records');
  expect(toServerClock([first, older, second], named, null)).toMatchObject({
    leastMs: 650,
    sinceAttemptNo: 2,
  });
});
