import { describe, expect, it } from 'vitest';
import {
  toChangesSentence,
  toDifference,
  toInStageWords,
  toReadingSentence,
  toRowName,
} from '../../../../renderer/screens/pipeline/pipeline-words';
import { fakeNowMs } from '../../../helpers/fake-runs';

const dayMs = 86_400_000;
const changes = { sinceMs: 0, sinceSnapshotId: 's', new: 22, newlyScored: 6, gone: 2 };

describe('what changed, in a sentence', () => {
  it('names the stages, and counts those beyond the third together', () => {
    const movedTo = ['Final', 'Offer', 'Hired', 'Screening', null].map((stageTitle, index) => ({
      stageTitle,
      count: index + 1,
    }));
    expect(toChangesSentence({ ...changes, movedTo })).toBe(
      '22 new, 1 moved to Final, 2 moved to Offer, 3 moved to Hired, 9 moved to other stages, 6 newly scored, 2 gone.',
    );
  });

  it('says that nothing has changed', () => {
    expect(toChangesSentence({ ...changes, new: 0, newlyScored: 0, gone: 0, movedTo: [] })).toBe(
      'nothing has changed.',
    );
  });
});

describe('how long somebody is in a stage', () => {
  const since = (days: number, isExact: boolean, fromTitle: string | null = null) =>
    toInStageWords({ sinceMs: fakeNowMs - days * dayMs, isExact, fromTitle }, fakeNowMs);

  it('claims no more than two readings tell', () => {
    expect(since(3, true)).toBe('3 days');
    expect(since(2, false)).toBe('at least 2 days');
    expect(since(1, true, 'Screening')).toBe('1 day, from Screening');
    expect(since(0, true)).toBe('less than a day');
    expect(since(0, false)).toBe('not known yet');
    expect(toInStageWords(null, fakeNowMs)).toBe('');
  });
});

describe('words of the grid', () => {
  it('calls people by what is known of them', () => {
    const ids = { candidateId: '019c5e77-0000-7000-8000-000000007f2a', applicationId: 'a' };
    expect(toRowName({ name: 'Zoë Lefèvre', email: 'zoe@example.com', ...ids })).toBe('Zoë Lefèvre');
    expect(toRowName({ name: null, email: 'zoe@example.com', ...ids })).toBe('zoe@example.com');
    expect(toRowName({ name: null, email: null, ...ids })).toBe('Name not known 019c5e…7f2a');
  });

  it('writes a difference with its sign, and none where nobody knows', () => {
    expect([toDifference(41, 27), toDifference(96, 110), toDifference(9, 9), toDifference(9, null)]).toEqual([
      '+14',
      '−14',
      '',
      '',
    ]);
  });

  it('says what is read, and when it goes on after a wait', () => {
    const progress = { workspaceId: 'ws', part: 'applications', done: 200, total: 530 } as const;
    expect(toReadingSentence({ ...progress, waitsUntilMs: null })).toBe('Reading applications, 200 of 530');
    expect(toReadingSentence({ ...progress, waitsUntilMs: fakeNowMs })).toContain(
      'The reading goes on by itself at',
    );
  });
});
