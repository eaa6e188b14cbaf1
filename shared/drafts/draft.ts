// A batch in the making, as it is kept between two starts of the app. One schema for window, contract and ledger.
// Never holds a key, and no rows: those come out of the source file again.
import { z } from 'zod';
import { nameFallbackSchema } from '../messages/name-fallback';
import { inviteFields } from '../operations/field';
import { flowmingoIdSchema } from '../operations/invite-target';
import { pipelineDefaultsSchema, pipelineSheetOperations } from '../pipeline/pipeline-sheet';
import { runSettingsSchema } from '../runs/run-settings';
import { delimiters } from '../spreadsheets/find-delimiter';

/** A file that is larger is refused by the readers too (security.md). */
export const maxSourceBytes = 100 * 1024 * 1024;
/** Bytes and changes travel in pieces of at most this many, so that no message stalls the window. */
export const maxPieceLength = 1024 * 1024;
/** More small parts of changes than this are read or written in several messages. */
export const maxPartsPerMessage = 500;

/** Where the recruiter stopped. */
export const draftSteps = ['preview', 'map-columns', 'check-rows', 'target', 'last-look'] as const;
export type DraftStep = (typeof draftSteps)[number];

/** Hex, of the source file's bytes. */
export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);
export const draftNameSchema = z.string().trim().min(1).max(200);
const idSchema = z.string().min(1).max(100);
const rowSchema = z.number().int().min(1).max(1_048_576).nullable();

/** Which bytes a draft was made from. */
export const sourceFileSchema = z.strictObject({
  fileName: z.string().min(1).max(260),
  sizeBytes: z.number().int().min(1).max(maxSourceBytes),
  sha256: sha256Schema,
});
export type SourceFile = z.infer<typeof sourceFileSchema>;

/** The choices on the way from the file to its rows. What was done to single rows is a journal of its own. */
export const savedSheetSchema = z.strictObject({
  /** Null where the file is not text; the delimiter alone where it is a web page. */
  reading: z
    .strictObject({ encoding: z.string().min(1).max(40), delimiter: z.enum(delimiters).nullable() })
    .nullable(),
  sheetIndex: z.number().int().min(0).max(1000),
  /** `found`: by the app itself, so that the reason can be said again. */
  header: z.strictObject({ kind: z.enum(['found', 'chosen']), row: rowSchema }),
  /** Null where nobody has looked at the columns yet. */
  mapping: z
    .strictObject({
      columns: z
        .array(
          z.strictObject({
            field: z.enum(inviteFields),
            columnIndex: z.number().int().min(0).max(16_383),
          }),
        )
        .max(inviteFields.length),
      nameOrder: z.enum(['decide', 'last-word-is-family', 'first-word-is-family']),
    })
    .nullable(),
  /** The first `partCount` parts of this journal belong to the draft. */
  changes: z.strictObject({ journalId: idSchema, partCount: z.number().int().min(0).max(10_000_000) }),
});
export type SavedSheet = z.infer<typeof savedSheetSchema>;

const titleSchema = z.string().max(500).nullable();

/** What is chosen about target and message so far; nothing of it has to be whole. */
const savedOrderSchema = z.strictObject({
  target: z.strictObject({
    setId: flowmingoIdSchema.nullable(),
    setTitle: titleSchema,
    projectId: flowmingoIdSchema.nullable(),
    projectTitle: titleSchema,
    jobPostId: flowmingoIdSchema.nullable(),
    jobPostTitle: titleSchema,
  }),
  sendInvite: z.boolean().nullable(),
  /** While it is being written it may be longer than what can be sent. */
  message: z.string().max(1_000_000).nullable(),
  /** Left out where nobody has asked for it, so that earlier versions read the draft too. */
  nameFallback: nameFallbackSchema.optional(),
  settings: runSettingsSchema.nullable(),
  startsWithFirst: z.boolean(),
  /** The target stays open and is chosen before the batch runs; left out while nobody has said so. */
  targetLater: z.boolean().optional(),
});

/** Everything that a draft comes back with, besides bytes and journal. */
export const draftStateSchema = z.strictObject({
  /** Another number is another version's: it is left alone. */
  formatVersion: z.literal(1),
  step: z.enum(draftSteps),
  sheet: savedSheetSchema,
  order: savedOrderSchema,
  /** What the sheet is for, where that is not to invite, and where its rows go that do not say it; `place` counts in its workspace alone. */
  pipeline: z
    .strictObject({
      use: z.enum(pipelineSheetOperations),
      place: pipelineDefaultsSchema,
      workspaceId: idSchema.nullable(),
    })
    .optional(),
  /** Where the target was chosen; null while none is. */
  workspaceId: idSchema.nullable(),
  peopleCount: z.number().int().min(0).max(1_048_576),
  /** Cells changed and rows decided about, by hand. */
  changeCount: z.number().int().min(0).max(10_000_000),
});
export type DraftState = z.infer<typeof draftStateSchema>;

/** A draft as the list shows it. */
export const draftSummarySchema = z.strictObject({
  draftId: z.string(),
  name: z.string(),
  fileName: z.string(),
  step: z.enum(draftSteps),
  workspaceId: z.string().nullable(),
  peopleCount: z.number().int(),
  changeCount: z.number().int(),
  savedAtMs: z.number(),
});
export type DraftSummary = z.infer<typeof draftSummarySchema>;
