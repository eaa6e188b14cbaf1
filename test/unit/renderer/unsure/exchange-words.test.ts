import { describe, expect, it } from 'vitest';
import {
  toAttemptWords,
  toExchangeText,
  toReadableBody,
} from '../../../../renderer/screens/unsure/exchange-words';
import { lostAttempt, requestText } from '../../../helpers/fake-unsure';

describe('what was sent and received', () => {
  it('sets JSON in lines, and leaves anything else as it came', () => {
    expect(toReadableBody('{"a":[1]}')).toBe('{\n  "a": [\n    1\n  ]\n}');
    expect(toReadableBody('{"a":[1')).toBe('{"a":[1');
  });

  it('says what became of each try', () => {
    expect(toAttemptWords(lostAttempt)).toBe('No clear answer, 502, Bad gateway');
    expect(toAttemptWords({ ...lostAttempt, kind: null, status: null, message: null })).toBe(
      'No answer is written down',
    );
    expect(toAttemptWords({ ...lostAttempt, kind: 'withdrawn', status: null, message: null })).toContain(
      'not sent',
    );
  });

  it('copies everything, with times that everybody reads alike', () => {
    const text = toExchangeText(requestText, [
      lostAttempt,
      { ...lostAttempt, closedAtMs: null, bodyText: null },
    ]);
    expect(text).toContain('"email": "nguyen.son@example.com"');
    expect(text).toContain('Try 1: 2026-03-21T14:52:14.000Z to 2026-03-21T14:52:15.000Z');
    expect(text).toContain('<title>502 Bad Gateway</title>');
    expect(text).toContain('Try 2: 2026-03-21T14:52:14.000Z to no end');
  });
});
