// @vitest-environment node
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HandOverSession, type HandOverWork } from '../../../../renderer/worker/hand-over-session';
import { unpackBatchFile } from '../../../../shared/hand-over/unpack-batch-file';
import type { BatchRow } from '../../../../shared/operations/batch';
import type { PersonField } from '../../../../shared/operations/field';
import { makeEarlierInvite } from '../../../helpers/make-earlier-invite';

const samples = new URL('../../../fixtures/samples/', import.meta.url);
const work: HandOverWork = {
  operation: 'invite',
  target: {
    setId: 'set-1',
    setTitle: 'Sales Assessment',
    projectId: null,
    projectTitle: null,
    jobPostId: null,
    jobPostTitle: null,
  },
  sendInvite: true,
  message: '<p>Dear {{candidate_name}}, {{interview_link}}</p>',
  nameFallback: { words: 'candidate', forRows: [{ rowNumber: 5, words: 'friend' }] },
  settings: { concurrency: 2, peoplePerRequest: 1 },
  firstRows: 3,
};

async function openFile(bytes: Uint8Array, name: string): Promise<HandOverSession> {
  const session = new HandOverSession();
  const file = await session.open(bytes, name);
  expect(file.notices.filter(({ blocking }) => blocking)).toEqual([]);
  return session;
}

async function pack(session: HandOverSession, given: HandOverWork = work): Promise<Uint8Array> {
  const packed = await session.packHandOver('Graduate fair', given);
  if (packed.kind !== 'packed') throw new Error(packed.kind);
  const bytes: number[] = [];
  while (bytes.length < packed.sizeBytes) bytes.push(...session.handOverBytes(bytes.length));
  return Uint8Array.from(bytes);
}

function rowsOf(session: HandOverSession): BatchRow[] {
  session.check();
  const rows: BatchRow[] = [];
  for (;;) {
    const chunk = session.batchRows(rows.length);
    if (chunk.length === 0) return rows;
    rows.push(...chunk);
  }
}

/** What matters of a row to somebody who sends it: not the words for why it is left out. */
function toOutcome({ rowNumber, cells, person, skip }: BatchRow) {
  return { rowNumber, cells, person, isSent: skip === null };
}

