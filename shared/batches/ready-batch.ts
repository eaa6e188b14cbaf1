// A batch that is handed over and that no run came of yet, and the queue of them. Never holds rows: those are in the ledger.
import { z } from 'zod';
import { operationKinds } from '../operations/operation-kind';
import { runSettingsSchema } from '../runs/run-settings';
import { findingSchema } from './finding';

export const readyBatchSchema = z.strictObject({
  batchId: z.string(),
  /** Where it was prepared, for changing it; null where it came from the pipeline. */
  draftId: z.string().nullable(),
  name: z.string(),
  fileName: z.string(),
  operation: z.enum(operationKinds),
  /** Null where none was chosen when it was prepared. */
  workspaceId: z.string().nullable(),
  /** What people call the target; null while it is open. */
  targetTitle: z.string().nullable(),
  sendInvite: z.boolean(),
  /** Rows that are sent, of all. */
  sendable: z.number().int(),
  total: z.number().int(),
  settings: runSettingsSchema,
  /** Only so many people at first, before somebody looks; null for all at once. */
  firstRows: z.number().int().nullable(),
  /** It starts by itself when Flowmingo can be reached: the recruiter has confirmed that. */
  startsItself: z.boolean(),
  /** Different CV links of the people who are sent to. */
  linkCount: z.number().int(),
  /** CV links are looked at before it starts by itself. */
  looksAtLinks: z.boolean(),
  /** The queue was told to run it and has not come to it yet. */
  isOrdered: z.boolean(),
  readyAtMs: z.number(),
  /** What the last look before a start has found against it; empty where nobody looked. */
  findings: z.array(findingSchema).max(20),
});
export type ReadyBatch = z.infer<typeof readyBatchSchema>;

/** What the queue does at the moment. */
export const queueStateSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('idle') }),
  /** It looks at the world before this batch. */
  z.strictObject({ kind: z.literal('checking'), batchId: z.string() }),
  z.strictObject({ kind: z.literal('sending'), runId: z.string() }),
  /** A run of it stands still until somebody decides about it. */
  z.strictObject({ kind: z.literal('held'), runId: z.string() }),
  /** Another run of the same workspace goes on; this batch comes after it. */
  z.strictObject({ kind: z.literal('waiting'), batchId: z.string() }),
  /** It has stopped, and the rest is still ready. */
  z.strictObject({
    kind: z.literal('stopped'),
    why: z.enum(['asked', 'needs-look', 'cannot-ask', 'run-cancelled', 'app-closed']),
    /** The batch that it stopped at; null where it was none. */
    batchId: z.string().nullable(),
  }),
]);
export type QueueState = z.infer<typeof queueStateSchema>;

/** Ready batches in the order in which they would run, and what the queue does. */
export const queueViewSchema = z.strictObject({
  batches: z.array(readyBatchSchema),
  state: queueStateSchema,
});
export type QueueView = z.infer<typeof queueViewSchema>;

/** What a look at the world says about one ready batch. */
export const inspectionSchema = z.strictObject({
  batchId: z.string(),
  findings: z.array(findingSchema).max(20),
  /** How many people would be sent to now. */
  sendable: z.number().int(),
  /** Whether their number has to be typed. */
  asksForNumber: z.boolean(),
});
export type Inspection = z.infer<typeof inspectionSchema>;

/** What a look at the CV links of one ready batch says. */
export const linkLookSchema = z.strictObject({
  batchId: z.string(),
  findings: z.array(findingSchema).max(2),
});
export type LinkLook = z.infer<typeof linkLookSchema>;
