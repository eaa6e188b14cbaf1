// Add: a person known to Flowmingo gets an application in a project (API guide, 5). Somebody who has one there is "already there".
import type { AddWork } from '../../shared/operations/pipeline-work';
import { saysAlreadyThere, toCommonMessage } from './api-message';
import { refused } from './invite-answer';
import type { ListedApplication } from './look-up';
import { noIds } from './operation';
import { hasOtherStatus, ofApplication, otherStatus, type Seen, type WorkRules } from './pipeline-rules';

export const addRules: WorkRules<AddWork> = {
  toRequest: ({ candidateId, projectId, jobPostId, stageId }) => ({
    kind: 'add',
    body: {
      tal_candidate_id: candidateId,
      com_project_id: projectId,
      ...(jobPostId === null ? {} : { com_job_post_id: jobPostId }),
      ...(stageId === null ? {} : { com_stage_id: stageId }),
    },
  }),
  readAnswer: (work, answer) => {
    const isOther = answer.com_project_id != null && answer.com_project_id !== work.projectId;
    if (isOther || answer.id === '') return null;
    const isElsewhere =
      work.stageId !== null && answer.com_stage_id != null && answer.com_stage_id !== work.stageId;
    return {
      event: 'answered-done',
      causeCode: isElsewhere ? 'add/other-stage' : null,
      sentence: isElsewhere ? 'Added, but to another stage than asked for' : 'Added to the project',
      ids: ofApplication(answer.id),
    };
  },
  readRefusal: (why, message) =>
    why === 'bad-request' && saysAlreadyThere(message)
      ? {
          event: 'answered-already-there',
          causeCode: 'already-there',
          sentence: `Flowmingo says: ${toCommonMessage(message)}`,
          ids: noIds,
        }
      : refused(message),
  see: (work, before, applications) => {
    const [newest] = newestOf(work, applications);
    // An application of earlier looks the same, rejected ones too.
    if (newest !== undefined && before === null)
      return elsewhere('The person is in the project; nobody noted whether that was so before');
    if (newest === undefined)
      return before?.applicationId == null
        ? { kind: 'as-before' }
        : elsewhere('The pipeline does not show this person any more');
    if (newest.applicationId === before?.applicationId)
      // Sent again, it would bring back whom somebody has just rejected.
      return hasOtherStatus(newest, before)
        ? elsewhere('Somebody seems to have rejected this person, or put them back, meanwhile')
        : { kind: 'as-before' };
    if (!isNewer(newest, before?.applicationId ?? null, applications))
      return elsewhere('The person is in the project, and nobody can tell since when');
    if (work.stageId !== null && newest.stageId !== work.stageId)
      return elsewhere(`The person is in ${newest.stageTitle ?? 'no stage'} now`);
    if (work.jobPostId !== null && newest.jobPostId !== null && newest.jobPostId !== work.jobPostId)
      return elsewhere('The person is in the project for another job post');
    return { kind: 'done', application: newest };
  },
  findBefore: (work, applications) => newestOf(work, applications)[0] ?? null,
  // Whether an application is still active, the API does not say; where it is, the answer is "already applied". But who was rejected
  // while the run paused is not brought back by it.
  whyLeftOut: (_work, found, earlier) => (hasOtherStatus(found, earlier) ? otherStatus : null),
};

function elsewhere(sentence: string): Seen {
  return { kind: 'elsewhere', sentence };
}

/** Whether it was certainly created after the one that was noted; after none is any. */
function isNewer(
  { createdAtMs }: ListedApplication,
  notedId: string | null,
  applications: readonly ListedApplication[],
): boolean {
  if (notedId === null) return true;
  const notedAtMs = applications.find(({ applicationId }) => applicationId === notedId)?.createdAtMs ?? null;
  return createdAtMs !== null && notedAtMs !== null && createdAtMs > notedAtMs;
}

/** The person's applications in the project, the newest first. */
function newestOf({ candidateId }: AddWork, applications: readonly ListedApplication[]): ListedApplication[] {
  return applications
    .filter((one) => one.candidateId === candidateId)
    .sort((left, right) => (right.createdAtMs ?? 0) - (left.createdAtMs ?? 0));
}
