import { describe, expect, it } from 'vitest';
import {
  toStoppedSentence,
  toStoppedTitle,
  waysOn,
} from '../../../../renderer/screens/home/parts/stopped-words';
import { makeRun } from '../../../helpers/fake-runs';

describe('a run that stopped part way, in words', () => {
  it('counts done, unknown and not sent', () => {
    const run = makeRun({ state: 'interrupted', counts: { done: 118, unknown: 2, notSent: 130 } });
    expect(toStoppedSentence(run)).toBe(
      'The app was closed. 118 of 250 are done, 2 are unknown, 130 have not been sent. Nothing was sent twice.',
    );
  });

  it('agrees with one', () => {
    const run = makeRun({
      state: 'paused',
      pauseReason: 'user',
      counts: { done: 1, refused: 1, unknown: 1, notSent: 1 },
    });
    expect(toStoppedSentence(run)).toContain('1 is unknown, 1 was refused, 1 has not been sent');
  });

  it('asks for a key where the key was the reason, and sends nobody on where the target is gone', () => {
    expect(waysOn({ pauseReason: 'auth-expired' })).toBe('new-key');
    expect(waysOn({ pauseReason: 'target-gone' })).toBe('see-the-run');
    expect(waysOn({ pauseReason: 'user' })).toBe('go-on');
  });

  it('does not send the rest from the first screen: the first ones are to be looked at', () => {
    const run = makeRun({ state: 'paused', pauseReason: 'first-rows', counts: { done: 3, notSent: 37 } });
    expect(waysOn(run)).toBe('see-the-run');
    expect(toStoppedTitle(run)).toBe('“Graduate fair Hanoi” waits for your look.');
    expect(toStoppedSentence(run)).toMatch(/^The first ones have come back\. 3 of 40 are done/);
  });
});
