// The people that the message preview goes through: those who would be sent, in an order that shows where a message looks odd.
import { whyNameLooksOdd } from '../../shared/messages/odd-name';
import type { BatchRow } from '../../shared/operations/batch';
import type { CheckedRows } from './checked-rows';
import type { SampleFilter } from './session-types';

/** Who would be sent, in the order of the filter. */
export function samplePeople(checked: CheckedRows, filter: SampleFilter): BatchRow[] {
  const sent = checked.rows.filter((row) => row.skip === null);
  switch (filter) {
    case 'all':
      return sent;
    case 'looks-odd':
      return sent.filter((row) => whyNameLooksOdd(row.person.firstname) !== null);
    case 'no-first-name':
      return sent.filter((row) => row.person.firstname === null);
    case 'longest-name':
      return sent.sort((a, b) => nameLength(b) - nameLength(a));
    case 'shortest-name':
      return sent.filter((row) => nameLength(row) > 0).sort((a, b) => nameLength(a) - nameLength(b));
  }
}

function nameLength({ person }: BatchRow): number {
  return (person.firstname ?? '').length + (person.lastname ?? '').length;
}
