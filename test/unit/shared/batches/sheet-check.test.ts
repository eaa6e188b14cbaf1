import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toBatchRow } from '../../../../shared/batches/batch-cells';
import type { EarlierInvite } from '../../../../shared/batches/earlier-invite';
import { EarlierInvites, toAlreadyInvited } from '../../../../shared/batches/earlier-invites';
import { prepareRows } from '../../../../shared/batches/prepare-rows';
import { type RowChoices, SheetCheck } from '../../../../shared/batches/sheet-check';
import type { Person, PersonField } from '../../../../shared/operations/field';
import { toInviteCandidate } from '../../../../shared/operations/invite-candidate';
import type { LinkOutcome } from '../../../../shared/operations/link-outcome';
import type { Mapping } from '../../../../shared/operations/mapping';
import { toPeople } from '../../../../shared/operations/to-people';
import type { SheetRow, Table } from '../../../../shared/spreadsheets/spreadsheet';

const fields = [
  'email',
  'firstname',
  'lastname',
  'cv_link',
  'ats_candidate_id',
] as const satisfies readonly PersonField[];
const mapping: Mapping = {
  columns: { email: 0, firstname: 1, lastname: 2, cv_link: 3, ats_candidate_id: 4 },
  nameOrder: 'decide',
};

/** Few values, so that rows are doubles, lose their common domain, and are one slip away from it. */
const values: Readonly<Record<PersonField, readonly string[]>> = {
  email: [
    '',
    'ana@northwind.example',
    'ANA@northwind.example',
    'bo@northwind.example',
    'cy@northwind.example',
    'di@nortwind.example',
    'ed@gmial.com',
    'e.d@gmail.com',
    'ed@gmail.com',
    'ED@googlemail.com',
    'fay@',
    'gus@@northwind.example',
    'hal\u0007@northwind.example',
    'Ida <ida@northwind.example>',
    'ida@northwind.example; jo@northwind.example',
    'n/a',
    'work: ana@northwind.example / home: bo@northwind.example',
  ],
  firstname: ['', 'Ana', '-', '=Ana', 'Ngọc', 'Ana\nMaria', 'ALİ', 'ELİF', 'İREM', 'PINAR'],
  lastname: ['', 'Silva', 'n/a', '?', 'DEMİR', 'KAYA', 'O&#39;Hara'],
  cv_link: [
    '',
    'https://cv.example.com/1.pdf',
    'https://cv.example.com/2.pdf',
    'http://cv.example.com/1.pdf',
    'C:\\cv.pdf',
    'https://cv.example.com:99999/1.pdf',
    'https://xn--a.com/1.pdf',
    'https://drive.google.com/file/d/1/view',
  ],
  ats_candidate_id: ['', 'A-1', 'A-2', 'A-3', '000', '1.23457E+15', 'n/a'],
};

const cellsOf = fc.tuple(...fields.map((field) => fc.constantFrom(...values[field])));
const tables = fc
  .array(fc.record({ cells: cellsOf, hidden: fc.boolean(), gap: fc.nat(2) }), { minLength: 1, maxLength: 30 })
  .map((lines): Table => {
    let rowNumber = 1;
    const rows = lines.map(({ cells, hidden, gap }): SheetRow => {
      rowNumber += 1 + gap;
      return { rowNumber, cells, hidden };
    });
    const columns = fields.map((header, columnIndex) => ({
      columnIndex,
      letter: 'ABCDE'[columnIndex] ?? '',
      header,
    }));
    return { headerRow: 1, headerReason: '', columns, rows, leftOut: [] };
  });

type Step =
  | {
      readonly kind: 'edit';
      readonly place: number;
      readonly field: PersonField;
      readonly value: string | null;
    }
  | { readonly kind: 'take-back' | 'leave-out' | 'take-in'; readonly place: number }
  | { readonly kind: 'history'; readonly keys: readonly string[]; readonly atsId: string | null }
  | { readonly kind: 'looked-at'; readonly link: string; readonly outcome: LinkOutcome };

const places = fc.nat(29);
const steps: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.constantFrom(...fields).chain((field) =>
      fc.record({
        kind: fc.constant('edit' as const),
        place: places,
        field: fc.constant(field),
        value: fc.constantFrom(...values[field]).map((value) => value || null),
      }),
    ),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('take-back' as const), place: places }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('leave-out' as const), place: places }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('take-in' as const), place: places }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('history' as const),
      keys: fc.subarray(['ana@northwind.example', 'bo@northwind.example', 'cv https://cv.example.com/1.pdf']),
      atsId: fc.constantFrom(null, 'A-1', 'A-2'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('looked-at' as const),
      link: fc.constantFrom(...values.cv_link.filter((link) => link !== '')),
      outcome: fc.constantFrom<LinkOutcome>(
        { kind: 'asks-login', status: 403 },
        { kind: 'not-a-file', what: 'page' },
        { kind: 'not-checked', why: 'stopped' },
      ),
    }),
  },
);

