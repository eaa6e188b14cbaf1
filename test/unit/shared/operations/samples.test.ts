import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkRows } from '../../../../shared/operations/check-rows';
import type { InviteField, Person, PersonField } from '../../../../shared/operations/field';
import { proposeMapping } from '../../../../shared/operations/propose-mapping';
import { toPerson, toRawEmail } from '../../../../shared/operations/to-person';
import { bestSheet } from '../../../../shared/spreadsheets/best-sheet';
import { findTable } from '../../../../shared/spreadsheets/find-table';
import { openSpreadsheet } from '../../../../shared/spreadsheets/open-spreadsheet';
import type { Table } from '../../../../shared/spreadsheets/spreadsheet';

const folder = join(__dirname, '../../../fixtures/samples');

interface ExpectedProblem {
  rowNumber: number | null;
  field: PersonField | null;
  kind: string;
  suggestion?: string;
  of?: number;
  debatable?: boolean;
}
interface Expected {
  file: string;
  outcome: string;
  dataRows: number;
  columns: Partial<Record<InviteField, string | null>>;
  letters: Partial<Record<InviteField, string>>;
  rows: (Person & { rowNumber: number; accept?: Partial<Record<PersonField, (string | null)[]>> })[];
  alsoRows?: Expected['rows'];
  problems: ExpectedProblem[];
}

const samples = (JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as Expected[]).filter(
  ({ outcome }) => outcome !== 'explain',
);
const fields: readonly PersonField[] = ['email', 'firstname', 'lastname', 'cv_link', 'ats_candidate_id'];

async function readTable(file: string): Promise<Table> {
  const bytes = readFileSync(join(folder, file));
  const opened = await openSpreadsheet({ fileName: file, bytes: new Uint8Array(bytes) });
  const sheet = bestSheet(opened);
  if (sheet === null) throw new Error(`${file}: ${opened.notices.map(({ message }) => message).join(' ')}`);
  return findTable(sheet);
}

describe.each(samples)('$file', (sample) => {
  it('proposes the columns that a careful human sees', async () => {
    const table = await readTable(sample.file);
    const { mapping } = proposeMapping(table);
    const letters = Object.fromEntries(
      Object.entries(mapping.columns).map(([field, index]) => [
        field,
        table.columns.find(({ columnIndex }) => columnIndex === index)?.letter,
      ]),
    );
    expect(letters).toEqual(sample.letters);
  });

  it('reads the people as a careful human does', async () => {
    const table = await readTable(sample.file);
    const { mapping } = proposeMapping(table);
    expect(table.rows).toHaveLength(sample.dataRows);
    for (const expected of [...sample.rows, ...(sample.alsoRows ?? [])]) {
      const row = table.rows.find(({ rowNumber }) => rowNumber === expected.rowNumber);
      expect(row, `row ${expected.rowNumber}`).toBeDefined();
      if (row === undefined) continue;
      const person = toPerson(row, mapping);
      for (const field of fields)
        expect(
          [expected[field], ...(expected.accept?.[field] ?? [])],
          `row ${expected.rowNumber}, ${field}`,
        ).toContain(person[field]);
    }
  });

  it('finds every problem and raises no other', async () => {
    const table = await readTable(sample.file);
    const { mapping } = proposeMapping(table);
    const people = table.rows.map((row) => ({
      rowNumber: row.rowNumber,
      person: toPerson(row, mapping),
      rawEmail: toRawEmail(row, mapping),
      hidden: row.hidden,
    }));
    const found = checkRows({ people });
    const expected = sample.problems.filter(({ rowNumber }) => rowNumber !== null);
    const key = ({
      rowNumber,
      field,
      kind,
    }: {
      rowNumber: number | null;
      field: string | null;
      kind: string;
    }): string => `${rowNumber} ${field} ${kind}`;
    const allowed = new Set(expected.map(key));
    expect(found.map(key).filter((problem) => !allowed.has(problem))).toEqual([]);
    for (const problem of expected) {
      const match = found.find((other) => key(other) === key(problem));
      if (match === undefined) expect(problem.debatable, key(problem)).toBe(true);
      else {
        if (problem.suggestion !== undefined) expect(match.suggestion).toBe(problem.suggestion);
        if (problem.of !== undefined) expect(match.of).toBe(problem.of);
      }
    }
  });
});
