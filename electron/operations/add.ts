// Add: a person known to Flowmingo gets an application in a project (API guide, 5). Somebody who has one there is "already there".
import type { AddWork } from '../../shared/operations/pipeline-work';
import { saysAlreadyThere, toCommonMessage } from './api-message';
import { refused } from './invite-answer';
import type { ListedApplication } from './look-up';
import { noIds } from './operation';
import { ofApplication, type WorkRules } from './pipeline-rules';

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
    const found = newestOf(work, applications).find((one) => one.applicationId !== before?.applicationId);
    if (found === undefined) return { kind: 'as-before' };
    // An application of earlier looks the same, rejected ones too.
    return before === null
      ? {
          kind: 'elsewhere',
          sentence: 'The person is in the project; nobody noted whether that was so before',
        }
      : { kind: 'done', application: found };
  },
  findBefore: (work, applications) => newestOf(work, applications)[0] ?? null,
  // Whether an application is still active, the API does not say; where it is, the answer is "already applied".
  whyLeftOut: () => null,
};

/** The person's applications in the project, the newest first. */
function newestOf({ candidateId }: AddWork, applications: readonly ListedApplication[]): ListedApplication[] {
  return applications
    .filter((one) => one.candidateId === candidateId)
    .sort((left, right) => (right.createdAtMs ?? 0) - (left.createdAtMs ?? 0));
}
