// The channels of snapshots and pipelines, as contract.ts takes them in. Nothing here sends: a prepared batch is started by `batches:start-run`.
import { z } from 'zod';
import { savedFileSchema } from '../ipc/saved-file';
import { maxRowsPerChunk } from '../operations/batch';
import { pipelineSheetRowSchema, pipelineSheetSchema } from './pipeline-sheet';
import {
  pipelineFilterSchema,
  pipelineOverviewSchema,
  pipelineRowSchema,
  pipelineSorts,
} from './pipeline-view';
import { preparedPipelineSchema } from './prepared-pipeline';
import { snapshotSummarySchema } from './snapshot';

const nothing = z.strictObject({});
const idSchema = z.string().min(1).max(100);
const runId = z.strictObject({ runId: idSchema });

export const pipelineChannels = {
  /** Reads everything behind read_hiring; answers when it is kept. One at a time for a workspace; goes on where a stopped one ended. */
  'snapshots:take': { input: z.strictObject({ workspaceId: idSchema }), output: snapshotSummarySchema },
  'snapshots:stop': { input: z.strictObject({ workspaceId: idSchema }), output: nothing },
  /** The newest first. */
  'snapshots:list': {
    input: z.strictObject({ workspaceId: idSchema, limit: z.number().int().min(1).max(200) }),
    output: z.strictObject({ snapshots: z.array(snapshotSummarySchema) }),
  },
  'snapshots:list-projects': {
    input: z.strictObject({ snapshotId: idSchema }),
    output: z.strictObject({
      projects: z.array(
        z.strictObject({ id: z.string(), title: z.string(), applicationCount: z.number().int() }),
      ),
    }),
  },
  /** `sinceSnapshotId` null: compared with the newest one of an earlier day, else with the one before; none where there is none. */
  'pipeline:get-overview': {
    input: z.strictObject({
      snapshotId: idSchema,
      projectId: idSchema,
      sinceSnapshotId: idSchema.nullable(),
    }),
    output: pipelineOverviewSchema,
  },
  'pipeline:list-rows': {
    input: z.strictObject({
      snapshotId: idSchema,
      projectId: idSchema,
      sinceSnapshotId: idSchema.nullable(),
      filter: pipelineFilterSchema,
      sort: z.enum(pipelineSorts),
      isDescending: z.boolean(),
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(500),
    }),
    output: z.strictObject({ rows: z.array(pipelineRowSchema), matching: z.number().int() }),
  },
  /** The application ids that a filter finds, for "select all": at most 50,000. */
  'pipeline:list-ids': {
    input: z.strictObject({
      snapshotId: idSchema,
      projectId: idSchema,
      sinceSnapshotId: idSchema.nullable(),
      filter: pipelineFilterSchema,
    }),
    output: z.strictObject({ applicationIds: z.array(z.string()) }),
  },
  /** Prepares what was chosen for selected people; nothing is sent before `batches:start-run`. Answers with rows that can't go, too. */
  'pipeline:prepare': {
    input: z.strictObject({
      snapshotId: idSchema,
      projectId: idSchema,
      applicationIds: z.array(z.string().max(100)).min(1).max(50_000),
      action: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('move'), stageId: idSchema }),
        z.strictObject({ kind: z.literal('reject') }),
        z.strictObject({
          kind: z.literal('add'),
          projectId: idSchema,
          jobPostId: idSchema.nullable(),
          stageId: idSchema.nullable(),
        }),
      ]),
    }),
    output: preparedPipelineSchema,
  },
  /** A sheet of changes arrives in pieces, and is prepared when it is whole. Nothing is sent before `batches:start-run`. */
  'pipeline:begin-sheet': { input: pipelineSheetSchema, output: z.strictObject({ sheetId: z.string() }) },
  'pipeline:add-sheet-rows': {
    input: z.strictObject({
      sheetId: idSchema,
      rows: z.array(pipelineSheetRowSchema).min(1).max(maxRowsPerChunk),
    }),
    output: z.strictObject({ rowsHeld: z.number().int() }),
  },
  'pipeline:prepare-sheet': {
    input: z.strictObject({ sheetId: idSchema }),
    output: preparedPipelineSchema.extend({ unchangedCount: z.number().int() }),
  },
  /** Rows that were changed by hand, prepared again with the others against the pipeline as `prepare-sheet` has read it. */
  'pipeline:change-sheet-rows': {
    input: z.strictObject({
      sheetId: idSchema,
      rows: z.array(pipelineSheetRowSchema).min(1).max(maxRowsPerChunk),
    }),
    output: preparedPipelineSchema.extend({ unchangedCount: z.number().int() }),
  },
  /** Prepares who was invited by a run to be added to a pipeline. Ids; the API's first stage and no job post where they are null. */
  'pipeline:prepare-chain': {
    input: z.strictObject({
      runId: idSchema,
      target: z.strictObject({
        projectId: idSchema,
        jobPostId: idSchema.nullable(),
        stageId: idSchema.nullable(),
      }),
    }),
    output: preparedPipelineSchema,
  },
  /** The stages of a project as they are now, in pipeline order. */
  'pipeline:list-stages': {
    input: z.strictObject({ workspaceId: idSchema, projectId: idSchema }),
    output: z.strictObject({ stages: z.array(z.strictObject({ id: z.string(), title: z.string() })) }),
  },
  /** Prepares the way back of a run: moves where the stage is still the run's, and "put back" for rejected people. */
  'pipeline:prepare-undo': { input: runId, output: preparedPipelineSchema },
  'pipeline:export': {
    input: z.strictObject({
      snapshotId: idSchema,
      /** Null: all projects. */
      projectId: idSchema.nullable(),
      sinceSnapshotId: idSchema.nullable(),
      format: z.enum(['xlsx', 'csv']),
    }),
    output: savedFileSchema,
  },

  /** Names for ids: at most 2,000 at once, as a sheet has them. Later ones win; nothing else is changed. */
  'people:add-names': {
    input: z.strictObject({
      workspaceId: idSchema,
      people: z
        .array(
          z.strictObject({
            candidateId: z.string().min(1).max(100),
            firstname: z.string().max(1000).nullable(),
            lastname: z.string().max(1000).nullable(),
            email: z.string().max(1000).nullable(),
            atsCandidateId: z.string().max(1000).nullable(),
          }),
        )
        .max(2000),
    }),
    output: z.strictObject({ added: z.number().int() }),
  },
} as const;
