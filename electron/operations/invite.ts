// The invite operation: people and an order become one request, its answer becomes one result for each of them (API guide, 3).
import { messageFor } from '../../shared/messages/name-fallback';
import type { Person } from '../../shared/operations/field';
import { inviteCandidateSchema } from '../../shared/operations/invite-candidate';
import { type InviteOrder, inviteOrderSchema } from '../../shared/operations/invite-target';
import type { InviteCandidate, InviteRequest } from '../flowmingo/invite-request';
import { readInviteAnswer, refused } from './invite-answer';
import { lookUpInvites, readInviteRecords } from './invite-look-up';
import type { Operation, RowToSend } from './operation';

export const inviteOperation: Operation = {
  kind: 'invite',
  bind: (value) => {
    const order = inviteOrderSchema.parse(value);
    return {
      takesSeveral: true,
      mayShare: (one, other) => messageOf(one, order) === messageOf(other, order),
      whyNotSendable: ({ person }) => whyNotSendable(person),
      readRefusal: (_row, why, message) => (why === 'not-found' ? null : refused(message)),
      readBefore: () => null,
      send: async (api, workspaceId, rows) => {
        const outcome = await api.sendInvite(workspaceId, toInviteRequest(rows, order));
        return outcome.kind === 'processed'
          ? { ...outcome, body: readInviteAnswer(rows, order, outcome.body) }
          : outcome;
      },
      toRequestText: (row) => JSON.stringify(toInviteRequest([row], order), null, 2),
      readRecords: (api, workspaceId) => readInviteRecords(api, workspaceId, order),
      lookUp: (api, workspaceId, question) => lookUpInvites(api, workspaceId, order, question),
    };
  },
};

type RowInRequest = Pick<RowToSend, 'person' | 'rowNumber'>;

/** The message for this row's person; null where none is sent. */
function messageOf({ person, rowNumber }: RowInRequest, order: InviteOrder): string | null {
  const { sendInvite, message, nameFallback } = order;
  if (!sendInvite || message === null) return null;
  return messageFor(message, nameFallback, { rowNumber, firstname: person.firstname });
}

/** The request for these people, who all get one message: absent fields are left out, `send_invite` is always said (API guide, 3.1). */
export function toInviteRequest(rows: readonly RowInRequest[], order: InviteOrder): InviteRequest {
  const { target, sendInvite } = order;
  const [message = null, ...others] = new Set(rows.map((row) => messageOf(row, order)));
  if (others.length > 0) throw new Error('One request carries one message.');
  return {
    ...(target.setId === null ? {} : { com_interview_set_id: target.setId }),
    ...(target.projectId === null ? {} : { com_project_id: target.projectId }),
    ...(target.jobPostId === null ? {} : { com_job_post_id: target.jobPostId }),
    candidates: rows.map(({ person }) => toCandidate(person)),
    ...(message === null ? {} : { invitation_message: message }),
    send_invite: sendInvite,
  };
}

function toCandidate(person: Person): InviteCandidate {
  const filled = Object.entries(person).filter(([, value]) => value !== null && value.trim() !== '');
  return Object.fromEntries(filled) as InviteCandidate;
}

/** What is wrong, by the field that the schema names. */
const faults: Readonly<Record<string, string>> = {
  email: 'its email is not a whole address',
  firstname: 'its first name is too long',
  lastname: 'its last name is too long',
  cv_link: 'its CV link is not an https link',
  ats_candidate_id: 'its ID is too long',
};

/** A line break in a name or an ID could end up in a mail's header. */
const controlCharacter = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;

function whyNotSendable(person: Person): string | null {
  const candidate = toCandidate(person);
  const { success, error } = inviteCandidateSchema.safeParse(candidate);
  if (!success) return faults[String(error.issues[0]?.path[0])] ?? 'it has neither an email nor a CV link';
  return Object.values(candidate).some((text) => controlCharacter.test(text))
    ? 'it holds a line break or an invisible character'
    : null;
}
