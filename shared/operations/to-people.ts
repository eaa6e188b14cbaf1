// Reads the people out of a table's rows, each text once. Never checks and never mends.
import type { Table } from '../spreadsheets/spreadsheet';
import type { PersonToCheck } from './check-person';
import type { Mapping } from './mapping';
import type { CountedRow } from './people-counts';
import { fullNameIn, toPerson, toRawEmail } from './to-person';

/** Counts a row, named by its index, while its texts are at hand: finding them in the memory again takes longer than counting. */
export type CountRow = (index: number, row: CountedRow) => void;

/** The people of a table, in its order. */
export function toPeople(table: Table, mapping: Mapping, count?: CountRow): PersonToCheck[] {
  const people: PersonToCheck[] = [];
  addPeople(people, table.rows.length, table, mapping, count);
  return people;
}

/** Goes on with `people`, which are those of the table's first rows, up to `toCount` of them. */
export function addPeople(
  people: PersonToCheck[],
  toCount: number,
  { rows }: Table,
  mapping: Mapping,
  count?: CountRow,
): void {
  for (let index = people.length; index < toCount; index++) {
    const row = rows[index];
    if (row === undefined) return;
    const rawEmail = toRawEmail(row, mapping);
    const fullname = fullNameIn(row, mapping);
    const person = toPerson(row, mapping, rawEmail, fullname);
    count?.(index, { person, rawEmail, fullname });
    people.push({ rowNumber: row.rowNumber, person, rawEmail, hidden: row.hidden });
  }
}
