// How a run sends. Bounds are the product's, defaults the safest that are still quick.
import { z } from 'zod';

/** The hold before the first request: long enough to see and reach Stop, short enough not to annoy (docs of the screens). */
export const holdSecondsBounds = { least: 5, most: 30 } as const;

export const runSettingsSchema = z.strictObject({
  /** Requests at once, at most; the run itself finds out how many the API bears. */
  concurrency: z.number().int().min(1).max(16).default(4),
  /** One, so that a lost answer leaves one person unknown. */
  peoplePerRequest: z.number().int().min(1).max(50).default(1),
});
export type RunSettings = z.infer<typeof runSettingsSchema>;

/** How a run begins. */
export const runStartSchema = z.strictObject({
  /** "3 first, then the rest": the run pauses after so many people, for somebody to look. Null for all at once. */
  firstRows: z.number().int().min(1).max(50).nullable().default(null),
  /** How long the first request is held back. 0 where nobody watches. */
  holdSeconds: z.number().int().min(0).max(holdSecondsBounds.most).default(0),
});
export type RunStart = z.infer<typeof runStartSchema>;
