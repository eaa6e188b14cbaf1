// Finds the remembered mapping for a table: the one of the same header, or the nearest. Never puts a near one to use by itself.
import { assignColumn } from '../operations/change-mapping';
import type { InviteField } from '../operations/field';
import type { Mapping } from '../operations/mapping';
import type { Table } from '../spreadsheets/spreadsheet';
import { headerKey, headerKeys } from './header-fingerprint';
import {
  isKeepableHeader,
  type MappingContent,
  mappingContentSchema,
  mostHeaders,
  type SavedColumn,
} from './saved-mapping';

/** Of all headers of both, so many must be shared before an old mapping is worth a question. */
const leastShared = 0.6;
/** Of the columns that it used, so many must be there. */
const leastFound = 0.5;

/** `same`: put to use at once. `near`: asked about, with what differs. */
export type Recall<Known extends MappingContent> =
  | { readonly kind: 'same'; readonly known: Known; readonly mapping: Mapping }
  | {
      readonly kind: 'near';
      readonly known: Known;
      readonly mapping: Mapping;
      /** Headers that stood there then, and do not now. */
      readonly missing: readonly string[];
      /** Headers that stand there now, and did not then. */
      readonly added: readonly string[];
    };

function countKeys(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** The headers of `from` beyond those that `other` has too. */
function beyond(from: readonly string[], other: readonly string[]): string[] {
  const left = countKeys(headerKeys(other));
  return from.filter((header) => {
    const key = headerKey(header);
    if (key === '') return false;
    const count = left.get(key) ?? 0;
    left.set(key, count - 1);
    return count <= 0;
  });
}

function columnOf(table: Table, { header, occurrence }: SavedColumn): number | undefined {
  const key = headerKey(header);
  return table.columns.filter((column) => headerKey(column.header) === key)[occurrence - 1]?.columnIndex;
}

/** Of two columns with one header, only their order says which is which. */
function isOrderSure(headers: readonly string[], known: MappingContent): boolean {
  const keys = headerKeys(headers);
  const counts = countKeys(keys);
  if (known.columns.every(({ header }) => counts.get(headerKey(header)) === 1)) return true;
  const before = headerKeys(known.headers);
  return keys.every((key, index) => key === before[index]);
}

/** The remembered columns in the place of the proposed ones; a field whose column is gone keeps its proposal. */
function apply(table: Table, proposed: Mapping, known: MappingContent, isWhole: boolean): Mapping {
  let mapping: Mapping = isWhole
    ? { columns: {}, nameOrder: known.nameOrder }
    : { ...proposed, nameOrder: known.nameOrder };
  for (const column of known.columns) {
    const columnIndex = columnOf(table, column);
    if (columnIndex !== undefined) mapping = assignColumn(mapping, columnIndex, column.field);
  }
  return mapping;
}

/** How a mapping would do for a table that it was chosen for by hand. */
export interface MappingFit {
  readonly mapping: Mapping;
  /** Headers of columns that it uses and that are not here; their fields stay as they are proposed. */
  readonly missing: readonly string[];
}

/** Puts a remembered mapping to a table, as far as its columns are there. */
export function fitMapping(table: Table, proposed: Mapping, known: MappingContent): MappingFit {
  const headers = table.columns.map(({ header }) => header);
  const isWhole = beyond(known.headers, headers).length === 0 && beyond(headers, known.headers).length === 0;
  return {
    mapping: apply(table, proposed, known, isWhole),
    missing: known.columns
      .filter((column) => columnOf(table, column) === undefined)
      .map(({ header }) => header),
  };
}

/** The best of `knowns` for this table, or null. A table without a header recalls nothing. */
export function recallMapping<Known extends MappingContent>(
  table: Table,
  proposed: Mapping,
  knowns: readonly Known[],
): Recall<Known> | null {
  if (table.headerRow === null) return null;
  const headers = table.columns.map(({ header }) => header).filter((header) => headerKey(header) !== '');
  let best: { recall: Recall<Known>; shared: number } | null = null;
  for (const known of knowns) {
    const missing = beyond(known.headers, headers);
    const added = beyond(headers, known.headers);
    const isSame = missing.length === 0 && added.length === 0;
    if (isSame && isOrderSure(headers, known))
      return { kind: 'same', known, mapping: apply(table, proposed, known, true) };
    const common = headers.length - added.length;
    const shared = common / (common + added.length + missing.length);
    const found = known.columns.filter((column) => columnOf(table, column) !== undefined).length;
    if (shared < leastShared || found < known.columns.length * leastFound) continue;
    if (best !== null && best.shared >= shared) continue;
    const mapping = apply(table, proposed, known, false);
    best = { recall: { kind: 'near', known, mapping, missing, added }, shared };
  }
  return best?.recall ?? null;
}

/** What to remember of a table and its mapping; null where nothing should be: no header, unnamed columns, or texts that are no headers. */
export function toMappingContent(table: Table, mapping: Mapping): MappingContent | null {
  const named = table.columns.filter(({ header }) => headerKey(header) !== '');
  if (table.headerRow === null || named.length > mostHeaders) return null;
  if (!named.every(({ header }) => isKeepableHeader(header.trim()))) return null;
  const columns: SavedColumn[] = [];
  for (const [field, columnIndex] of Object.entries(mapping.columns) as [InviteField, number][]) {
    const column = named.find((one) => one.columnIndex === columnIndex);
    if (column === undefined) return null;
    const key = headerKey(column.header);
    const occurrence = named.filter(
      (one) => one.columnIndex <= columnIndex && headerKey(one.header) === key,
    ).length;
    columns.push({ field, header: column.header.trim(), occurrence });
  }
  const headers = named.map(({ header }) => header.trim());
  const content = mappingContentSchema.safeParse({ headers, columns, nameOrder: mapping.nameOrder });
  return content.success ? content.data : null;
}
