// A pipeline batch that was prepared and not started: what would be done, and what can't be and why. Nothing has been sent.
import { z } from 'zod';
import { operationKinds } from '../operations/operation-kind';

/** How many rows of one kind go to one place: "14 to Final". */
export const preparedGroupSchema = z.strictObject({
  kind: z.enum(['add', 'move', 'reject']),
  fromTitle: z.string().nullable(),
  /** The stage, or the project of an add; null for a rejection. */
  toTitle: z.string().nullable(),
  count: z.number().int(),
});

/** A row that is left out, in a sentence that says why and what to do. */
export const preparedConflictSchema = z.strictObject({
  rowNumber: z.number().int(),
  name: z.string().nullable(),
  sentence: z.string(),
  /** What one click can put into the row instead, the likeliest first; null where there is nothing to choose from. */
  choice: z
    .strictObject({
      field: z.enum(['project', 'job_post', 'stage', 'tal_candidate_id']),
      options: z
        .array(z.strictObject({ value: z.string(), label: z.string() }))
        .min(1)
        .max(20),
    })
    .nullable(),
});
export type RowChoice = NonNullable<z.infer<typeof preparedConflictSchema>['choice']>;

export const preparedPipelineSchema = z.strictObject({
  /** For `batches:start-run`; null where no row can go. */
  batchId: z.string().nullable(),
  operation: z.enum(operationKinds),
  title: z.string(),
  sendable: z.number().int(),
  groups: z.array(preparedGroupSchema).max(2000),
  /** The first 200 of them. */
  conflicts: z.array(preparedConflictSchema).max(200),
  conflictCount: z.number().int(),
  /** Whether the number must be typed before it starts. */
  asksForNumber: z.boolean(),
});
export type PreparedPipeline = z.infer<typeof preparedPipelineSchema>;
