import { describe, expect, it } from 'vitest';
import { checkRows } from '../../../../shared/operations/check-rows';

function nameProblems(firstname: string | null, lastname: string | null) {
  const person = { email: 'p@example.com', firstname, lastname, cv_link: null, ats_candidate_id: null };
  return checkRows({ people: [{ rowNumber: 2, person, rawEmail: person.email, hidden: false }] })
    .filter(({ kind }) => kind === 'name-case')
    .map(({ field, suggestion, blocking }) => [field, suggestion, blocking]);
}

describe('names in capitals or small letters only', () => {
  it.each([
    [
      'ANNA',
      'ROSSI',
      [
        ['firstname', 'Anna', false],
        ['lastname', 'Rossi', false],
      ],
    ],
    [
      'anna',
      'rossi',
      [
        ['firstname', 'Anna', false],
        ['lastname', 'Rossi', false],
      ],
    ],
    [
      'IŞIL',
      'YILDIZ',
      [
        ['firstname', 'Işıl', false],
        ['lastname', 'Yıldız', false],
      ],
    ],
    [
      'ILGAZ',
      'ŞİMŞEK',
      [
        ['firstname', 'Ilgaz', false],
        ['lastname', 'Şimşek', false],
      ],
    ],
    [
      'EMINE',
      'YILMAZ',
      [
        ['firstname', 'Emine', false],
        ['lastname', 'Yılmaz', false],
      ],
    ],
    [
      'ismail',
      'yılmaz',
      [
        ['firstname', 'İsmail', false],
        ['lastname', 'Yılmaz', false],
      ],
    ],
    ['MARIA', null, [['firstname', 'Maria', false]]],
    [
      'JAN',
      'VAN DER BERG',
      [
        ['firstname', 'Jan', false],
        ['lastname', 'van der Berg', false],
      ],
    ],
    ['TJ', "O'BRIEN", [['lastname', "O'Brien", false]]],
    [
      'АННА',
      'ИВАНОВА',
      [
        ['firstname', 'Анна', false],
        ['lastname', 'Иванова', false],
      ],
    ],
  ])('%s %s is offered as names are written', (first, last, expected) =>
    expect(nameProblems(first, last)).toEqual(expected),
  );

  it.each([
    ['Anna', 'Rossi'],
    ['İpek', 'GÜNDOĞDU'],
    ['TRUE', 'Castellanos'],
    ['小明', '王'],
    ['JD', null],
    ['+1 202-555-0143', '@mira_k'],
    ['X Æ 12', 'MUSK2'],
    [null, null],
  ])('%s %s stays as it is', (first, last) => expect(nameProblems(first, last)).toEqual([]));
});
