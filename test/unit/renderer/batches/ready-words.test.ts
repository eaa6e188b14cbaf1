import { describe, expect, it } from 'vitest';
import { firstRowsWords, waitingForLookWords } from '../../../../renderer/screens/batches/ready-words';

const small = { firstRows: 3, sendable: 301 };
const whole = { firstRows: null, sendable: 40 };

describe('batches that send to a few first', () => {
  it('is said before the queue starts, with what the others do meanwhile', () => {
    expect(firstRowsWords([small])).toBe(
      'It sends to the first 3 people and waits for your look before the rest.',
    );
    expect(firstRowsWords([small, whole])).toMatch(/^One of them sends .*; the others go on meanwhile\.$/);
    expect(firstRowsWords([small, small, whole])).toMatch(
      /^2 of them send .*; the others go on meanwhile\.$/,
    );
    expect(firstRowsWords([small, small])).toMatch(/^Each sends to its first people/);
  });

  it('is not said where all go at once', () => {
    expect(firstRowsWords([whole])).toBeNull();
    expect(firstRowsWords([{ firstRows: 3, sendable: 3 }])).toBeNull();
  });

  it('those that wait for a look are counted, and no other pause is taken for one', () => {
    const run = { state: 'paused', pauseReason: 'first-rows' } as const;
    expect(waitingForLookWords([run, run, { ...run, pauseReason: 'user' }])).toBe(
      '2 runs wait for your look at their first people.',
    );
    expect(waitingForLookWords([{ state: 'running', pauseReason: null }])).toBe('');
  });
});
