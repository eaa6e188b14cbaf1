import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { runCli } from '../../../../electron/cli/cli';
import { makeIo } from './make-io';

const samples = resolve(import.meta.dirname, '../../../fixtures/samples');

interface ExpectedFile {
  readonly file: string;
  readonly sheet: string | null;
  readonly headerRow: number | null;
  readonly dataRows: number;
  readonly columns: Readonly<Record<string, string | null>>;
  readonly outcome: 'read' | 'explain' | 'read-or-explain';
  readonly rows: readonly ExpectedRow[];
  readonly problems: readonly ExpectedProblem[];
}
interface ExpectedRow {
  readonly rowNumber: number;
  readonly accept?: Readonly<Record<string, readonly (string | null)[]>>;
}
interface ExpectedProblem {
  readonly rowNumber: number | null;
  readonly field: string | null;
  readonly kind: string;
  readonly debatable?: boolean;
}
const expected = JSON.parse(readFileSync(join(samples, 'expected.json'), 'utf8')) as ExpectedFile[];

async function check(...words: string[]) {
  const io = makeIo();
  const exitCode = await runCli(['check', ...words], io);
  return { exitCode, io, answer: JSON.parse(io.printed.at(-1) ?? 'null') as Record<string, unknown> | null };
}

function writeSheet(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'check-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, 'people.csv'), text);
  return join(folder, 'people.csv');
}

function problemKeys(answer: Record<string, unknown> | null): string[] {
  return ((answer?.problems ?? []) as ExpectedProblem[]).map(toKey);
}

const toKey = ({ rowNumber, field, kind }: ExpectedProblem) => `${rowNumber} ${field} ${kind}`;

test.each(expected.filter(({ outcome }) => outcome !== 'explain'))(
  '$file: sheet, header, rows, mapping and problems are what a careful human reads',
  async ({ file, sheet, headerRow, dataRows, columns, problems }) => {
    const { exitCode, answer } = await check(join(samples, file), '--json');
    expect(exitCode).toBe(0);
    expect(answer).toMatchObject({ file, sheet, headerRow, rows: dataRows });
    expect(answer?.mapping).toEqual(columns);
    const raised = problemKeys(answer);
    expect(problems.map(toKey)).toEqual(expect.arrayContaining(raised));
    expect(raised).toEqual(expect.arrayContaining(problems.filter(({ debatable }) => !debatable).map(toKey)));
    expect(new Set(raised).size).toBe(raised.length);
  },
);

test.each(expected.filter(({ outcome }) => outcome !== 'explain'))(
  '$file: the first people are shown as a careful human reads them',
  async ({ file, rows }) => {
    const { answer } = await check(join(samples, file), '--json');
    const shown = answer?.sample as readonly Record<string, string | number | null>[];
    expect(shown).toHaveLength(5);
    for (const person of shown) {
      const { accept = {}, ...wanted } = rows.find(({ rowNumber }) => rowNumber === person.rowNumber) ?? {};
      for (const [field, text] of Object.entries(wanted))
        expect([text, ...(accept[field] ?? [])], `row ${person.rowNumber}, ${field}`).toContain(
          person[field],
        );
    }
  },
);

test.each(expected.filter(({ outcome }) => outcome === 'explain'))(
  '$file: exit 1, a sentence, and the reason in the answer',
  async ({ file, headerRow, columns, problems }) => {
    const { exitCode, io, answer } = await check(join(samples, file), '--json');
    expect(exitCode).toBe(1);
    expect(io.said[0]).toMatch(/^[A-Z].*\.$/s);
    expect(answer).toMatchObject({ headerRow, rows: 0, problems: [{ blocking: true, message: io.said[0] }] });
    expect(answer?.mapping).toEqual(columns);
    expect(problemKeys(answer)).toEqual(problems.map(toKey));
  },
);

