// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { makeSession, makeTextSession } from './make-session';

describe('columns', () => {
  it('shows three values of each column with where it goes and why', async () => {
    const session = await makeTextSession(
      'E-Mail,Vorname,Nachname,Notiz',
      'ada@example.com,Ada,Kern,',
      'lin@example.com,Lin,Kern,ruft zurück',
      'eva@example.com,Eva,Roth,',
      'ida@example.com,Ida,Roth,',
    );
    const view = session.columns();
    expect(view.columns.map(({ letter, field }) => [letter, field])).toEqual([
      ['A', 'email'],
      ['B', 'firstname'],
      ['C', 'lastname'],
      ['D', null],
    ]);
    expect(view.columns[0]?.values).toEqual(['ada@example.com', 'lin@example.com', 'eva@example.com']);
    expect(view.columns[3]?.values).toEqual(['ruft zurück']);
    expect(view.columns.every(({ reason }) => reason.length > 0)).toBe(true);
  });

  it('are there at once in a large sheet, and their numbers when every row has been counted', async () => {
    const people = Array.from(
      { length: 5000 },
      (_, index) => `p${index}@example.com,Ada,https://cv.example.com/${index}`,
    );
    const session = await makeTextSession('E-Mail,Vorname,', ...people);
    const reasonsOf = ({ columns, isCounted }: ReturnType<typeof session.columns>) => ({
      isCounted,
      reasons: columns.map(({ reason }) => reason),
    });
    expect(reasonsOf(session.columns())).toEqual({
      isCounted: false,
      reasons: ['Header says E-Mail', 'Header says Vorname', ''],
    });
    const counted = {
      isCounted: true,
      reasons: [
        'Header says E-Mail; all 5,000 are addresses',
        'Header says Vorname; all 5,000 are filled',
        'All 5,000 are https links',
      ],
    };
    expect(reasonsOf(session.countedColumns())).toEqual(counted);
    expect(reasonsOf(session.columns())).toEqual(counted);
  });

  it('of a large sheet stay counted when they are changed, and count what is proposed where they were changed before', async () => {
    const people = Array.from({ length: 5000 }, (_, index) => `p${index}@example.com,q${index}@example.com`);
    const session = await makeTextSession('E-Mail,Zweite E-Mail', ...people);
    expect(session.assign(1, 'email').isCounted).toBe(false);
    expect(session.countedColumns().columns[1]?.reason).toBe('You chose this');
    expect(session.assign(0, 'email').columns[0]?.reason).toBe('Header says E-Mail; all 5,000 are addresses');
  });

  it('moves a field from one column to another: never two columns for one', async () => {
    const session = await makeSession('03-kandydaci.xlsx');
    const before = session.columns().columns;
    const emails = before.filter(({ header }) => header.startsWith('E-mail'));
    const other = emails.find(({ field }) => field === null);
    const view = session.assign(other?.columnIndex ?? -1, 'email');
    expect(
      view.columns.filter(({ field }) => field === 'email').map(({ columnIndex }) => columnIndex),
    ).toEqual([other?.columnIndex]);
  });

  it('cannot invite anybody where neither an email nor a CV link is mapped', async () => {
    const session = await makeTextSession('email,first name', 'ada@example.com,Ada', 'lin@example.com,Lin');
    expect(session.columns().canInvite).toBe(true);
    expect(session.assign(0, null).canInvite).toBe(false);
  });

  it('forgets typed values of a field that now comes from another column, and keeps the others', async () => {
    const session = await makeTextSession(
      'email,other email,first name',
      'ada@example.com,a@example.org,Ada',
      'lin@example.com,l@example.org,Lin',
    );
    session.edit(
      [
        { rowNumber: 2, field: 'email', value: 'typed@example.com' },
        { rowNumber: 2, field: 'firstname', value: 'Adele' },
      ],
      'Changed',
    );
    session.assign(1, 'email');
    session.check();
    expect(session.batchRows(0)[0]?.person).toMatchObject({ email: 'a@example.org', firstname: 'Adele' });
  });

  it('gives one example of each way in which names are split', async () => {
    const session = await makeTextSession(
      'email,Full name',
      'a@example.com,Ada Kern',
      'b@example.com,Lin Roth',
      'c@example.com,"Braun, Eva"',
      'd@example.com,Rahayu',
    );
    const found = session.nameExamples();
    expect(found).toMatchObject({ total: 4, withoutFamilyName: 1 });
    expect(found.examples[0]).toMatchObject({
      fullName: 'Ada Kern',
      firstname: 'Ada',
      lastname: 'Kern',
      count: 2,
    });
    expect(found.examples).toHaveLength(3);
    session.setNameOrder('first-word-is-family');
    expect(session.nameExamples().examples.find(({ fullName }) => fullName === 'Ada Kern')).toMatchObject({
      firstname: 'Kern',
      lastname: 'Ada',
    });
  });
});
