// What "Save as" came to. A path never crosses: what was saved is named by an id of the main process.
import { z } from 'zod';

/** The file as it was saved, or nothing where the recruiter chose to cancel. */
export const savedFileSchema = z.union([
  z.strictObject({
    kind: z.literal('saved'),
    fileName: z.string(),
    savedId: z.string(),
    rowCount: z.number().int(),
  }),
  z.strictObject({ kind: z.literal('cancelled') }),
]);
