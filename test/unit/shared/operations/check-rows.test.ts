import { describe, expect, it } from 'vitest';
import { EarlierInvites, toAlreadyInvited } from '../../../../shared/batches/earlier-invites';
import type { PersonToCheck } from '../../../../shared/operations/check-person';
import { checkRows } from '../../../../shared/operations/check-rows';
import { toEmail } from '../../../../shared/operations/email-address';
import type { Person } from '../../../../shared/operations/field';
import { problemCatalogue, type RowProblem } from '../../../../shared/operations/problem';
import { makeEarlierInvite } from '../../../helpers/make-earlier-invite';

const anna: Person = {
  email: 'anna@example.com',
  firstname: 'Anna',
  lastname: 'Rossi',
  cv_link: 'https://cv.example.com/anna.pdf',
  ats_candidate_id: 'C-1',
};

function makeRow(
  rowNumber: number,
  person: Partial<Person>,
  more: Partial<PersonToCheck> = {},
): PersonToCheck {
  const whole = {
    ...anna,
    email: `person${rowNumber}@example.com`,
    ats_candidate_id: `C-${rowNumber}`,
    ...person,
  };
  return { rowNumber, person: whole, rawEmail: whole.email, hidden: false, ...more };
}

/** The problems of one row among two that are fine. */
function problemsOf(person: Partial<Person>, more: Partial<PersonToCheck> = {}): RowProblem[] {
  return checkRows({ people: [makeRow(2, {}), makeRow(3, {}), makeRow(4, person, more)] });
}

const kinds = (problems: readonly RowProblem[]): string[] =>
  problems.map(({ field, kind }) => `${field ?? 'row'}: ${kind}`);

