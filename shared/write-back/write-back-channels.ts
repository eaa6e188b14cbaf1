// The channels for results in the recruiter's own file, as contract.ts takes them in. Files are opened in the sandbox:
// the main process gives out the kept bytes and the results, and takes the finished copy as bytes that it does not look into.
import { z } from 'zod';
import { maxPieceLength, maxSourceBytes, sha256Schema } from '../drafts/draft';
import { savedFileSchema } from '../ipc/saved-file';
import { copyFormats } from './copy-name';
import { writeBackOrderSchema, writeBackRowSchema } from './write-back-order';

/** A copy has the file's bytes and our columns beside them. */
export const maxCopyBytes = 2 * maxSourceBytes;
/** As many rows as one message takes. */
export const maxRowsPerPage = 500;

const idSchema = z.string().min(1).max(100);
const offsetSchema = z.number().int().min(0).max(maxCopyBytes);
/** The name in JSON Schema is OpenAPI's for bytes. */
const bytesSchema = z
  .instanceof(Uint8Array)
  .refine((bytes) => bytes.length >= 1 && bytes.length <= maxPieceLength)
  .meta({ type: 'string', format: 'binary', maxLength: maxPieceLength });

export const writeBackChannels = {
  /** What a run puts into its file, and whether that file is still kept here as it was. */
  'copies:open': {
    input: z.strictObject({ runId: idSchema }),
    output: z.strictObject({
      order: writeBackOrderSchema,
      rowCount: z.number().int(),
      fileState: z.enum(['whole', 'damaged', 'missing']),
    }),
  },
  'copies:list-rows': {
    input: z.strictObject({ runId: idSchema, fromOrdinal: z.number().int().min(0) }),
    output: z.strictObject({
      rows: z.array(writeBackRowSchema).max(maxRowsPerPage),
      /** Where to go on; null where all rows have been given. */
      nextOrdinal: z.number().int().nullable(),
    }),
  },
  /** A piece of the kept file. */
  'copies:read-source': {
    input: z.strictObject({ runId: idSchema, offset: offsetSchema }),
    output: z.strictObject({ bytes: bytesSchema }),
  },
  /** The next piece of a copy; the first one takes the place of an earlier copy that was not saved. */
  'copies:add-bytes': {
    input: z.strictObject({ copyId: idSchema, offset: offsetSchema, bytes: bytesSchema }),
    output: z.strictObject({ heldBytes: z.number().int() }),
  },
  /** Asks where to save the copy. Never over the file that it was made from. */
  'copies:save': {
    input: z.strictObject({
      copyId: idSchema,
      sha256: sha256Schema,
      sourceSha256: sha256Schema,
      fileName: z.string().min(1).max(260),
      format: z.enum(copyFormats),
      rowCount: z.number().int().min(1),
    }),
    output: savedFileSchema,
  },
} as const;
