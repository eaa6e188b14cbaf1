import { describe, expect, it } from 'vitest';
import { checkRows } from '../../../../shared/operations/check-rows';
import type { Person } from '../../../../shared/operations/field';
import { fixAllAlike, fixesFor } from '../../../../shared/operations/fixes-for';

const person: Person = {
  email: 'anna@example.com',
  firstname: 'Anna',
  lastname: 'Rossi',
  cv_link: null,
  ats_candidate_id: null,
};

function fixesOf(change: Partial<Person>): ReturnType<typeof fixesFor> {
  const changed = { ...person, ...change };
  const [problem] = checkRows({
    people: [{ rowNumber: 2, person: changed, rawEmail: changed.email, hidden: false }],
  });
  if (problem === undefined) throw new Error('No problem to fix');
  return fixesFor(problem, changed);
}

describe('fixesFor', () => {
  it('offers the suggestion first', () => {
    expect(fixesOf({ email: 'lena@gmial.com' })).toEqual([
      { label: 'Use lena@gmail.com', field: 'email', value: 'lena@gmail.com' },
    ]);
    expect(fixesOf({ cv_link: 'http://cv.example.com/1' })[0]).toMatchObject({
      field: 'cv_link',
      value: 'https://cv.example.com/1',
    });
  });

  it('offers to empty what is of no use, but not the last way to reach somebody', () => {
    expect(fixesOf({ cv_link: 'see attached' })).toEqual([
      { label: 'Leave it empty', field: 'cv_link', value: null },
    ]);
    expect(fixesOf({ ats_candidate_id: '1.2E+15' })).toEqual([
      { label: 'Leave it empty', field: 'ats_candidate_id', value: null },
    ]);
    const alone = { ...person, email: null, cv_link: 'see attached' };
    const problem = checkRows({
      people: [{ rowNumber: 2, person: alone, rawEmail: null, hidden: false }],
    }).find(({ kind }) => kind === 'cv-link-invalid');
    expect(problem && fixesFor(problem, alone)).toEqual([]);
  });

  it('offers nothing where only the recruiter knows', () => {
    expect(fixesOf({ email: 'priya@example' })).toEqual([]);
    expect(fixesOf({ email: null })).toEqual([]);
  });
});

describe('fixAllAlike', () => {
  it('gives every suggestion of one kind and touches nothing else', () => {
    const people = ['a@gmial.com', 'b@gmail.con', 'c@example', 'd@example.com'].map((email, index) => ({
      rowNumber: index + 2,
      person: { ...person, email },
      rawEmail: email,
      hidden: false,
    }));
    expect(
      fixAllAlike(checkRows({ people }), 'email-typo').map(({ rowNumber, value }) => [rowNumber, value]),
    ).toEqual([
      [2, 'a@gmail.com'],
      [3, 'b@gmail.com'],
    ]);
  });
});
