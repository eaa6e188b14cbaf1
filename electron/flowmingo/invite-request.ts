// The invite endpoint's request and answer (API guide, 3.1 and 3.3). Open: unknown fields are kept, none is asserted.
import { z } from 'zod';

/** One candidate as sent; absent fields are left out of the JSON, never sent as null. */
export interface InviteCandidate {
  readonly email?: string;
  readonly firstname?: string;
  readonly lastname?: string;
  readonly cv_link?: string;
  readonly ats_candidate_id?: string;
}

/** The body of POST /integration/interview/candidate/invite/v1. `send_invite` is always there. */
export interface InviteRequest {
  readonly com_interview_set_id?: string;
  readonly com_project_id?: string;
  readonly com_job_post_id?: string;
  readonly candidates: readonly InviteCandidate[];
  readonly invitation_message?: string;
  readonly send_invite: boolean;
}

/** Per-target messages, keyed by set or project id; whatever their form, they never make an answer unreadable. */
const messages = z.unknown().optional();
/** An id or an echo as text: a server that gives numbers must not make a whole answer unreadable. */
const text = z.union([z.string(), z.number().transform(String)]);
const created = z.looseObject({ id: text });

/** One entry of `results`. Every field may be absent or null: which ones come depends on what the invite created. */
export const inviteResultSchema = z.looseObject({
  email_address: text.nullish(),
  ats_candidate_id: text.nullish(),
  tal_candidate_id: text.nullish(),
  record_id: text.nullish(),
  submissions: z.array(created).nullish(),
  submission: created.nullish(),
  invitations: z.array(created).nullish(),
  invitation: created.nullish(),
  submission_error_messages: messages,
  invitation_error_messages: messages,
  application_error_messages: messages,
  submission_error_message: z.unknown().optional(),
  invitation_error_message: z.unknown().optional(),
});
export type InviteResult = z.infer<typeof inviteResultSchema>;

/** An entry that is not one is null: what the others say of their people still counts. One of them at least is readable. */
export const inviteAnswerSchema = z.looseObject({
  results: z
    .array(inviteResultSchema.nullable().catch(null))
    .refine((results) => results.length === 0 || results.some((result) => result !== null)),
});
export type InviteAnswer = z.infer<typeof inviteAnswerSchema>;
