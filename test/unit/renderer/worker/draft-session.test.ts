// @vitest-environment node
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { pickOne, seededRandom } from '../../../../electron/practice/seeded-random';
import { DraftSession } from '../../../../renderer/worker/draft-session';
import { JournaledChanges } from '../../../../renderer/worker/journaled-changes';
import { RowChanges } from '../../../../renderer/worker/row-changes';
import { maxPieceLength, savedSheetSchema, sourceFileSchema } from '../../../../shared/drafts/draft';
import type { PersonField } from '../../../../shared/operations/field';

const samples = new URL('../../../fixtures/samples/', import.meta.url);

async function openSample(name: string): Promise<DraftSession> {
  const session = new DraftSession();
  await session.open(new Uint8Array(readFileSync(fileURLToPath(new URL(name, samples)))), name);
  return session;
}

async function openLines(lines: readonly string[]): Promise<DraftSession> {
  const session = new DraftSession();
  await session.open(new TextEncoder().encode(`${lines.join('\n')}\n`), 'people.csv');
  return session;
}

/** What the main process keeps of a session: bytes, small state, and texts. */
async function keep(session: DraftSession) {
  const work = await session.keptWork();
  if (work === null) throw new Error('nothing to keep');
  const bytes: number[] = [];
  for (;;) {
    const piece = session.fileBytes(bytes.length);
    if (piece.length === 0) break;
    bytes.push(...piece);
  }
  const parts: string[] = [];
  const { journalId, partCount } = work.sheet.changes;
  while (parts.length < partCount) parts.push(...(session.journalParts(journalId, parts.length) ?? []));
  return {
    source: sourceFileSchema.parse(JSON.parse(JSON.stringify(work.source))),
    sheet: savedSheetSchema.parse(JSON.parse(JSON.stringify(work.sheet))),
    bytes: Uint8Array.from(bytes),
    parts,
  };
}

async function bringBack({
  source,
  sheet,
  bytes,
  parts,
}: Awaited<ReturnType<typeof keep>>): Promise<DraftSession> {
  const session = new DraftSession();
  await session.open(bytes, source.fileName, sheet.reading ?? {});
  session.restoreChoices(sheet);
  session.restoreChanges(sheet.changes.journalId, []);
  for (const part of parts) session.restoreChanges(sheet.changes.journalId, [part]);
  return session;
}

/** Everything that a recruiter could see of a session. */
async function seen(session: DraftSession) {
  const { revision: _, ...summary } = session.check();
  const count = session.find({ kind: 'all' }, '');
  const { openId: __, ...work } = (await session.keptWork()) ?? {};
  return {
    summary,
    rows: session.viewRows(0, count),
    batch: session.batchRows(0),
    columns: session.columns(),
    names: session.nameExamples(),
    source: await session.batchSource(),
    work,
  };
}

/** Takes steps back until there is none, and does them again, looking each time. */
async function wayBack(session: DraftSession) {
  const looks: unknown[] = [];
  while (session.undo().sentence !== null) looks.push(await seen(session));
  while (session.redo().sentence !== null) looks.push(await seen(session));
  return looks;
}

