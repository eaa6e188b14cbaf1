// One candidate exactly as it is sent (API guide, 3.1). Never with null or '': what the sheet does not have is left out of the request.
import { z } from 'zod';
import { emailFault } from './email-address';
import type { Person } from './field';

/** A candidate with an email or a CV; without both, Flowmingo can do nothing (guide, 3.1). Lengths are ours: they stop nonsense, not people. */
export const inviteCandidateSchema = z
  .strictObject({
    email: z
      .string()
      .max(320)
      .refine((email) => emailFault(email) === null, 'This is not a whole address.')
      .optional(),
    firstname: z.string().min(1).max(1000).optional(),
    lastname: z.string().min(1).max(1000).optional(),
    cv_link: z
      .url({ protocol: /^https$/ })
      .max(8000)
      .optional(),
    ats_candidate_id: z.string().min(1).max(1000).optional(),
  })
  .refine(
    (candidate) => candidate.email !== undefined || candidate.cv_link !== undefined,
    'A candidate needs an email or a CV link.',
  );
export type InviteCandidate = z.infer<typeof inviteCandidateSchema>;

/** The person without what is not there. Throws ZodError where the person may not be sent. */
export function toInviteCandidate(person: Person): InviteCandidate {
  return inviteCandidateSchema.parse(
    Object.fromEntries(Object.entries(person).filter(([, value]) => value !== null)),
  );
}
