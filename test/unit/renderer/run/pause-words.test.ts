import { describe, expect, it } from 'vitest';
import { toPauseWords, toWayOnLabel } from '../../../../renderer/screens/run/pause-words';
import { pauseReasons } from '../../../../shared/runs/run-state';

describe('why a run stands still, in words', () => {
  it('has a sentence for every pause, and a new key for those that only a key can mend', () => {
    for (const pauseReason of pauseReasons) {
      expect(toPauseWords({ operation: 'invite', state: 'paused', pauseReason })?.title).toMatch(/\.$/);
    }
    expect(toPauseWords({ operation: 'invite', state: 'paused', pauseReason: 'auth-expired' })?.way).toBe(
      'new-key',
    );
    expect(toPauseWords({ operation: 'invite', state: 'running', pauseReason: null })).toBeNull();
  });

  it('says on the button how many people it sends to', () => {
    expect(toWayOnLabel('send-the-rest', 298)).toBe('Send the other 298');
    expect(toWayOnLabel('go-on', 113)).toBe('Go on with 113');
    expect(toWayOnLabel('go-on-anyway', 113)).toBe('It did not go on: send the other 113');
  });
});
