// The reads of the guide (chapters 2.4 and 4): lists by page, one submission, a project's stages.
// Reads must never give an email, a name or a phone number of a candidate.
import { ApiRefusal, type EndpointAnswer, toIsoTime } from '../answers';
import type { Endpoint, EndpointContext } from '../endpoint-context';
import type { Application, PracticeWorld, Submission } from '../world';
import { findProject, findStage } from '../world-queries';

const DEFAULT_PAGE = 1;
const DEFAULT_LIMIT = 20;
const MAX_LIMIT = 100;

/** The endpoints that read. */
export const readEndpoints: readonly Endpoint[] = [
  { method: 'GET', path: '/integration/me/v1', scope: null, answer: answerMe },
  { method: 'GET', path: '/integration/hiring/job-posts/v1', scope: 'read_hiring', answer: listJobPosts },
  {
    method: 'GET',
    path: '/integration/hiring/interview-sets/v1',
    scope: 'read_hiring',
    answer: listInterviewSets,
  },
  { method: 'GET', path: '/integration/hiring/projects/v1', scope: 'read_hiring', answer: listProjects },
  {
    method: 'GET',
    path: '/integration/hiring/applications/v1',
    scope: 'read_hiring',
    answer: listApplications,
  },
  {
    method: 'GET',
    path: '/integration/hiring/submissions/v1',
    scope: 'read_hiring',
    answer: listSubmissions,
  },
  {
    method: 'GET',
    path: '/integration/hiring/submissions/{id}/v1',
    scope: 'read_hiring',
    answer: getSubmission,
  },
  {
    method: 'GET',
    path: '/integration/hiring/projects/{id}/stages/v1',
    scope: 'read_hiring',
    answer: listStages,
  },
];

function answerMe({ world, grant }: EndpointContext): EndpointAnswer {
  return toAnswer({
    api_key_id: grant.apiKeyId,
    organization_id: world.organizationId,
    scopes: grant.scopes,
    expires_at: toIsoTimeOrNull(grant.expiresAtMs),
  });
}

function listJobPosts(context: EndpointContext): EndpointAnswer {
  const projectId = context.query.get('com_project_id');
  const posts = context.world.jobPosts.filter((post) => projectId === null || post.projectId === projectId);
  return toPage(context, posts, (post) => ({
    id: post.id,
    title: post.title,
    status: post.status,
    com_project_id: post.projectId,
    created_at: toIsoTime(post.createdAtMs),
  }));
}

function listInterviewSets(context: EndpointContext): EndpointAnswer {
  return toPage(context, context.world.interviewSets, (set) => ({
    id: set.id,
    title: set.title,
    status: set.status,
    set_type: set.setType,
    created_at: toIsoTime(set.createdAtMs),
  }));
}

function listProjects(context: EndpointContext): EndpointAnswer {
  return toPage(context, context.world.projects, (project) => ({
    id: project.id,
    title: project.title,
    created_at: toIsoTime(project.createdAtMs),
  }));
}

function listApplications(context: EndpointContext): EndpointAnswer {
  const { query, world } = context;
  const projectId = query.get('com_project_id');
  const jobPostId = query.get('com_job_post_id');
  const stageId = query.get('com_stage_id');
  const applications = visible(context, world.applications.values()).filter(
    (application) =>
      (projectId === null || application.projectId === projectId) &&
      (jobPostId === null || application.jobPostId === jobPostId) &&
      (stageId === null || application.stageId === stageId),
  );
  return toPage(context, newestFirst(applications), (application) => toApplicationJson(world, application));
}

function listSubmissions(context: EndpointContext): EndpointAnswer {
  const setId = context.query.get('com_interview_set_id');
  const personId = context.query.get('tal_candidate_id');
  const submissions = visible(context, context.world.submissions.values()).filter(
    (submission) =>
      (setId === null || submission.setId === setId) &&
      (personId === null || submission.personId === personId),
  );
  return toPage(context, newestFirst(submissions), toSubmissionJson);
}

function getSubmission(context: EndpointContext): EndpointAnswer {
  const submission = context.world.submissions.get(context.id);
  if (submission === undefined || visible(context, [submission]).length === 0)
    throw new ApiRefusal(404, 'Submission not found');
  return toAnswer(toSubmissionJson(submission));
}

/** The guide's one exception to "unknown id is 404": an unknown project has no stages. */
function listStages({ world, id }: EndpointContext): EndpointAnswer {
  const stages = findProject(world, id)?.stages ?? [];
  return toAnswer({
    data: stages.map((stage) => ({
      id: stage.id,
      name: stage.name,
      priority: stage.priority,
      com_project_id: stage.projectId,
    })),
  });
}

function toApplicationJson(world: PracticeWorld, application: Application): unknown {
  const stage =
    application.stageId === null ? undefined : findStage(world, application.projectId, application.stageId);
  return {
    id: application.id,
    tal_candidate_id: application.personId,
    com_project_id: application.projectId,
    com_job_post_id: application.jobPostId,
    stage: stage === undefined ? null : { id: stage.id, name: stage.name },
    score: application.score,
    status: application.status,
    created_at: toIsoTime(application.createdAtMs),
  };
}

function toSubmissionJson(submission: Submission): unknown {
  return {
    id: submission.id,
    status: submission.status,
    com_interview_set_id: submission.setId,
    tal_candidate_id: submission.personId,
    overall_score: submission.overallScore,
    submission_at: toIsoTimeOrNull(submission.submittedAtMs),
    created_at: toIsoTime(submission.createdAtMs),
  };
}

/** Leaves out what the fault `readLagMs` still hides. */
function visible<Item extends { createdAtMs: number }>(
  { faults, nowMs }: EndpointContext,
  items: Iterable<Item>,
): Item[] {
  const all = [...items];
  const { readLagMs } = faults;
  return readLagMs === undefined ? all : all.filter((item) => item.createdAtMs + readLagMs <= nowMs);
}

/** Newest first, so that a page moves while others write: what a client has to cope with in the worst case. */
function newestFirst<Item extends { createdAtMs: number; id: string }>(items: Item[]): Item[] {
  return items.sort((left, right) => right.createdAtMs - left.createdAtMs || (left.id < right.id ? 1 : -1));
}

function toPage<Item>(
  { query }: EndpointContext,
  items: readonly Item[],
  toJson: (item: Item) => unknown,
): EndpointAnswer {
  const page = parseWholeNumber(query.get('page'), 'page', DEFAULT_PAGE, Number.MAX_SAFE_INTEGER);
  // Refused, not clamped: a client that asks for more than the guide's 100 must notice, and not take page 1 for everything.
  const limit = parseWholeNumber(query.get('limit'), 'limit', DEFAULT_LIMIT, MAX_LIMIT);
  const data = items.slice((page - 1) * limit, page * limit).map(toJson);
  return toAnswer({ data, total: items.length, page, limit });
}

function parseWholeNumber(text: string | null, name: string, fallback: number, max: number): number {
  if (text === null) return fallback;
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < 1)
    throw new ApiRefusal(400, `${name} must be a whole number of at least 1`);
  if (value > max) throw new ApiRefusal(400, `${name} must not be greater than ${max}`);
  return value;
}

function toIsoTimeOrNull(atMs: number | null): string | null {
  return atMs === null ? null : toIsoTime(atMs);
}

function toAnswer(body: unknown): EndpointAnswer {
  return { status: 200, body };
}
