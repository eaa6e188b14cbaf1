// Reject: an application ends (API guide, 5). It can't be taken back, only put back as a new application.
import type { RejectWork } from '../../shared/operations/pipeline-work';
import { refused } from './invite-answer';
import { findApplication, ofApplication, type WorkRules, whyChanged } from './pipeline-rules';

export const rejectRules: WorkRules<RejectWork> = {
  toRequest: ({ applicationId }) => ({ kind: 'reject', applicationId }),
  readAnswer: ({ applicationId }, answer) =>
    answer.id === applicationId
      ? { event: 'answered-done', causeCode: null, sentence: 'Rejected', ids: ofApplication(applicationId) }
      : null,
  readRefusal: (_why, message) => refused(message),
  see: ({ applicationId }, before, applications) => {
    const found = findApplication(applicationId, applications);
    // The list names no state; that the number changed, or that a whole list leaves the person out, is all there is to see.
    if (found === null)
      return { kind: 'elsewhere', sentence: 'The pipeline does not show this person any more' };
    if (before === null) return { kind: 'elsewhere', sentence: 'Nobody noted how it was before' };
    return found.status === before.status ? { kind: 'as-before' } : { kind: 'done', application: found };
  },
  findBefore: ({ applicationId }, applications) => findApplication(applicationId, applications),
  whyLeftOut: whyChanged,
};
