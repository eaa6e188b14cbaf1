// The pipeline writes of the guide (chapter 5): add to a pipeline, move to a stage, reject. All answer 201.
import { ApiRefusal, type EndpointAnswer } from '../answers';
import type { Endpoint, EndpointContext } from '../endpoint-context';
import { ALREADY_APPLIED_MESSAGE, createApplication } from '../new-application';
import type { Application } from '../world';
import { findActiveApplication, findJobPost, findProject, findStage } from '../world-queries';
import { parseAddBody, parseMoveBody } from '../write-bodies';

/** The API's internal number for a rejected application; clients must not build on it. */
const STATUS_REJECTED = 5;

/** The endpoints that operate the pipeline. */
export const pipelineEndpoints: readonly Endpoint[] = [
  {
    method: 'POST',
    path: '/integration/hiring/applications/v1',
    scope: 'write_pipeline',
    answer: addApplication,
  },
  {
    method: 'POST',
    path: '/integration/hiring/applications/{id}/move-stage/v1',
    scope: 'write_pipeline',
    answer: moveApplication,
  },
  {
    method: 'POST',
    path: '/integration/hiring/applications/{id}/reject/v1',
    scope: 'write_pipeline',
    answer: rejectApplication,
  },
];

function addApplication({ world, apply, body, nowMs, createId }: EndpointContext): EndpointAnswer {
  const wanted = parseAddBody(body);
  const { tal_candidate_id: personId, com_project_id: projectId } = wanted;
  const jobPostId = wanted.com_job_post_id ?? null;
  const stageId = wanted.com_stage_id ?? null;
  if (!world.people.has(personId)) throw new ApiRefusal(404, 'Candidate not found');
  if (findProject(world, projectId) === undefined) throw new ApiRefusal(404, 'Hiring project not found');
  if (jobPostId !== null && findJobPost(world, projectId, jobPostId) === undefined) {
    throw new ApiRefusal(404, 'Job post not found or does not belong to this project');
  }
  if (stageId !== null) requireStage({ world, projectId, stageId });
  if (findActiveApplication(world, projectId, personId) !== undefined)
    throw new ApiRefusal(400, ALREADY_APPLIED_MESSAGE);

  const application = createApplication({
    id: createId(nowMs),
    personId,
    projectId,
    jobPostId,
    stageId,
    createdAtMs: nowMs,
  });
  apply({ kind: 'application', value: application });
  return {
    status: 201,
    body: {
      id: application.id,
      com_project_id: projectId,
      com_job_post_id: jobPostId,
      com_stage_id: stageId,
      status: application.status,
    },
  };
}

function moveApplication({ world, apply, id, body }: EndpointContext): EndpointAnswer {
  const { com_stage_id: stageId } = parseMoveBody(body);
  const application = requireApplication(world, id);
  requireStage({ world, projectId: application.projectId, stageId });
  apply({ kind: 'application', value: { ...application, stageId } });
  return { status: 201, body: { id, com_stage_id: stageId } };
}

function rejectApplication({ world, apply, id }: EndpointContext): EndpointAnswer {
  const application = requireApplication(world, id);
  apply({ kind: 'application', value: { ...application, isRejected: true, status: STATUS_REJECTED } });
  return { status: 201, body: { id, status: 'rejected' } };
}

function requireApplication(world: EndpointContext['world'], id: string): Application {
  const application = world.applications.get(id);
  if (application === undefined) throw new ApiRefusal(404, 'Application not found');
  return application;
}

function requireStage({
  world,
  projectId,
  stageId,
}: {
  world: EndpointContext['world'];
  projectId: string;
  stageId: string;
}): void {
  if (findStage(world, projectId, stageId) === undefined) {
    throw new ApiRefusal(400, 'Stage not found or does not belong to this project');
  }
}