describe('checkRows', () => {
  it('says nothing about rows that are fine', () => {
    expect(problemsOf({})).toEqual([]);
    expect(
      problemsOf({
        email: "conor.o'brien+jobs@mail.example.co.uk",
        firstname: 'NaN',
        lastname: 'Null',
        cv_link: null,
        ats_candidate_id: null,
      }),
    ).toEqual([]);
    expect(problemsOf({ firstname: 'X Æ', lastname: 'ʻOkina-Smith', ats_candidate_id: '12E34' })).toEqual([]);
  });

  it('marks as blocking exactly what needs the recruiter', () => {
    const people = [
      makeRow(2, { email: null }),
      makeRow(3, { email: null, cv_link: null }),
      makeRow(4, { email: 'x' }),
      makeRow(5, { cv_link: 'http://cv.example.com/1' }),
      makeRow(6, { firstname: '=1' }),
      makeRow(7, {}, { hidden: true }),
    ];
    const problems = checkRows({ people });
    expect(problems).toHaveLength(6);
    for (const { kind, blocking } of problems)
      expect(blocking).toBe(problemCatalogue[kind].weight === 'needs-you');
  });

  it('says one thing about a row without any contact', () => {
    expect(kinds(problemsOf({ email: null, cv_link: null }))).toEqual(['row: no-contact']);
    expect(kinds(problemsOf({ email: null }))).toEqual(['email: email-missing']);
  });

  describe('addresses', () => {
    it.each([
      ['tom(at)example.com', 'tom@example.com'],
      ['tom [at] example [dot] com', 'tom@example.com'],
      ['tom @ example.com', 'tom@example.com'],
      ['tom@example,com', 'tom@example.com'],
      ['tom@example.com.', 'tom@example.com'],
      ['tom@example..com', 'tom@example.com'],
      ['tom@@example.com', 'tom@example.com'],
      ['.tom@example.com', 'tom@example.com'],
      ['tom.@example.com', 'tom@example.com'],
      ['ｔｏｍ＠ｅｘａｍｐｌｅ.com', 'tom@example.com'],
      ['to\u200bm@example.com', 'tom@example.com'],
      ['tom@gmail', 'tom@gmail.com'],
      ['tom@gmailcom', 'tom@gmail.com'],
      ['tom@gmial', 'tom@gmail.com'],
      ['tom at example dot com', 'tom@example.com'],
      ["'tom@example.com'", 'tom@example.com'],
      ["'tom@example.com", 'tom@example.com'],
      ['tom@example.com; n/a', 'tom@example.com'],
      ['tom@example.com (private)', 'tom@example.com'],
      ['tom @gmial.con', 'tom@gmail.com'],
      ['E-mail: tom@example.com', 'tom@example.com'],
    ])('%s is not complete, and %s was meant', (email, suggestion) => {
      const problems = problemsOf({ email });
      expect(kinds(problems)).toEqual(['email: email-invalid']);
      expect(problems[0]?.suggestion).toBe(suggestion);
    });

    it.each([
      'declan farrow@example.com',
      'priya@example',
      'tom',
      'tom@',
      '@example.com',
      'tom@example.c',
      'tom@1.2.3.4',
      'tom@-example.com',
      'tom@exam_ple.com',
      'n/a',
      '-',
      `${'a'.repeat(65)}@example.com`,
      `tom@${'a'.repeat(64)}.com`,
      `tom@${'abcdefgh.'.repeat(40)}com`,
    ])('%s is not complete, and nobody knows what was meant', (email) => {
      const problems = problemsOf({ email });
      expect(kinds(problems)).toEqual(['email: email-invalid']);
      expect(problems[0]?.suggestion).toBeUndefined();
    });

    it('offers what other rows end in where nothing stands after the @', () => {
      const people = [2, 3, 4, 5, 6]
        .map((rowNumber) => makeRow(rowNumber, {}))
        .concat(makeRow(7, { email: 'thao.my@' }));
      expect(checkRows({ people })).toMatchObject([
        {
          rowNumber: 7,
          kind: 'email-invalid',
          suggestion: 'thao.my@example.com',
          message:
            'This address has nothing after the @, so it cannot get email. Other rows end in example.com.',
        },
      ]);
    });

    it('finds slips, by providers and by what the sheet itself uses', () => {
      expect(problemsOf({ email: 'lena@gmial.com' })).toMatchObject([
        { kind: 'email-typo', suggestion: 'lena@gmail.com', blocking: false },
      ]);
      const colleagues = Array.from({ length: 20 }, (_, index) =>
        makeRow(index + 2, { email: `p${index}@northwind.example` }),
      );
      expect(
        checkRows({ people: [...colleagues, makeRow(30, { email: 'x@norhtwind.example' })] }),
      ).toMatchObject([{ rowNumber: 30, kind: 'email-typo', suggestion: 'x@northwind.example' }]);
      expect(
        checkRows({
          people: [
            ...colleagues,
            makeRow(30, { email: 'x@southwind.example' }),
            makeRow(31, { email: 'x@northwind.test' }),
          ],
        }),
      ).toEqual([]);
    });

    it('tells several addresses from one with a name', () => {
      const raw = (text: string): string[] =>
        kinds(problemsOf({ email: toEmail(text, undefined) }, { rawEmail: text }));
      expect(raw('anna.b@example.com; annab@example.net')).toEqual(['email: email-multiple']);
      expect(raw('Anna <anna.b@example.com>, Ben <ben@example.net>')).toEqual(['email: email-multiple']);
      expect(raw('Anna B <anna.b@example.com>')).toEqual([]);
      expect(raw('anna.b@example.com; Anna.B@Example.com')).toEqual([]);
      expect(raw('anna.b@example.com;')).toEqual([]);
    });

    it('wonders about letters outside ASCII, and mends Cyrillic ones among Latin', () => {
      expect(problemsOf({ email: 'zoë@example.org' })).toMatchObject([
        { kind: 'email-unicode', blocking: false },
      ]);
      expect(problemsOf({ email: 'anna@exаmple.org' })).toMatchObject([
        { kind: 'email-unicode', suggestion: 'anna@example.org' },
      ]);
      expect(problemsOf({ email: 'анна@пример.рф' })).toMatchObject([{ kind: 'email-unicode' }]);
    });
  });

  describe('duplicates', () => {
    it('points each later row to the first, without regard to case, but with regard to tags and dots', () => {
      const people = [
        'Anna@Example.com',
        'anna@example.com',
        'anna+x@example.com',
        'an.na@example.com',
        'ANNA@EXAMPLE.COM',
      ].map((email, index) => makeRow(index + 2, { email }));
      expect(checkRows({ people })).toMatchObject([
        { rowNumber: 3, field: 'email', kind: 'duplicate-in-file', of: 2, blocking: false },
        { rowNumber: 6, field: 'email', kind: 'duplicate-in-file', of: 2 },
      ]);
    });

    it('finds the same id, but not ids that Excel has made alike, and not words for nothing', () => {
      const people = ['A-1', 'A-1', '1.23457E+15', '1.23457E+15', '-', '-', 'n/a', 'n/a', 'a-1'].map(
        (ats_candidate_id, index) => makeRow(index + 2, { ats_candidate_id }),
      );
      expect(checkRows({ people }).filter(({ kind }) => kind === 'duplicate-in-file')).toMatchObject([
        { rowNumber: 3, field: 'ats_candidate_id', of: 2 },
      ]);
    });

    it('says once that a row repeats another in address and id', () => {
      const people = [
        makeRow(2, { email: 'a@example.com', ats_candidate_id: 'X' }),
        makeRow(3, { email: 'A@example.com', ats_candidate_id: 'X' }),
      ];
      expect(kinds(checkRows({ people }))).toEqual(['email: duplicate-in-file']);
    });

    it('does not call two broken addresses the same person', () => {
      expect(
        checkRows({ people: [makeRow(2, { email: 'n/a' }), makeRow(3, { email: 'n/a' })] }).map(
          ({ kind }) => kind,
        ),
      ).toEqual(['email-invalid', 'email-invalid']);
    });

    it('knows who was invited before', () => {
      const known = new EarlierInvites();
      known.add([makeEarlierInvite({ email: 'Anna@example.com' })]);
      const sales = { setId: 'set-sales', projectId: null };
      const alreadyInvited = toAlreadyInvited(known, sales, Date.UTC(2026, 10, 29));
      expect(
        checkRows({ people: [makeRow(2, { email: 'anna@EXAMPLE.com' }), makeRow(3, {})], alreadyInvited }),
      ).toMatchObject([
        {
          rowNumber: 2,
          kind: 'already-invited',
          blocking: false,
          message: 'Invited to this set 9 days ago by run 12 (20 November 2026), so this row is left out.',
        },
      ]);
    });
  });

  describe('CV links', () => {
    it.each([
      ['http://cv.example.com/1.pdf', 'https://cv.example.com/1.pdf'],
      ['HTTP://cv.example.com/1.pdf', 'https://cv.example.com/1.pdf'],
      ['www.example.com/cv.pdf', 'https://www.example.com/cv.pdf'],
      ['cv.example.com/1.pdf', 'https://cv.example.com/1.pdf'],
    ])('%s is not https, %s is', (cv_link, suggestion) =>
      expect(problemsOf({ cv_link })).toMatchObject([
        { kind: 'cv-link-not-https', blocking: true, suggestion },
      ]),
    );

    it.each([
      ['see attached', undefined],
      ['anna.pdf', undefined],
      ['C:\\cv\\anna.pdf', undefined],
      ['\\\\server\\cv', undefined],
      ['file:///C:/anna.pdf', undefined],
      ['ftp://example.com/1', undefined],
      ['javascript:alert(1)', undefined],
      ['-', undefined],
      ['https://', undefined],
      ['https://localhost/1', undefined],
      ['https://192.168.0.4/1', undefined],
      ['https://intranet/1', undefined],
      ['https://nas.local/cv.pdf', undefined],
      ['http://10.0.0.1/1', undefined],
      ['https//cv.example.com/1', 'https://cv.example.com/1'],
      ['htps://cv.example.com/1', 'https://cv.example.com/1'],
      ['https:/cv.example.com/1', 'https://cv.example.com/1'],
      ['https://cv.example.com/anna b.pdf', 'https://cv.example.com/anna%20b.pdf'],
      ['https://a.example.com/1 https://b.example.com/2', 'https://a.example.com/1'],
      ['https://cv.example.com/1\nhttps://cv.example.com/2', 'https://cv.example.com/1'],
    ])('%s is no link', (cv_link, suggestion) => {
      const problems = problemsOf({ cv_link });
      expect(kinds(problems)).toEqual(['cv_link: cv-link-invalid']);
      expect(problems[0]?.suggestion).toBe(suggestion);
    });

    it.each([
      [
        'https://drive.google.com/file/d/abc_1/view?usp=sharing',
        'https://drive.google.com/uc?export=download&id=abc_1',
      ],
      ['https://drive.google.com/open?id=abc', 'https://drive.google.com/uc?export=download&id=abc'],
      [
        'https://docs.google.com/document/d/abc/edit',
        'https://docs.google.com/document/d/abc/export?format=pdf',
      ],
      ['https://www.dropbox.com/s/x/cv.pdf?dl=0', 'https://www.dropbox.com/s/x/cv.pdf?dl=1'],
      ['https://firm.sharepoint.com/:b:/g/abc', undefined],
      ['https://1drv.ms/b/s!abc', undefined],
      ['https://www.linkedin.com/in/anna', undefined],
    ])('%s shows a page', (cv_link, suggestion) => {
      const problems = problemsOf({ cv_link });
      expect(problems).toMatchObject([{ kind: 'cv-link-not-direct', blocking: false }]);
      expect(problems[0]?.suggestion).toBe(suggestion);
    });

    it.each([
      'https://drive.google.com/uc?export=download&id=abc',
      'https://www.dropbox.com/s/x/cv.pdf?dl=1',
      'https://storage.googleapis.com/acme/cv/alex.pdf',
      'https://s3.amazonaws.com/b/x.pdf?X-Amz-Signature=a%2Fb&X=1',
      'https://cv.example.com/zoë.pdf',
      'HTTPS://CV.EXAMPLE.COM/1',
      'https://cv.example:8443/1',
    ])('%s gives a file', (cv_link) => expect(problemsOf({ cv_link })).toEqual([]));
  });

  describe('ids', () => {
    it.each([
      '1.23457E+15',
      '1,23457E+15',
      '1.2E+12',
      '1E+15',
      '########',
      '#N/A',
      '#REF!',
      '12345678901234500',
    ])('%s is not the id any more', (ats_candidate_id) => {
      expect(problemsOf({ ats_candidate_id })).toMatchObject([
        { field: 'ats_candidate_id', kind: 'id-mangled', blocking: false },
      ]);
    });

    it('gives the digits back where none is lost', () => {
      expect(problemsOf({ ats_candidate_id: '1.234567890123E+12' })).toMatchObject([
        { kind: 'id-mangled', suggestion: '1234567890123' },
      ]);
    });

    it.each([
      '000417',
      '1234567890123',
      '1234567890123456',
      '12E34',
      '7d1f3c5a-0b1e-4c55-9a10-0000000000a1',
      'R-1042/C-00017',
      'E+15',
      '#417',
    ])('%s is whole', (ats_candidate_id) => expect(problemsOf({ ats_candidate_id })).toEqual([]));
  });

  describe('names', () => {
    it('misses names only where the sheet has them', () => {
      expect(kinds(problemsOf({ firstname: null }))).toEqual(['firstname: name-missing']);
      expect(kinds(problemsOf({ lastname: null }))).toEqual(['lastname: name-missing']);
      expect(kinds(problemsOf({ firstname: null, lastname: null }))).toEqual([
        'firstname: name-missing',
        'lastname: name-missing',
      ]);
      expect(kinds(problemsOf({ lastname: '-' }))).toEqual(['lastname: name-missing']);
      expect(checkRows({ people: [makeRow(2, { lastname: null }), makeRow(3, { lastname: null })] })).toEqual(
        [],
      );
    });

    it.each(['=HYPERLINK("https://leak.example/")', '+1 202-555-0143', '@mira_k', '-cmd', '＝1+1'])(
      '%s looks like a formula',
      (firstname) => {
        expect(problemsOf({ firstname })).toMatchObject([
          { field: 'firstname', kind: 'formula-like', blocking: false },
        ]);
      },
    );

    it('stops line breaks and control characters, and offers one line', () => {
      expect(problemsOf({ firstname: 'Anna\nMaria' })).toMatchObject([
        { field: 'firstname', kind: 'control-character', blocking: true, suggestion: 'Anna Maria' },
      ]);
      expect(problemsOf({ email: 'an\u0000na@example.com' })).toMatchObject([
        { field: 'email', kind: 'control-character', blocking: true, suggestion: 'anna@example.com' },
      ]);
    });

    it('stops endless text', () => {
      expect(problemsOf({ lastname: 'x'.repeat(1001) })).toMatchObject([
        { field: 'lastname', kind: 'text-too-long', blocking: true },
      ]);
      expect(problemsOf({ cv_link: `https://cv.example.com/${'x'.repeat(8000)}` })).toMatchObject([
        { field: 'cv_link', kind: 'text-too-long' },
      ]);
    });
  });

  it('says which rows were hidden', () => {
    expect(problemsOf({}, { hidden: true })).toMatchObject([
      { rowNumber: 4, field: null, kind: 'row-hidden', blocking: false },
    ]);
  });

  it('writes sentences that end and fit', () => {
    const people = [
      'x',
      'a b@c.de',
      'tom@',
      'tom@x',
      '@x.de',
      'a@@b.c',
      '-',
      'ｘ@y.de',
      'a@gmial.com',
      'zoë@example.org',
    ].map((email, index) =>
      makeRow(
        index + 2,
        { email, cv_link: 'http://x.example/', firstname: '=1', ats_candidate_id: '1E+15' },
        { hidden: true },
      ),
    );
    for (const { message } of checkRows({ people })) expect(message).toMatch(/^[A-Z“].{10,180}\.$/);
  });
});
