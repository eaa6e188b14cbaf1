import { describe, expect, it } from 'vitest';
import {
  toConflictTitle,
  toGroupSentence,
  toMeaning,
  toReviewTitle,
  toUndoMeaning,
} from '../../../../renderer/screens/pipeline/review-words';
import type { PreparedPipeline } from '../../../../shared/pipeline/prepared-pipeline';

const group = (kind: 'add' | 'move' | 'reject', fromTitle: string | null, toTitle: string | null) => ({
  kind,
  fromTitle,
  toTitle,
  count: 1,
});
const prepared: PreparedPipeline = {
  batchId: 'batch',
  operation: 'changes',
  title: 'Graduate Programme 2026',
  sendable: 9,
  groups: [group('move', 'Screening', 'Final'), group('reject', 'Applied', null)],
  conflicts: [],
  conflictCount: 0,
  asksForNumber: false,
};

describe('the look before a change, in words', () => {
  it('asks by what is done, and says where nothing can be', () => {
    expect(toReviewTitle(prepared)).toBe('Make 9 changes?');
    expect(toReviewTitle({ ...prepared, operation: 'reject', sendable: 1 })).toBe('Reject 1 person?');
    expect(toReviewTitle({ ...prepared, batchId: null, sendable: 0 })).toBe('Nothing can be done here');
  });

  it('says from where and to where', () => {
    expect(toGroupSentence(group('move', null, 'Final'))).toBe('No stage → Final');
    expect(toGroupSentence(group('add', null, 'Logistics, Applied'))).toBe('added to Logistics, Applied');
    expect(toGroupSentence(group('reject', 'Applied', null))).toBe('rejected, from Applied');
    expect(toGroupSentence(group('reject', null, null))).toBe('rejected, from no stage');
  });

  it('says the heaviest first, and calls putting back what it is', () => {
    expect(toMeaning(prepared)[0]).toContain('can’t be taken back');
    expect(toMeaning(prepared)).toHaveLength(2);
    expect(toUndoMeaning({ groups: [group('add', null, 'Graduate Programme 2026')] })).toEqual([
      'A rejection can’t be taken back: these people are put back as new applications, in the stage that they were in.',
    ]);
  });

  it('counts all who are left out, and says that only the first are listed', () => {
    const conflict = { rowNumber: 1, name: null, sentence: 'In Final already' };
    expect(toConflictTitle({ ...prepared, conflicts: [conflict], conflictCount: 1 })).toBe(
      '1 person is left out',
    );
    expect(toConflictTitle({ ...prepared, conflicts: [conflict], conflictCount: 40 })).toBe(
      '40 people are left out, of whom the first 1',
    );
  });
});