describe('a draft brought back in a new worker', () => {
  const scripts: Record<string, (session: DraftSession) => void | Promise<void>> = {
    '01-career-site.csv': (session) => {
      const [first = 2, second = 3] = session.rawRows(2, 3).map(({ rowNumber }) => rowNumber);
      session.edit([{ rowNumber: first, field: 'email', value: 'ada@example.com' }], 'Changed');
      session.edit([{ rowNumber: second, field: 'lastname', value: null }], 'Changed');
      session.leaveOutThoseNeedingYou();
      session.undo();
      session.leaveOut([second]);
      session.takeIn([second]);
      session.undo();
    },
    '02-bewerber.csv': async (session) => {
      session.leaveOut([3]);
      await session.changeReading({ encoding: 'windows-1250', delimiter: ';' });
      session.edit([{ rowNumber: 4, field: 'firstname', value: 'Jiří' }], 'Changed');
    },
    '08-postulantes.xlsx': (session) => {
      const { columns } = session.columns();
      const unused = columns.find(({ field }) => field === null);
      if (unused !== undefined) session.assign(unused.columnIndex, 'ats_candidate_id');
      session.check();
      session.leaveOutThoseNeedingYou();
      session.edit([{ rowNumber: 9, field: 'ats_candidate_id', value: '00417' }], 'Changed');
      if (unused !== undefined) session.assign(unused.columnIndex, null);
      session.edit([{ rowNumber: 10, field: 'email', value: 'lin@example.com' }], 'Changed');
    },
    '09-candidats.xlsx': (session) => {
      const header = session.rawRows(1, 12).find(({ role }) => role === 'header')?.rowNumber ?? 1;
      session.chooseHeaderRow(header + 1);
      session.chooseHeaderRow(header);
      session.check();
      for (const kind of ['email-typo', 'link-not-direct'] as const)
        session.fixAllAlike('worth-a-look', kind as Parameters<DraftSession['fixAllAlike']>[1]);
    },
    '07-talent-pool.xlsm': (session) => {
      const last = session.chooseSheet(0).sheets.length - 1;
      session.chooseSheet(last);
      session.leaveOut([4, 5]);
    },
  };

  it.each(Object.keys(scripts))('%s: the same rows, problems, counts and way back', async (sample) => {
    const session = await openSample(sample);
    await scripts[sample]?.(session);
    const kept = await keep(session);
    const again = await bringBack(kept);
    expect(await seen(again)).toEqual(await seen(session));
    expect(await wayBack(again)).toEqual(await wayBack(session));
    expect(Buffer.from(kept.bytes)).toEqual(readFileSync(fileURLToPath(new URL(sample, samples))));
  });

  it.each(Array.from({ length: 40 }, (_, seed) => seed))(
    'whatever was done, in whatever order: %i',
    async (seed) => {
      const random = seededRandom(seed);
      const pick = <Value>(values: readonly Value[]): Value => pickOne(random, values);
      const session = await openLines([
        'Full name,E-Mail,Other mail',
        ...[2, 3, 4, 5, 6, 7].map((n) => `Ada Nr${n} Lovelace,ada${n % 5}@example.com,o${n}@example.com`),
      ]);
      session.check();
      const fields: readonly PersonField[] = ['email', 'firstname', 'lastname'];
      const values = [null, 'lin@example.com', '=1+1', 'Đặng "Minh"\u2028', '\ud83d\ude80', "'x"];
      const actions = [
        () =>
          session.edit([{ rowNumber: pick([2, 3, 4]), field: pick(fields), value: pick(values) }], 'Changed'),
        () => session.leaveOut([pick([2, 3, 4, 5])]),
        () => session.takeIn([pick([2, 3, 4, 5])]),
        () => session.undo(),
        () => session.undo(),
        () => session.redo(),
        () => session.setNameOrder(pick(['decide', 'first-word-is-family', 'last-word-is-family'] as const)),
        () => session.assign(pick([1, 2]), pick(['email' as const, null])),
      ];
      for (let step = 0; step < 25; step++) pick(actions)();
      const again = await bringBack(await keep(session));
      expect(await seen(again)).toEqual(await seen(session));
      expect(await wayBack(again)).toEqual(await wayBack(session));
    },
  );

  it('goes on in the same journal, so that only what is new has to be kept', async () => {
    const session = await openLines(['E-Mail,First name', 'ada@example.com,Ada', 'lin@example.com,Lin']);
    session.leaveOut([2]);
    const kept = await keep(session);
    const again = await bringBack(kept);
    again.leaveOut([3]);
    const later = await keep(again);
    expect(later.sheet.changes.journalId).toBe(kept.sheet.changes.journalId);
    expect(later.parts.slice(0, kept.parts.length)).toEqual(kept.parts);
    expect((await seen(await bringBack(later))).summary.leftOut).toBe(2);
  });

  it('begins another journal where other rows are worked on, and gives out no part of the old one', async () => {
    const session = await openLines(['E-Mail,First name', 'ada@example.com,Ada']);
    session.leaveOut([2]);
    const before = (await session.keptWork())?.sheet.changes.journalId ?? '';
    session.chooseSheet(0);
    expect(session.journalParts(before, 0)).toBeNull();
    expect((await session.keptWork())?.sheet.changes).toMatchObject({ partCount: 0 });
  });

  it('refuses parts that are none', async () => {
    const session = await openLines(['E-Mail,First name', 'ada@example.com,Ada']);
    for (const part of [
      '',
      '{}',
      '[]',
      '{"kind":"step","sentence":"x","changes":[{"kind":"value","rowNumber":0,"field":"email","value":"x"}],"hasMore":false}',
      '{"kind":"step","sentence":"x","changes":[{"kind":"value","rowNumber":2,"field":"__proto__","value":"x"}],"hasMore":false}',
    ])
      expect(() => session.restoreChanges('other', [part]), part).toThrow();
  });
});

