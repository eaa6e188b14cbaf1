// A prepared piece of work as it travels to the ledger: where it came from, what is sent, and its rows.
import { z } from 'zod';
import { delimiters } from '../spreadsheets/find-delimiter';
import { inviteOrderSchema, openInviteOrderSchema } from './invite-target';
import { pipelineKinds } from './operation-kind';
import { pipelineOrderSchema, pipelineWorkSchema } from './pipeline-work';

/** Excel's own limits: 32,767 characters a cell, 16,384 columns. */
const cellSchema = z.string().max(32_767);
const maxColumns = 16_384;

/** Rows arrive in chunks of at most this many, so that no message stalls the window (performance.md). */
export const maxRowsPerChunk = 500;
/** Excel's last row. */
export const maxRows = 1_048_576;

export const batchSourceSchema = z.strictObject({
  fileName: z.string().min(1).max(260),
  sizeBytes: z.number().int().min(0),
  /** Hex, of the file's bytes. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Of a batch file: the hash of the sheet that it was made from, as its sender has it. Words may rest on it, and nothing else. */
  madeFromSha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  sheetName: z.string().max(255).nullable(),
  headerRow: z.number().int().min(1).nullable(),
  /** The recruiter's own columns in their order, kept for the results. */
  columns: z.array(z.strictObject({ letter: z.string().max(3), header: cellSchema })).max(maxColumns),
  /** How a text file was read, so that its copy is written alike; absent for workbooks, and in batches of earlier versions. */
  reading: z.strictObject({ encoding: z.string().min(1).max(40), delimiter: z.enum(delimiters) }).optional(),
});
export type BatchSource = z.infer<typeof batchSourceSchema>;

/** Why a row is left out. `blocked`: it has a problem that stops it and the recruiter chose to go on without it. */
export const skipReasons = ['duplicate-in-file', 'already-invited', 'left-out-by-you', 'blocked'] as const;
export type SkipReason = (typeof skipReasons)[number];

export const batchRowSchema = z.strictObject({
  rowNumber: z.number().int().min(1).max(maxRows),
  cells: z.array(cellSchema).max(maxColumns).readonly(),
  /** With the recruiter's edits. A skipped row may hold anything that was in the sheet. */
  person: z.strictObject({
    email: cellSchema.nullable(),
    firstname: cellSchema.nullable(),
    lastname: cellSchema.nullable(),
    cv_link: cellSchema.nullable(),
    ats_candidate_id: cellSchema.nullable(),
  }),
  /** The recruiter sends it on purpose, although the person was invited before or stands twice in the file. */
  takenIn: z.boolean().optional(),
  /** Of a pipeline batch: what is asked for; absent where the row is skipped because nobody knows. */
  work: pipelineWorkSchema.optional(),
  skip: z.strictObject({ why: z.enum(skipReasons), detail: z.string().max(500) }).nullable(),
});
export type BatchRow = z.infer<typeof batchRowSchema>;

/** What a batch does, with what it sends besides the rows. */
export const batchOrderSchema = z.discriminatedUnion('operation', [
  z.strictObject({ operation: z.literal('invite'), order: inviteOrderSchema }),
  z.strictObject({ operation: z.enum(pipelineKinds), order: pipelineOrderSchema }),
]);
export type BatchOrder = z.infer<typeof batchOrderSchema>;

/** An invitation whose target is chosen later. It can be kept ready, and not be sent. */
export const openBatchOrderSchema = z.strictObject({
  operation: z.literal('invite'),
  order: openInviteOrderSchema,
});
export type OpenBatchOrder = z.infer<typeof openBatchOrderSchema>;

export const newBatchSchema = z.strictObject({
  /** Null only while the target is open. */
  workspaceId: z.string().min(1).max(100).nullable(),
  name: z.string().trim().min(1).max(200),
  source: batchSourceSchema,
  work: z.union([batchOrderSchema, openBatchOrderSchema]),
  rowCount: z.number().int().min(1).max(maxRows),
  /** The draft that it was prepared as; with a run, that is a draft no more. */
  draftId: z.string().min(1).max(100).optional(),
});
export type NewBatch = z.infer<typeof newBatchSchema>;
