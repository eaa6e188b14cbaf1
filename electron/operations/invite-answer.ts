// What the invite endpoint's answer says about each person, under every reading of the guide's 3.3.
// Must never say "done" or "refused" where the answer does not: then the row is unknown.
import type { InviteOrder } from '../../shared/operations/invite-target';
import type { InviteAnswer, InviteResult } from '../flowmingo/invite-request';
import { readMessage, readMessageMap, saysAlreadyThere, toCommonMessage } from './api-message';
import { matchResults } from './match-results';
import { noIds, type RowIds, type RowResult, type RowToSend } from './operation';

type Verdict = Omit<RowResult, 'ordinal'>;

/** One result for each row, in the rows' order. */
export function readInviteAnswer(
  rows: readonly RowToSend[],
  order: InviteOrder,
  answer: InviteAnswer,
): RowResult[] {
  return matchResults(rows, answer.results).map((result, index) => {
    const row = rows[index] as RowToSend;
    return { ordinal: row.ordinal, ...(result === null ? notMatched : readResult(row, order, result)) };
  });
}

const notMatched: Verdict = {
  event: 'answer-lost',
  causeCode: 'unknown/not-matched',
  sentence: 'Flowmingo’s answer does not say clearly which result is this person’s, so we cannot tell',
  ids: noIds,
};

interface Errors {
  readonly submission: string | null;
  readonly invitation: string | null;
  readonly application: string | null;
}

function readResult({ person }: RowToSend, order: InviteOrder, result: InviteResult): Verdict {
  const ids = toIds(result);
  const errors: Errors = {
    submission:
      readMessageMap(result.submission_error_messages) ?? readMessage(result.submission_error_message),
    invitation:
      readMessageMap(result.invitation_error_messages) ?? readMessage(result.invitation_error_message),
    application: readMessageMap(result.application_error_messages),
  };
  const hasEmail = (person.email ?? '').trim() !== '';
  if (ids.invitationId !== null) return withInvitation(ids, errors);
  if (ids.submissionId !== null)
    return order.sendInvite && hasEmail
      ? withoutInvitation(ids, errors)
      : done(hasEmail ? 'Interview created, no email' : queued, ids, errors);
  const error = errors.submission ?? errors.invitation ?? errors.application;
  if (error !== null) return nothingCreated(order, ids, errors, error);
  if (!hasEmail) return done(queued, ids, errors);
  if (order.target.setId === null && isAboutSomebody(result))
    return done('Added to the project', ids, errors);
  return lost(
    'unknown/no-submission',
    'Flowmingo’s answer names neither an interview nor an error, so we cannot tell',
    ids,
  );
}

const queued = 'Queued: Flowmingo reads the CV first';

/** Whether the entry names a person at all: an empty one says nothing, not even that all went well. */
function isAboutSomebody(result: InviteResult): boolean {
  const { email_address, ats_candidate_id, tal_candidate_id, record_id } = result;
  return [email_address, ats_candidate_id, tal_candidate_id, record_id].some((one) => filled(one) !== null);
}

/** An invitation is named; an error beside it says that it was there before, or that something went wrong with it. */
function withInvitation(ids: RowIds, errors: Errors): Verdict {
  const { invitation } = errors;
  if (invitation === null) return done('Invited', ids, errors);
  if (saysAlreadyThere(invitation)) return alreadyThere(invitation, ids);
  return partlyDone(`There is an invitation, but Flowmingo says: ${toCommonMessage(invitation)}`, ids);
}

/** An email was asked for and a submission exists, but no invitation is named. */
function withoutInvitation(ids: RowIds, errors: Errors): Verdict {
  const { invitation } = errors;
  if (invitation === null) {
    return lost(
      'unknown/no-invitation',
      'Flowmingo created the interview, but its answer does not say that the email was sent',
      ids,
    );
  }
  if (saysAlreadyThere(invitation)) return alreadyThere(invitation, ids);
  return partlyDone(
    `The interview was created, but Flowmingo could not send the email: ${toCommonMessage(invitation)}`,
    ids,
  );
}

/** Neither a submission nor an invitation is named, and there is an error. */
function nothingCreated({ target }: InviteOrder, ids: RowIds, errors: Errors, error: string): Verdict {
  if (saysAlreadyThere(error)) return alreadyThere(error, ids);
  // Without a set, the pipeline entry is the thing itself; the answer names an error of it, or it was made.
  if (target.setId === null && errors.application === null) {
    return partlyDone(`The person may be in the project, but Flowmingo says: ${toCommonMessage(error)}`, ids);
  }
  return refused(error, ids);
}

function done(sentence: string, ids: RowIds, { application }: Errors): Verdict {
  const plain: Verdict = { event: 'answered-done', causeCode: null, sentence, ids };
  if (application === null) return plain;
  if (saysAlreadyThere(application)) return { ...plain, sentence: `${sentence}; was in the project already` };
  return {
    ...plain,
    causeCode: 'invite/not-in-project',
    sentence: `${sentence}, but not added to the project: ${toCommonMessage(application)}`,
  };
}

function alreadyThere(message: string, ids: RowIds): Verdict {
  const sentence = `Flowmingo says: ${toCommonMessage(message)}`;
  return { event: 'answered-already-there', causeCode: 'already-there', sentence, ids };
}

function partlyDone(sentence: string, ids: RowIds): Verdict {
  return { event: 'answered-refused', causeCode: 'invite/partly-done', sentence, ids };
}

function lost(causeCode: string, sentence: string, ids: RowIds): Verdict {
  return { event: 'answer-lost', causeCode, sentence, ids };
}

/** The verdict on a person whom the API certainly did nothing for. `message` is the API's own. */
export function refused(message: string, ids: RowIds = noIds): Verdict {
  const common = toCommonMessage(message);
  return {
    event: 'answered-refused',
    causeCode: `api/refused:${common}`,
    sentence: `Flowmingo says: ${common}`,
    ids,
  };
}

function toIds(result: InviteResult): RowIds {
  return {
    submissionId: filled(result.submission?.id) ?? filled(result.submissions?.[0]?.id),
    invitationId: filled(result.invitation?.id) ?? filled(result.invitations?.[0]?.id),
    candidateId: filled(result.tal_candidate_id) ?? filled(result.submissions?.[0]?.tal_candidate_id),
    recordId: filled(result.record_id),
    applicationId: null,
  };
}

function filled(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
