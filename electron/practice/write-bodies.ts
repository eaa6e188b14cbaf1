// The body of an invite and the other writes: what the API takes, checked as a whole before anything is done.
// A body that breaks a rule must be refused whole (400), with every reason in one message.
import { z } from 'zod';
import { ApiRefusal } from './answers';
import { isUuid } from './practice-ids';

/** One address: something before the @, something with a dot after it, no blanks, no list of several. */
const EMAIL_PATTERN = /^[^\s@,;<>"]+@[^\s@,;<>"]+\.[^\s@,;<>".]+$/;

const uuid = z.string({ error: 'must be a UUID' }).refine(isUuid, 'must be a UUID');
const text = z.string({ error: 'must be a string' });

function isHttpsUrl(value: string): boolean {
  try {
    return new URL(value).protocol === 'https:';
  } catch {
    return false;
  }
}

const inviteCandidate = z.object(
  {
    email: text.regex(EMAIL_PATTERN, 'must be an email').nullish(),
    firstname: text.nullish(),
    lastname: text.nullish(),
    cv_link: text.refine(isHttpsUrl, 'must be an https URL').nullish(),
    ats_candidate_id: text.nullish(),
  },
  { error: 'must be an object' },
);

/** The guide's limits for `invitation_message`. */
const MESSAGE_MIN_LENGTH = 10;
const MESSAGE_MAX_LENGTH = 5000;
const messageLengthRule = `must be between ${MESSAGE_MIN_LENGTH} and ${MESSAGE_MAX_LENGTH} characters`;

const notAnObject = { error: 'Request body must be a JSON object' };

const inviteBody = z
  .object(
    {
      com_interview_set_id: uuid.nullish(),
      com_project_id: uuid.nullish(),
      com_job_post_id: uuid.nullish(),
      candidates: z.array(inviteCandidate, { error: 'must be an array' }).min(1, 'should not be empty'),
      invitation_message: text
        .min(MESSAGE_MIN_LENGTH, messageLengthRule)
        .max(MESSAGE_MAX_LENGTH, messageLengthRule)
        .nullish(),
      send_invite: z.boolean({ error: 'must be a boolean value' }).nullish(),
    },
    notAnObject,
  )
  .refine((body) => Boolean(body.com_interview_set_id ?? body.com_project_id), {
    error: 'Either com_interview_set_id or com_project_id is required',
    // Also said when something else is wrong, so that one answer names everything.
    when: ({ value }) => typeof value === 'object' && value !== null && !Array.isArray(value),
  });

const addBody = z.object(
  {
    tal_candidate_id: uuid,
    com_project_id: uuid,
    com_job_post_id: uuid.nullish(),
    com_stage_id: uuid.nullish(),
  },
  notAnObject,
);

const moveBody = z.object({ com_stage_id: uuid }, notAnObject);

/** A checked invite body. */
export type InviteBody = z.output<typeof inviteBody>;

/** One person of an invite body. */
export type InviteCandidate = z.output<typeof inviteCandidate>;

/** Checks an invite body; throws the 400 refusal. */
export function parseInviteBody(body: unknown): InviteBody {
  return parseBody(inviteBody, body);
}

/** Checks the body of "add a candidate to a pipeline"; throws the 400 refusal. */
export function parseAddBody(body: unknown): z.output<typeof addBody> {
  return parseBody(addBody, body);
}

/** Checks the body of "move to another stage"; throws the 400 refusal. */
export function parseMoveBody(body: unknown): z.output<typeof moveBody> {
  return parseBody(moveBody, body);
}

function parseBody<Output>(schema: z.ZodType<Output>, body: unknown): Output {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const reasons = parsed.error.issues.map((issue) => [issue.path.join('.'), issue.message].join(' ').trim());
  throw new ApiRefusal(400, reasons.join('; '));
}
