// A sheet that says what is to be done in a pipeline: its rows as texts, before any id is found. Never sent as it is.
import { z } from 'zod';
import { batchSourceSchema, maxRows } from '../operations/batch';
import { rejectChoice } from './export-headers';

const text = z.string().max(32_767).nullable();

/** What a row says; null where the sheet has no such column or the cell is empty. Projects, stages and job posts by title or by id. */
export const pipelineSheetRowSchema = z.strictObject({
  rowNumber: z.number().int().min(1).max(maxRows),
  /** The recruiter's own cells, kept for the results. */
  cells: z.array(z.string().max(32_767)).max(16_384),
  email: text,
  firstname: text,
  lastname: text,
  atsCandidateId: text,
  candidateId: text,
  applicationId: text,
  project: text,
  jobPost: text,
  stage: text,
  /** Of an exported workbook: the stage as it was exported. */
  stageBefore: text,
});
export type PipelineSheetRow = z.infer<typeof pipelineSheetRowSchema>;

/** `as-edited`: an exported workbook, of which only what was edited since is done. */
export const pipelineSheetOperations = ['add', 'move', 'reject', 'as-edited'] as const;
export type PipelineSheetOperation = (typeof pipelineSheetOperations)[number];

/** What holds where a row says nothing of its own. Ids. */
export const pipelineDefaultsSchema = z.strictObject({
  projectId: z.string().max(100).nullable(),
  jobPostId: z.string().max(100).nullable(),
  stageId: z.string().max(100).nullable(),
});
export type PipelineDefaults = z.infer<typeof pipelineDefaultsSchema>;

export const pipelineSheetSchema = z.strictObject({
  workspaceId: z.string().min(1).max(100),
  operation: z.enum(pipelineSheetOperations),
  source: batchSourceSchema,
  defaults: pipelineDefaultsSchema,
});
export type PipelineSheet = z.infer<typeof pipelineSheetSchema>;

/** Words in a Stage cell of an exported workbook that mean: reject. Compared without case. */
export const rejectWords: readonly string[] = [rejectChoice.toLowerCase(), 'rejected'];
