// The channels of batch files, as contract.ts takes them in. The main process passes bytes on and parses none; a path never crosses.
import { z } from 'zod';
import { draftNameSchema, maxPieceLength, maxSourceBytes } from '../drafts/draft';

const idSchema = z.string().min(1).max(100);
const offsetSchema = z.number().int().min(0).max(maxSourceBytes);
/** A piece of a file. The name in JSON Schema is OpenAPI's for bytes. */
const bytesSchema = z
  .instanceof(Uint8Array)
  .refine((bytes) => bytes.length >= 1 && bytes.length <= maxPieceLength)
  .meta({ type: 'string', format: 'binary', maxLength: maxPieceLength });

export const handOverChannels = {
  /** Asks where to save a batch file of this name; its bytes follow, in their order. */
  'handover:begin-save': {
    input: z.strictObject({
      batchName: draftNameSchema,
      sizeBytes: z.number().int().min(1).max(maxSourceBytes),
    }),
    output: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('saving'), saveId: z.string() }),
      z.strictObject({ kind: z.literal('cancelled') }),
    ]),
  },
  /** The next piece. With the last one the file takes its name; before that nothing of that name is touched. */
  'handover:add-bytes': {
    input: z.strictObject({ saveId: idSchema, offset: offsetSchema, bytes: bytesSchema }),
    output: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('taken'), heldBytes: z.number().int() }),
      z.strictObject({ kind: z.literal('saved'), fileName: z.string(), savedId: z.string() }),
    ]),
  },
  /** The batch file that the operating system has asked this app to open last; null where there is none, or it was taken already. */
  'handover:take-opened': {
    input: z.strictObject({}),
    output: z.strictObject({
      file: z.strictObject({ openedId: z.string(), fileName: z.string() }).nullable(),
    }),
  },
  /** Its next piece, and how many bytes it has in all. Null after the last. */
  'handover:read-opened': {
    input: z.strictObject({ openedId: idSchema, offset: offsetSchema }),
    output: z.strictObject({ bytes: bytesSchema.nullable(), sizeBytes: z.number().int() }),
  },
} as const;
