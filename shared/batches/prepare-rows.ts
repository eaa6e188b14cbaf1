// From a table and its mapping to the rows of a batch: the one path for the window's worker and the command line, so that they cannot differ.
// Never decides to send a row that has a blocking problem, and never drops a row: each comes out once, sent or skipped with a reason.
import type { BatchRow } from '../operations/batch';
import type { PersonToCheck } from '../operations/check-person';
import { checkRows } from '../operations/check-rows';
import type { Person } from '../operations/field';
import type { LinkOutcome } from '../operations/link-outcome';
import type { Mapping } from '../operations/mapping';
import type { RowProblem } from '../operations/problem';
import { toPerson, toRawEmail } from '../operations/to-person';
import type { SheetRow, Table } from '../spreadsheets/spreadsheet';
import type { AlreadyInvited } from './earlier-invites';
import { planRows } from './plan-rows';

/** What the recruiter has changed by hand, by row number. `null` empties a field. */
export type RowEdits = ReadonlyMap<number, Readonly<Partial<Person>>>;

export interface RowsToPrepare {
  readonly table: Table;
  readonly mapping: Mapping;
  /** The people of this table under this mapping, without edits, where they have been read before: reading is half of the work. */
  readonly people?: readonly PersonToCheck[];
  readonly edits?: RowEdits;
  /** Row numbers that the recruiter has left out. They are not checked, and no row counts as their double. */
  readonly leftOut?: ReadonlySet<number>;
  /** Row numbers of doubles and of people invited before that are to be sent all the same. */
  readonly takenIn?: ReadonlySet<number>;
  /** What earlier runs say of the people. */
  readonly alreadyInvited?: AlreadyInvited;
  /** What a look at CV links came to, by link. */
  readonly linkOutcomes?: ReadonlyMap<string, LinkOutcome>;
}

export interface PreparedRows {
  /** Every row of the table, in its order. Rows with `skip` null are the ones that would be sent. */
  readonly rows: readonly BatchRow[];
  /** Problems of the rows that were not left out by hand, in the order of the rows. */
  readonly problems: readonly RowProblem[];
  /** Rows that have a blocking problem. They stand in `rows` as skipped (`blocked`): whether a run may go on without them is the caller's question. */
  readonly blockedRowNumbers: readonly number[];
}

/** Reads the people out of the table, with the recruiter's edits put in. */
export function toPeople(table: Table, mapping: Mapping, edits: RowEdits = new Map()): PersonToCheck[] {
  return table.rows.map((row) => toPersonInRow(row, mapping, edits.get(row.rowNumber)));
}

function toPersonInRow(
  row: SheetRow,
  mapping: Mapping,
  edit: Readonly<Partial<Person>> | undefined,
): PersonToCheck {
  const read: PersonToCheck = {
    rowNumber: row.rowNumber,
    person: toPerson(row, mapping),
    rawEmail: toRawEmail(row, mapping),
    hidden: row.hidden,
  };
  return withEdit(read, edit);
}

function withEdit(read: PersonToCheck, edit: Readonly<Partial<Person>> | undefined): PersonToCheck {
  if (edit === undefined) return read;
  const rawEmail = edit.email === undefined ? read.rawEmail : edit.email;
  return { ...read, person: { ...read.person, ...edit }, rawEmail };
}

function withEdits(people: readonly PersonToCheck[], edits: RowEdits): readonly PersonToCheck[] {
  return edits.size === 0 ? people : people.map((read) => withEdit(read, edits.get(read.rowNumber)));
}

/** Maps, checks and plans every row of the table. Pure: the same input gives the same rows. */
export function prepareRows({
  table,
  mapping,
  people: readBefore,
  edits = new Map(),
  leftOut = new Set(),
  takenIn = new Set(),
  alreadyInvited,
  linkOutcomes,
}: RowsToPrepare): PreparedRows {
  const people = readBefore === undefined ? toPeople(table, mapping, edits) : withEdits(readBefore, edits);
  const checked = people.filter(({ rowNumber }) => !leftOut.has(rowNumber));
  const found = checkRows({
    people: checked,
    ...(alreadyInvited === undefined ? {} : { alreadyInvited }),
    ...(linkOutcomes === undefined ? {} : { linkOutcomes }),
  });
  const plan = planRows({
    rowNumbers: people.map(({ rowNumber }) => rowNumber),
    problems: found,
    leftOut,
    takenIn,
  });
  const rows = people.map(({ rowNumber, person }, index): BatchRow => {
    const cells = table.rows[index]?.cells ?? [];
    return {
      rowNumber,
      cells: table.columns.map(({ columnIndex }) => clip(cells[columnIndex] ?? '')),
      person: clipPerson(person),
      skip: plan.skips.get(rowNumber) ?? null,
      ...(takenIn.has(rowNumber) ? { takenIn: true } : {}),
    };
  });
  return { rows, problems: plan.problems, blockedRowNumbers: plan.blockedRowNumbers };
}

/** Excel's own limit for a cell; only a text file can hold more, and the reader has said so. */
const maxCellLength = 32_767;

function clip(text: string): string {
  return text.length <= maxCellLength ? text : text.slice(0, maxCellLength);
}

function clipPerson(person: Person): Person {
  const { email, firstname, lastname, cv_link, ats_candidate_id } = person;
  const clipped = (text: string | null) => (text === null ? null : clip(text));
  return {
    email: clipped(email),
    firstname: clipped(firstname),
    lastname: clipped(lastname),
    cv_link: clipped(cv_link),
    ats_candidate_id: clipped(ats_candidate_id),
  };
}
