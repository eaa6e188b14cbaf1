// Names for candidate ids out of a recruiter's sheet: two columns or more. Pure; it never guesses whose an id is.
import { assignColumn } from '../operations/change-mapping';
import { proposeMapping } from '../operations/propose-mapping';
import { toPeople } from '../operations/to-people';
import { headerText } from '../spreadsheets/header-text';
import type { Table } from '../spreadsheets/spreadsheet';

/** A person as `people:add-names` takes them. */
export interface NamedPerson {
  readonly candidateId: string;
  readonly firstname: string | null;
  readonly lastname: string | null;
  readonly email: string | null;
  readonly atsCandidateId: string | null;
}

/** Flowmingo's ids are UUIDs (API guide, 4). */
const idForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** A column holds ids where at least half of its cells that say something are ids. */
const leastShare = 0.5;
/** Ids of other things, as exports call them. */
const otherThings = /\b(application|project|stage|job|set|submission|invitation)s?\b/;
/** The contract's own limit for a name. */
const longestText = 1000;

/** The column of Flowmingo's candidate ids; null where no column holds any. */
export function findCandidateIdColumn({ columns, rows }: Table): number | null {
  const held = columns.filter(({ columnIndex }) => {
    const cells = rows.map(({ cells: all }) => (all[columnIndex] ?? '').trim()).filter((cell) => cell !== '');
    const ids = cells.filter((cell) => idForm.test(cell)).length;
    return ids > 0 && ids >= cells.length * leastShare;
  });
  const ofPeople = held.filter(({ header }) => !otherThings.test(headerText(header)));
  return (
    ofPeople.find(({ header }) => headerText(header).includes('candidate'))?.columnIndex ??
    ofPeople[0]?.columnIndex ??
    null
  );
}

/** The people with an id and something to call them by, in the sheet's order; null where there is no column of ids. */
export function toNamedPeople(table: Table): readonly NamedPerson[] | null {
  const idColumn = findCandidateIdColumn(table);
  if (idColumn === null) return null;
  const mapping = assignColumn(proposeMapping(table).mapping, idColumn, null);
  const people = toPeople(table, mapping);
  return table.rows.flatMap(({ cells }, index) => {
    const candidateId = (cells[idColumn] ?? '').trim();
    const person = people[index]?.person;
    if (!idForm.test(candidateId) || person === undefined) return [];
    const { firstname, lastname, email, ats_candidate_id } = person;
    if (firstname === null && lastname === null && email === null) return [];
    return {
      candidateId,
      firstname: cut(firstname),
      lastname: cut(lastname),
      email: cut(email),
      atsCandidateId: cut(ats_candidate_id),
    };
  });
}

function cut(text: string | null): string | null {
  return text === null ? null : text.slice(0, longestText);
}
