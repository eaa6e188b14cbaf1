// What a run looks like from outside at one moment. Counts come from the ledger, never from memory kept beside it.
import { z } from 'zod';
import { operationKinds } from '../operations/operation-kind';
import { pipelineWorkSchema } from '../operations/pipeline-work';
import { outcomes, rowStates } from './row-state';
import { pauseReasons, runStates, waitReasons } from './run-state';

const countsShape = Object.fromEntries(outcomes.map((name) => [name, z.number().int().min(0)])) as Record<
  (typeof outcomes)[number],
  z.ZodNumber
>;
export const outcomeCountsSchema = z.strictObject(countsShape);

/** A run as lists, the run screen and pushes show it. All six counts add up to `total` at every moment. */
export const runSummarySchema = z.strictObject({
  runId: z.string(),
  /** What people call it: counted from 1 in the order in which runs were planned on this computer. */
  runNumber: z.number().int(),
  parentRunId: z.string().nullable(),
  batchName: z.string(),
  fileName: z.string(),
  sheetName: z.string().nullable(),
  operation: z.enum(operationKinds),
  workspaceId: z.string(),
  workspaceName: z.string(),
  environment: z.enum(['production', 'staging', 'practice']),
  organizationId: z.number().nullable(),
  targetTitle: z.string(),
  /** Whether Flowmingo was asked to email people; false for work on a pipeline. */
  sendInvite: z.boolean(),
  state: z.enum(runStates),
  pauseReason: z.enum(pauseReasons).nullable(),
  /** What the API said at the last pause, in its words, for Details. */
  pauseDetail: z.string().nullable(),
  /**
   * Why a running run sends nothing at the moment; it goes on by itself. Of a run at rest only `looking-up`, while its unknown people
   * are looked up. Null else.
   */
  wait: z
    .strictObject({
      why: z.enum(waitReasons),
      sinceMs: z.number(),
      /** When it goes on, or asks again; null while it waits for an answer. UTC. */
      untilMs: z.number().nullable(),
      /** In the API's or the system's words, for Details. */
      detail: z.string().nullable(),
    })
    .nullable(),
  /** Only so many people are sent to before somebody looks at them; null where nobody asked for that, or has looked. */
  firstRows: z.number().int().nullable(),
  /** Unknown people about whom nobody has decided. */
  undecidedCount: z.number().int(),
  total: z.number().int(),
  counts: outcomeCountsSchema,
  inFlight: z.number().int(),
  createdAtMs: z.number(),
  startedAtMs: z.number().nullable(),
  finishedAtMs: z.number().nullable(),
  /** Rows settled per second over the last seconds; null while unknown. */
  ratePerSecond: z.number().nullable(),
  concurrency: z.number().int(),
});
export type RunSummary = z.infer<typeof runSummarySchema>;

/** One row of a run, as the grids show it. */
export const runRowSchema = z.strictObject({
  ordinal: z.number().int(),
  rowNumber: z.number().int(),
  email: z.string().nullable(),
  firstname: z.string().nullable(),
  lastname: z.string().nullable(),
  state: z.enum(rowStates),
  outcome: z.enum(outcomes),
  /** Groups failures: `api/refused:…`, `skipped/duplicate-in-file`, `unknown/answer-lost` … */
  causeCode: z.string().nullable(),
  /** What happened, one sentence. */
  sentence: z.string(),
  submissionId: z.string().nullable(),
  invitationId: z.string().nullable(),
  candidateId: z.string().nullable(),
  recordId: z.string().nullable(),
  /** The application that was added, moved or rejected; null for an invitation. */
  applicationId: z.string().nullable(),
  /** What a row of a pipeline batch asks for; null for an invitation. */
  work: pipelineWorkSchema.nullable(),
  attempts: z.number().int(),
  atMs: z.number().nullable(),
});
export type RunRow = z.infer<typeof runRowSchema>;

/** Rows of one cause, with whether they may be run again (never for unknown). */
export const runCauseSchema = z.strictObject({
  causeCode: z.string(),
  outcome: z.enum(outcomes),
  title: z.string(),
  sentence: z.string(),
  count: z.number().int(),
  /** How many of them a new run may take: those refused for certain and not run again since; 0 for unknown. */
  repeatableCount: z.number().int(),
});
export type RunCause = z.infer<typeof runCauseSchema>;
