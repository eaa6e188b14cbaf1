// Which column goes to which field, and how whole names are split. Never two columns for one field.
import type { InviteField } from './field';
import type { PeopleCounts } from './people-counts';

/** How a whole name is split into first and last name. `decide` looks at each name (commas, Vietnamese family names, particles, titles). */
export type NameOrder = 'decide' | 'last-word-is-family' | 'first-word-is-family';

export interface Mapping {
  /** Field → column index. A field without a column is absent. `fullname` excludes `firstname` and `lastname`. */
  readonly columns: Readonly<Partial<Record<InviteField, number>>>;
  readonly nameOrder: NameOrder;
}

/** A proposal for one column, with its reason in words ("Header says E-Mail; 312 of 318 values are addresses"). */
export interface ColumnProposal {
  readonly columnIndex: number;
  readonly field: InviteField | null;
  readonly reason: string;
}

export interface MappingProposal {
  readonly mapping: Mapping;
  /** Every row is counted for the reasons when they are first asked for. */
  readonly columns: readonly ColumnProposal[];
  /** The same, of counts that were made while the people of this mapping were read; null leaves the numbers out. */
  readonly columnsFrom: (counts: PeopleCounts | null) => readonly ColumnProposal[];
}
