import { expect, test } from 'vitest';
import { toCountsText, toEndText, toExitCode, toProgressText } from '../../../../electron/cli/run-words';
import { makeResultRow, makeResults } from '../workbooks/make-results';

const counts = { done: 0, alreadyThere: 0, refused: 0, unknown: 0, skipped: 0, notSent: 0 };

test.each([
  [{ done: 3 }, 0],
  [{ done: 2, alreadyThere: 1 }, 0],
  [{ done: 2, refused: 1 }, 2],
  [{ done: 2, skipped: 1 }, 2],
  [{ notSent: 3 }, 2],
  [{ refused: 2, unknown: 1 }, 3],
])('%j of three rows ends with exit code %i', (some, exitCode) => {
  expect(toExitCode({ counts: { ...counts, ...some }, total: 3 })).toBe(exitCode);
});

const { summary } = makeResults([makeResultRow(0)]);

test('a pause says why, what was said, and that unknown people are left alone', () => {
  const text = toEndText({
    ...summary,
    state: 'paused',
    pauseReason: 'auth-expired',
    pauseDetail: 'Unauthorized',
    total: 5,
    counts: { ...counts, done: 2, unknown: 1, notSent: 2 },
  });
  expect(text).toBe(
    'Flowmingo no longer accepts this key. The run is paused. Flowmingo or the system said: Unauthorized 5 rows: 2 done · 1 unknown · 2 not sent. 1 person is unknown: they may have been invited, and are never sent again by themselves.',
  );
});

test('progress tells how far, how fast and how long, or until when it waits', () => {
  const going = {
    ...summary,
    state: 'running' as const,
    total: 100,
    counts: { ...counts, done: 30, notSent: 70 },
    ratePerSecond: 10,
  };
  expect(toProgressText(going, 0)).toBe('30 of 100 · 30 done · 70 not sent · 10.0/s, about 7 s left');
  expect(toProgressText({ ...going, resumeAtMs: 12_000 }, 0)).toContain(
    'waiting 12 s, then it goes on by itself',
  );
  expect(toProgressText({ ...going, state: 'pausing', inFlight: 3 }, 0)).toContain(
    'waiting for 3 on their way',
  );
  expect(toCountsText(going)).toBe('30 done · 70 not sent');
});
