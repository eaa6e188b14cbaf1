// The people that the message preview goes through: those who would be sent, in an order that shows where a message looks odd.
import { whyNameLooksOdd } from '../../shared/messages/odd-name';
import type { BatchRow } from '../../shared/operations/batch';
import type { CheckedRows } from './checked-rows';
import type { SampleFilter, SamplePerson } from './session-types';

/** The people of one filter, found once and kept until the next check. */
export class SamplePeople {
  private found: { readonly filter: SampleFilter; readonly rows: readonly BatchRow[] } | null = null;

  /** The `index`-th (0-based); null where there is none. */
  at(checked: CheckedRows, filter: SampleFilter, index: number): SamplePerson | null {
    if (this.found?.filter !== filter) this.found = { filter, rows: samplePeople(checked, filter) };
    const { rows } = this.found;
    const row = rows[index];
    return row === undefined
      ? null
      : { rowNumber: row.rowNumber, person: row.person, index, total: rows.length };
  }

  forget(): void {
    this.found = null;
  }
}

/** Who would be sent, in the order of the filter. */
function samplePeople(checked: CheckedRows, filter: SampleFilter): BatchRow[] {
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
