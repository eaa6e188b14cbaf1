// Where people are invited to, and with what. One schema for screens, ledger, CLI and requests.
import { z } from 'zod';
import { nameFallbackSchema } from '../messages/name-fallback';

/** Ids are opaque to us; the API calls them UUIDs (guide, 3.1). */
export const flowmingoIdSchema = z.string().trim().min(1).max(100);

/** At least a set or a project; a job post only within a project (API guide, 3.1). Titles are for people only. */
export const inviteTargetSchema = z
  .strictObject({
    setId: flowmingoIdSchema.nullable(),
    setTitle: z.string().max(500).nullable(),
    projectId: flowmingoIdSchema.nullable(),
    projectTitle: z.string().max(500).nullable(),
    jobPostId: flowmingoIdSchema.nullable(),
    jobPostTitle: z.string().max(500).nullable(),
  })
  .refine(
    (target) => target.setId !== null || target.projectId !== null,
    'Choose an interview set or a project.',
  )
  .refine(
    (target) => target.jobPostId === null || target.projectId !== null,
    'A job post needs its project.',
  );
export type InviteTarget = z.infer<typeof inviteTargetSchema>;

/** Nothing chosen yet. */
export const noTarget: InviteTarget = {
  setId: null,
  setTitle: null,
  projectId: null,
  projectTitle: null,
  jobPostId: null,
  jobPostTitle: null,
};

/** Everything a run of invitations sends besides the people. `sendInvite` is always said, never assumed (API guide, 3.1). */
export const inviteOrderSchema = z.strictObject({
  target: inviteTargetSchema,
  sendInvite: z.boolean(),
  /** HTML, 10 to 5,000 characters; null where Flowmingo is to decide what an email says. */
  message: z.string().min(10).max(5000).nullable(),
  /** What people without a first name read in place of it; left out where all get the same. */
  nameFallback: nameFallbackSchema.optional(),
});
export type InviteOrder = z.infer<typeof inviteOrderSchema>;

/** The same with a target that is still open. */
export const openInviteOrderSchema = inviteOrderSchema.extend({ target: z.null() });
export type OpenInviteOrder = z.infer<typeof openInviteOrderSchema>;
