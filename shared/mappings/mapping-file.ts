// The file in which mappings go to a colleague: small JSON, header texts only. What comes in is foreign: nothing of it counts before all of it was looked at.
import { z } from 'zod';
import { mostMappings, type SavedMapping, type SharedMapping, sharedMappingSchema } from './saved-mapping';

/** 200 mappings of 100 long headers each; more is no file of ours. In characters. */
export const longestMappingFile = 8_000_000;
/** What the file dialog and the command line call it. */
export const mappingFileExtension = 'json';

const fileSchema = z.strictObject({
  kind: z.literal('flowmingo-batch-mappings'),
  version: z.literal(1),
  mappings: z.array(sharedMappingSchema).min(1).max(mostMappings),
});

export type ParsedMappingFile =
  | { readonly kind: 'read'; readonly mappings: readonly SharedMapping[] }
  | { readonly kind: 'refused'; readonly why: string };

const notOurs =
  'This is not a file of column mappings from Flowmingo Batch, or it was changed. Nothing was taken in. Ask for it to be saved again under Settings.';

/** Looks at the text of a file. Whole or not at all; `why` is a sentence for the screen. */
export function parseMappingFile(text: string): ParsedMappingFile {
  if (text.length > longestMappingFile)
    return {
      kind: 'refused',
      why: 'This file is too large for column mappings. Nothing was taken in. Choose another file.',
    };
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return { kind: 'refused', why: notOurs };
  }
  if (typeof value === 'object' && value !== null && 'version' in value && isNewer(value.version))
    return {
      kind: 'refused',
      why: 'This file comes from a newer Flowmingo Batch. Nothing was taken in. Update this app first.',
    };
  const parsed = fileSchema.safeParse(value);
  return parsed.success
    ? { kind: 'read', mappings: parsed.data.mappings }
    : { kind: 'refused', why: notOurs };
}

function isNewer(version: unknown): boolean {
  return typeof version === 'number' && version > 1;
}

/** The text of a file with these mappings: nothing of this computer goes along but the names that the recruiter gave them. */
export function toMappingFile(mappings: readonly SavedMapping[]): string {
  const shared = mappings.map(
    ({ name, headers, columns, nameOrder }): SharedMapping => ({ name, headers, columns, nameOrder }),
  );
  return `${JSON.stringify({ kind: 'flowmingo-batch-mappings', version: 1, mappings: shared }, null, 2)}\n`;
}
