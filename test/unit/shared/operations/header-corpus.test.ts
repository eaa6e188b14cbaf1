import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type InviteField, inviteFields } from '../../../../shared/operations/field';
import { proposeMapping } from '../../../../shared/operations/propose-mapping';
import { combinedSets, type HeaderSet, writtenSets } from '../../../helpers/header-corpus';

const folder = join(__dirname, '../../../fixtures/mapping');
const sets = [
  ...writtenSets(readFileSync(join(folder, 'header-sets.txt'), 'utf8')),
  ...combinedSets(readFileSync(join(folder, 'header-words-by-language.txt'), 'utf8'), 400),
];

function judge({ table, expected, headers, name }: HeaderSet) {
  const proposed = proposeMapping(table).mapping.columns;
  const show = (field: InviteField, index: number | undefined) =>
    `${name}: ${field} is ${index === undefined ? 'nothing' : `“${headers[index]}”`}`;
  const differing = inviteFields.filter((field) => proposed[field] !== expected[field]);
  return {
    missed: differing
      .filter((field) => proposed[field] === undefined)
      .map((field) => show(field, expected[field])),
    wrong: differing
      .filter((field) => proposed[field] !== undefined)
      .map((field) => show(field, proposed[field])),
  };
}

describe('headers of applicant systems, forms and lists by hand, in 25 languages', () => {
  const judged = sets.map((set) => ({ half: set.half, ...judge(set) }));

  it('is a corpus worth the name', () => {
    expect(sets.length).toBeGreaterThanOrEqual(500);
  });

  it('never proposes a column that is not the candidate’s: no referee, recruiter, job or school', () => {
    expect(judged.flatMap(({ wrong }) => wrong)).toEqual([]);
  });

  // Where a field is missed, the recruiter chooses it; the half that no rule was written for may miss a little more.
  it.each([
    ['open', 0.99],
    ['held', 0.97],
  ] as const)('finds every field in nearly all sets of the half that was %s', (half, least) => {
    const own = judged.filter((one) => one.half === half);
    const right = own.filter(({ missed }) => missed.length === 0);
    const missed = own.flatMap((one) => one.missed).join('\n');
    expect(right.length / own.length, missed).toBeGreaterThanOrEqual(least);
  });
});

describe.each([
  ['odd-header-sets.txt', 95],
  ['odd-header-sets-again.txt', 240],
])(
  'headers written by hand, in two languages, abbreviated, misspelt, with several columns of each kind: %s',
  (file, least) => {
    // With nobody below them, only a header that is known to the letter is believed.
    const judged = writtenSets(readFileSync(join(folder, file), 'utf8'))
      .filter(({ table }) => table.rows.length > 0)
      .map(judge);

    it('are read as a careful human reads them', () => {
      expect(judged.length).toBeGreaterThanOrEqual(least);
      expect(judged.flatMap(({ wrong, missed }) => [...wrong, ...missed])).toEqual([]);
    });
  },
);