describe('the journal', () => {
  it('has an entry for everything that changes rows', () => {
    const changing = Object.getOwnPropertyNames(RowChanges.prototype).filter(
      (name) =>
        !['constructor', 'put', 'putValue', 'toDoneChange', 'hasEdits', 'valueOf', 'mapOf'].includes(name) &&
        typeof Object.getOwnPropertyDescriptor(RowChanges.prototype, name)?.value === 'function',
    );
    for (const name of changing) expect(Object.hasOwn(JournaledChanges.prototype, name), name).toBe(true);
    expect(changing.length).toBeGreaterThan(3);
  });

  it('keeps 100,000 changed cells in parts that each fit in a message', () => {
    const changes = new JournaledChanges();
    changes.apply(
      'Fixed 100,000 emails',
      Array.from({ length: 100_000 }, (_, index) => ({
        kind: 'value' as const,
        rowNumber: index + 2,
        field: 'email' as const,
        // Each of these characters is written as six.
        value: index === 7 ? '\u0001'.repeat(40_000) : `person${index}@example.com`,
      })),
    );
    const parts: string[] = [];
    while (parts.length < changes.partCount)
      parts.push(...changes.readParts(parts.length, 500, maxPieceLength));
    expect(Math.max(...parts.map(({ length }) => length))).toBeLessThan(maxPieceLength);
    const again = new JournaledChanges(changes.journalId);
    for (const part of parts) again.replay(part);
    expect(again.edits.size).toBe(100_000);
    expect(again.edits.get(100_001)).toEqual({ email: 'person99999@example.com' });
    expect(again.undo()).toBe('Fixed 100,000 emails');
    expect(again.edits.size).toBe(0);
  });

  it('never grows without an end: after many changes it begins anew with their result', () => {
    const changes = new JournaledChanges('first', 10_000);
    for (let round = 0; round < 12; round++)
      changes.apply(
        'Changed',
        Array.from({ length: 1000 }, (_, index) => ({
          kind: 'value' as const,
          rowNumber: index + 2,
          field: 'email' as const,
          value: `${round}@example.com`,
        })),
      );
    changes.apply('Left out row 2', [{ kind: 'decision', rowNumber: 2, decision: 'leave-out' }]);
    expect(changes.journalId).not.toBe('first');
    const parts = changes.readParts(0, changes.partCount, Number.POSITIVE_INFINITY);
    expect(parts.length).toBeLessThan(5);
    const again = new JournaledChanges(changes.journalId);
    for (const part of parts) again.replay(part);
    expect(again.edits).toEqual(changes.edits);
    expect([...again.leftOut]).toEqual([2]);
    expect(again.undoes).toBe('Left out row 2');
  });
});
