// Reject: an application ends (API guide, 5). It can't be taken back, only put back as a new application.
import type { RejectWork } from '../../shared/operations/pipeline-work';
import { refused } from './invite-answer';
import type { ListedApplication } from './look-up';
import { findApplication, ofApplication, type WorkRules, whyChanged } from './pipeline-rules';

export const rejectRules: WorkRules<RejectWork> = {
  toRequest: ({ applicationId }) => ({ kind: 'reject', applicationId }),
  readAnswer: ({ applicationId }, { id, status }) => {
    // The API's own numbers say nothing (API guide, 4.4); a word that is another one than "rejected" does.
    const isOther = typeof status === 'string' && /[a-z]/i.test(status) && !/^\s*rejected\s*$/i.test(status);
    return id === applicationId && !isOther
      ? { event: 'answered-done', causeCode: null, sentence: 'Rejected', ids: ofApplication(applicationId) }
      : null;
  },
  readRefusal: (_why, message) => refused(message),
  see: ({ applicationId }, before, applications) => {
    const found = findApplication(applicationId, applications);
    // The list names no state; that the number changed, or that a whole list leaves the person out, is all there is to see.
    if (found === null)
      return { kind: 'elsewhere', sentence: 'The pipeline does not show this person any more' };
    if (before === null) return { kind: 'elsewhere', sentence: 'Nobody noted how it was before' };
    if (found.status === null || before.status === null)
      return { kind: 'elsewhere', sentence: 'The pipeline does not show whether this person is rejected' };
    if (found.status !== before.status)
      return isBack(found, applications)
        ? { kind: 'elsewhere', sentence: 'Rejected, and somebody put this person back as a new application' }
        : { kind: 'done', application: found };
    return found.stageId === before.stageId
      ? { kind: 'as-before' }
      : { kind: 'elsewhere', sentence: `The person is in ${found.stageTitle ?? 'no stage'} now` };
  },
  findBefore: ({ applicationId }, applications) => findApplication(applicationId, applications),
  whyLeftOut: whyChanged,
};

/** Whether the same person has an application that was created later. */
function isBack(
  { candidateId, createdAtMs }: ListedApplication,
  applications: readonly ListedApplication[],
): boolean {
  if (candidateId === null || createdAtMs === null) return false;
  return applications.some(
    (one) => one.candidateId === candidateId && one.createdAtMs !== null && one.createdAtMs > createdAtMs,
  );
}
