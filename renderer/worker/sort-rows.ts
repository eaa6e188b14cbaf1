// Puts rows into an order that a reader of the recruiter's language expects. Never changes which rows there are.
import type { BatchRow } from '../../shared/operations/batch';
import { toSearchText } from '../../shared/operations/search-text';
import type { CheckedRows } from './checked-rows';
import type { RowSort } from './row-arrangement';
import type { RowStatus } from './session-types';

/** '0', so that a number's count of digits sorts where numbers do. */
const firstDigit = 48;

/** What needs somebody comes first. */
const statusRanks: Readonly<Record<RowStatus, number>> = {
  'needs-you': 0,
  'worth-a-look': 1,
  'left-out': 2,
  fine: 3,
};

/** The rows sorted: letters as the language has them, numbers by their value, empty ones last either way, equal ones as in the sheet. */
export function sortRows(checked: CheckedRows, rows: readonly BatchRow[], sort: RowSort): BatchRow[] {
  const { column } = sort;
  const sign = sort.direction === 'ascending' ? 1 : -1;
  if (column === 'wrong') {
    const rankOf = (row: BatchRow) => statusRanks[checked.statusOf(row)];
    return [...rows].sort((one, other) => sign * (rankOf(one) - rankOf(other)));
  }
  const { compare } = new Intl.Collator(undefined, { numeric: true });
  const filled: { readonly text: string; readonly nearly: string; readonly row: BatchRow }[] = [];
  const empty: BatchRow[] = [];
  for (const row of rows) {
    const text = row.person[column];
    if (text === null) empty.push(row);
    else filled.push({ text, nearly: nearlyOrdered(text), row });
  }
  // A collator takes half of a second for 100,000 texts in any order, and a third of it for texts that are nearly in order.
  filled.sort((one, other) => sign * (one.nearly < other.nearly ? -1 : one.nearly > other.nearly ? 1 : 0));
  filled.sort((one, other) => sign * compare(one.text, other.text));
  return [...filled.map(({ row }) => row), ...empty];
}

/** A text whose plain order is nearly the collator's: without case and accents, and each number with its count of digits before it. */
function nearlyOrdered(text: string): string {
  return toSearchText(text).replace(/\d+/g, (digits) => {
    const value = digits.replace(/^0+/, '');
    return `${String.fromCharCode(firstDigit + Math.min(value.length, 9))}${value}`;
  });
}
