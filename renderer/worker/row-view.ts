// The rows that the grid shows at the moment: those of a filter in which the searched text is found.
// A row that is mended stays in the view until the filter is chosen anew: rows never slide away under the hand.
import type { BatchRow } from '../../shared/operations/batch';
import type { CheckedRows } from './checked-rows';
import { searchText } from './search-text';
import type { RowFilter } from './session-types';

/** The row numbers of the filter and search, in the sheet's order. `invitedBefore` holds row numbers. */
export function findRowNumbers(
  checked: CheckedRows,
  filter: RowFilter,
  search: string,
  invitedBefore: ReadonlySet<number>,
): number[] {
  const wanted = searchText(search.trim());
  const found: number[] = [];
  for (const row of checked.rows) {
    if (isInFilter(checked, row, filter, invitedBefore) && (wanted === '' || holdsText(row, wanted)))
      found.push(row.rowNumber);
  }
  return found;
}

function isInFilter(
  checked: CheckedRows,
  row: BatchRow,
  filter: RowFilter,
  invitedBefore: ReadonlySet<number>,
): boolean {
  switch (filter.kind) {
    case 'all':
      return true;
    case 'status':
      return checked.statusOf(row) === filter.status;
    case 'problem':
      return (
        checked.statusOf(row) === filter.status &&
        checked
          .problemsOf(row.rowNumber)
          .some(
            (problem) =>
              problem.kind === filter.problem && (filter.status !== 'needs-you' || problem.blocking),
          )
      );
    case 'left-out':
      return checked.leftOutWhy(row) === filter.why;
    case 'invited-before':
      return invitedBefore.has(row.rowNumber);
  }
}

/** A row number is found by its digits, everything else by any part of the text. */
function holdsText(row: BatchRow, wanted: string): boolean {
  if (String(row.rowNumber) === wanted) return true;
  const { email, firstname, lastname, cv_link, ats_candidate_id } = row.person;
  return searchText(
    `${firstname ?? ''} ${lastname ?? ''}\n${email ?? ''}\n${cv_link ?? ''}\n${ats_candidate_id ?? ''}`,
  ).includes(wanted);
}
