// Move: an application goes to another stage of its project (API guide, 5). Safe to repeat, unless somebody moved it meanwhile.
import type { MoveWork } from '../../shared/operations/pipeline-work';
import { refused } from './invite-answer';
import { findApplication, hasOtherStatus, ofApplication, type WorkRules, whyChanged } from './pipeline-rules';

export const moveRules: WorkRules<MoveWork> = {
  toRequest: ({ applicationId, stageId }) => ({
    kind: 'move',
    applicationId,
    body: { com_stage_id: stageId },
  }),
  readAnswer: (work, answer, before) => {
    if (answer.id !== work.applicationId) return null;
    if (answer.com_stage_id != null && answer.com_stage_id !== work.stageId) return null;
    const ids = ofApplication(work.applicationId);
    return before?.stageId === work.stageId
      ? {
          event: 'answered-already-there',
          causeCode: 'already-there',
          sentence: `Was in ${work.stageTitle} already`,
          ids,
        }
      : { event: 'answered-done', causeCode: null, sentence: `Moved to ${work.stageTitle}`, ids };
  },
  readRefusal: (_why, message) => refused(message),
  see: (work, before, applications) => {
    const found = findApplication(work.applicationId, applications);
    if (found === null)
      return { kind: 'elsewhere', sentence: 'The pipeline does not show this person any more' };
    // Who was there before is moved there once more, which changes nothing, and the answer says "already there".
    if (found.stageId === work.stageId && before?.stageId !== work.stageId)
      return { kind: 'done', application: found };
    if (hasOtherStatus(found, before))
      return {
        kind: 'elsewhere',
        sentence: 'Somebody seems to have rejected this person, or put them back, meanwhile',
      };
    if (before !== null && found.stageId === before.stageId) return { kind: 'as-before' };
    return { kind: 'elsewhere', sentence: `The person is in ${found.stageTitle ?? 'no stage'} now` };
  },
  findBefore: ({ applicationId }, applications) => findApplication(applicationId, applications),
  whyLeftOut: whyChanged,
};
