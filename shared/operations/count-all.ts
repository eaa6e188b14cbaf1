// Counts one chosen column over every row of a large sheet: only what its reason says. Never decides what a column is: column-values.ts does.
import type { SheetRow } from '../spreadsheets/spreadsheet';
import { cellText } from './cell-text';
import { emailIn, linkIn } from './column-values';
import { isEverydayAddress } from './everyday-address';
import { isEverydayLink } from './everyday-link';
import type { InviteField } from './field';
import { SameValues } from './same-values';

/** What the reasons of chosen columns say. Counts that a field has no use for are 0. */
export interface ReasonCounts {
  readonly rowCount: number;
  readonly filledCount: number;
  readonly distinctCount: number;
  readonly emailCount: number;
  readonly linkCount: number;
  readonly httpsCount: number;
  readonly severalWordsCount: number;
}

/**
 * The counts of the columns that go to a field, by column index. All in one pass: finding a row in the memory takes longer than
 * counting in it.
 */
export function countAll(
  rows: readonly SheetRow[],
  fieldOf: ReadonlyMap<number, InviteField>,
): ReadonlyMap<number, ReasonCounts> {
  const counts = [...fieldOf].map(([columnIndex, field]) => new ColumnCount(rows.length, columnIndex, field));
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index];
    if (row !== undefined) for (const count of counts) count.add(row, index);
  }
  return new Map(counts.map((count) => [count.columnIndex, count]));
}

class ColumnCount implements ReasonCounts {
  filledCount = 0;
  distinctCount = 0;
  emailCount = 0;
  linkCount = 0;
  httpsCount = 0;
  severalWordsCount = 0;
  private readonly ids: SameValues;

  constructor(
    readonly rowCount: number,
    readonly columnIndex: number,
    private readonly field: InviteField,
  ) {
    this.ids = new SameValues(field === 'ats_candidate_id' ? rowCount : 0);
  }

  add(row: SheetRow, index: number): void {
    const text = cellText(row.cells[this.columnIndex]);
    if (text === null) return;
    this.filledCount++;
    if (this.field === 'email') {
      if (isEverydayAddress(text) || emailIn(row, this.columnIndex) !== null) this.emailCount++;
    } else if (this.field === 'cv_link') {
      const link = isEverydayLink(text) ? text : linkIn(row, this.columnIndex);
      if (link !== null) this.linkCount++;
      if (link?.startsWith('https:')) this.httpsCount++;
    } else if (this.field === 'ats_candidate_id') {
      this.ids.set(index, text);
      if (this.ids.firstWith(index) === index) this.distinctCount++;
    } else if (this.field === 'fullname' && text.includes(' ')) this.severalWordsCount++;
  }
}
