import { fieldLabels, type PersonField } from '../../../shared/operations/field';
import type { ColumnFilter, RowSort, SortColumn } from '../../worker/row-arrangement';

/** What the two orders of a column are called. */
export const orderWords: Readonly<Record<RowSort['direction'], string>> = {
  ascending: 'A to Z',
  descending: 'Z to A',
};

/** "Sorted by Email, A to Z". */
export function sortWords({ column, direction }: RowSort): string {
  return column === 'wrong'
    ? `Sorted by what is wrong, ${direction === 'ascending' ? 'those that need you first' : 'fine rows first'}`
    : `Sorted by ${columnWords(column)}, ${orderWords[direction]}`;
}

/** "Email contains “gmail”", "No CV link". */
export function columnFilterWords(field: PersonField, filter: ColumnFilter): string {
  const words = columnWords(field);
  switch (filter.kind) {
    case 'contains':
      return `${words} contains “${filter.text}”`;
    case 'empty':
      return `${words} is empty`;
    case 'filled':
      return `${words} is not empty`;
  }
}

/** The header of a column, in a sentence. */
export function columnWords(column: SortColumn): string {
  if (column === 'wrong') return 'What is wrong';
  return column === 'ats_candidate_id' ? 'Your ID' : fieldLabels[column];
}
