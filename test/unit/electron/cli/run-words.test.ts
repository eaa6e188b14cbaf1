import { expect, test } from 'vitest';
import {
  toCountsText,
  toEndText,
  toExitCode,
  toProgressText,
  toRunJson,
} from '../../../../electron/cli/run-words';
import type { RunSummary } from '../../../../shared/runs/progress';
import { waitReasons } from '../../../../shared/runs/run-state';
import { makeResultRow, makeResults } from '../workbooks/make-results';

const counts = { done: 0, alreadyThere: 0, refused: 0, unknown: 0, skipped: 0, notSent: 0 };

test.each([
  [{ done: 3 }, 0, 0],
  [{ done: 2, alreadyThere: 1 }, 0, 0],
  [{ done: 2, refused: 1 }, 0, 2],
  [{ done: 2, skipped: 1 }, 0, 2],
  [{ notSent: 3 }, 0, 2],
  [{ refused: 2, unknown: 1 }, 1, 3],
  [{ done: 1, unknown: 2 }, 1, 3],
  [{ done: 2, unknown: 1 }, 0, 2],
])('%j of three rows, %i not decided, ends with exit code %i', (some, undecidedCount, exitCode) => {
  expect(toExitCode({ counts: { ...counts, ...some }, total: 3, undecidedCount })).toBe(exitCode);
});

const { summary } = makeResults([makeResultRow(0)]);
const paused = (over: Partial<RunSummary>): RunSummary => ({ ...summary, state: 'paused', ...over });

test('a pause says why, what was said, and that unknown people are left alone', () => {
  const text = toEndText(
    paused({
      pauseReason: 'auth-expired',
      pauseDetail: 'Unauthorized',
      total: 5,
      counts: { ...counts, done: 2, unknown: 1, notSent: 2 },
      undecidedCount: 1,
    }),
  );
  expect(text).toBe(
    'Flowmingo no longer accepts this key. The run is paused. Flowmingo or the system said: “Unauthorized”. 5 rows: 2 done · 1 unknown · 2 not sent. 1 person is unknown: they may have been invited, and are never sent to again by themselves. See what is known with: unsure run-1',
  );
});

test('the first rows: how many have come back', () => {
  const some = { total: 9, counts: { ...counts, done: 3, notSent: 6 }, pauseReason: 'first-rows' as const };
  expect(toEndText(paused({ ...some, firstRows: 3 }))).toBe(
    'The first 3 have come back, and the run waits for you to look at them. 9 rows: 3 done · 6 not sent.',
  );
  expect(toEndText(paused({ ...some, firstRows: 1 }))).toContain('The first one has come back');
  // Somebody has looked already.
  expect(toEndText(paused({ ...some, firstRows: null }))).toContain('The first rows have come back');
});

test('people about whom somebody has decided are told apart from those who wait', () => {
  const some = { total: 4, counts: { ...counts, done: 1, unknown: 3 } };
  const text = toEndText({ ...summary, ...some, undecidedCount: 2 });
  expect(text).toContain('1 person is unknown, as you decided about them. 2 people are unknown: they may');
  expect(toEndText({ ...summary, ...some, undecidedCount: 0 })).not.toContain('unsure run-1');
});

const going: RunSummary = {
  ...summary,
  state: 'running',
  total: 100,
  counts: { ...counts, done: 30, notSent: 70 },
  ratePerSecond: 10,
};
const waiting = (wait: NonNullable<RunSummary['wait']>, over: Partial<RunSummary> = {}) =>
  toProgressText({ ...going, ...over, wait });

test('progress tells how far, how fast and how long', () => {
  expect(toProgressText(going)).toBe('30 of 100 · 30 done · 70 not sent · 10.0/s, about 7 s left');
  expect(toProgressText({ ...going, state: 'pausing', inFlight: 3 })).toContain('waiting for 3 on their way');
  expect(toCountsText(going)).toBe('30 done · 70 not sent');
});

test('every wait says why, until when, and that nothing is sent', () => {
  const untilMs = new Date(2026, 8, 28, 14, 52, 31).getTime();
  const at = { sinceMs: untilMs - 12_000, untilMs, detail: null };
  const head = '30 of 100 · 30 done · 70 not sent · ';
  expect(waiting({ ...at, why: 'rate-limited' })).toBe(
    `${head}Flowmingo asked us to wait, it goes on by itself at 14:52:31; nothing is sent meanwhile`,
  );
  expect(waiting({ ...at, sinceMs: untilMs - 20 * 3_600_000, why: 'rate-limited' })).toContain(
    'at 14:52:31 on 28 September 2026;',
  );
  expect(waiting({ ...at, why: 'offline' })).toBe(
    `${head}Flowmingo cannot be reached, asking Flowmingo again at 14:52:31; nothing is sent meanwhile`,
  );
  expect(waiting({ ...at, why: 'outage', untilMs: null })).toBe(
    `${head}Flowmingo answers neither yes nor no; nothing is sent meanwhile`,
  );
  expect(waiting({ ...at, why: 'looking-up', untilMs: null }, { undecidedCount: 3 })).toBe(
    `${head}looking up 3 people without a clear answer; nothing is sent meanwhile`,
  );
  const all = waitReasons.map((why) => waiting({ ...at, why }));
  expect(new Set(all).size).toBe(waitReasons.length);
  for (const text of all) expect(text).toMatch(/at 14:52:31; nothing is sent meanwhile$/);
});

test('the answer for programs says why it is paused and how many wait for a decision', () => {
  const some = paused({ pauseReason: 'offline', undecidedCount: 2 });
  expect(toRunJson(some, 'out.csv')).toEqual({
    runId: 'run-1',
    state: 'paused',
    pauseReason: 'offline',
    total: 1,
    counts: some.counts,
    undecided: 2,
    results: 'out.csv',
  });
});
