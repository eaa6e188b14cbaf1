// What the history says outside: people who were sent to, one person's story over all runs, and what a run was started with.
import { z } from 'zod';
import { operationKinds } from '../operations/operation-kind';
import { pipelineWorkSchema } from '../operations/pipeline-work';
import { outcomes } from '../runs/row-state';
import { evidenceSchema, readings } from '../runs/unsure';

const idSchema = z.string().min(1).max(100);
/** As long as a cell of a sheet (shared/operations/batch.ts). */
const cellSchema = z.string().max(32_767);

/**
 * Who is meant. By address over all workspaces; without one by Flowmingo's own ID in its workspace, by the CV link, or by the one
 * row that knows nothing better. A name or the recruiter's own ID never makes two rows one person.
 */
export const personRefSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('email'), email: cellSchema.min(1) }),
  z.strictObject({ kind: z.literal('candidate'), workspaceId: idSchema, candidateId: idSchema }),
  z.strictObject({ kind: z.literal('cv'), cvLink: cellSchema.min(1) }),
  z.strictObject({ kind: z.literal('row'), runId: idSchema, ordinal: z.number().int().min(0) }),
]);
export type PersonRef = z.infer<typeof personRefSchema>;

/** Which runs and rows are meant; null means all. Times are UTC, of the run's start. */
export const historyFilterSchema = z.strictObject({
  workspaceId: idSchema.nullable(),
  operation: z.enum(operationKinds).nullable(),
  outcome: z.enum(outcomes).nullable(),
  fromMs: z.number().nullable(),
  toMs: z.number().nullable(),
});
export type HistoryFilter = z.infer<typeof historyFilterSchema>;

export const foundPersonSchema = z.strictObject({
  person: personRefSchema,
  /** '' where nobody knows it. */
  name: z.string(),
  email: z.string().nullable(),
  atsId: z.string().nullable(),
  /** Of the latest row that was found. */
  outcome: z.enum(outcomes),
  atMs: z.number(),
  batchName: z.string(),
  runId: z.string(),
  /** In how many runs rows of this person were found. */
  runCount: z.number().int(),
});
export type FoundPerson = z.infer<typeof foundPersonSchema>;

export const historySearchSchema = z.strictObject({
  /** Who was sent to last comes first. */
  people: z.array(foundPersonSchema),
  /** More rows match than were looked at: the newest are here, and more letters find the others. */
  isCut: z.boolean(),
  runs: z.array(z.strictObject({ runId: z.string(), count: z.number().int() })),
  /** From 0 to below 1 while people of earlier versions are still being taken in; null when everybody can be found. */
  preparedFraction: z.number().nullable(),
});
export type HistorySearch = z.infer<typeof historySearchSchema>;

/** One row of one run, as a step of a person's story. */
export const storyStepSchema = z.strictObject({
  runId: z.string(),
  runNumber: z.number().int(),
  ordinal: z.number().int(),
  rowNumber: z.number().int(),
  batchName: z.string(),
  operation: z.enum(operationKinds),
  work: pipelineWorkSchema.nullable(),
  workspaceId: z.string(),
  workspaceName: z.string(),
  environment: z.enum(['production', 'staging', 'practice']),
  targetTitle: z.string(),
  sendInvite: z.boolean(),
  outcome: z.enum(outcomes),
  causeCode: z.string().nullable(),
  sentence: z.string(),
  atMs: z.number(),
  attempts: z.number().int(),
  /** What was found out where an answer was missing. */
  lookUp: z.strictObject({ reading: z.enum(readings), looksAtMs: evidenceSchema.shape.looksAtMs }).nullable(),
  /** What somebody decided then. */
  decision: z.enum(['leave-alone', 'send-again']).nullable(),
});
export type StoryStep = z.infer<typeof storyStepSchema>;

export const storySchema = z.strictObject({
  person: personRefSchema,
  name: z.string(),
  /** As it was written last. */
  email: z.string().nullable(),
  atsIds: z.array(z.string()),
  candidateIds: z.array(z.string()),
  /** Where they stand, as the pipeline was read last. */
  places: z.array(
    z.strictObject({
      workspaceName: z.string(),
      projectTitle: z.string(),
      stageTitle: z.string().nullable(),
      score: z.number().nullable(),
      readAtMs: z.number(),
    }),
  ),
  /** The latest first. */
  steps: z.array(storyStepSchema),
  /** There are more steps than are told. */
  isCut: z.boolean(),
});
export type Story = z.infer<typeof storySchema>;

/** What a run was started with, beside its summary. */
export const runFactsSchema = z.strictObject({
  runId: z.string(),
  /** The name of the user of this computer; null for runs of earlier versions. */
  startedBy: z.string().nullable(),
  startedFrom: z.enum(['window', 'terminal']).nullable(),
  peoplePerRequest: z.number().int(),
  concurrency: z.number().int(),
  /** HTML as it was sent; null where none was, which does not mean that nobody got email. */
  message: z.string().nullable(),
  /** The run whose rest this one is, and those that are rests of this one. */
  parent: z.strictObject({ runId: z.string(), runNumber: z.number().int() }).nullable(),
  children: z.array(z.strictObject({ runId: z.string(), runNumber: z.number().int() })),
});
export type RunFacts = z.infer<typeof runFactsSchema>;
