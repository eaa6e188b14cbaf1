// The practice Flowmingo's own truth: every request, and what it really did. Tests and training compare the client with it.
// Must never hold a whole key: only the part before the dot.
import { toIsoTime } from './answers';
import {
  type AcceptedInvite,
  type Application,
  type Person,
  type PracticeWorld,
  type SentEmail,
  type Submission,
  shareMessage,
  toEmailKey,
} from './world';

/** One request as the server saw it. */
export interface RecordedRequest {
  /** 1 is the first request that the server ever got, before restarts included. */
  requestNumber: number;
  receivedAtMs: number;
  method: string;
  /** Path and query, from `/company` on. */
  path: string;
  /** The key's part before the dot; null without a key or with something that is not a key. */
  keyPrefix: string | null;
  /** Null without a body, and for requests from before a restart. */
  body: unknown;
  /** What the client was told; null when it got no status line. */
  status: number | null;
  /** Whether the request changed the made-up organization. */
  isProcessed: boolean;
  /** The fault that hit the request, e.g. `reset after`. */
  fault: string | null;
  /** How long the client should still have waited because of an earlier Retry-After, in milliseconds; 0 for a request in time. */
  earlyByMs: number;
}

/** How often a person was accepted for one target. `setId` is null for a project-only invite. */
export interface InviteTally {
  setId: string | null;
  projectId: string | null;
  /** More than one means: invited again. */
  times: number;
}

/** What the server knows, for reading only. */
export interface PracticeRecord {
  readonly requests: readonly RecordedRequest[];
  readonly emailsSent: readonly SentEmail[];
  /** By lower-case address; counts every accepted invite, with or without an email. */
  invitesByEmail(): Map<string, InviteTally[]>;
  /** All submissions, oldest first, the seeded ones included. */
  submissions(): Submission[];
  /** All applications, oldest first, rejected ones included. */
  applications(): Application[];
  /** All people whom the organization knows. */
  people(): Person[];
  /** The whole record as plain data, as `GET /practice/record` serves it. */
  toJson(): PracticeRecordJson;
}

/** The answer of `GET /practice/record`. */
export interface PracticeRecordJson {
  readAt: string;
  requests: readonly RecordedRequest[];
  emailsSent: readonly SentEmail[];
  invitesByEmail: Record<string, InviteTally[]>;
  submissions: Submission[];
  applications: Application[];
  people: Person[];
}

/** The record as the server writes it. */
export interface WritableRecord extends PracticeRecord {
  /** Notes a request on its arrival; the caller fills in what becomes of it. */
  begin(
    request: Pick<RecordedRequest, 'receivedAtMs' | 'method' | 'path' | 'keyPrefix' | 'body' | 'earlyByMs'>,
  ): RecordedRequest;
  /** Takes over a request from the journal. */
  restore(request: RecordedRequest): void;
}

/** About 100 MB of requests: far above the largest run, low enough for a practice workspace that stays open for weeks. */
const REQUEST_LIMIT = 200_000;

/** An empty record over a world. */
export function createRecord(world: PracticeWorld): WritableRecord {
  const requests: RecordedRequest[] = [];
  let lastRequestNumber = 0;

  const keep = (request: RecordedRequest): void => {
    lastRequestNumber = Math.max(lastRequestNumber, request.requestNumber);
    if (requests.length >= REQUEST_LIMIT) requests.splice(0, REQUEST_LIMIT / 10);
    requests.push(request);
  };
  const record: WritableRecord = {
    requests,
    emailsSent: world.emailsSent,
    invitesByEmail: () => toInvitesByEmail(world.acceptedInvites),
    submissions: () => [...world.submissions.values()],
    applications: () => [...world.applications.values()],
    people: () => [...world.people.values()],
    toJson: () => ({
      readAt: toIsoTime(Date.now()),
      requests,
      emailsSent: world.emailsSent,
      invitesByEmail: Object.fromEntries(record.invitesByEmail()),
      submissions: record.submissions(),
      applications: record.applications(),
      people: record.people(),
    }),
    begin(request) {
      const recorded = {
        requestNumber: lastRequestNumber + 1,
        ...request,
        body: shareBodyMessage(world, request.body),
        status: null,
        isProcessed: false,
        fault: null,
      };
      keep(recorded);
      return recorded;
    },
    restore: keep,
  };
  return record;
}

function toInvitesByEmail(invites: readonly AcceptedInvite[]): Map<string, InviteTally[]> {
  const tallies = new Map<string, InviteTally[]>();
  for (const { email, setId, projectId } of invites) {
    const emailKey = toEmailKey(email);
    const ofPerson = tallies.get(emailKey) ?? [];
    tallies.set(emailKey, ofPerson);
    const tally = ofPerson.find(
      (entry) => entry.setId === setId && (setId !== null || entry.projectId === projectId),
    );
    if (tally === undefined) ofPerson.push({ setId, projectId, times: 1 });
    else tally.times += 1;
  }
  return tallies;
}

/** The body with the world's own copy of the message in it. */
function shareBodyMessage(world: PracticeWorld, body: unknown): unknown {
  if (typeof body !== 'object' || body === null || !('invitation_message' in body)) return body;
  const { invitation_message: message } = body;
  return typeof message === 'string' ? { ...body, invitation_message: shareMessage(world, message) } : body;
}
