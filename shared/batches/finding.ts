// What a look at the world says about a ready batch, just before it is sent. Never anything that stood there when it was prepared.
import { z } from 'zod';

/**
 * `stops`: it cannot go on as it is. `asks`: it can, after the recruiter has seen this. `waits`: nobody can tell now; nothing is
 * wrong with the batch. `tells`: good to know.
 */
export const findingWeights = ['stops', 'asks', 'waits', 'tells'] as const;

export const findingKinds = [
  'target-open',
  'no-workspace',
  'not-whole',
  'message',
  'key',
  'scope',
  'target-gone',
  'nobody-left',
  'invited-meanwhile',
  'file-run-meanwhile',
  'links',
  'links-not-checked',
  'cannot-ask',
  'key-ends-soon',
  'no-look-ups',
  'did-not-start',
] as const;

export const findingSchema = z.strictObject({
  kind: z.enum(findingKinds),
  weight: z.enum(findingWeights),
  /** What exactly was seen: another mark is something new, and needs another look. */
  mark: z.string().max(400),
  /** What has changed, and what happens now. */
  sentence: z.string().max(1500),
  /** The run that it speaks of; null where it speaks of none. */
  runId: z.string().nullable(),
});
export type Finding = z.infer<typeof findingSchema>;
