// Invites (chapter 3 of the guide): checks the request as a whole, then does one person after the other.
// Must not refuse somebody who was invited before: the real API sends a second email, so this one records it.
import { ApiRefusal, type EndpointAnswer } from '../answers';
import type { Endpoint, EndpointContext } from '../endpoint-context';
import { type InviteTarget, invitePerson } from '../invite-person';
import { findInterviewSet, findJobPost, findProject, latestJobPostId } from '../world-queries';
import { type InviteBody, parseInviteBody } from '../write-bodies';

/** The endpoint that invites. */
export const inviteEndpoint: Endpoint = {
  method: 'POST',
  path: '/integration/interview/candidate/invite/v1',
  scope: 'invite_candidates',
  answer: inviteCandidates,
};

function inviteCandidates(context: EndpointContext): EndpointAnswer {
  const body = parseInviteBody(context.body);
  const target = findTarget(context, body);
  return {
    status: 201,
    body: { results: body.candidates.map((candidate) => invitePerson(context, target, candidate)) },
  };
}

function findTarget({ world }: EndpointContext, body: InviteBody): InviteTarget {
  const setId = body.com_interview_set_id ?? null;
  const projectId = body.com_project_id ?? null;
  const jobPostId = body.com_job_post_id ?? null;
  if (setId !== null && findInterviewSet(world, setId) === undefined)
    throw new ApiRefusal(404, 'Interview set not found');
  if (projectId !== null && findProject(world, projectId) === undefined)
    throw new ApiRefusal(404, 'Hiring project not found');
  if (jobPostId !== null && (projectId === null || findJobPost(world, projectId, jobPostId) === undefined)) {
    throw new ApiRefusal(404, 'Job post not found or does not belong to this project');
  }
  return {
    setId,
    projectId,
    jobPostId: projectId === null ? null : (jobPostId ?? latestJobPostId(world, projectId)),
    // Strictly true: anything else, and leaving it out, sends nothing.
    sendsInvite: body.send_invite === true,
    message: body.invitation_message ?? null,
  };
}
