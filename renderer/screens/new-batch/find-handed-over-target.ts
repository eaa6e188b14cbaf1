import type { InviteWork } from '../../../shared/hand-over/batch-file';
import type { TargetLists } from '../../../shared/ipc/contract';
import type { InviteTarget } from '../../../shared/operations/invite-target';

/**
 * The target of a batch file as this workspace has it, with this workspace's own titles: those of the file could say anything.
 * Null where something of it is not here.
 */
export function findHandedOverTarget(named: InviteWork['target'], lists: TargetLists): InviteTarget | null {
  const set = lists.interviewSets.find(({ id }) => id === named.setId);
  const project = lists.projects.find(({ id }) => id === named.projectId);
  const post = lists.jobPosts.find(
    ({ id, projectId }) => id === named.jobPostId && projectId === project?.id,
  );
  const isMissing = (id: string | null, found: object | undefined) => id !== null && found === undefined;
  if (isMissing(named.setId, set) || isMissing(named.projectId, project) || isMissing(named.jobPostId, post))
    return null;
  return {
    setId: set?.id ?? null,
    setTitle: set?.title ?? null,
    projectId: project?.id ?? null,
    projectTitle: project?.title ?? null,
    jobPostId: post?.id ?? null,
    jobPostTitle: post?.title ?? null,
  };
}
