// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { gridFields } from '../../../../renderer/worker/grid-fields';
import type { SheetSession } from '../../../../renderer/worker/sheet-session';
import { makeTextSession, rowNumbersOf } from './make-session';

const header = 'email,first name,last name,cv link,candidate id';
const plain = (text: string) => ({ text, html: '' });
const span = (fromRow: number, toRow: number, ...fields: (typeof gridFields)[number][]) => ({
  fromRow,
  toRow,
  fields: fields.length > 0 ? fields : [...gridFields],
});

async function openRows(...lines: string[]): Promise<SheetSession> {
  const session = await makeTextSession(header, ...lines);
  session.check();
  session.find({ kind: 'all' }, '');
  return session;
}

const three = ['a@example.com,Ada,Kern,,001', 'b@example.com,Bo,Lind,,002', 'c@example.com,Cy,Moor,,003'];
const people = (session: SheetSession) =>
  session.batchRows(0).map(({ person }) => [person.firstname, person.lastname, person.email]);

describe('pasting', () => {
  it('puts a block where it is pasted, as one step', async () => {
    const session = await openRows(...three);
    const done = session.paste(span(1, 2, 'firstname'), plain('Zoë\tGroß\r\nUma\tRao\r\n'));
    expect(done.sentence).toBe('Pasted 4 cells');
    expect(people(session)).toEqual([
      ['Ada', 'Kern', 'a@example.com'],
      ['Zoë', 'Groß', 'b@example.com'],
      ['Uma', 'Rao', 'c@example.com'],
    ]);
    session.undo();
    expect(people(session)[2]).toEqual(['Cy', 'Moor', 'c@example.com']);
    expect(session.check().undoes).toBeNull();
  });

  it('says what had no room', async () => {
    const session = await openRows(...three);
    const done = session.paste(span(2, 3, 'ats_candidate_id'), plain('9\tx\n8\ty\n7\tz'));
    expect(done.sentence).toBe(
      'Changed the ID in row 4'.replace('Changed', 'Pasted') +
        '. 2 rows and 1 column had no room and were not pasted.',
    );
    expect(session.batchRows(0)[2]?.person.ats_candidate_id).toBe('9');
  });

  it('fills what is chosen with one value, and repeats a block that fits', async () => {
    const session = await openRows(...three, 'd@example.com,Di,Nash,,004');
    session.paste(span(0, 4, 'lastname'), plain('Same'));
    expect(people(session).map((person) => person[1])).toEqual(['Same', 'Same', 'Same', 'Same']);
    session.paste(span(0, 4, 'firstname'), plain('x\ny'));
    expect(people(session).map((person) => person[0])).toEqual(['x', 'y', 'x', 'y']);
  });

  it('goes only into rows that are shown', async () => {
    const session = await openRows(...three);
    session.find({ kind: 'all' }, '', { sort: null, columns: { email: { kind: 'contains', text: 'c@' } } });
    session.paste(span(0, 1, 'firstname'), plain('Uma\nLost'));
    expect(people(session).map((person) => person[0])).toEqual(['Ada', 'Bo', 'Uma']);
  });

  it('cleans texts as a sheet’s are cleaned, and checks them at once', async () => {
    const session = await openRows(...three);
    const { summary } = session.paste(
      span(0, 3, 'email'),
      plain(' ana@example.com \nb@\n="007@example.com"'),
    );
    expect(people(session).map((person) => person[2])).toEqual(['ana@example.com', 'b@', '007@example.com']);
    expect(summary.needYou).toBe(1);
  });

  it('takes the address behind a link where a link is wanted, and nowhere else', async () => {
    const session = await openRows(...three);
    const html =
      '<html><body><table><tr><td><a href="https://cv.example.com/7.pdf">Her CV</a></td></tr></table></body></html>';
    session.paste(span(0, 1, 'cv_link'), { text: 'Her CV', html });
    session.paste(span(1, 2, 'firstname'), { text: 'Her CV', html });
    expect(session.batchRows(0)[0]?.person.cv_link).toBe('https://cv.example.com/7.pdf');
    expect(session.batchRows(0)[1]?.person.firstname).toBe('Her CV');
  });

  it('takes back what the grid copied, formulas’ guards and all', async () => {
    const session = await openRows('a@example.com,=1+1,-Kern,,007', 'b@example.com,x,y,,z');
    const copied = session.copyCells(0, 1, gridFields);
    expect(copied.text).toBe("'=1+1\t'-Kern\ta@example.com\t\t007");
    session.paste(span(1, 2), copied);
    expect(session.batchRows(0)[1]?.person).toEqual(session.batchRows(0)[0]?.person);
  });
});

