// A rectangle of cells of the grid, as the window names it: by the places of rows in the list that is shown.
import type { PersonField } from '../../shared/operations/field';
import type { CheckSummary } from './session-types';

export interface CellSpan {
  /** 0-based places in the list, `fromRow` up to, not including, `toRow`. */
  readonly fromRow: number;
  readonly toRow: number;
  /** The fields that are chosen, in the grid's order. */
  readonly fields: readonly PersonField[];
}

/** What could be done to the rows of a span. */
export interface SpanFacts {
  readonly rowCount: number;
  /** Rows that are not left out. */
  readonly canLeaveOut: number;
  /** Rows that are left out and could be taken in again. */
  readonly canTakeIn: number;
  /** Cells that one click can mend without asking. */
  readonly fixable: number;
}

/** Something done to rows: the new counts, and what to say about it. */
export interface RowsDone {
  readonly summary: CheckSummary;
  readonly sentence: string;
}
