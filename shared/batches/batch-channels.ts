// The channels of ready batches, their queue and earlier runs of the same, as contract.ts takes them in. Only `queue:run`,
// and `queue:start-itself` later, lead to anything being sent.
import { z } from 'zod';
import { draftNameSchema, draftSummarySchema, sha256Schema } from '../drafts/draft';
import { inviteTargetSchema } from '../operations/invite-target';
import { runSettingsSchema, runStartSchema } from '../runs/run-settings';
import { inspectionSchema, linkLookSchema, queueViewSchema, readyBatchSchema } from './ready-batch';
import { fileRunSchema } from './replay';

const idSchema = z.string().min(1).max(100);
const batchId = z.strictObject({ batchId: idSchema });
const ready = z.strictObject({ batch: readyBatchSchema });
/** More are not looked at together. */
const maxBatches = 200;
const batchIdsSchema = z.array(idSchema).min(1).max(maxBatches);
const typedNumberSchema = z.string().max(40).nullable();

export const batchChannels = {
  /** A batch that is handed over whole stays ready, at the end of the queue. Nothing is asked of Flowmingo. */
  'batches:keep-ready': {
    input: z.strictObject({
      batchId: idSchema,
      settings: runSettingsSchema,
      firstRows: runStartSchema.shape.firstRows,
      /** Of work on a pipeline: the draft that its sheet is kept as. */
      draftId: idSchema.nullable(),
    }),
    output: ready,
  },
  /** The target of a batch whose target is open. */
  'batches:choose-target': {
    input: z.strictObject({ batchId: idSchema, workspaceId: idSchema, target: inviteTargetSchema }),
    output: ready,
  },
  'batches:rename-ready': {
    input: z.strictObject({ batchId: idSchema, name: draftNameSchema }),
    output: ready,
  },
  /** Another draft with the same file, choices and changes. */
  'batches:copy-ready': { input: batchId, output: z.strictObject({ draft: draftSummarySchema }) },
  /** Takes it from the queue. It can be brought back until the app is closed. */
  'batches:delete-ready': { input: batchId, output: z.strictObject({}) },
  'batches:bring-back-ready': { input: batchId, output: ready },
  /** It is a draft again, and nothing of it is in the queue. */
  'batches:change-ready': { input: batchId, output: z.strictObject({ draftId: z.string() }) },

  'queue:get': { input: z.strictObject({}), output: queueViewSchema },
  /** Puts a batch at a place of the queue, 0-based. */
  'queue:move': {
    input: z.strictObject({ batchId: idSchema, toPlace: z.number().int().min(0).max(100_000) }),
    output: queueViewSchema,
  },
  /** Looks at the world for these batches: what has changed since they were prepared. Sends nothing. */
  'queue:inspect': {
    input: z.strictObject({ batchIds: batchIdsSchema }),
    output: z.strictObject({ inspections: z.array(inspectionSchema) }),
  },
  /** Looks at the CV links of these batches, for two minutes at most. It ends the look before, and nothing of it goes to Flowmingo. */
  'queue:look-at-links': {
    input: z.strictObject({ batchIds: batchIdsSchema }),
    output: z.strictObject({ looks: z.array(linkLookSchema) }),
  },
  /** Ends that look at once. Nothing where none goes on. */
  'queue:stop-links': { input: z.strictObject({}), output: z.strictObject({}) },
  /** Runs these batches one after another, each after another look. Production needs the number of all their people. */
  'queue:run': {
    input: z.strictObject({
      batches: z
        .array(
          z.strictObject({
            batchId: idSchema,
            /** The marks of the findings that the recruiter has seen and accepted. */
            accepted: z.array(z.string().max(400)).max(20),
          }),
        )
        .min(1)
        .max(maxBatches),
      /** Whether the others run where one cannot. */
      goesOn: z.boolean(),
      typedNumber: typedNumberSchema,
    }),
    output: queueViewSchema,
  },
  /** No other batch is started; the run that goes on goes on. */
  'queue:stop': { input: z.strictObject({}), output: queueViewSchema },
  /** Lets a batch start by itself when Flowmingo can be reached, or not any more. Production needs the number. */
  'queue:start-itself': {
    input: z.strictObject({
      batchId: idSchema,
      startsItself: z.boolean(),
      /** At CV links before it starts. */
      looksAtLinks: z.boolean(),
      typedNumber: typedNumberSchema,
    }),
    output: ready,
  },
  /** The window has noticed a network: batches that start by themselves need not wait for the next look. */
  'queue:connected': { input: z.strictObject({}), output: z.strictObject({}) },

  /** Earlier runs of the workspace that sent the same file, a batch file made from it, or what a batch file was made from. The newest first. */
  'history:find-same-file': {
    input: z.strictObject({ workspaceId: idSchema, hashes: z.array(sha256Schema).min(1).max(2) }),
    output: z.strictObject({ runs: z.array(fileRunSchema).max(20) }),
  },
} as const;