describe('clearing and filling', () => {
  it('clears what is chosen, and says nothing changed where nothing was there', async () => {
    const session = await openRows(...three);
    expect(session.clearCells(span(0, 2, 'firstname', 'lastname')).sentence).toBe('Cleared 4 cells');
    expect(people(session)[1]).toEqual([null, null, 'b@example.com']);
    expect(session.clearCells(span(0, 2, 'firstname')).sentence).toBe('Nothing changed');
  });

  it('fills down from the first chosen row, and one row from the row above', async () => {
    const session = await openRows(...three);
    session.fillDown(span(0, 3, 'lastname'));
    expect(people(session).map((person) => person[1])).toEqual(['Kern', 'Kern', 'Kern']);
    session.fillDown(span(2, 3, 'firstname'));
    expect(people(session).map((person) => person[0])).toEqual(['Ada', 'Bo', 'Bo']);
    expect(session.fillDown(span(0, 1, 'firstname')).sentence).toBe('Nothing changed');
  });
});

describe('rows that are chosen, and rows of a problem', () => {
  it('are left out and taken in in one step each', async () => {
    const session = await openRows(...three);
    expect(session.leaveOutIn(0, 2)).toMatchObject({ sentence: 'Left out 2 rows', summary: { leftOut: 2 } });
    expect(session.spanFacts(span(0, 3))).toMatchObject({ rowCount: 3, canLeaveOut: 1, canTakeIn: 2 });
    expect(session.takeInIn(0, 3)).toMatchObject({ sentence: 'Took in 2 rows', summary: { leftOut: 0 } });
  });

  it('are mended where there is a suggestion, within the chosen cells', async () => {
    const session = await openRows('sample-a@gmial.com,A,K,,', 'sample-b@gmial.com,B,K,,');
    expect(session.spanFacts(span(0, 1)).fixable).toBe(1);
    expect(session.spanFacts(span(0, 2, 'firstname')).fixable).toBe(0);
    expect(session.fixIn(span(0, 2)).sentence).toBe('Fixed 2 emails');
  });

  it('of one problem are left out, whether they are shown or not', async () => {
    const session = await openRows('a@,Ada,Kern,,', 'b@example.com,Bo,Lind,http://x.example/1,', 'c@,Cy,M,,');
    session.find({ kind: 'all' }, 'nobody');
    const { summary } = session.leaveOutThose({
      kind: 'problem',
      status: 'needs-you',
      problem: 'email-invalid',
    });
    expect(summary).toMatchObject({ leftOut: 2, needYou: 1, undoes: 'Left out 2 rows' });
    expect(session.takeInThose({ kind: 'left-out', why: 'left-out-by-you' }).summary.needYou).toBe(3);
  });
});

describe('finding and replacing', () => {
  const query = (text: string, more = {}) => ({
    text,
    matchesCase: false,
    wholeCell: false,
    field: null,
    ...more,
  });
  const start = { rowIndex: 0, field: null };

  it('goes from hit to hit in the order of reading, both ways and round', async () => {
    const session = await openRows(...three);
    const find = (
      from: { rowIndex: number; field: 'email' | 'lastname' | null },
      way: 'here' | 'next' | 'before',
    ) => session.nextHit(query('EXAMPLE'), from, way);
    expect(find(start, 'here')).toEqual({ hit: { rowIndex: 0, field: 'email', number: 1 }, total: 3 });
    expect(find({ rowIndex: 0, field: 'email' }, 'next')?.hit.number).toBe(2);
    expect(find({ rowIndex: 0, field: 'email' }, 'here')?.hit.number).toBe(1);
    expect(find({ rowIndex: 0, field: 'email' }, 'before')?.hit.number).toBe(3);
    expect(find({ rowIndex: 2, field: 'email' }, 'next')?.hit.number).toBe(1);
    expect(session.nextHit(query('nobody'), start, 'here')).toBeNull();
  });

  it('counts case, whole cells and the column as asked', async () => {
    const session = await openRows('kern@example.com,Kern,kern,,', 'b@example.com,Bo,Kernel,,');
    const total = (more: object) => session.nextHit(query('kern', more), start, 'here')?.total ?? 0;
    expect(total({})).toBe(4);
    expect(total({ matchesCase: true })).toBe(2);
    expect(total({ wholeCell: true })).toBe(2);
    expect(total({ field: 'lastname' })).toBe(2);
  });

  it('takes what is looked for as it stands, never as a pattern', async () => {
    const session = await openRows('a+b@example.com,A(1),$&,,', 'aab@example.com,A1,x,,');
    expect(session.nextHit(query('a+b'), start, 'here')?.total).toBe(1);
    session.replaceAll(query('(1)'), '$&-$1');
    expect(people(session)[0]).toEqual(['A$&-$1', '$&', 'a+b@example.com']);
  });

  it('replaces in every shown row as one step', async () => {
    const session = await openRows(...three);
    const done = session.replaceAll(query('example.com'), 'example.org');
    expect(done.sentence).toBe('Replaced 3 emails');
    expect(people(session).map((person) => person[2])).toEqual([
      'a@example.org',
      'b@example.org',
      'c@example.org',
    ]);
    session.undo();
    expect(people(session)[0]?.[2]).toBe('a@example.com');
    session.find({ kind: 'all' }, 'Bo');
    session.replaceAll(query('example.com'), 'example.org');
    expect(people(session).map((person) => person[2])).toEqual([
      'a@example.com',
      'b@example.org',
      'c@example.com',
    ]);
  });

  it('replaces in one cell, and leaves it alone where it no longer holds the text', async () => {
    const session = await openRows(...three);
    session.replaceHit(query('ada'), 'Adele', { rowIndex: 0, field: 'firstname' });
    expect(people(session)[0]?.[0]).toBe('Adele');
    expect(session.replaceHit(query('kern'), 'x', { rowIndex: 0, field: 'firstname' }).sentence).toBe(
      'Nothing changed',
    );
  });

  it('empties a cell of which nothing is left', async () => {
    const session = await openRows(...three);
    session.replaceAll(query('Ada', { wholeCell: true }), ' ');
    expect(people(session)[0]?.[0]).toBeNull();
  });
});

