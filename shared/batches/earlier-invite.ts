// An invitation that an earlier run has sent, or may have sent, as the run history tells it.
import { z } from 'zod';

/** Of one row of one run. */
export const earlierInviteSchema = z.strictObject({
  /** As `personKey` gives it: the address without regard to case, or the CV link. */
  personKey: z.string(),
  email: z.string().nullable(),
  /** First and last name; '' where there is none. */
  personName: z.string(),
  cvLink: z.string().nullable(),
  atsId: z.string().nullable(),
  setId: z.string().nullable(),
  projectId: z.string().nullable(),
  targetTitle: z.string(),
  /** `unknown`: it may have been invited, so it is not sent again by itself. */
  outcome: z.enum(['done', 'alreadyThere', 'unknown']),
  atMs: z.number(),
  runId: z.string(),
  /** Counted from 1 in the order in which runs were planned on this computer. */
  runNumber: z.number().int(),
  /** The row's place in its run. */
  ordinal: z.number().int(),
});
export type EarlierInvite = z.infer<typeof earlierInviteSchema>;
