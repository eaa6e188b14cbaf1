import { describe, expect, test } from 'vitest';
import { moveRules } from '../../../../electron/operations/move';
import { makeBefore, makeListed, makeMove } from './made-up-pipeline';

describe('the answer to a move', () => {
  const work = makeMove();

  test('that names the application and its new stage is done', () => {
    expect(moveRules.readAnswer(work, { id: 'app-1', com_stage_id: 'final' }, makeBefore())).toMatchObject({
      event: 'answered-done',
      causeCode: null,
      sentence: 'Moved to Final',
      ids: { applicationId: 'app-1' },
    });
  });

  test('that names no stage is done all the same', () => {
    expect(moveRules.readAnswer(work, { id: 'app-1', com_stage_id: null }, null)?.event).toBe(
      'answered-done',
    );
    expect(moveRules.readAnswer(work, { id: 'app-1' }, null)?.event).toBe('answered-done');
  });

  test('for somebody who was in that stage before is "already there"', () => {
    const there = makeBefore({ stageId: 'final' });
    expect(moveRules.readAnswer(work, { id: 'app-1', com_stage_id: 'final' }, there)).toMatchObject({
      event: 'answered-already-there',
      sentence: 'Was in Final already',
    });
  });

  test('about another application or another stage says nothing about this row', () => {
    expect(moveRules.readAnswer(work, { id: 'app-2', com_stage_id: 'final' }, null)).toBeNull();
    expect(moveRules.readAnswer(work, { id: 'app-1', com_stage_id: 'screening' }, null)).toBeNull();
  });

  test('that refuses keeps the reason', () => {
    expect(moveRules.readRefusal('not-found', 'Application not found')).toMatchObject({
      event: 'answered-refused',
      sentence: expect.stringContaining('Application not found'),
    });
  });
});

test('the request names the application in its address and the stage in its body', () => {
  expect(moveRules.toRequest(makeMove())).toEqual({
    kind: 'move',
    applicationId: 'app-1',
    body: { com_stage_id: 'final' },
  });
});

describe('a move whose answer got lost', () => {
  const see = (
    found: Parameters<typeof makeListed>[0] | null,
    before: ReturnType<typeof makeBefore> | null = makeBefore(),
  ) => moveRules.see(makeMove(), before, found === null ? [] : [makeListed(found)]);

  test('is done where the pipeline shows the person in the stage', () => {
    expect(see({ stageId: 'final' })).toMatchObject({
      kind: 'done',
      application: { applicationId: 'app-1' },
    });
    expect(see({ stageId: 'final' }, null).kind).toBe('done');
    expect(see({ stageId: 'final' }, makeBefore({ stageId: null })).kind).toBe('done');
  });

  test('has not happened where the person is where they were, or was in no stage and still is', () => {
    expect(see({}).kind).toBe('as-before');
    expect(see({ stageId: null }, makeBefore({ stageId: null })).kind).toBe('as-before');
  });

  test('is not called done for somebody who was in the stage before', () => {
    expect(see({ stageId: 'final' }, makeBefore({ stageId: 'final' })).kind).toBe('as-before');
  });

  test('is left to a person where somebody moved, rejected or removed them, or nobody noted anything', () => {
    expect(see({ stageId: 'screening', stageTitle: 'Screening' })).toEqual({
      kind: 'elsewhere',
      sentence: 'The person is in Screening now',
    });
    expect(see({ stageId: null, stageTitle: null })).toEqual({
      kind: 'elsewhere',
      sentence: 'The person is in no stage now',
    });
    expect(see({ status: 5 }).kind).toBe('elsewhere');
    expect(see({ status: null }).kind).toBe('elsewhere');
    expect(see(null).kind).toBe('elsewhere');
    expect(see({}, null).kind).toBe('elsewhere');
  });
});

describe('before a move', () => {
  test('its own application is what is noted', () => {
    const other = makeListed({ applicationId: 'app-2' });
    expect(moveRules.findBefore(makeMove(), [other, makeListed()])?.applicationId).toBe('app-1');
    expect(moveRules.findBefore(makeMove(), [other])).toBeNull();
  });

  test('a row that does not ask goes whatever is there', () => {
    expect(moveRules.whyLeftOut(makeMove(), null, null)).toBeNull();
    expect(moveRules.whyLeftOut(makeMove(), makeListed({ stageId: 'screening' }), null)).toBeNull();
  });

  test('a row that was prepared from a stage goes only from there', () => {
    const work = makeMove({ onlyFrom: true });
    expect(moveRules.whyLeftOut(work, makeListed(), null)).toBeNull();
    expect(moveRules.whyLeftOut(work, null, null)?.causeCode).toBe('skipped/gone');
    expect(moveRules.whyLeftOut(work, makeListed({ stageId: null, stageTitle: null }), null)).toEqual({
      causeCode: 'skipped/moved-meanwhile',
      sentence: 'Somebody moved this person to no stage meanwhile, so nothing was changed',
    });
  });

  test('who was rejected while the run paused is left out, and who is as they were is not', () => {
    const left = moveRules.whyLeftOut(makeMove(), makeListed({ status: 5 }), makeBefore());
    expect(left?.causeCode).toBe('skipped/changed-meanwhile');
    expect(moveRules.whyLeftOut(makeMove(), makeListed(), makeBefore())).toBeNull();
    expect(moveRules.whyLeftOut(makeMove(), null, makeBefore({ applicationId: null }))).toBeNull();
  });
});
