// Questions that several endpoints ask the made-up organization. Reads only: must never change the world.
import {
  type Application,
  type InterviewSet,
  type JobPost,
  type PracticeWorld,
  type Project,
  type Stage,
  toPlaceKey,
} from './world';

/** The interview set with this id, if the organization has it. */
export function findInterviewSet(world: PracticeWorld, setId: string): InterviewSet | undefined {
  return world.interviewSets.find((set) => set.id === setId);
}

/** The project with this id, if the organization has it. */
export function findProject(world: PracticeWorld, projectId: string): Project | undefined {
  return world.projects.find((project) => project.id === projectId);
}

/** The stage with this id, if it belongs to the project. */
export function findStage(world: PracticeWorld, projectId: string, stageId: string): Stage | undefined {
  return findProject(world, projectId)?.stages.find((stage) => stage.id === stageId);
}

/** The job post with this id, if it belongs to the project. */
export function findJobPost(world: PracticeWorld, projectId: string, jobPostId: string): JobPost | undefined {
  return world.jobPosts.find((post) => post.id === jobPostId && post.projectId === projectId);
}

/** The project's job post that was created last; null for a project without any. */
export function latestJobPostId(world: PracticeWorld, projectId: string): string | null {
  let latest: JobPost | undefined;
  for (const post of world.jobPosts) {
    if (post.projectId === projectId && (latest === undefined || post.createdAtMs > latest.createdAtMs))
      latest = post;
  }
  return latest?.id ?? null;
}

/** The person's application in the project that has not been rejected, if there is one. */
export function findActiveApplication(
  world: PracticeWorld,
  projectId: string,
  personId: string,
): Application | undefined {
  const applicationId = world.activeApplicationIds.get(toPlaceKey(projectId, personId));
  return applicationId === undefined ? undefined : world.applications.get(applicationId);
}
