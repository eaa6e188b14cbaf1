// @vitest-environment node
import { describe, expect, it } from 'vitest';
import type { SheetSession } from '../../../../renderer/worker/sheet-session';
import { makeSession, makeTextSession, rowNumbersOf } from './make-session';

/** Does everything that there is to do ahead; answers how many pieces that were. */
function workAhead(session: SheetSession): number {
  let pieces = 1;
  while (session.workAhead()) pieces++;
  return pieces;
}

const shown = (session: SheetSession) => {
  const { revision: _, ...check } = session.check();
  const count = session.find({ kind: 'all' }, '');
  return { check, rows: session.viewRows(0, count), columns: session.columns() };
};

describe('working ahead', () => {
  it.each(['01-career-site.csv', '07-talent-pool.xlsm', '10-ats-dump.csv'])(
    'shows of %s what it shows without',
    async (sample) => {
      const ahead = await makeSession(sample);
      expect(workAhead(ahead)).toBeGreaterThan(1);
      expect(shown(ahead)).toEqual(shown(await makeSession(sample)));
    },
  );

  it('is done anew for other columns', async () => {
    const session = await makeTextSession('email,first name', 'ada@example.com,Ada', 'lin@,Lin');
    workAhead(session);
    session.assign(0, null);
    session.assign(0, 'email');
    workAhead(session);
    expect(session.check()).toMatchObject({ needYou: 1, willBeSent: 1 });
    expect(rowNumbersOf(session, { kind: 'status', status: 'needs-you' }, '')).toEqual([3]);
  });

  it('keeps what was mended by hand', async () => {
    const session = await makeTextSession('email,first name', 'ada@,Ada', 'lin@example.com,Lin');
    session.check();
    session.edit([{ rowNumber: 2, field: 'email', value: 'ada@example.com' }], 'Fixed');
    workAhead(session);
    expect(session.check()).toMatchObject({ needYou: 0, willBeSent: 2, undoes: 'Fixed the email in row 2' });
  });

  it('answers in between from as far as it has come', async () => {
    const ahead = await makeSession('10-ats-dump.csv');
    ahead.workAhead();
    ahead.workAhead();
    const without = await makeSession('10-ats-dump.csv');
    expect(ahead.firstRows(0, 40)).toEqual(without.firstRows(0, 40));
    expect(shown(ahead)).toEqual(shown(without));
  });

  it('does nothing where there is no file, and nobody to invite', async () => {
    const session = await makeTextSession('town,country', 'Hanoi,Vietnam', 'Porto,Portugal');
    expect(session.workAhead()).toBe(false);
    expect(session.workAhead()).toBe(false);
    expect(session.columns().canInvite).toBe(false);
  });
});

describe('the first rows, before the rest is checked', () => {
  it.each(['01-career-site.csv', '07-talent-pool.xlsm', '10-ats-dump.csv'])(
    'say in %s what they say when all are',
    async (sample) => {
      const session = await makeSession(sample);
      const all = shown(await makeSession(sample)).rows;
      expect(session.firstRows(0, 5)).toEqual(all.slice(0, 5));
      expect(session.firstRows(3, 20)).toEqual(all.slice(3, 20));
      expect(shown(session).rows).toEqual(all);
    },
  );

  it('know what only the rows below them tell', async () => {
    const people = Array.from({ length: 12 }, (_, index) => `p${index}@firm-example.com,Ana,Silva`);
    const session = await makeTextSession('email,first name,last name', 'lin@firm-exmple.com,,Li', ...people);
    expect(session.firstRows(0, 1)[0]?.problems.map(({ kind }) => kind)).toEqual([
      'email-typo',
      'name-missing',
    ]);
  });

  it('keep what was mended, and show what is mended between', async () => {
    const session = await makeTextSession('email,first name', 'ada@,Ada', 'lin@,Lin', 'ada@example.com,Ada');
    expect(session.firstRows(0, 3).map(({ status }) => status)).toEqual(['needs-you', 'needs-you', 'fine']);
    session.edit([{ rowNumber: 2, field: 'email', value: 'ada@example.com' }], 'Fixed');
    expect(session.firstRows(0, 3).map(({ status }) => status)).toEqual(['fine', 'needs-you', 'left-out']);
    expect(session.check()).toMatchObject({ needYou: 1, leftOut: 1, willBeSent: 1 });
  });
});
