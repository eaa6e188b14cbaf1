// The channels of drafts, as contract.ts takes them in. Never a channel that gives the main process anything to parse:
// bytes and changes pass through it as they are.
import { z } from 'zod';
import {
  draftNameSchema,
  draftStateSchema,
  draftSummarySchema,
  maxPartsPerMessage,
  maxPieceLength,
  maxSourceBytes,
  sha256Schema,
  sourceFileSchema,
} from './draft';

const idSchema = z.string().min(1).max(100);
const draftId = z.strictObject({ draftId: idSchema });
const offsetSchema = z.number().int().min(0).max(maxSourceBytes);
const partNoSchema = z.number().int().min(0).max(10_000_000);
const partSchema = z.string().min(1).max(maxPieceLength);

/** A piece of a file. The name in JSON Schema is OpenAPI's for bytes. */
const bytesSchema = z
  .instanceof(Uint8Array)
  .refine((bytes) => bytes.length >= 1 && bytes.length <= maxPieceLength)
  .meta({ type: 'string', format: 'binary', maxLength: maxPieceLength });

const summary = z.strictObject({ draft: draftSummarySchema });

export const draftChannels = {
  /** Announces the bytes of a file; answers how many of them are kept already: all, or none, and then they are sent in order. */
  'drafts:begin-file': {
    input: z.strictObject({ sizeBytes: sourceFileSchema.shape.sizeBytes, sha256: sha256Schema }),
    output: z.strictObject({ heldBytes: z.number().int() }),
  },
  /** The next piece. With the last one the file is checked, synced, and kept under its hash. */
  'drafts:add-bytes': {
    input: z.strictObject({ sha256: sha256Schema, offset: offsetSchema, bytes: bytesSchema }),
    output: z.strictObject({ heldBytes: z.number().int() }),
  },
  /** A new draft of a file that is kept. */
  'drafts:create': {
    input: z.strictObject({ name: draftNameSchema, source: sourceFileSchema, state: draftStateSchema }),
    output: summary,
  },
  /** Puts parts of a journal down from `fromPart` on; what stood there is replaced. They count once `drafts:save` names them. */
  'drafts:add-changes': {
    input: z.strictObject({
      draftId: idSchema,
      journalId: idSchema,
      fromPart: partNoSchema,
      parts: z.array(partSchema).min(1).max(maxPartsPerMessage),
    }),
    output: z.strictObject({ partCount: z.number().int() }),
  },
  'drafts:save': {
    input: z.strictObject({ draftId: idSchema, state: draftStateSchema }),
    output: summary,
  },
  /** The newest first. A draft of which a run was started is a draft no more. */
  'drafts:list': {
    input: z.strictObject({}),
    output: z.strictObject({ drafts: z.array(draftSummarySchema) }),
  },
  'drafts:open': {
    input: draftId,
    output: z.strictObject({
      draft: draftSummarySchema,
      source: sourceFileSchema,
      /** Whether the kept bytes are still the ones that were kept. */
      fileState: z.enum(['whole', 'damaged', 'missing']),
      state: draftStateSchema,
    }),
  },
  'drafts:read-bytes': {
    input: z.strictObject({ draftId: idSchema, offset: offsetSchema }),
    output: z.strictObject({ bytes: bytesSchema }),
  },
  /** Parts from `fromPart` on, as many as fit in one message; none after the last. */
  'drafts:read-changes': {
    input: z.strictObject({ draftId: idSchema, journalId: idSchema, fromPart: partNoSchema }),
    output: z.strictObject({ parts: z.array(z.string()) }),
  },
  'drafts:rename': { input: z.strictObject({ draftId: idSchema, name: draftNameSchema }), output: summary },
  'drafts:copy': { input: draftId, output: summary },
  /** Takes it from the list. It can be brought back until the app is closed. */
  'drafts:delete': { input: draftId, output: z.strictObject({}) },
  'drafts:bring-back': { input: draftId, output: summary },
} as const;
