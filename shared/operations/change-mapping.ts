// Changes a mapping by hand. Never leaves two columns for one field, or a whole name beside its parts.
import { headerText } from '../spreadsheets/header-text';
import type { Table } from '../spreadsheets/spreadsheet';
import type { InviteField } from './field';
import type { Mapping } from './mapping';

/** Fields that say the same as this one, so that both cannot be used. */
function excludedBy(field: InviteField): readonly InviteField[] {
  if (field === 'fullname') return ['firstname', 'lastname'];
  return field === 'firstname' || field === 'lastname' ? ['fullname'] : [];
}

/** The mapping with this column for this field, or for none. The field's earlier column and the column's earlier field are let go. */
export function assignColumn(mapping: Mapping, columnIndex: number, field: InviteField | null): Mapping {
  const gone = field === null ? [] : [field, ...excludedBy(field)];
  const columns: Partial<Record<InviteField, number>> = {};
  for (const [key, column] of Object.entries(mapping.columns) as [InviteField, number][]) {
    if (column !== columnIndex && !gone.includes(key)) columns[key] = column;
  }
  if (field !== null) columns[field] = columnIndex;
  return { ...mapping, columns };
}

function findColumn(table: Table, header: string): number | undefined {
  const wanted = header.trim();
  const exact =
    table.columns.find((column) => column.header.trim() === wanted) ??
    table.columns.find((column) => column.header !== '' && headerText(column.header) === headerText(wanted));
  return (exact ?? table.columns.find((column) => column.letter === wanted.toUpperCase()))?.columnIndex;
}

/**
 * The mapping that these pairs name, and nothing else. A header is the text in the sheet (case, accents and punctuation aside;
 * of two alike the first) or a column's letter; the text wins.
 */
export function mappingByHeaders(
  table: Table,
  pairs: readonly { readonly header: string; readonly field: InviteField }[],
): Mapping | { readonly unknownHeader: string } {
  let mapping: Mapping = { columns: {}, nameOrder: 'decide' };
  for (const { header, field } of pairs) {
    const column = findColumn(table, header);
    if (column === undefined) return { unknownHeader: header };
    mapping = assignColumn(mapping, column, field);
  }
  return mapping;
}
