// The form in which changes to rows are kept: small texts in their order, written and read by the worker alone.
// Never trusts what it reads: a part that is not one is refused.
import { z } from 'zod';
import type { EditedField } from './edited-pipeline-row';
import type { RowChange } from './row-changes';

/** About 160 kB for usual addresses; 100,000 changes are 50 parts. */
const maxChangesPerPart = 2000;
/** So that a part stays below what one message takes (shared/drafts/draft.ts), also when every character is escaped. */
const maxPartLength = 100_000;
/** Longer than a cell can be; what is sent and checked is cut far before. */
const maxValueLength = 33_000;

/** Something that was done. */
export type JournalEntry =
  | { readonly kind: 'step'; readonly sentence: string; readonly changes: readonly RowChange[] }
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' }
  | { readonly kind: 'forget'; readonly fields: readonly EditedField[] }
  | { readonly kind: 'result'; readonly changes: readonly RowChange[] };

/** An entry as it is kept; a long step is several parts, all but the last with `hasMore`. */
export type JournalPart =
  | (Extract<JournalEntry, { kind: 'step' }> & { readonly hasMore: boolean })
  | Exclude<JournalEntry, { kind: 'step' }>;

const rowNumberSchema = z.number().int().min(1);
const fieldSchema = z.enum([
  'email',
  'firstname',
  'lastname',
  'cv_link',
  'ats_candidate_id',
  'tal_candidate_id',
  'application_id',
  'project',
  'job_post',
  'stage',
] as const satisfies readonly EditedField[]);
const changesSchema = z.array(
  z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('value'),
      rowNumber: rowNumberSchema,
      field: fieldSchema,
      value: z.string().nullable(),
    }),
    z.strictObject({
      kind: z.literal('decision'),
      rowNumber: rowNumberSchema,
      decision: z.enum(['leave-out', 'take-in']).nullable(),
    }),
  ]),
);
const partSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('step'),
    sentence: z.string(),
    changes: changesSchema,
    hasMore: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('undo') }),
  z.strictObject({ kind: z.literal('redo') }),
  z.strictObject({ kind: z.literal('forget'), fields: z.array(fieldSchema) }),
  z.strictObject({ kind: z.literal('result'), changes: changesSchema }),
]) satisfies z.ZodType<JournalPart>;

/** The parts that an entry is kept as. */
export function toJournalParts(entry: JournalEntry): JournalPart[] {
  if (entry.kind === 'step') {
    const slices = toSlices(entry.changes);
    return slices.map((changes, index) => ({
      kind: 'step',
      sentence: entry.sentence,
      changes,
      hasMore: index < slices.length - 1,
    }));
  }
  if (entry.kind === 'result') return toSlices(entry.changes).map((changes) => ({ kind: 'result', changes }));
  return [entry];
}

/** @throws Error where the text is not a part of a journal. */
export function parseJournalPart(text: string): JournalPart {
  return partSchema.parse(JSON.parse(text));
}

function toSlices(changes: readonly RowChange[]): RowChange[][] {
  const slices: RowChange[][] = [];
  let slice: RowChange[] = [];
  let length = 0;
  for (const change of changes) {
    const kept = withoutExcess(change);
    const ownLength = kept.kind === 'value' ? (kept.value?.length ?? 0) : 0;
    if (slice.length === maxChangesPerPart || (slice.length > 0 && length + ownLength > maxPartLength)) {
      slices.push(slice);
      slice = [];
      length = 0;
    }
    slice.push(kept);
    length += ownLength;
  }
  if (slice.length > 0 || slices.length === 0) slices.push(slice);
  return slices;
}

function withoutExcess(change: RowChange): RowChange {
  return change.kind === 'value' && change.value !== null && change.value.length > maxValueLength
    ? { ...change, value: change.value.slice(0, maxValueLength) }
    : change;
}
