// What one invite does to one person, and the result entry that tells of it. Each of the three things that an invite can make
// (submission, application, invitation) succeeds or fails by itself, as the guide's per-target error maps say.
import { randomBytes } from 'node:crypto';
import type { EndpointContext } from './endpoint-context';
import { isInvitationRefusedByFault, isRefusedByFault } from './fault-plan';
import { ALREADY_APPLIED_MESSAGE, createApplication } from './new-application';
import { type Person, type Submission, toEmailKey } from './world';
import { findActiveApplication } from './world-queries';
import type { InviteCandidate } from './write-bodies';

/** Where and how a request invites. */
export interface InviteTarget {
  setId: string | null;
  projectId: string | null;
  /** The given or the project's latest job post; null without a project or without job posts. */
  jobPostId: string | null;
  sendsInvite: boolean;
  message: string | null;
}

type ResultEntry = Record<string, unknown>;

const NO_ADDRESS_MESSAGE = 'Candidate email or cv_link is required';
const REFUSED_MESSAGE = 'This email address cannot be invited';
const INVITATION_FAILED_MESSAGE = 'The invitation email could not be created';

/** Does the invite for one person and returns the person's entry in `results`. */
export function invitePerson(
  context: EndpointContext,
  target: InviteTarget,
  candidate: InviteCandidate,
): ResultEntry {
  const { createId, nowMs, faults, seed } = context;
  const entry: ResultEntry = {
    email_address: candidate.email ?? null,
    ats_candidate_id: candidate.ats_candidate_id ?? null,
  };
  const { email } = candidate;
  if (!email) {
    if (!candidate.cv_link) return { ...entry, ...toErrorsForAll(target, NO_ADDRESS_MESSAGE) };
    const recordId = createId(nowMs);
    const queued = {
      recordId,
      cvLink: candidate.cv_link,
      setId: target.setId,
      projectId: target.projectId,
      queuedAtMs: nowMs,
    };
    context.apply({ kind: 'cv', value: queued });
    return { ...entry, tal_candidate_id: null, record_id: recordId };
  }
  if (isRefusedByFault(email, faults.refusedShare ?? 0, seed))
    return { ...entry, ...toErrorsForAll(target, REFUSED_MESSAGE) };
  return { ...entry, ...inviteAddress(context, target, { ...candidate, email }) };
}

function inviteAddress(
  context: EndpointContext,
  target: InviteTarget,
  candidate: InviteCandidate & { email: string },
): ResultEntry {
  const { apply, createId, nowMs, faults, seed } = context;
  const { setId, projectId } = target;
  const person = ensurePerson(context, candidate);
  const entry: ResultEntry = { tal_candidate_id: person.id, record_id: createId(nowMs) };

  const isAlreadyApplied = projectId !== null && !enterPipeline(context, target, person);
  if (isAlreadyApplied) entry.application_error_messages = { [projectId]: ALREADY_APPLIED_MESSAGE };
  if (isAlreadyApplied && setId === null) return entry;

  apply({ kind: 'invite', value: { email: candidate.email, setId, projectId, atMs: nowMs } });
  const submission = setId === null ? null : createSubmission(context, setId, person, candidate.email);
  if (submission !== null) {
    const submissionJson = toInviteSubmissionJson(submission, candidate);
    Object.assign(entry, { submissions: [submissionJson], submission: submissionJson });
  }
  if (!target.sendsInvite) return entry;
  if (isInvitationRefusedByFault(candidate.email, faults.invitationRefusedShare ?? 0, seed)) {
    return { ...entry, ...toInvitationErrors(target, INVITATION_FAILED_MESSAGE) };
  }
  const invitation = sendInvitation(context, target, candidate.email, submission?.id ?? null);
  return { ...entry, invitations: [invitation], invitation };
}

function ensurePerson(
  { world, apply, createId, nowMs }: EndpointContext,
  candidate: InviteCandidate & { email: string },
): Person {
  const knownId = world.personIdsByEmail.get(toEmailKey(candidate.email));
  const known = knownId === undefined ? undefined : world.people.get(knownId);
  if (known !== undefined) return known;
  const { email, firstname, lastname } = candidate;
  const person = { id: createId(nowMs), email, firstname: firstname ?? null, lastname: lastname ?? null };
  apply({ kind: 'person', value: person });
  return person;
}

/** False when the person is in the project's pipeline already. */
function enterPipeline(
  { world, apply, createId, nowMs }: EndpointContext,
  target: InviteTarget,
  person: Person,
): boolean {
  const projectId = target.projectId ?? '';
  if (findActiveApplication(world, projectId, person.id) !== undefined) return false;
  const place = { personId: person.id, projectId, jobPostId: target.jobPostId, stageId: null };
  apply({
    kind: 'application',
    value: createApplication({ id: createId(nowMs), ...place, createdAtMs: nowMs }),
  });
  return true;
}

function createSubmission(
  { apply, createId, nowMs }: EndpointContext,
  setId: string,
  person: Person,
  email: string,
): Submission {
  const open = { status: 0, overallScore: null, submittedAtMs: null };
  const submission = { id: createId(nowMs), setId, personId: person.id, email, ...open, createdAtMs: nowMs };
  apply({ kind: 'submission', value: submission });
  return submission;
}

function sendInvitation(
  context: EndpointContext,
  target: InviteTarget,
  email: string,
  submissionId: string | null,
): ResultEntry {
  const { apply, createId, nowMs } = context;
  const invitationId = createId(nowMs);
  const { setId, projectId, message } = target;
  apply({
    kind: 'email',
    value: { invitationId, email, setId, projectId, submissionId, message, sentAtMs: nowMs },
  });
  return { id: invitationId, email, status_text: 'pending', created_at: nowMs };
}

/** The submission as the invite answers it: `status_text` and times in epoch milliseconds, unlike the reads. */
function toInviteSubmissionJson(submission: Submission, candidate: InviteCandidate): ResultEntry {
  return {
    id: submission.id,
    status_text: 'not_started',
    com_interview_set_id: submission.setId,
    tal_candidate_id: submission.personId,
    email: submission.email,
    firstname: candidate.firstname ?? null,
    lastname: candidate.lastname ?? null,
    code: randomBytes(6).toString('hex'),
    created_at: submission.createdAtMs,
    is_try: false,
    practice_mode: false,
    unlock_expires_at: null,
    unlocked_at: null,
    retake_expires_at: null,
    retaked_at: null,
    result_email_scheduled_at: null,
  };
}

function toErrorsForAll(target: InviteTarget, message: string): ResultEntry {
  const entry: ResultEntry = target.sendsInvite ? toInvitationErrors(target, message) : {};
  if (target.setId !== null) {
    entry.submission_error_messages = { [target.setId]: message };
    entry.submission_error_message = message;
  }
  if (target.projectId !== null) entry.application_error_messages = { [target.projectId]: message };
  return entry;
}

function toInvitationErrors(target: InviteTarget, message: string): ResultEntry {
  return {
    invitation_error_messages: { [target.setId ?? target.projectId ?? '']: message },
    invitation_error_message: message,
  };
}
