// The state of the made-up organization and the only way to change it: a list of changes, applied one by one.
// Must never be changed except through applyChange, so that a journal of changes gives the same world again.

/** An interview set of the organization. */
export interface InterviewSet {
  id: string;
  title: string;
  status: number;
  setType: number;
  createdAtMs: number;
}

/** A stage of a project; `priority` counts from 1 in pipeline order. */
export interface Stage {
  id: string;
  name: string;
  priority: number;
  projectId: string;
}

/** A hiring project with its stages in pipeline order. */
export interface Project {
  id: string;
  title: string;
  createdAtMs: number;
  stages: Stage[];
}

/** A job post of a project. */
export interface JobPost {
  id: string;
  title: string;
  status: number;
  projectId: string;
  createdAtMs: number;
}

/** Somebody the organization knows; reads give only the id (`tal_candidate_id`). */
export interface Person {
  id: string;
  email: string;
  firstname: string | null;
  lastname: string | null;
}

/** A person's place in a project's pipeline. `status` is the API's internal number. */
export interface Application {
  id: string;
  personId: string;
  projectId: string;
  jobPostId: string | null;
  stageId: string | null;
  score: number | null;
  status: number | null;
  isRejected: boolean;
  createdAtMs: number;
}

/** A person's interview for one set. */
export interface Submission {
  id: string;
  setId: string;
  personId: string;
  email: string;
  status: number | null;
  overallScore: string | null;
  submittedAtMs: number | null;
  createdAtMs: number;
}

/** An email that a real Flowmingo would have sent. `setId` is null for a project-only invite. */
export interface SentEmail {
  invitationId: string;
  email: string;
  setId: string | null;
  projectId: string | null;
  submissionId: string | null;
  message: string | null;
  sentAtMs: number;
}

/** One person accepted by one invite request, with or without an email. */
export interface AcceptedInvite {
  email: string;
  setId: string | null;
  projectId: string | null;
  atMs: number;
}

/** A CV without an address, waiting to be processed. */
export interface QueuedCv {
  recordId: string;
  cvLink: string;
  setId: string | null;
  projectId: string | null;
  queuedAtMs: number;
}

/** The made-up organization. Lists are in the order of creation. */
export interface PracticeWorld {
  organizationId: number;
  interviewSets: InterviewSet[];
  projects: Project[];
  jobPosts: JobPost[];
  people: Map<string, Person>;
  personIdsByEmail: Map<string, string>;
  applications: Map<string, Application>;
  /** Application id by project and person (toPlaceKey), for those that are not rejected. */
  activeApplicationIds: Map<string, string>;
  submissions: Map<string, Submission>;
  emailsSent: SentEmail[];
  acceptedInvites: AcceptedInvite[];
  queuedCvs: QueuedCv[];
  /** One copy of each message text: 35,000 people usually get the same one. */
  messages: Map<string, string>;
}

/** A change of the world; applications, submissions and people replace what has the same id. */
export type WorldChange =
  | { kind: 'person'; value: Person }
  | { kind: 'application'; value: Application }
  | { kind: 'submission'; value: Submission }
  | { kind: 'email'; value: SentEmail }
  | { kind: 'invite'; value: AcceptedInvite }
  | { kind: 'cv'; value: QueuedCv };

/** Addresses are compared without regard to case or surrounding blanks. */
export function toEmailKey(email: string): string {
  return email.trim().toLowerCase();
}

/** The world's own copy of a message, so that equal messages are kept in memory once. */
export function shareMessage(world: PracticeWorld, message: string | null): string | null {
  if (message === null) return null;
  const shared = world.messages.get(message);
  if (shared !== undefined) return shared;
  world.messages.set(message, message);
  return message;
}

/** The key of a person's place in a project. */
export function toPlaceKey(projectId: string, personId: string): string {
  return `${projectId} ${personId}`;
}

function applyApplication(world: PracticeWorld, application: Application): void {
  world.applications.set(application.id, application);
  const placeKey = toPlaceKey(application.projectId, application.personId);
  if (!application.isRejected) world.activeApplicationIds.set(placeKey, application.id);
  else if (world.activeApplicationIds.get(placeKey) === application.id)
    world.activeApplicationIds.delete(placeKey);
}

/** Puts one change into the world. */
export function applyChange(world: PracticeWorld, change: WorldChange): void {
  switch (change.kind) {
    case 'person':
      world.people.set(change.value.id, change.value);
      world.personIdsByEmail.set(toEmailKey(change.value.email), change.value.id);
      return;
    case 'application':
      applyApplication(world, change.value);
      return;
    case 'submission':
      world.submissions.set(change.value.id, change.value);
      return;
    case 'email':
      world.emailsSent.push({ ...change.value, message: shareMessage(world, change.value.message) });
      return;
    case 'invite':
      world.acceptedInvites.push(change.value);
      return;
    case 'cv':
      world.queuedCvs.push(change.value);
      return;
  }
}
