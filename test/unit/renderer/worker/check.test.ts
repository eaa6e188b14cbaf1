// @vitest-environment node
import { describe, expect, it } from 'vitest';
import type { CheckSummary } from '../../../../renderer/worker/session-types';
import { makeSession, makeTextSession, rowNumbersOf } from './make-session';

function expectAddsUp(check: CheckSummary): void {
  expect(check.willBeSent + check.leftOut + check.needYou).toBe(check.total);
  expect(check.worthALook + check.fine).toBe(check.willBeSent);
}

const header = 'email,first name,last name,cv link,candidate id';

describe('checking rows', () => {
  it.each([
    '01-career-site.csv',
    '02-bewerber.csv',
    '05-job-fair.csv',
    '07-talent-pool.xlsm',
    '09-candidats.xlsx',
    '10-ats-dump.csv',
  ])('counts that add up in %s', async (sample) => {
    expectAddsUp((await makeSession(sample)).check());
  });

  it('shows the rows of a problem, and only them', async () => {
    const session = await makeSession('01-career-site.csv');
    session.check();
    expect(
      rowNumbersOf(session, { kind: 'problem', status: 'worth-a-look', problem: 'email-typo' }, ''),
    ).toEqual([10, 11]);
    expect(rowNumbersOf(session, { kind: 'left-out', why: 'duplicate-in-file' }, '')).toEqual([12]);
  });

  it('gives each filter as many rows as its group counts', async () => {
    const session = await makeSession('01-career-site.csv');
    const check = session.check();
    for (const { problem, count } of check.needYouGroups)
      expect(session.find({ kind: 'problem', status: 'needs-you', problem }, '')).toBe(count);
    for (const { problem, count } of check.worthALookGroups)
      expect(session.find({ kind: 'problem', status: 'worth-a-look', problem }, '')).toBe(count);
    for (const { why, count } of check.leftOutGroups)
      expect(session.find({ kind: 'left-out', why }, '')).toBe(count);
    expect(session.find({ kind: 'status', status: 'fine' }, '')).toBe(check.fine);
  });

  it('shows a row under what stops it, not under what is only worth a look', async () => {
    const session = await makeTextSession(
      header,
      'sample-a@gmial.com,Ada,Kern,http://cv.example.com/a,',
      'sample-b@gmial.com,Lin,Roth,,',
    );
    expect(session.check()).toMatchObject({ needYou: 1, worthALook: 1 });
    expect(
      rowNumbersOf(session, { kind: 'problem', status: 'worth-a-look', problem: 'email-typo' }, ''),
    ).toEqual([3]);
    expect(
      rowNumbersOf(session, { kind: 'problem', status: 'needs-you', problem: 'cv-link-not-https' }, ''),
    ).toEqual([2]);
  });

  it('finds people without regard to accents and case, and rows by their number', async () => {
    const session = await makeTextSession(
      header,
      'n@example.com,Đặng,Nguyễn,,',
      'l@example.com,Łukasz,Wójcik,,',
      'o@example.com,Zoë,Groß,,',
    );
    session.check();
    expect(rowNumbersOf(session, { kind: 'all' }, 'dang')).toEqual([2]);
    expect(rowNumbersOf(session, { kind: 'all' }, 'WOJCIK')).toEqual([3]);
    expect(rowNumbersOf(session, { kind: 'all' }, 'Łukasz Wójcik')).toEqual([3]);
    expect(rowNumbersOf(session, { kind: 'all' }, '4')).toEqual([4]);
    expect(rowNumbersOf(session, { kind: 'all' }, 'nobody')).toEqual([]);
  });

  it('keeps a mended row in the list until the list is chosen anew', async () => {
    const session = await makeTextSession(header, 'ada@,Ada,Kern,,', 'lin@example.com,Lin,Roth,,');
    session.check();
    const broken = { kind: 'status', status: 'needs-you' } as const;
    expect(rowNumbersOf(session, broken, '')).toEqual([2]);
    session.edit([{ rowNumber: 2, field: 'email', value: 'ada@example.com' }], 'Changed');
    expect(session.viewRows(0, 10)).toMatchObject([
      { rowNumber: 2, status: 'fine', editedFields: ['email'] },
    ]);
    expect(rowNumbersOf(session, broken, '')).toEqual([]);
  });

  it('fixes all alike in one step, and takes that back in one', async () => {
    const session = await makeTextSession(
      header,
      'sample-a@gmial.com,Ada,Kern,,',
      'sample-b@gmial.com,Lin,Roth,,',
      'c@example.com,Eva,Roth,,',
    );
    const before = session.check();
    expect(before.worthALookGroups).toMatchObject([{ problem: 'email-typo', count: 2, fixableCount: 2 }]);
    const after = session.fixAllAlike('worth-a-look', 'email-typo');
    expect(after).toMatchObject({ worthALook: 0, undoes: 'Fixed 2 emails' });
    expect(session.batchRows(0).map(({ person }) => person.email)).toEqual([
      'sample-a@gmail.com',
      'sample-b@gmail.com',
      'c@example.com',
    ]);
    expect(session.undo()).toMatchObject({
      sentence: 'Fixed 2 emails',
      summary: { worthALook: 2, undoes: null, redoes: 'Fixed 2 emails' },
    });
    expect(session.redo().summary.worthALook).toBe(0);
  });

  it('undoes to the sheet’s own value, not to an empty one', async () => {
    const session = await makeTextSession(header, 'ada@example.com,Ada,Kern,,');
    session.edit([{ rowNumber: 2, field: 'firstname', value: 'Adele' }], 'Changed');
    session.edit([{ rowNumber: 2, field: 'firstname', value: '  ' }], 'Changed');
    expect(session.batchRows(0)[0]?.person.firstname).toBeNull();
    session.undo();
    expect(session.batchRows(0)[0]?.person.firstname).toBe('Adele');
    session.undo();
    expect(session.batchRows(0)[0]?.person.firstname).toBe('Ada');
    expect(session.viewRows(0, 1)).toEqual([]);
  });

  it('leaves out those that need the recruiter, and takes them in again', async () => {
    const session = await makeTextSession(
      header,
      'ada@,Ada,Kern,,',
      ',Lin,Roth,,',
      'eva@example.com,Eva,Roth,,',
    );
    expect(session.check()).toMatchObject({ needYou: 2, leftOut: 0, willBeSent: 1 });
    const left = session.leaveOutThoseNeedingYou();
    expect(left).toMatchObject({ needYou: 0, leftOut: 2, willBeSent: 1, undoes: 'Left out 2 rows' });
    expectAddsUp(left);
    expect(session.takeIn([2])).toMatchObject({ needYou: 1, leftOut: 1 });
  });

  it('takes in a double all the same when the recruiter says so', async () => {
    const session = await makeTextSession(header, 'ada@example.com,Ada,Kern,,', 'ADA@example.com,Ada,Kern,,');
    expect(session.check()).toMatchObject({ willBeSent: 1, leftOut: 1 });
    expect(session.takeIn([3])).toMatchObject({ willBeSent: 2, leftOut: 0 });
    expect(session.undo().summary).toMatchObject({ willBeSent: 1, leftOut: 1 });
  });

  it('leads from one row that needs the recruiter to the next, and round', async () => {
    const session = await makeTextSession(
      header,
      'ada@,Ada,Kern,,',
      'eva@example.com,Eva,Roth,,',
      'lin@,Lin,Roth,,',
    );
    session.check();
    expect([session.nextNeedingYou(0), session.nextNeedingYou(2), session.nextNeedingYou(4)]).toEqual([
      2, 4, 2,
    ]);
    session.leaveOutThoseNeedingYou();
    expect(session.nextNeedingYou(0)).toBeNull();
  });
});

describe('names in capitals', () => {
  it('are put right all alike, first and last names, in one step that can be undone', async () => {
    const session = await makeTextSession(
      'Email,First name,Last name',
      'a@example.com,ANNA,ROSSI',
      'b@example.com,Bo,Ek',
      'c@example.com,carla,de la cruz',
    );
    const { worthALookGroups } = session.check();
    expect(worthALookGroups).toMatchObject([{ problem: 'name-case', count: 2, fixableCount: 2 }]);
    session.fixAllAlike('worth-a-look', 'name-case');
    session.find({ kind: 'all' }, '');
    expect(session.viewRows(0, 3).map(({ person }) => [person.firstname, person.lastname])).toEqual([
      ['Anna', 'Rossi'],
      ['Bo', 'Ek'],
      ['Carla', 'de la Cruz'],
    ]);
    expect(session.undo().summary.worthALook).toBe(2);
  });
});
