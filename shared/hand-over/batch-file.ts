// A prepared batch as a file for a colleague (.flowbatch): what it may hold, and how much. One schema for window and command line.
// Never holds a key, nor an id, a path or a name of the sender's computer, and nothing of it is believed because it is well formed.
import { z } from 'zod';
import { nameFallbackSchema } from '../messages/name-fallback';
import { maxRows, skipReasons } from '../operations/batch';
import { inviteFields } from '../operations/field';
import { flowmingoIdSchema } from '../operations/invite-target';
import { pipelineFields } from '../pipeline/pipeline-field';
import { pipelineSheetOperations } from '../pipeline/pipeline-sheet';
import { runSettingsSchema } from '../runs/run-settings';

/** A file of another number is another version's. */
export const batchFileVersion = 1;
export const batchFileExtension = 'flowbatch';
/** Unpacked: a list of 100,000 people with a kilobyte each. It is hashed in one piece, so it has to fit in memory. */
export const maxContentBytes = 128 * 1024 ** 2;
/** 100,000 people with 100 columns. Empty cells cost three bytes in the file and far more in memory. */
export const maxCells = 10_000_000;
/** Longer than any row that Excel's limits and people's lists make. In characters. */
export const maxLineLength = 8 * 1024 ** 2;

/** Excel's own limits. */
const cellSchema = z.string().max(32_767);
const filledSchema = cellSchema.min(1).nullable();
const maxColumns = 16_384;
const titleSchema = z.string().max(500).nullable();
const idSchema = flowmingoIdSchema.nullable();
const placeInRow = z
  .number()
  .int()
  .min(0)
  .max(maxColumns - 1);
const nameOrderSchema = z.enum(['decide', 'last-word-is-family', 'first-word-is-family']);

const inviteWorkSchema = z.strictObject({
  operation: z.literal('invite'),
  mapping: z.strictObject({
    columns: z
      .array(z.strictObject({ field: z.enum(inviteFields), place: placeInRow }))
      .max(inviteFields.length),
    nameOrder: nameOrderSchema,
  }),
  /** Each null where it is left open. */
  target: z.strictObject({
    setId: idSchema,
    setTitle: titleSchema,
    projectId: idSchema,
    projectTitle: titleSchema,
    jobPostId: idSchema,
    jobPostTitle: titleSchema,
  }),
  sendInvite: z.boolean().nullable(),
  /** HTML, as it was written: perhaps longer than what can be sent, and never shown before it is sanitized. */
  message: z.string().max(1_000_000).nullable(),
  /** What people without a first name read in place of it; left out where all get the same. */
  nameFallback: nameFallbackSchema.optional(),
  /** Null: as the receiver's app has it. */
  settings: runSettingsSchema.nullable(),
  /** "3 first, then the rest"; null for all at once. */
  firstRows: z.number().int().min(1).max(50).nullable(),
});

const pipelineWorkSchema = z.strictObject({
  operation: z.enum(pipelineSheetOperations),
  mapping: z.strictObject({
    columns: z
      .array(z.strictObject({ field: z.enum(pipelineFields), place: placeInRow }))
      .max(pipelineFields.length),
    nameOrder: nameOrderSchema,
  }),
  /** For rows that name none themselves: ids or, from a terminal, titles. */
  place: z.strictObject({ projectId: idSchema, jobPostId: idSchema, stageId: idSchema }),
});

/** The first line: everything but the rows. */
export const batchFileHeadSchema = z.strictObject({
  name: z.string().trim().min(1).max(200),
  source: z.strictObject({
    fileName: z.string().min(1).max(260),
    sizeBytes: z.number().int().min(0),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    sheetName: z.string().max(255).nullable(),
    headerRow: z.number().int().min(1).max(maxRows).nullable(),
  }),
  /** The recruiter's own, in their order. A `place` counts them from 0. */
  columns: z
    .array(z.strictObject({ letter: z.string().regex(/^[A-Z]{1,3}$/), header: cellSchema }))
    .max(maxColumns),
  work: z.discriminatedUnion('operation', [inviteWorkSchema, pipelineWorkSchema]),
  rowCount: z.number().int().min(1).max(maxRows),
});
export type BatchFileHead = z.infer<typeof batchFileHeadSchema>;
export type InviteWork = z.infer<typeof inviteWorkSchema>;
export type PipelineSheetWork = z.infer<typeof pipelineWorkSchema>;

/** One line for each row of the table, sent or left out. */
export const batchFileRowSchema = z.strictObject({
  row: z.number().int().min(1).max(maxRows),
  /** One for each column. */
  cells: z.array(cellSchema).max(maxColumns).readonly(),
  /** With everything that was mended by hand; absent in work on a pipeline. */
  person: z
    .strictObject({
      email: filledSchema,
      firstname: filledSchema,
      lastname: filledSchema,
      cv_link: filledSchema,
      ats_candidate_id: filledSchema,
    })
    .optional(),
  /** Why the row was not to be sent. */
  leftOut: z.enum(skipReasons).optional(),
  /** Somebody who stands twice in the sheet, and was to be sent all the same. */
  takenIn: z.literal(true).optional(),
  hidden: z.literal(true).optional(),
  /** The addresses behind cells that show another text. */
  links: z
    .array(z.strictObject({ place: placeInRow, address: cellSchema.min(1) }))
    .min(1)
    .optional(),
});
export type BatchFileRow = z.infer<typeof batchFileRowSchema>;
