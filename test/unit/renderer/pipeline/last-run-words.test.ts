import { describe, expect, it } from 'vitest';
import {
  toLastRunDeed,
  toLastRunHint,
  toLastRunWords,
} from '../../../../renderer/screens/pipeline/last-run-words';

const moved = {
  runId: 'run',
  runNumber: 14,
  kind: 'move',
  toTitle: 'Final',
  outcome: 'done',
  atMs: new Date(2026, 2, 21, 14, 52, 31).getTime(),
} as const;
const nowMs = new Date(2026, 2, 23, 9).getTime();

describe('what was done last with somebody', () => {
  it('says what happened, and with any other end how it ended', () => {
    expect(toLastRunDeed(moved)).toBe('Moved to Final');
    expect(toLastRunDeed({ kind: 'invite', toTitle: null, outcome: 'done' })).toBe('Invited');
    expect(toLastRunDeed({ kind: 'add', toTitle: 'Applied', outcome: 'done' })).toBe('Added to Applied');
    expect(toLastRunDeed({ kind: 'reject', toTitle: null, outcome: 'refused' })).toBe('Rejection: refused');
    expect(toLastRunDeed({ ...moved, outcome: 'unknown' })).toBe('Move to Final: unknown');
    expect(toLastRunDeed({ kind: 'add', toTitle: null, outcome: 'alreadyThere' })).toBe(
      'Addition: already there',
    );
  });

  it('says when, and to who points at it in which run', () => {
    expect(toLastRunWords(null, nowMs)).toBe('none');
    expect(toLastRunWords(moved, nowMs)).toMatch(/^Moved to Final, .*21/);
    expect(toLastRunHint(moved, nowMs)).toMatch(/^Moved to Final in run 14, .*21.*52.*31.* Opens this run$/);
  });
});
