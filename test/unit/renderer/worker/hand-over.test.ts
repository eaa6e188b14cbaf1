// @vitest-environment node
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { batchRowSchema, batchSourceSchema } from '../../../../shared/operations/batch';
import { makeEarlierInvite } from '../../../helpers/make-earlier-invite';
import { makeSession, makeTextSession, rowNumbersOf } from './make-session';

const header = 'email,first name,last name';
const everybody = 2000;

describe('handing the rows over', () => {
  it('describes the file by name, sheet, header, columns and the hash of its bytes', async () => {
    const session = await makeTextSession(header, 'ada@example.com,Ada,Kern');
    const source = batchSourceSchema.parse(await session.batchSource());
    expect(source).toMatchObject({
      fileName: 'people.csv',
      sheetName: null,
      headerRow: 1,
      columns: [
        { letter: 'A', header: 'email' },
        { letter: 'B', header: 'first name' },
        { letter: 'C', header: 'last name' },
      ],
    });
    expect(source.sha256).toBe(
      createHash('sha256').update(`${header}\nada@example.com,Ada,Kern\n`).digest('hex'),
    );
  });

  it('gives every row once, in chunks of at most 500, in the form that the contract takes', async () => {
    const session = await makeTextSession(
      header,
      ...Array.from({ length: 1201 }, (_, index) => `p${index}@example.com,Ada,Kern`),
    );
    session.check();
    const sizes: number[] = [];
    const rowNumbers = new Set<number>();
    for (let from = 0; ; ) {
      const rows = session.batchRows(from, 5000);
      if (rows.length === 0) break;
      for (const row of rows) rowNumbers.add(batchRowSchema.parse(row).rowNumber);
      sizes.push(rows.length);
      from += rows.length;
    }
    expect(sizes).toEqual([500, 500, 201]);
    expect(rowNumbers.size).toBe(1201);
  });

  it('sends nobody who has a blocking problem, and says why each skipped row is skipped', async () => {
    const session = await makeSession('01-career-site.csv');
    const check = session.check();
    const rows = session.batchRows(0);
    expect(rows.filter(({ skip }) => skip === null)).toHaveLength(check.willBeSent);
    expect(rows.filter(({ skip }) => skip?.why === 'blocked')).toHaveLength(check.needYou);
    expect(rows.every(({ skip }) => skip === null || skip.detail.length > 0)).toBe(true);
  });

  it('leaves out who was invited to the chosen set, and only shows who was invited to another', async () => {
    const session = await makeTextSession(header, 'ADA@example.com,Ada,Kern', 'lin@example.com,Lin,Roth');
    session.check();
    const question = session.historyQuestion(everybody);
    expect(question).toEqual({ personKeys: ['ada@example.com', 'lin@example.com'], cvLinks: [], atsIds: [] });
    if (question !== null)
      session.addEarlierInvites(question, [makeEarlierInvite({ email: 'ada@example.com' })]);
    expect(session.check()).toMatchObject({ invitedBefore: 1, leftOut: 0, willBeSent: 2 });
    expect(rowNumbersOf(session, { kind: 'invited-before' }, '')).toEqual([2]);
    expect(session.viewRows(0, 1)[0]?.inShort).toBe('Invited before, to Sales Assessment');
    expect(session.chooseTarget({ setId: 'set-other', projectId: null })).toMatchObject({ leftOut: 0 });
    expect(session.chooseTarget({ setId: 'set-sales', projectId: null })).toMatchObject({
      leftOut: 1,
      willBeSent: 1,
      leftOutGroups: [{ why: 'already-invited', count: 1 }],
      // Told once: who is left out for it is not fine as well.
      invitedBefore: 0,
    });
    expect(rowNumbersOf(session, { kind: 'invited-before' }, '')).toEqual([]);
  });

  it('asks the history for an address that was mended, and for nobody twice', async () => {
    const session = await makeTextSession(header, 'ada@,Ada,Kern', 'lin@example.com,Lin,Roth');
    session.check();
    const question = session.historyQuestion(everybody);
    // What was asked for and not answered is asked for again.
    expect(session.historyQuestion(everybody)).toEqual(question);
    if (question !== null) session.addEarlierInvites(question, []);
    expect(session.historyQuestion(everybody)).toBeNull();
    session.edit([{ rowNumber: 2, field: 'email', value: 'Ada@example.com' }], 'Changed');
    expect(session.historyQuestion(everybody)).toMatchObject({ personKeys: ['ada@example.com'] });
    session.forgetEarlierInvites();
    expect(session.historyQuestion(2)?.personKeys).toHaveLength(1);
  });

  it('goes through the people of the preview, and finds those for whom a message looks odd', async () => {
    const session = await makeTextSession(
      header,
      'a@example.com,Ada,Kern',
      'b@example.com,,Roth',
      'c@example.com,Maximiliane,Oberhauser',
      'd@,Eva,Roth',
    );
    session.check();
    expect(session.samplePerson('all', 2)).toMatchObject({ rowNumber: 4, index: 2, total: 3 });
    expect(session.samplePerson('all', 3)).toBeNull();
    expect(session.samplePerson('no-first-name', 0)).toMatchObject({ rowNumber: 3, total: 1 });
    expect(session.samplePerson('longest-name', 0)).toMatchObject({ rowNumber: 4 });
    expect(session.samplePerson('shortest-name', 0)).toMatchObject({ rowNumber: 3 });
    expect(session.firstSentRowNumbers(2)).toEqual([2, 3]);
  });
});
