import { describe, expect, test } from 'vitest';
import { rejectRules } from '../../../../electron/operations/reject';
import { makeBefore, makeListed, makeReject } from './made-up-pipeline';

const work = makeReject();

test('the request names the application, and has no body', () => {
  expect(rejectRules.toRequest(work)).toEqual({ kind: 'reject', applicationId: 'app-1' });
});

test('an answer that names the application is done; one about another says nothing about this row', () => {
  expect(rejectRules.readAnswer(work, { id: 'app-1', status: 'rejected' }, null)).toMatchObject({
    event: 'answered-done',
    sentence: 'Rejected',
    ids: { applicationId: 'app-1' },
  });
  expect(rejectRules.readAnswer(work, { id: 'app-2', status: 'rejected' }, null)).toBeNull();
  expect(rejectRules.readAnswer(work, { id: 'app-1', status: 'active' }, null)).toBeNull();
  for (const status of [null, 5, '5', 'Rejected'])
    expect(rejectRules.readAnswer(work, { id: 'app-1', status }, null)?.event).toBe('answered-done');
  expect(rejectRules.readRefusal('not-found', 'Application not found').event).toBe('answered-refused');
});

describe('a rejection whose answer got lost', () => {
  const see = (
    found: Parameters<typeof makeListed>[0] | null,
    before: ReturnType<typeof makeBefore> | null = makeBefore(),
  ) => rejectRules.see(work, before, found === null ? [] : [makeListed(found)]);

  test('is done where the state changed, whatever the stage', () => {
    expect(see({ status: 5 }).kind).toBe('done');
    expect(see({ status: 5, stageId: null }).kind).toBe('done');
  });

  test('has not happened where the entry is as it was', () => {
    expect(see({}).kind).toBe('as-before');
  });

  test('is left to a person where the entry is gone, or nobody noted how it was', () => {
    expect(see(null).kind).toBe('elsewhere');
    expect(see({}, null).kind).toBe('elsewhere');
  });

  test('is left to a person where the pipeline names no state: it may have happened', () => {
    expect(see({ status: null }, makeBefore({ status: null })).kind).toBe('elsewhere');
    expect(see({ status: null }).kind).toBe('elsewhere');
    expect(see({ status: 5 }, makeBefore({ status: null })).kind).toBe('elsewhere');
  });

  test('is left to a person where somebody put them back as a new application', () => {
    const ended = makeListed({ status: 5 });
    const look = (changes: Parameters<typeof makeListed>[0]) =>
      rejectRules.see(work, makeBefore(), [ended, makeListed({ applicationId: 'app-9', ...changes })]).kind;
    expect(look({ createdAtMs: 3000 })).toBe('elsewhere');
    expect(look({ createdAtMs: 500 })).toBe('done');
    expect(look({ createdAtMs: null })).toBe('done');
    expect(look({ createdAtMs: 3000, candidateId: 'cand-2' })).toBe('done');
    const nameless = makeListed({ status: 5, candidateId: null });
    expect(rejectRules.see(work, makeBefore(), [nameless]).kind).toBe('done');
  });

  test('is left to a person where somebody moved them meanwhile', () => {
    expect(see({ stageId: 'final', stageTitle: 'Final' })).toEqual({
      kind: 'elsewhere',
      sentence: 'The person is in Final now',
    });
    expect(see({ stageId: null, stageTitle: null })).toMatchObject({
      sentence: 'The person is in no stage now',
    });
  });
});

test('before it, its own application is noted, and who was moved, removed or rejected meanwhile is left out', () => {
  expect(rejectRules.findBefore(work, [makeListed()])?.applicationId).toBe('app-1');
  expect(rejectRules.findBefore(work, [])).toBeNull();
  const asking = makeReject({ onlyFrom: true });
  expect(rejectRules.whyLeftOut(asking, makeListed(), null)).toBeNull();
  expect(rejectRules.whyLeftOut(asking, makeListed({ stageId: 'final' }), null)?.causeCode).toBe(
    'skipped/moved-meanwhile',
  );
  expect(rejectRules.whyLeftOut(asking, null, null)?.causeCode).toBe('skipped/gone');
  expect(rejectRules.whyLeftOut(work, makeListed({ status: 5 }), makeBefore())?.causeCode).toBe(
    'skipped/changed-meanwhile',
  );
});