test('a named column takes the place of the proposed one, by header or by letter', async () => {
  const path = writeSheet(
    'Email,Private mail,Name\nhr@example.com,ana@example.com,Ana Silva\nhr@example.com,bo@example.com,Bo Lund\n',
  );
  const { answer } = await check(path, '--map', 'private MAIL=email', '--map', 'C=firstname', '--json');
  expect(answer).toMatchObject({
    mapping: { email: 'Private mail', firstname: 'Name' },
    sample: [{ email: 'ana@example.com', firstname: 'Ana Silva' }, { email: 'bo@example.com' }],
  });
});

test('a header row can be told, and 0 means none', async () => {
  const path = writeSheet('List of March,\nMail,First name\nana@example.com,Ana\n');
  expect((await check(path, '--header-row', '2', '--json')).answer).toMatchObject({ headerRow: 2, rows: 1 });
  expect((await check(path, '--header-row', '0', '--json')).answer).toMatchObject({
    headerRow: null,
    rows: 3,
  });
});

test.each([
  [['--sheet', 'Nowhere'], /has no sheets/],
  [['--map', 'Phone=email'], /There is no column “Phone”\. .* The columns are: Mail, First name\./],
  [['--header-row', '2'], /There is nobody below row 2\./],
])('%j on a small text file is refused with a sentence', async (words, sentence) => {
  const { exitCode, io } = await check(writeSheet('Mail,First name\nana@example.com,Ana\n'), ...words);
  expect([exitCode, io.printed]).toEqual([1, []]);
  expect(io.said.join(' ')).toMatch(sentence);
});

test('without --json the answer is for people', async () => {
  const { io } = await (async () => {
    const io = makeIo();
    await runCli(['check', writeSheet('Mail,First name\nana@example.com,Ana\nbo@example,Bo\n')], io);
    return { io };
  })();
  expect(io.printed).toEqual([
    'people.csv: 2 rows, header in row 1.',
    '  email: column A “Mail”',
    '  firstname: column B “First name”',
    expect.stringMatching(/^Row 3 \(stops\): /),
    '1 of 2 rows can be sent.',
  ]);
});

test('help for all and for each command goes to stdout; no command at all is refused', async () => {
  for (const words of [
    ['--help'],
    ['help'],
    ['check', '--help'],
    ['run', '--help'],
    ['runs', '--help'],
    ['resume', '--help'],
    ['unsure', '--help'],
    ['again', '--help'],
    ['results', '--help'],
    ['practice', '--help'],
  ]) {
    const io = makeIo();
    expect([words, await runCli(words, io), io.said]).toEqual([words, 0, []]);
    expect(io.printed[0]).toContain(
      words[0] === '--help' || words[0] === 'help' ? 'Flowmingo Batch' : words[0],
    );
  }
  const io = makeIo();
  expect([await runCli([], io), io.printed]).toEqual([1, []]);
});

test('another list in the sheet is one of the problems, and its people are none of the rows', async () => {
  const file = writeSheet(
    'Name,Email\nAnn,ann@example.com\nBo,bo@example.com\n\nEmail,Name\ncy@example.com,Cy\n',
  );
  const { exitCode, answer } = await check(file, '--json');
  expect(exitCode).toBe(0);
  expect(answer).toMatchObject({ headerRow: 1, rows: 2 });
  expect(answer?.problems).toMatchObject([{ rowNumber: 5, kind: 'other-list', blocking: false }]);
});

test('links that cannot be told are a problem, and a hidden column of addresses stands back', async () => {
  const { answer } = await check(resolve(samples, '../old-workbooks/links-to-cells.ods'), '--json');
  expect(answer?.mapping).toMatchObject({ email: 'Email', cv_link: 'CV' });
  expect(answer?.problems).toContainEqual(expect.objectContaining({ rowNumber: 4, kind: 'link-unknown' }));
  expect(answer?.sample).toMatchObject([
    { email: 'ann@example.com', cv_link: 'https://cv.example.com/ann.pdf' },
    { email: 'bo@example.com', cv_link: 'https://cv.example.com/bo.pdf' },
    { email: 'cy@example.com', cv_link: 'CV' },
    { email: 'di@example.com', cv_link: 'CV' },
  ]);
});
