import { describe, expect, it } from 'vitest';
import type { Person } from '../../../../shared/operations/field';
import type { Mapping } from '../../../../shared/operations/mapping';
import { toPerson, toRawEmail } from '../../../../shared/operations/to-person';

const mapping: Mapping = {
  columns: { email: 0, firstname: 1, lastname: 2, cv_link: 3, ats_candidate_id: 4 },
  nameOrder: 'decide',
};

function read(cells: string[], links: [number, string][] = []): Person {
  return toPerson({ rowNumber: 2, cells, hidden: false, links: new Map(links) }, mapping);
}

describe('toPerson', () => {
  it('trims, composes and recases nothing', () => {
    expect(read([' Anna@Example.COM ', '\u00a0Zoe\u0308\u200b', 'MÜLLER', '', '00417'])).toEqual({
      email: 'Anna@Example.COM',
      firstname: 'Zoë',
      lastname: 'MÜLLER',
      cv_link: null,
      ats_candidate_id: '00417',
    });
  });

  it('keeps words that programs take for nothing', () => {
    expect(read(['a@example.com', 'Null', 'TRUE', '', 'NaN'])).toMatchObject({
      firstname: 'Null',
      lastname: 'TRUE',
      ats_candidate_id: 'NaN',
    });
  });

  it('has null for columns that are not mapped and cells that are missing', () => {
    const person = toPerson(
      { rowNumber: 2, cells: ['a@example.com'], hidden: false },
      { columns: { email: 0, cv_link: 7 }, nameOrder: 'decide' },
    );
    expect(person).toEqual({
      email: 'a@example.com',
      firstname: null,
      lastname: null,
      cv_link: null,
      ats_candidate_id: null,
    });
  });

  it.each([
    ['Jan van der Berg <jan@example.org>', 'jan@example.org'],
    ['"Yıldırım, Şule" <sule@example.com>', 'sule@example.com'],
    ['mailto:jan@example.org?subject=Hi', 'jan@example.org'],
    ['jan@example.org; anna@example.net', 'jan@example.org'],
    ['jan@example.org / anna@example.net', 'jan@example.org'],
    ['jan@example.org\nanna@example.net', 'jan@example.org'],
    ['jan@example.org oder anna@example.net', 'jan@example.org'],
    ['Jan <jan@example.org>, Anna <anna@example.net>', 'jan@example.org'],
    ['jan@example.org;', 'jan@example.org'],
    ['=HYPERLINK("mailto:jan@example.org";"Jan")', 'jan@example.org'],
  ])('takes the address out of %s', (text, expected) => expect(read([text]).email).toBe(expected));

  it.each([
    'declan farrow@example.com',
    'tom.arkwright@example.com.',
    'priya@example',
    'tom(at)example.com',
    'n/a',
    'ask her',
  ])('leaves %s as it is written', (text) => {
    expect(read([text]).email).toBe(text);
  });

  it('gives the address behind a linked word, but believes an address that is shown', () => {
    expect(
      read(
        ['Email me', '', '', 'CV'],
        [
          [0, 'mailto:jan@example.org'],
          [3, 'https://cv.example.com/1.pdf'],
        ],
      ),
    ).toMatchObject({ email: 'jan@example.org', cv_link: 'https://cv.example.com/1.pdf' });
    expect(
      read(
        ['jan@example.org', '', '', 'https://cv.example.com/new.pdf'],
        [
          [0, 'mailto:old@example.org'],
          [3, 'https://cv.example.com/old.pdf'],
        ],
      ),
    ).toMatchObject({
      email: 'jan@example.org',
      cv_link: 'https://cv.example.com/new.pdf',
    });
  });

  it('does not take a mail address or a place in the workbook for a CV', () => {
    expect(read(['', '', '', 'CV'], [[3, 'mailto:jan@example.org']]).cv_link).toBe('CV');
    expect(read(['', '', '', 'CV'], [[3, '#Sheet2!A1']]).cv_link).toBe('CV');
  });

  it('reads what Excel shows of ="00417" and takes the guard off a formula-like text', () => {
    expect(
      read(['', "'=1+1", '', '=HYPERLINK("https://cv.example.com/1.pdf";"CV")', '="00417"']),
    ).toMatchObject({
      firstname: '=1+1',
      cv_link: 'https://cv.example.com/1.pdf',
      ats_candidate_id: '00417',
    });
  });

  it('splits a whole name in the order of the mapping', () => {
    const row = { rowNumber: 2, cells: ['Smith Anna'], hidden: false };
    expect(toPerson(row, { columns: { fullname: 0 }, nameOrder: 'decide' })).toMatchObject({
      firstname: 'Smith',
      lastname: 'Anna',
    });
    expect(toPerson(row, { columns: { fullname: 0 }, nameOrder: 'first-word-is-family' })).toMatchObject({
      firstname: 'Anna',
      lastname: 'Smith',
    });
  });

  it('takes no time over a cell that is no address', () => {
    const startedAtMs = performance.now();
    for (const text of [
      '<@'.repeat(16_000),
      'a@'.repeat(16_000),
      `${'a.'.repeat(16_000)}@`,
      '"'.repeat(32_000),
    ])
      read([text, text, text, text, text]);
    expect(performance.now() - startedAtMs).toBeLessThan(1000);
  });
});

describe('toRawEmail', () => {
  it('is the cell’s own text', () => {
    expect(
      toRawEmail({ rowNumber: 2, cells: [' a@example.com; b@example.com '], hidden: false }, mapping),
    ).toBe('a@example.com; b@example.com');
    expect(toRawEmail({ rowNumber: 2, cells: [''], hidden: false }, mapping)).toBeNull();
  });
});
