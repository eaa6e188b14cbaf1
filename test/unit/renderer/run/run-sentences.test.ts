import { describe, expect, it } from 'vitest';
import {
  shortenId,
  toEndSentence,
  toProgress,
  toRateWords,
  toRowOutcome,
  toTimeLeft,
} from '../../../../renderer/screens/run/run-sentences';
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
    const wait = { why: 'rate-limited', sinceMs: fakeNowMs, untilMs: null, detail: null } as const;
    expect(toTimeLeft({ ...going, wait })).toBeNull();
    expect(toRateWords({ ...going, wait })).toBeNull();
    expect(toRateWords(going)).toBe('2.4 a second');
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

  it('says that nothing was sent where a run was stopped before its first request', () => {
    const stopped = makeRun({ state: 'cancelled', finishedAtMs: fakeNowMs, counts: { notSent: 301 } });
    expect(toEndSentence(stopped, fakeNowMs)).toMatch(/^Cancelled at .*\. Nothing was sent\.$/);
    const late = makeRun({
      state: 'cancelled',
      finishedAtMs: fakeNowMs,
      counts: { unknown: 1, notSent: 300 },
    });
    expect(toEndSentence(late, fakeNowMs)).not.toContain('Nothing was sent');
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
