// What is to be put into a file: our columns, and for each row of the run what stands in them. Texts only, as they are to be read.
import { z } from 'zod';
import { batchSourceSchema } from '../operations/batch';

/** Excel's own limits. */
const textSchema = z.string().max(32_767);
const maxColumns = 16_384;
const maxRowNumber = 1_048_576;
/** We have fewer than a dozen. */
const maxOurColumns = 30;

/** A cell of ours. A time is what this computer's clock shows, as `2026-03-04 08:01:00`. */
export const writeBackValueSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('text'), text: textSchema }),
  z.strictObject({ kind: z.literal('time'), text: z.string().max(19) }),
]);
export type WriteBackValue = z.infer<typeof writeBackValueSchema>;

export const writeBackRowSchema = z.strictObject({
  rowNumber: z.number().int().min(1).max(maxRowNumber),
  /** The recruiter's own cells, in the order of the batch's columns. */
  cells: z.array(textSchema).max(maxColumns).readonly(),
  /** One for each of our columns. */
  values: z.array(writeBackValueSchema).max(maxOurColumns).readonly(),
});
export type WriteBackRow = z.infer<typeof writeBackRowSchema>;

export const writeBackColumnSchema = z.strictObject({
  header: z.string().max(100),
  /** In characters. */
  width: z.number().min(1).max(255),
});
export type WriteBackColumn = z.infer<typeof writeBackColumnSchema>;

export const writeBackOrderSchema = z.strictObject({
  source: batchSourceSchema,
  columns: z.array(writeBackColumnSchema).min(1).max(maxOurColumns),
});
export type WriteBackOrder = z.infer<typeof writeBackOrderSchema>;

/** Whose row is which: what goes into one sheet of one file. */
export interface SheetAdditions {
  /** Where the names of our columns go; null where the sheet has no header row. */
  readonly headerRow: number | null;
  readonly columns: readonly WriteBackColumn[];
  /** By Excel's row number, with one value for each column. */
  readonly rows: ReadonlyMap<number, readonly WriteBackValue[]>;
}
