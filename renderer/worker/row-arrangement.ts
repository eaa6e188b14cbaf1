// How the rows of the grid are sorted, and which of their columns are filtered. It changes what is seen, never what is sent.
import type { PersonField } from '../../shared/operations/field';

/** `wrong` sorts by what a problem means for sending. */
export type SortColumn = PersonField | 'wrong';

export interface RowSort {
  readonly column: SortColumn;
  readonly direction: 'ascending' | 'descending';
}

export type ColumnFilter =
  | { readonly kind: 'contains'; readonly text: string }
  | { readonly kind: 'empty' }
  | { readonly kind: 'filled' };

export interface RowArrangement {
  /** Null: as in the sheet. */
  readonly sort: RowSort | null;
  readonly columns: Readonly<Partial<Record<PersonField, ColumnFilter>>>;
}

/** Every row, as in the sheet. */
export const sheetOrder: RowArrangement = { sort: null, columns: {} };
