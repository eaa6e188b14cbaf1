import { describe, expect, test } from 'vitest';
import { addRules } from '../../../../electron/operations/add';
import type { ListedApplication } from '../../../../electron/operations/look-up';
import { makeAdd, makeBefore, makeListed, nobodyBefore } from './made-up-pipeline';

describe('the request of an add', () => {
  test('names only what was asked for', () => {
    expect(addRules.toRequest(makeAdd({ stageId: null }))).toEqual({
      kind: 'add',
      body: { tal_candidate_id: 'cand-1', com_project_id: 'project-1' },
    });
    expect(addRules.toRequest(makeAdd({ jobPostId: 'job-1' }))).toMatchObject({
      body: { com_job_post_id: 'job-1', com_stage_id: 'applied' },
    });
  });
});

describe('the answer to an add', () => {
  const answer = { id: 'app-9', com_project_id: 'project-1', com_stage_id: 'applied' };

  test('that names the new application is done', () => {
    expect(addRules.readAnswer(makeAdd(), answer, nobodyBefore)).toMatchObject({
      event: 'answered-done',
      causeCode: null,
      ids: { applicationId: 'app-9' },
    });
    expect(addRules.readAnswer(makeAdd(), { id: 'app-9' }, null)?.causeCode).toBeNull();
    expect(addRules.readAnswer(makeAdd({ stageId: null }), answer, null)?.causeCode).toBeNull();
  });

  test('that names another stage is done, and says so', () => {
    expect(addRules.readAnswer(makeAdd(), { ...answer, com_stage_id: 'final' }, null)).toMatchObject({
      event: 'answered-done',
      causeCode: 'add/other-stage',
    });
  });

  test('about another project, or without an id, says nothing about this row', () => {
    expect(addRules.readAnswer(makeAdd(), { ...answer, com_project_id: 'project-2' }, null)).toBeNull();
    expect(addRules.readAnswer(makeAdd(), { ...answer, id: '' }, null)).toBeNull();
  });

  test('"already applied" is already there; every other refusal keeps its reason', () => {
    const message = 'Candidate has already applied to this project';
    expect(addRules.readRefusal('bad-request', message)).toMatchObject({
      event: 'answered-already-there',
      sentence: `Flowmingo says: ${message}`,
    });
    expect(addRules.readRefusal('not-found', message).event).toBe('answered-refused');
    expect(addRules.readRefusal('bad-request', 'Stage not found').event).toBe('answered-refused');
  });
});

describe('an add whose answer got lost', () => {
  const old = makeListed({ applicationId: 'app-0', status: 5, createdAtMs: 500 });
  const latest = makeListed();
  const fresh = makeListed({ applicationId: 'app-9', createdAtMs: 3000 });
  const see = (
    applications: readonly ListedApplication[],
    before: ReturnType<typeof makeBefore> | null,
    work = makeAdd(),
  ) => addRules.see(work, before, applications);

  test('is done where somebody who was not there is there now', () => {
    expect(see([fresh], nobodyBefore)).toMatchObject({
      kind: 'done',
      application: { applicationId: 'app-9' },
    });
    expect(see([{ ...fresh, createdAtMs: null }], nobodyBefore).kind).toBe('done');
    expect(see([{ ...fresh, stageId: 'final' }], nobodyBefore, makeAdd({ stageId: null })).kind).toBe('done');
  });

  test('is done where a rejected person has a newer application', () => {
    const rejected = makeBefore({ status: 5 });
    expect(see([{ ...latest, status: 5 }, fresh], rejected).kind).toBe('done');
  });

  test('has not happened where the person is not there, or only as before', () => {
    expect(see([], nobodyBefore).kind).toBe('as-before');
    expect(see([], null).kind).toBe('as-before');
    expect(see([makeListed({ candidateId: 'cand-2' })], nobodyBefore).kind).toBe('as-before');
    expect(see([makeListed({ candidateId: null })], nobodyBefore).kind).toBe('as-before');
    expect(see([latest], makeBefore()).kind).toBe('as-before');
  });

  test('is not called done for an application of earlier, however many there are', () => {
    expect(see([old, latest], makeBefore()).kind).toBe('as-before');
    expect(see([latest, old], makeBefore()).kind).toBe('as-before');
  });

  test('is left to a person where nobody can tell since when somebody is there', () => {
    expect(see([fresh], null).kind).toBe('elsewhere');
    expect(see([{ ...latest, createdAtMs: null }, fresh], makeBefore()).kind).toBe('elsewhere');
    expect(see([{ ...fresh, createdAtMs: 1000 }, latest], makeBefore()).kind).toBe('elsewhere');
    expect(see([old], makeBefore()).kind).toBe('elsewhere');
  });

  test('is left to a person where somebody rejected them or they are gone: sent again, it would bring them back', () => {
    expect(see([{ ...latest, status: 5 }], makeBefore()).kind).toBe('elsewhere');
    expect(see([], makeBefore()).kind).toBe('elsewhere');
  });

  test('is left to a person where somebody put them elsewhere', () => {
    expect(see([{ ...fresh, stageId: 'final', stageTitle: 'Final' }], nobodyBefore)).toEqual({
      kind: 'elsewhere',
      sentence: 'The person is in Final now',
    });
    expect(see([{ ...fresh, stageId: null, stageTitle: null }], nobodyBefore)).toMatchObject({
      sentence: 'The person is in no stage now',
    });
    const forJob = makeAdd({ jobPostId: 'job-1' });
    expect(see([{ ...fresh, jobPostId: 'job-2' }], nobodyBefore, forJob).kind).toBe('elsewhere');
    expect(see([{ ...fresh, jobPostId: 'job-1' }], nobodyBefore, forJob).kind).toBe('done');
    expect(see([fresh], nobodyBefore, forJob).kind).toBe('done');
  });
});

describe('before an add', () => {
  test('the newest application of the person is noted', () => {
    const newest = makeListed({ applicationId: 'app-2', createdAtMs: 2000 });
    const undated = makeListed({ applicationId: 'app-3', createdAtMs: null });
    expect(addRules.findBefore(makeAdd(), [undated, makeListed(), newest])?.applicationId).toBe('app-2');
    expect(addRules.findBefore(makeAdd(), [makeListed({ candidateId: 'cand-2' })])).toBeNull();
  });

  test('a rejected person is put back, but not one whom somebody rejected while the run paused', () => {
    const rejected = makeListed({ status: 5 });
    expect(addRules.whyLeftOut(makeAdd(), rejected, null)).toBeNull();
    expect(addRules.whyLeftOut(makeAdd(), rejected, makeBefore({ status: 5 }))).toBeNull();
    expect(addRules.whyLeftOut(makeAdd(), rejected, makeBefore())?.causeCode).toBe(
      'skipped/changed-meanwhile',
    );
    expect(addRules.whyLeftOut(makeAdd(), null, nobodyBefore)).toBeNull();
  });
});
