// The rows that the grid shows at the moment: those of the filters in which the searched text is found, in the order asked for.
// A row that is mended stays in the view until the filter is chosen anew: rows never slide away under the hand.
import type { BatchRow } from '../../shared/operations/batch';
import type { Person, PersonField } from '../../shared/operations/field';
import { toSearchText } from '../../shared/operations/search-text';
import type { CheckedRows } from './checked-rows';
import { type ColumnFilter, type RowArrangement, sheetOrder } from './row-arrangement';
import type { RowFilter } from './session-types';
import { sortRows } from './sort-rows';

/** The row numbers of the filter and search, sorted. `invitedBefore` holds row numbers. */
export function findRowNumbers(
  checked: CheckedRows,
  filter: RowFilter,
  search: string,
  invitedBefore: ReadonlySet<number>,
  { sort, columns }: RowArrangement = sheetOrder,
): number[] {
  const wanted = toSearchText(search.trim());
  const isWanted = toColumnTest(columns);
  const found = checked.rows.filter(
    (row) =>
      isInFilter(checked, row, filter, invitedBefore) &&
      isWanted(row.person) &&
      (wanted === '' || holdsText(row, wanted)),
  );
  const sorted = sort === null ? found : sortRows(checked, found, sort);
  return sorted.map(({ rowNumber }) => rowNumber);
}

function toColumnTest(columns: RowArrangement['columns']): (person: Person) => boolean {
  const tests = (Object.entries(columns) as [PersonField, ColumnFilter][]).map(([field, filter]) => {
    if (filter.kind === 'empty') return (person: Person) => person[field] === null;
    if (filter.kind === 'filled') return (person: Person) => person[field] !== null;
    const wanted = toSearchText(filter.text.trim());
    return (person: Person) => toSearchText(person[field] ?? '').includes(wanted);
  });
  return (person) => tests.every((test) => test(person));
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
      // Who is left out for it stands under what is left out.
      return invitedBefore.has(row.rowNumber) && checked.statusOf(row) !== 'left-out';
  }
}

/** A row number is found by its digits, everything else by any part of the text. */
function holdsText(row: BatchRow, wanted: string): boolean {
  if (String(row.rowNumber) === wanted) return true;
  const { email, firstname, lastname, cv_link, ats_candidate_id } = row.person;
  return toSearchText(
    `${firstname ?? ''} ${lastname ?? ''}\n${email ?? ''}\n${cv_link ?? ''}\n${ats_candidate_id ?? ''}`,
  ).includes(wanted);
}