describe('sorting and filtering by column', () => {
  const mixed = [
    'b10@example.com,Øyvind,,,10',
    'b9@example.com,ada,Kern,,9',
    ',Zoë,Groß,https://cv.example.com/1,',
    'B1@example.com,Ärne,Lind,,1',
  ];
  const sorted = (
    session: SheetSession,
    column: 'email' | 'firstname' | 'wrong',
    direction: 'ascending' | 'descending',
  ) => rowNumbersOf(session, { kind: 'all' }, '', { sort: { column, direction }, columns: {} });

  it('orders letters as people do, numbers by value, and empty cells last', async () => {
    const session = await openRows(...mixed);
    expect(sorted(session, 'email', 'ascending')).toEqual([5, 3, 2, 4]);
    expect(sorted(session, 'email', 'descending')).toEqual([2, 3, 5, 4]);
    expect(sorted(session, 'firstname', 'ascending').slice(0, 2)).toEqual([3, 5]);
  });

  it('brings what needs somebody to the top', async () => {
    const session = await openRows(...three, 'broken@,Di,Nash,,');
    expect(sorted(session, 'wrong', 'ascending')[0]).toBe(5);
  });

  it('combines with a problem, the find box and filters of several columns', async () => {
    const session = await openRows(...mixed);
    const shown = (...find: Parameters<SheetSession['find']>) => rowNumbersOf(session, ...find);
    expect(shown({ kind: 'all' }, '', { sort: null, columns: { lastname: { kind: 'empty' } } })).toEqual([2]);
    expect(
      shown({ kind: 'all' }, '', {
        sort: { column: 'email', direction: 'descending' },
        columns: { email: { kind: 'filled' }, lastname: { kind: 'contains', text: 'N' } },
      }),
    ).toEqual([3, 5]);
    expect(
      shown({ kind: 'problem', status: 'worth-a-look', problem: 'email-missing' }, 'zoe', {
        sort: { column: 'email', direction: 'ascending' },
        columns: { lastname: { kind: 'contains', text: 'groß' } },
      }),
    ).toEqual([4]);
  });

  it('does not move rows under the hand when a cell is edited', async () => {
    const session = await openRows(...three);
    expect(sorted(session, 'firstname', 'descending')).toEqual([4, 3, 2]);
    session.edit([{ rowNumber: 4, field: 'firstname', value: 'Aaa' }], 'Changed');
    expect(session.viewRows(0, 3).map(({ rowNumber }) => rowNumber)).toEqual([4, 3, 2]);
  });
});

describe('Ctrl and an arrow', () => {
  it('lead to the edge of what is filled', async () => {
    const session = await openRows(
      ...three,
      'd@example.com,,Nash,,',
      'e@example.com,,Nash,,',
      'f@example.com,Fay,X,,',
      'g@example.com,Gus,Y,,',
    );
    const down = (from: number) => session.edgeFrom(from, 'firstname', 'down');
    expect([0, 2, 4, 5, 6].map(down)).toEqual([2, 5, 5, 6, 6]);
    expect(session.edgeFrom(5, 'firstname', 'up')).toBe(2);
    expect(session.edgeFrom(0, 'cv_link', 'down')).toBe(6);
    expect(session.edgeFrom(5, 'row', 'up')).toBe(0);
  });
});

describe('the order of 20,000 texts', () => {
  it('is the collator’s, whatever they hold', async () => {
    const words = ['', 'ä', 'Z', 'ø', 'Đặng', 'a b', 'A-', '10', '9', '009', 'ß', '_', '10.5'];
    const texts = Array.from(
      { length: 20_000 },
      (_, index) => `${words[index % 13]}${(index * 7919) % 977}${words[(index * 31) % 13]}`,
    );
    const session = await openRows(...texts.map((text, index) => `p${index}@example.com,${text},,,`));
    for (const direction of ['ascending', 'descending'] as const) {
      const shown = session.find({ kind: 'all' }, '', {
        sort: { column: 'firstname', direction },
        columns: {},
      });
      const names = session.viewRows(0, shown).map(({ person }) => person.firstname ?? '');
      const { compare } = new Intl.Collator(undefined, { numeric: true });
      const outOfOrder = names.filter((name, index) => {
        const order = compare(names[index - 1] ?? name, name);
        return direction === 'ascending' ? order > 0 : order < 0;
      });
      expect(outOfOrder).toEqual([]);
    }
  });
});
