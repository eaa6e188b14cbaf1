// The pipeline of one project as the screen shows it. Small pieces: counts, and the rows that are asked for.
import { z } from 'zod';
import { changeCountsSchema, changeKinds, snapshotSummarySchema } from './snapshot';

/** One stage of the funnel in pipeline order; the last has no stage. `before`: at the snapshot that it is compared with. */
export const stageCountSchema = z.strictObject({
  stageId: z.string().nullable(),
  title: z.string(),
  now: z.number().int(),
  before: z.number().int().nullable(),
});
export type StageCount = z.infer<typeof stageCountSchema>;

export const scoreBands = 10;

/** A project of a snapshot. */
export const pipelineOverviewSchema = z.strictObject({
  snapshot: snapshotSummarySchema,
  project: z.strictObject({ id: z.string(), title: z.string() }),
  applicationCount: z.number().int(),
  named: z.number().int(),
  stages: z.array(stageCountSchema).max(1000),
  /** People by score, 0 to 1, 1 to 2 … 9 to 10, and how many have none. */
  scores: z.strictObject({
    bands: z.array(z.number().int()).length(scoreBands),
    unscored: z.number().int(),
    median: z.number().nullable(),
  }),
  changes: changeCountsSchema.nullable(),
});
export type PipelineOverview = z.infer<typeof pipelineOverviewSchema>;

/** `scored`, `waiting` (submitted, no score), `open` (not submitted), `none`. */
export const submissionStates = ['scored', 'waiting', 'open', 'none'] as const;

/** What this app did last with somebody, and what came of it. */
export const lastRunSchema = z.strictObject({
  runId: z.string(),
  runNumber: z.number().int(),
  kind: z.enum(['invite', 'add', 'move', 'reject']),
  /** The stage that somebody was to be moved or added to; null for none. */
  toTitle: z.string().nullable(),
  outcome: z.enum(['done', 'alreadyThere', 'refused', 'unknown']),
  atMs: z.number(),
});
export type LastRun = z.infer<typeof lastRunSchema>;

export const pipelineRowSchema = z.strictObject({
  applicationId: z.string(),
  candidateId: z.string().nullable(),
  /** Null where this app does not know the person. */
  name: z.string().nullable(),
  email: z.string().nullable(),
  atsCandidateId: z.string().nullable(),
  stageId: z.string().nullable(),
  stageTitle: z.string().nullable(),
  jobPostTitle: z.string().nullable(),
  /** 0 to 10: the application's own, else the best of the person's submissions; null without one. */
  score: z.number().nullable(),
  submission: z.enum(submissionStates),
  /** Since when at least the person is in this stage, as far as two snapshots tell it; `isExact` false: longer perhaps. */
  inStage: z
    .strictObject({
      sinceMs: z.number(),
      isExact: z.boolean(),
      fromTitle: z.string().nullable(),
    })
    .nullable(),
  /** Null where this app has sent nothing for the person. */
  lastRun: lastRunSchema.nullable(),
  changes: z.array(z.enum(changeKinds)).max(4),
});
export type PipelineRow = z.infer<typeof pipelineRowSchema>;

/** Which rows. Everything that is not null must hold. */
export const pipelineFilterSchema = z.strictObject({
  /** `none`: people in no stage. */
  stageId: z.union([z.string().max(100), z.literal('none')]).nullable(),
  score: z.strictObject({ from: z.number().min(0).max(10), to: z.number().min(0).max(10) }).nullable(),
  submission: z.enum(submissionStates).nullable(),
  change: z.enum(changeKinds).nullable(),
  search: z.string().max(200),
});
export type PipelineFilter = z.infer<typeof pipelineFilterSchema>;

export const pipelineSorts = ['name', 'stage', 'score', 'in-stage'] as const;
