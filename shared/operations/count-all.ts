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

/** The counts for a column that goes to this field. */
export function countAll(rows: readonly SheetRow[], columnIndex: number, field: InviteField): ReasonCounts {
  const counts = {
    rowCount: rows.length,
    filledCount: 0,
    distinctCount: 0,
    emailCount: 0,
    linkCount: 0,
    httpsCount: 0,
    severalWordsCount: 0,
  };
  const ids = new SameValues(field === 'ats_candidate_id' ? rows.length : 0);
  for (const [index, row] of rows.entries()) {
    const text = cellText(row.cells[columnIndex]);
    if (text === null) continue;
    counts.filledCount++;
    if (field === 'email') {
      if (isEverydayAddress(text) || emailIn(row, columnIndex) !== null) counts.emailCount++;
    } else if (field === 'cv_link') {
      const link = isEverydayLink(text) ? text : linkIn(row, columnIndex);
      if (link !== null) counts.linkCount++;
      if (link?.startsWith('https:')) counts.httpsCount++;
    } else if (field === 'ats_candidate_id') {
      ids.set(index, text);
      if (ids.firstWith(index) === index) counts.distinctCount++;
    } else if (field === 'fullname' && text.includes(' ')) counts.severalWordsCount++;
  }
  return counts;
}
