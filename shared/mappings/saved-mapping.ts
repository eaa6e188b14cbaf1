// A mapping that is remembered: texts of a header and the fields they go to. Never anything of the people below it.
import { z } from 'zod';
import { inviteFields } from '../operations/field';
import { headerKey } from './header-fingerprint';

/** Exports of the largest applicant systems have some 300 columns; a wider sheet is proposed anew each time. */
export const mostHeaders = 500;
/** Questions of forms run to a few hundred characters. */
export const longestHeader = 300;
/** A recruiter meets some dozens of kinds of file; the ones not used for longest make room. */
export const mostMappings = 200;
/** A name in a list, not a story. */
export const longestMappingName = 80;

/** An address or a link: then the "header" is a row of people, and it must not be kept. */
const personal = /[^\s@]@[^\s@]|:\/\//;

/** Whether a text may be kept as a header: it shows something, is short enough, and names no address. */
export function isKeepableHeader(header: string): boolean {
  return header.length <= longestHeader && headerKey(header) !== '' && !personal.test(header);
}

const headerSchema = z.string().min(1).max(longestHeader).refine(isKeepableHeader);

/** One column of a remembered mapping. `occurrence`: 1 for the first column of this header, from left to right. */
export const savedColumnSchema = z.strictObject({
  field: z.enum(inviteFields),
  header: headerSchema,
  occurrence: z.number().int().min(1).max(mostHeaders),
});
export type SavedColumn = z.infer<typeof savedColumnSchema>;

const contentShape = {
  /** Every header that shows something, in the sheet's order, the unused ones too. */
  headers: z.array(headerSchema).min(1).max(mostHeaders),
  columns: z.array(savedColumnSchema).min(1).max(inviteFields.length),
  nameOrder: z.enum(['decide', 'last-word-is-family', 'first-word-is-family']),
};

/** No field twice, no column twice, no whole name beside its parts, and each column is one of the headers. */
function holdsTogether({ headers, columns }: { headers: string[]; columns: SavedColumn[] }): boolean {
  const fields = columns.map(({ field }) => field);
  const places = columns.map(({ header, occurrence }) => `${occurrence} ${headerKey(header)}`);
  const keys = headers.map(headerKey);
  return (
    new Set(fields).size === fields.length &&
    new Set(places).size === places.length &&
    !(fields.includes('fullname') && (fields.includes('firstname') || fields.includes('lastname'))) &&
    columns.every(({ header, occurrence }) => {
      const key = headerKey(header);
      return keys.filter((other) => other === key).length >= occurrence;
    })
  );
}

/** What a mapping says, without its place in the list of this computer. */
export const mappingContentSchema = z.strictObject(contentShape).refine(holdsTogether);
export type MappingContent = z.infer<typeof mappingContentSchema>;

/** The recruiter's name for it; null: its header words stand for it. */
export const mappingNameSchema = z.string().trim().min(1).max(longestMappingName).nullable();

/** What goes to a colleague: the content and its name. */
export const sharedMappingSchema = z
  .strictObject({ ...contentShape, name: mappingNameSchema })
  .refine(holdsTogether);
export type SharedMapping = z.infer<typeof sharedMappingSchema>;

/** The last moment that a Date can hold, in ms (ECMA-262, 21.4.1.1). */
const lastMomentMs = 8_640_000_000_000_000;

/** A mapping in the list of this computer. `lastUsedAtMs`: when a file was last checked with it, or when it was taken in. */
export const savedMappingSchema = z
  .strictObject({
    ...contentShape,
    name: mappingNameSchema,
    mappingId: z.string().min(1).max(100),
    lastUsedAtMs: z.number().int().min(0).max(lastMomentMs),
  })
  .refine(holdsTogether);
export type SavedMapping = z.infer<typeof savedMappingSchema>;