describe('a batch is the same after it was handed over', () => {
  it.each([
    '01-career-site.csv',
    '02-bewerber.csv',
    '03-kandydaci.xlsx',
    '07-talent-pool.xlsm',
    '09-candidats.xlsx',
  ])('%s with changes by hand', async (name) => {
    const sender = await openFile(new Uint8Array(readFileSync(fileURLToPath(new URL(name, samples)))), name);
    const [first, second, third] = rowsOf(sender);
    sender.edit([{ rowNumber: first?.rowNumber ?? 0, field: 'firstname', value: 'Zdeňka' }], 'Changed');
    sender.edit([{ rowNumber: second?.rowNumber ?? 0, field: 'ats_candidate_id', value: null }], 'Changed');
    sender.leaveOut([third?.rowNumber ?? 0]);
    const bytes = await pack(sender);
    const receiver = await openFile(bytes, 'Graduate fair.flowbatch');
    expect(rowsOf(receiver).map(toOutcome)).toEqual(rowsOf(sender).map(toOutcome));
    expect(receiver.columns().columns.map(({ field, header, letter }) => [field, header, letter])).toEqual(
      sender.columns().columns.map(({ field, header, letter }) => [field, header, letter]),
    );
    // Handed on, it is the same batch, whatever the file is called.
    expect(await pack(receiver)).toEqual(bytes);
  });

  it('with words for people without a first name, and a file that has none is read as well', async () => {
    const bytes = new TextEncoder().encode('Email,First name\r\na@example.com,\r\nb@example.com,Ana\r\n');
    const sender = await openFile(bytes, 'people.csv');
    const fallbackOf = async (given: HandOverWork) => {
      const { head } = await unpackBatchFile(await pack(sender, given));
      return head.work.operation === 'invite' ? (head.work.nameFallback ?? 'none') : null;
    };
    const { nameFallback, ...without } = work as Extract<HandOverWork, { operation: 'invite' }>;
    expect(await fallbackOf(work)).toEqual(nameFallback);
    expect(await fallbackOf(without)).toBe('none');
  });

  it('whatever is in it and whatever was done to it', async () => {
    const word = fc.constantFrom(
      'Ana',
      'ÉVA',
      'Minh Anh',
      '"',
      '\\',
      '=1+1',
      "'x",
      '🙂',
      '\u2028',
      '__proto__',
      ' ',
    );
    const email = fc.constantFrom(
      'a@example.com',
      'b@example.com',
      'c@example.com',
      'A@EXAMPLE.com',
      'x@',
      '',
      'd@example.com',
    );
    const row = fc.tuple(word, word, email, word);
    const change = fc.record({
      index: fc.nat(7),
      field: fc.constantFrom<PersonField>('email', 'firstname', 'lastname', 'ats_candidate_id'),
      value: fc.oneof(email, word, fc.constant(null)),
      what: fc.constantFrom('edit', 'leave-out', 'take-in', 'undo'),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 1, maxLength: 8 }),
        fc.array(change, { maxLength: 8 }),
        async (rows, changes) => {
          const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
          const lines = [
            ['First name', 'Last name', 'Email', 'Candidate ID'],
            ...rows,
            ['Zora', 'Zet', 'z@example.com', '9'],
          ];
          const text = lines.map((cells) => cells.map(quoted).join(',')).join('\r\n');
          const sender = await openFile(new TextEncoder().encode(`${text}\r\n`), 'people.csv');
          const numbers = rowsOf(sender).map(({ rowNumber }) => rowNumber);
          for (const { index, field, value, what } of changes) {
            const rowNumber = numbers[index % numbers.length] ?? 0;
            if (what === 'edit') sender.edit([{ rowNumber, field, value }], 'Changed');
            else if (what === 'leave-out') sender.leaveOut([rowNumber]);
            else if (what === 'take-in') sender.takeIn([rowNumber]);
            else sender.undo();
          }
          const bytes = await pack(sender);
          const receiver = await openFile(bytes, 'x.flowbatch');
          expect(rowsOf(receiver).map(toOutcome)).toEqual(rowsOf(sender).map(toOutcome));
          expect(await pack(receiver)).toEqual(bytes);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('comes back from a draft as it was handed over, with what the receiver changed', async () => {
    const name = '01-career-site.csv';
    const sender = await openFile(new Uint8Array(readFileSync(fileURLToPath(new URL(name, samples)))), name);
    const [first] = rowsOf(sender);
    sender.leaveOut([first?.rowNumber ?? 0]);
    const bytes = await pack(sender);
    const receiver = await openFile(bytes, 'x.flowbatch');
    const [, second] = rowsOf(receiver);
    receiver.edit([{ rowNumber: second?.rowNumber ?? 0, field: 'lastname', value: 'Receiver' }], 'Changed');
    receiver.columns();
    const kept = await receiver.keptWork();
    if (kept === null) throw new Error('nothing kept');
    const { journalId, partCount } = kept.sheet.changes;
    const parts = receiver.journalParts(journalId, 0) ?? [];
    expect(parts).toHaveLength(partCount);
    const again = await openFile(bytes, 'x.flowbatch');
    again.restoreChoices(kept.sheet);
    again.restoreChanges(journalId, []);
    again.restoreChanges(journalId, parts);
    expect(rowsOf(again)).toEqual(rowsOf(receiver));
  });
});

describe('what the sender decided', () => {
  const lines = [
    'Email,Name',
    'ana@example.com,Ana Silva',
    'ben@example.com,Ben Ode',
    'ana@example.com,Ana Silva',
    'cat@example.com,Cat Lin',
  ];
  const open = () => openFile(new TextEncoder().encode(`${lines.join('\n')}\n`), 'people.csv');

  it('cannot be taken back by one Undo too many', async () => {
    const sender = await open();
    sender.leaveOut([3]);
    const receiver = await openFile(await pack(sender), 'x.flowbatch');
    expect(receiver.check()).toMatchObject({ undoes: null, leftOut: 2 });
    receiver.undo();
    expect(receiver.check().leftOut).toBe(2);
  });

  it('leaves out whom the sender’s history had invited, with the reason and without a run of the sender’s', async () => {
    const sender = await open();
    sender.check();
    const question = sender.historyQuestion(100);
    if (question === null) throw new Error('nothing to ask');
    sender.addEarlierInvites(question, [
      makeEarlierInvite({
        personKey: 'ben@example.com',
        email: 'ben@example.com',
        setId: 'set-1',
        runNumber: 471,
      }),
    ]);
    sender.chooseTarget({ setId: 'set-1', projectId: null });
    expect(rowsOf(sender).find(({ rowNumber }) => rowNumber === 3)?.skip?.why).toBe('already-invited');
    const bytes = await pack(sender);
    const receiver = await openFile(bytes, 'x.flowbatch');
    const row = rowsOf(receiver).find(({ rowNumber }) => rowNumber === 3);
    expect(row?.skip).toEqual({
      why: 'left-out-by-you',
      detail: 'Left out when prepared: invited before.',
    });
    receiver.find({ kind: 'all' }, '');
    expect(receiver.viewRows(1, 2)[0]?.inShort).toBe('Left out when prepared: invited before');
    expect(JSON.stringify(rowsOf(receiver))).not.toContain('471');
    // Who receives it may take somebody in again.
    receiver.takeIn([3]);
    expect(rowsOf(receiver).find(({ rowNumber }) => rowNumber === 3)?.skip).toBeNull();
  });

  it('sends to a double that was taken in, but not past the receiver’s own history', async () => {
    const sender = await open();
    sender.check();
    sender.takeIn([4]);
    const receiver = await openFile(await pack(sender), 'x.flowbatch');
    expect(rowsOf(receiver).find(({ rowNumber }) => rowNumber === 4)?.skip).toBeNull();
    const question = receiver.historyQuestion(100);
    if (question === null) throw new Error('nothing to ask');
    receiver.addEarlierInvites(question, [
      makeEarlierInvite({ personKey: 'ana@example.com', email: 'ana@example.com', setId: 'set-1' }),
    ]);
    receiver.chooseTarget({ setId: 'set-1', projectId: null });
    const anas = rowsOf(receiver).filter(({ person }) => person.email === 'ana@example.com');
    expect(anas.map(({ skip }) => skip?.why)).toEqual(['already-invited', 'already-invited']);
  });
});
