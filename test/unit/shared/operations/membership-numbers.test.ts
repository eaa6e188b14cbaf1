// Numbers that a school or an employer has given tell the people of a list apart; the recruiter's own come before them.
import { describe, expect, it } from 'vitest';
import { proposeMapping } from '../../../../shared/operations/propose-mapping';
import { makeTable } from '../mappings/make-table';

const people = Array.from({ length: 6 }, (_, index) => ({
  name: `Ann Dale ${'abcdef'[index]}`,
  email: `p${index}@example.com`,
  school: String(21_120_301 + index * 4),
  own: String(88_001 + index * 7),
}));

function idColumn(headers: readonly string[], cellsOf: (person: (typeof people)[number]) => string[]) {
  const { mapping, columns } = proposeMapping(makeTable(headers, people.map(cellsOf)));
  const index = mapping.columns.ats_candidate_id;
  return {
    header: index === undefined ? null : headers[index],
    reason: columns.find(({ columnIndex }) => columnIndex === index)?.reason ?? null,
  };
}

describe('numbers of a school or an employer', () => {
  it.each([
    'MSSV',
    'Roll No',
    'Matrikelnummer',
    'Nr indeksu',
    'N° étudiant',
    'Öğrenci No',
    'RA',
    'Employee No',
  ])('%s is the ID where there is no other, and it is said whose it is', (header) => {
    expect(idColumn([header, 'Name', 'Email'], ({ school, name, email }) => [school, name, email])).toEqual({
      header,
      reason: `Header says ${header}; all 6 differ; a number of a school or an employer`,
    });
  });

  it.each(['Ref', 'Candidate ID', 'Mã UV', 'Bewerber-Nr.', 'ID'])('%s comes before it', (header) => {
    expect(
      idColumn(['Student ID', 'Name', 'Email', header], ({ school, name, email, own }) => [
        school,
        name,
        email,
        own,
      ]).header,
    ).toBe(header);
  });

  it.each(['PESEL', 'NIE', 'CCCD', 'Passport No', 'Codice fiscale', 'Aadhaar', 'National ID'])(
    '%s is none: a country knows its people by it',
    (header) => {
      expect(
        idColumn([header, 'Name', 'Email'], ({ own, name, email }) => [`X${own}67L`, name, email]).header,
      ).toBeNull();
    },
  );
});
