import { describe, expect, it } from 'vitest';
import {
  shortenId,
  toEndSentence,
  toHoldSentences,
  toPauseWords,
  toProgress,
  toRowOutcome,
  toTimeLeft,
} from '../../../../renderer/screens/run/run-sentences';
import { pauseReasons } from '../../../../shared/runs/run-state';
import { fakeNowMs, finishedRun, makeRun } from '../../../helpers/fake-runs';

const going = makeRun({
  state: 'running',
  ratePerSecond: 2.4,
  counts: { done: 176, alreadyThere: 4, refused: 6, unknown: 2, notSent: 113, skipped: 17 },
});

describe('words of a run', () => {
  it('counts the people that have an outcome, without the skipped rows', () => {
    expect(toProgress(going)).toEqual({ settled: 188, people: 301 });
  });

  it('says the time left only while something is sent', () => {
    expect(toTimeLeft(going)).toBe('about 50 seconds left');
    expect(toTimeLeft({ ...going, resumeAtMs: fakeNowMs })).toBeNull();
    expect(toTimeLeft({ ...going, ratePerSecond: 0 })).toBeNull();
    expect(toTimeLeft({ ...going, state: 'paused' })).toBeNull();
  });

  it('says nothing of email where none was sent', () => {
    expect(toEndSentence(finishedRun, fakeNowMs)).toContain('284 of 301 people were invited.');
    expect(toEndSentence({ ...finishedRun, sendInvite: false }, fakeNowMs)).toContain(
      '284 of 301 interviews were created.',
    );
    expect(toEndSentence(going, fakeNowMs)).toBeNull();
  });

  it('tells how long a wait is and when it ends', () => {
    const hold = toHoldSentences({ pauseReason: 'rate-limited', resumeAtMs: fakeNowMs + 12_000 }, 12_000);
    expect(hold?.title).toBe('Flowmingo asked us to wait 12 s.');
    expect(hold?.sentence).toMatch(/goes on by itself at \d+:52:35/);
  });

  it('has a sentence for every pause, and a new key for those that only a key can mend', () => {
    for (const pauseReason of pauseReasons) {
      expect(toPauseWords({ state: 'paused', pauseReason })?.title).toMatch(/\.$/);
    }
    expect(toPauseWords({ state: 'paused', pauseReason: 'auth-expired' })?.way).toBe('new-key');
    expect(toPauseWords({ state: 'running', pauseReason: 'rate-limited' })).toBeNull();
  });

  it('calls rows on their way by names of their own, and never calls one sent before it is', () => {
    expect(toRowOutcome({ state: 'sending', outcome: 'notSent' }, true)).toBe('inFlight');
    expect(toRowOutcome({ state: 'retry-wait', outcome: 'notSent' }, true)).toBe('waiting');
    expect(toRowOutcome({ state: 'pending', outcome: 'notSent' }, true)).toBe('toGo');
    expect(toRowOutcome({ state: 'pending', outcome: 'notSent' }, false)).toBe('notSent');
  });

  it('shortens ids by their middle', () => {
    expect(shortenId('019c5ea9-41aa-7f21')).toBe('019c…7f21');
    expect(shortenId(null)).toBe('');
  });
});