const invitedAtMs = Date.UTC(2026, 4, 3);
const makeInvite = (personKey: string, ordinal: number, atsId: string | null): EarlierInvite => ({
  personKey,
  email: personKey.startsWith('cv ') ? null : personKey,
  personName: 'Ana Silva',
  cvLink: personKey.startsWith('cv ') ? personKey.slice(3) : null,
  atsId,
  setId: 'set-1',
  projectId: null,
  targetTitle: 'Sales',
  outcome: 'done',
  atMs: invitedAtMs,
  runId: 'run-1',
  runNumber: 1,
  ordinal,
});

/** What the recruiter's hand leaves behind; the maps stay the same objects, as in the worker. */
class Choices implements RowChoices {
  readonly edits = new Map<number, Partial<Record<PersonField, string | null>>>();
  readonly leftOut = new Set<number>();
  readonly takenIn = new Set<number>();
  readonly linkOutcomes = new Map<string, LinkOutcome>();
  alreadyInvited: RowChoices['alreadyInvited'];

  take(step: Step, table: Table): void {
    if (step.kind === 'history') {
      const invites = new EarlierInvites();
      invites.add(step.keys.map((key, ordinal) => makeInvite(key, ordinal, step.atsId)));
      this.alreadyInvited = toAlreadyInvited(invites, { setId: 'set-1', projectId: null }, invitedAtMs);
      return;
    }
    if (step.kind === 'looked-at') {
      this.linkOutcomes.set(step.link, step.outcome);
      return;
    }
    const rowNumber = table.rows[step.place % table.rows.length]?.rowNumber ?? 0;
    if (step.kind === 'edit') {
      const edit: Partial<Record<PersonField, string | null>> = this.edits.get(rowNumber) ?? {};
      edit[step.field] = step.value;
      this.edits.set(rowNumber, edit);
    } else if (step.kind === 'take-back') this.edits.delete(rowNumber);
    else this.toggle(step.kind === 'leave-out' ? this.leftOut : this.takenIn, rowNumber);
  }

  private toggle(rows: Set<number>, rowNumber: number): void {
    if (!rows.delete(rowNumber)) rows.add(rowNumber);
  }
}

describe('a sheet whose rows change', () => {
  test('has the same rows and problems after each change as one that is checked from the beginning', () => {
    fc.assert(
      fc.property(tables, fc.array(steps, { minLength: 1, maxLength: 12 }), (table, done) => {
        const choices = new Choices();
        const check = new SheetCheck(table, toPeople(table, mapping));
        check.update(choices);
        for (const step of done) {
          choices.take(step, table);
          check.update(choices);
          const whole = prepareRows({ table, mapping, ...choices });
          expect(check.rows.map(toBatchRow)).toEqual(whole.rows);
          expect(check.rows.flatMap((_, index) => check.problemsOf(index))).toEqual(whole.problems);
        }
      }),
      { numRuns: 400 },
    );
  });

  test('touches only the edited row and its doubles', () => {
    const rows = Array.from({ length: 1000 }, (_, index): SheetRow => {
      const email = index % 500 === 7 ? 'same@northwind.example' : `p${index}@northwind.example`;
      return { rowNumber: index + 2, cells: [email, 'Ana', 'Silva', '', ''], hidden: false };
    });
    const table: Table = { headerRow: 1, headerReason: '', columns: [], rows, leftOut: [] };
    const choices = new Choices();
    const check = new SheetCheck(table, toPeople(table, mapping));
    check.update(choices);
    const before = [...check.rows];
    expect(before[507]?.skip?.why).toBe('duplicate-in-file');
    choices.edits.set(9, { email: 'other@northwind.example' });
    check.update(choices);
    const changed = check.rows.filter((row, index) => row !== before[index]);
    expect(changed.map(({ rowNumber, skip }) => [rowNumber, skip])).toEqual([
      [9, null],
      [509, null],
    ]);
  });

  test('lets through only people whom Flowmingo takes', () => {
    fc.assert(
      fc.property(tables, (table) => {
        for (const { person, skip } of prepareRows({ table, mapping }).rows)
          if (skip === null) expect(() => toInviteCandidate(person satisfies Person)).not.toThrow();
      }),
      { numRuns: 200 },
    );
  });
});
