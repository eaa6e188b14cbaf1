import { describe, expect, it } from 'vitest';
import { toBarParts } from '../../../../renderer/components/outcome-bar';
import { toSumSentence } from '../../../../renderer/components/outcome-counts';
import {
  isStoppedPartWay,
  toCountsSentence,
  toRunStateWords,
} from '../../../../renderer/components/run-words';
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
    expect(toRunStateWords({ state: 'paused', pauseReason: 'auth-expired' })).toBe('Needs a new key');
    expect(toRunStateWords({ state: 'running', pauseReason: 'rate-limited' })).toBe('Told to wait');
    expect(toRunStateWords({ state: 'running', pauseReason: null })).toBe('Sending');
  });

  it('calls a run stopped only where somebody has to let it go on', () => {
    expect(isStoppedPartWay(makeRun({ state: 'paused', pauseReason: 'user', counts: { notSent: 3 } }))).toBe(
      true,
    );
    expect(isStoppedPartWay(makeRun({ state: 'paused', resumeAtMs: 1, counts: { notSent: 3 } }))).toBe(false);
    expect(isStoppedPartWay(makeRun({ state: 'paused', counts: { done: 3 } }))).toBe(false);
    expect(isStoppedPartWay(going)).toBe(false);
  });
});
