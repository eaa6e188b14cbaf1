// How the columns of a sheet of work on a pipeline were used, by their headers. Never anything of the people below them, and never put to
// use for a header that is only nearly the same: a wrong stage is not seen.
import { z } from 'zod';
import { type PipelineField, type PipelineMapping, pipelineFields } from '../pipeline/pipeline-field';
import type { Table } from '../spreadsheets/spreadsheet';
import { headerKey } from './header-fingerprint';
import { isKeepableHeader, longestHeader, mostHeaders } from './saved-mapping';

const headerSchema = z.string().min(1).max(longestHeader).refine(isKeepableHeader);

export const savedPipelineMappingSchema = z.strictObject({
  /** Every header that shows something, in the sheet's order, the unused ones too. */
  headers: z.array(headerSchema).min(1).max(mostHeaders),
  /** No field twice. `occurrence`: 1 for the first column of this header, from left to right. */
  columns: z
    .array(
      z.strictObject({
        field: z.enum(pipelineFields),
        header: headerSchema,
        occurrence: z.number().int().min(1).max(mostHeaders),
      }),
    )
    .min(1)
    .max(pipelineFields.length),
  nameOrder: z.enum(['decide', 'last-word-is-family', 'first-word-is-family']),
});
export type SavedPipelineMapping = z.infer<typeof savedPipelineMappingSchema>;

function namedColumns(table: Table): Table['columns'] {
  return table.columns.filter(({ header }) => headerKey(header) !== '');
}

/** What to remember; null where nothing should be: no header, no column used, or texts that are no headers. */
export function toSavedPipelineMapping(table: Table, mapping: PipelineMapping): SavedPipelineMapping | null {
  if (table.headerRow === null) return null;
  const named = namedColumns(table);
  const columns = (Object.entries(mapping.columns) as [PipelineField, number][]).map(
    ([field, columnIndex]) => {
      const header = named.find((column) => column.columnIndex === columnIndex)?.header ?? '';
      const alike = named.filter((column) => headerKey(column.header) === headerKey(header));
      const occurrence = alike.findIndex((column) => column.columnIndex === columnIndex) + 1;
      return { field, header: header.trim(), occurrence };
    },
  );
  const headers = named.map(({ header }) => header.trim());
  const saved = savedPipelineMappingSchema.safeParse({ headers, columns, nameOrder: mapping.nameOrder });
  return saved.success ? saved.data : null;
}

/** The mapping that is remembered of exactly this header; null without one. */
export function recallPipelineMapping(
  table: Table,
  saved: readonly SavedPipelineMapping[],
): PipelineMapping | null {
  if (table.headerRow === null) return null;
  const named = namedColumns(table);
  const keys = named.map(({ header }) => headerKey(header));
  const known = saved.find(({ headers }) => isSameHeader(keys, headers.map(headerKey)));
  if (known === undefined) return null;
  const columns: Partial<Record<PipelineField, number>> = {};
  for (const { field, header, occurrence } of known.columns) {
    const column = named.filter((one) => headerKey(one.header) === headerKey(header))[occurrence - 1];
    if (column !== undefined) columns[field] = column.columnIndex;
  }
  return { columns, nameOrder: known.nameOrder };
}

/** In any order; where one stands there twice, only the order says which is which. */
function isSameHeader(now: readonly string[], then: readonly string[]): boolean {
  const isUnambiguous = new Set(now).size === now.length;
  const [one, other] = isUnambiguous ? [[...now].sort(), [...then].sort()] : [now, then];
  return one.length === other.length && one.every((key, index) => key === other[index]);
}
