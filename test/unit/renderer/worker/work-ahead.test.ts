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

  it('does nothing where there is no file, and nobody to invite', async () => {
    const session = await makeTextSession('town,country', 'Hanoi,Vietnam', 'Porto,Portugal');
    expect(session.workAhead()).toBe(false);
    expect(session.workAhead()).toBe(false);
    expect(session.columns().canInvite).toBe(false);
  });
});
