// What a run looks like from outside at one moment. Counts come from the ledger, never from memory kept beside it.
import { z } from 'zod';
import { outcomes, rowStates } from './row-state';
import { pauseReasons, runStates } from './run-state';

const countsShape = Object.fromEntries(outcomes.map((name) => [name, z.number().int().min(0)])) as Record<
  (typeof outcomes)[number],
  z.ZodNumber
>;
export const outcomeCountsSchema = z.strictObject(countsShape);

/** A run as lists, the run screen and pushes show it. All six counts add up to `total` at every moment. */
export const runSummarySchema = z.strictObject({
  runId: z.string(),
  parentRunId: z.string().nullable(),
  batchName: z.string(),
  fileName: z.string(),
  sheetName: z.string().nullable(),
  operation: z.literal('invite'),
  workspaceId: z.string(),
  workspaceName: z.string(),
  environment: z.enum(['production', 'staging', 'practice']),
  organizationId: z.number().nullable(),
  targetTitle: z.string(),
  sendInvite: z.boolean(),
  state: z.enum(runStates),
  pauseReason: z.enum(pauseReasons).nullable(),
  /** When a waiting run goes on by itself, UTC. */
  resumeAtMs: z.number().nullable(),
  /** What the API said at the last pause, in its words, for Details. */
  pauseDetail: z.string().nullable(),
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
