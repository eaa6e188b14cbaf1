import { describe, expect, it } from 'vitest';
import { toBarParts } from '../../../../renderer/components/outcome-bar';
import { toSumSentence } from '../../../../renderer/components/outcome-counts';
import {
  isStoppedPartWay,
  toCountsSentence,
  toRunStateWords,
  toUndecidedCount,
} from '../../../../renderer/components/run-words';
import { waitReasons } from '../../../../shared/runs/run-state';
import { makeRun } from '../../../helpers/fake-runs';

const going = makeRun({
  state: 'running',
  inFlight: 4,
  counts: { done: 176, alreadyThere: 4, refused: 6, unknown: 2, notSent: 113, skipped: 17 },
});

describe('counts', () => {
  it('make a bar whose parts add up to all rows, with those on their way taken out of what is not sent', () => {
    const parts = toBarParts(going.counts, going.inFlight);
    expect(parts.reduce((sum, { count }) => sum + count, 0)).toBe(318);
    expect(parts.find(({ name }) => name === 'inFlight')?.count).toBe(4);
    expect(parts.find(({ name }) => name === 'notSent')?.count).toBe(109);
  });

  it('are added up in the open, and a sum that is wrong is said', () => {
    expect(toSumSentence([176, 4, 6, 2, 113, 17], 318)).toBe('176 + 4 + 6 + 2 + 113 + 17 = 318 rows');
    expect(toSumSentence([176, 4], 318)).toBe('176 + 4 = 180, not 318 rows');
  });

  it('are said without the outcomes that nobody had', () => {
    expect(toCountsSentence(makeRun({ counts: { done: 1284, refused: 9 } }).counts)).toBe(
      '1,284 done, 9 refused',
    );
    expect(toCountsSentence(makeRun().counts)).toBe('No rows');
  });
});

describe('the state of a run in words', () => {
  it('says why a run is paused', () => {
    const still = { pauseReason: null, wait: null } as const;
    expect(toRunStateWords({ ...still, state: 'paused', pauseReason: 'auth-expired' })).toBe(
      'Needs a new key',
    );
    expect(toRunStateWords({ ...still, state: 'paused', pauseReason: 'first-rows' })).toBe(
      'Waits for your look',
    );
    expect(toRunStateWords({ ...still, state: 'running' })).toBe('Sending');
  });

  it('says what a running run waits for, in words of its own for each', () => {
    const words = waitReasons.map((why) =>
      toRunStateWords(makeRun({ state: 'running', wait: { why, sinceMs: 0, untilMs: null, detail: null } })),
    );
    expect(words).toContain('Told to wait');
    expect(new Set(words).size).toBe(waitReasons.length);
  });

  it('calls a run stopped only where somebody has to let it go on', () => {
    expect(isStoppedPartWay(makeRun({ state: 'paused', pauseReason: 'user', counts: { notSent: 3 } }))).toBe(
      true,
    );
    expect(isStoppedPartWay(makeRun({ state: 'paused', counts: { done: 3 } }))).toBe(false);
    expect(isStoppedPartWay(going)).toBe(false);
  });

  it('asks nobody to decide while the run may still find people out by itself', () => {
    const unknown = { counts: { unknown: 3 } };
    expect(toUndecidedCount(makeRun({ ...unknown, state: 'running' }))).toBe(0);
    expect(toUndecidedCount(makeRun({ ...unknown, state: 'paused' }))).toBe(3);
    expect(toUndecidedCount(makeRun({ ...unknown, state: 'finished' }))).toBe(3);
    expect(toUndecidedCount(makeRun({ ...unknown, undecidedCount: 0 }))).toBe(0);
  });
});
