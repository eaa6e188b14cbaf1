// How a run sends. Bounds are the product's, defaults the safest that are still quick.
import { z } from 'zod';

/** At most 16 requests at once; one person per request, so that a lost answer leaves one person unknown. */
export const runSettingsSchema = z.strictObject({
  concurrency: z.number().int().min(1).max(16).default(4),
  peoplePerRequest: z.number().int().min(1).max(50).default(1),
});
export type RunSettings = z.infer<typeof runSettingsSchema>;
