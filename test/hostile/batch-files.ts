import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { type HostileFile, makeWorkbook, namedFiles, peopleXml, refused, toBytes } from './hostile-file';

/** A batch of two people, as the app writes it; each file here differs from it in one thing. */
const head = {
  name: 'Graduate fair',
  source: {
    fileName: 'list.xlsx',
    sizeBytes: 1200,
    sha256: 'a'.repeat(64),
    sheetName: 'People',
    headerRow: 1,
  },
  columns: [
    { letter: 'A', header: 'Email' },
    { letter: 'B', header: 'Name' },
  ],
  work: {
    operation: 'invite',
    mapping: { columns: [{ field: 'email', place: 0 }] as object[], nameOrder: 'decide' },
    target: {
      setId: 'set-1',
      setTitle: 'Sales',
      projectId: null,
      projectTitle: null,
      jobPostId: null,
      jobPostTitle: null,
    },
    sendInvite: true as unknown,
    message: '<p>Dear you, {{interview_link}}</p>' as string | null,
    settings: null,
    firstRows: 3,
  },
  rowCount: 2,
};
const person = {
  email: 'ada@example.com' as string | null,
  firstname: null,
  lastname: null,
  cv_link: null,
  ats_candidate_id: null,
};
const rows: readonly object[] = [
  { row: 2, cells: ['ada@example.com', 'Ada'], person },
  { row: 3, cells: ['lin@example.com', 'Lin'], person: { ...person, email: 'lin@example.com' } },
];

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function sealed(content: Uint8Array, { version = '1', checksum = sha256(content) } = {}): Uint8Array {
  return Buffer.concat([toBytes(`FLOWBATCH ${version} ${checksum}\n`), gzipSync(content)]);
}

/** A content whose checksum is right: whoever makes a hostile file can count that too. */
const ofText = (text: string) => sealed(toBytes(text));
const ofLines = (lines: readonly string[]) => ofText(`${lines.join('\n')}\n`);
const ofObjects = (changedHead: object, changedRows: readonly object[] = rows) =>
  ofLines([changedHead, ...changedRows].map((value) => JSON.stringify(value)));
const good = () => ofObjects(head);
const withHead = (changes: object) => () => ofObjects({ ...head, ...changes });
const withWork = (changes: object) => () => ofObjects({ ...head, work: { ...head.work, ...changes } });
const withRow = (changes: object) => () => ofObjects(head, [{ ...rows[0], ...changes }, rows[1] as object]);
const withHeadText = (from: string, to: string) => () => {
  const text = JSON.stringify(head);
  if (!text.includes(from)) throw new Error(`The head does not hold ${from}.`);
  return ofLines([text.replace(from, to), ...rows.map((row) => JSON.stringify(row))]);
};

const notOurs = refused('file-damaged', /does not write/);
const damaged = refused('file-damaged', /not as it was when it was saved/);
const newer = refused('file-newer', /newer version .* Update the app/);
const tooLarge = refused('file-too-large');
const noBatch = refused('file-damaged', /does not begin as one/);
const megabyte = 1024 ** 2;

/** Batch files: damaged on their way, from another version, or made by somebody who means ill. */
export const batchFiles: readonly HostileFile[] = namedFiles('Graduate fair.flowbatch', [
  {
    what: 'a batch file as it should be',
    make: good,
    expected: {
      kind: 'rows',
      rows: [
        ['Email', 'Name'],
        ['ada@example.com', 'Ada'],
        ['lin@example.com', 'Lin'],
      ],
    },
  },
  { what: 'a batch file cut behind its first line', make: () => good().subarray(0, 77), expected: damaged },
  { what: 'a batch file cut in its first line', make: () => good().subarray(0, 30), expected: damaged },
  { what: 'a batch file cut in the middle', make: () => good().subarray(0, 300), expected: damaged },
  {
    what: 'a batch file with one byte changed',
    make: () => good().map((byte, at) => (at === 200 ? byte ^ 1 : byte)),
    expected: damaged,
  },
  {
    what: 'a batch file with another checksum',
    make: () => sealed(toBytes('x\n'), { checksum: 'b'.repeat(64) }),
    expected: damaged,
  },
  {
    what: 'a batch file without a checksum',
    make: () => sealed(toBytes('x\n'), { checksum: '' }),
    expected: damaged,
  },
  {
    what: 'a batch file sent as text, so that its line ends changed',
    make: () => Buffer.from(Buffer.from(good()).toString('latin1').replaceAll('\n', '\r\n'), 'latin1'),
    expected: damaged,
  },
  {
    what: 'a batch file sent as UTF-8 text',
    make: () => toBytes(Buffer.from(good()).toString('utf8')),
    expected: damaged,
  },
  {
    what: 'a batch file of version 2',
    make: () => sealed(toBytes('x\n'), { version: '2' }),
    expected: newer,
  },
  {
    what: 'a batch file of a version far ahead that packs in another way',
    make: () => toBytes('FLOWBATCH 41 zstd\n\u0001\u0002'),
    expected: newer,
  },
  {
    what: 'a batch file of version 0',
    make: () => sealed(toBytes('x\n'), { version: '0' }),
    expected: damaged,
  },
  {
    what: 'a batch file of a version that is no number',
    make: () => sealed(toBytes('x\n'), { version: '1x' }),
    expected: damaged,
  },
  {
    what: 'a list of CSV that is called a batch file',
    make: () => toBytes('Email,Name\nada@example.com,Ada\n'),
    expected: noBatch,
  },
  {
    what: 'a workbook that is called a batch file',
    make: () => makeWorkbook(peopleXml),
    expected: noBatch,
  },
  { what: 'zeros that are called a batch file', make: () => new Uint8Array(5000), expected: noBatch },
  {
    what: '300 MB of blanks in a batch file of 300 kB',
    make: () => sealed(Buffer.alloc(300 * megabyte, 0x20)),
    expected: tooLarge,
    isBomb: true,
  },
  {
    what: 'lists in lists, fifty million deep',
    make: () => sealed(Buffer.alloc(50 * megabyte, '[')),
    expected: notOurs,
    isBomb: true,
  },
  {
    what: 'objects in objects in a cell',
    make: () =>
      ofLines([JSON.stringify(head), `{"row":2,"cells":[${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}]}`]),
    expected: notOurs,
  },
  {
    what: 'one line of 60 MB',
    make: () => ofLines([JSON.stringify({ ...head, name: 'x'.repeat(60 * megabyte) })]),
    expected: tooLarge,
    isBomb: true,
  },
  {
    what: 'a million rows of 16,384 columns announced',
    make: withHead({
      rowCount: 1_048_576,
      columns: Array.from({ length: 16_384 }, () => ({ letter: 'A', header: '' })),
    }),
    expected: tooLarge,
    isBomb: true,
  },
  {
    what: 'ten million rows announced',
    make: withHead({ rowCount: 10_000_000 }),
    expected: notOurs,
  },
  {
    what: 'a key called __proto__',
    make: withHeadText('{"name"', '{"__proto__":{"isAdmin":true},"name"'),
    expected: notOurs,
  },
  {
    what: 'a key called __proto__ in a person',
    make: () =>
      ofLines([
        JSON.stringify(head),
        JSON.stringify(rows[0]).replace('"firstname"', '"__proto__":{"email":"x"},"firstname"'),
        JSON.stringify(rows[1]),
      ]),
    expected: notOurs,
  },
  {
    what: '“send email” twice, with two answers',
    make: withHeadText('"sendInvite":true', '"sendInvite":false,"sendInvite":true'),
    expected: notOurs,
  },
  {
    what: 'an address twice in one person',
    make: () =>
      ofLines([
        JSON.stringify(head),
        JSON.stringify(rows[0]).replace('"email":', '"email":"shown@example.com","email":'),
        JSON.stringify(rows[1]),
      ]),
    expected: notOurs,
  },
  { what: 'a key that nobody knows', make: withHead({ apiKey: 'fl_live_x' }), expected: notOurs },
  { what: 'a place of this computer in it', make: withHead({ workspaceId: 'ws-1' }), expected: notOurs },
  { what: 'blanks between the keys', make: withHeadText('"rowCount":2', '"rowCount": 2'), expected: notOurs },
  {
    what: 'a number in other words',
    make: withHeadText('"rowCount":2', '"rowCount":2e0'),
    expected: notOurs,
  },
  { what: 'letters written as escapes', make: withHeadText('Graduate', '\\u0047raduate'), expected: notOurs },
  {
    what: 'bytes that are no UTF-8',
    make: () => sealed(Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d, 0x0a])),
    expected: notOurs,
  },
  {
    what: 'a byte order mark in front of the content',
    make: () => ofText(`\ufeff${JSON.stringify(head)}\n`),
    expected: notOurs,
  },
  { what: 'nothing in it', make: () => ofText(''), expected: notOurs },
  { what: 'a head and nobody', make: () => ofObjects(head, []), expected: notOurs },
  {
    what: 'more people than announced',
    make: () => ofObjects(head, [...rows, { ...rows[1], row: 4 }]),
    expected: notOurs,
  },
  { what: 'fewer people than announced', make: () => ofObjects(head, rows.slice(0, 1)), expected: notOurs },
  {
    what: 'the last line without its end',
    make: () => ofText([head, ...rows].map((value) => JSON.stringify(value)).join('\n')),
    expected: notOurs,
  },
  { what: 'rows that go back', make: () => ofObjects(head, [...rows].reverse()), expected: notOurs },
  { what: 'the same row twice', make: withRow({ row: 3 }), expected: notOurs },
  { what: 'a person above the header', make: withRow({ row: 1 }), expected: notOurs },
  {
    what: 'a row beyond Excel’s last',
    make: () => ofObjects(head, [rows[0] as object, { ...rows[1], row: 1_048_577 }]),
    expected: notOurs,
  },
  { what: 'fewer cells than columns', make: withRow({ cells: ['ada@example.com'] }), expected: notOurs },
  {
    what: 'more cells than columns',
    make: withRow({ cells: ['ada@example.com', 'Ada', 'x'] }),
    expected: notOurs,
  },
  {
    what: 'a cell that is no text',
    make: withRow({ cells: ['ada@example.com', { toString: 'Ada' }] }),
    expected: notOurs,
  },
  {
    what: 'a cell of 40,000 characters in a batch file',
    make: withRow({ cells: ['ada@example.com', 'x'.repeat(40_000)] }),
    expected: notOurs,
  },
  { what: 'a row without its person', make: withRow({ person: undefined }), expected: notOurs },
  {
    what: 'a row that is left out and taken in',
    make: withRow({ leftOut: 'duplicate-in-file', takenIn: true }),
    expected: notOurs,
  },
  {
    what: 'a link behind a column that is not there',
    make: withRow({ links: [{ place: 7, address: 'https://cv.example.com/' }] }),
    expected: notOurs,
  },
  {
    what: 'an email column that is not there',
    make: withWork({ mapping: { columns: [{ field: 'email', place: 2 }], nameOrder: 'decide' } }),
    expected: notOurs,
  },
  {
    what: 'two columns for one field',
    make: withWork({
      mapping: {
        columns: [
          { field: 'email', place: 0 },
          { field: 'email', place: 1 },
        ],
        nameOrder: 'decide',
      },
    }),
    expected: notOurs,
  },
  { what: '“yes” in the place of yes or no', make: withWork({ sendInvite: 'yes' }), expected: notOurs },
  { what: 'an operation that nobody knows', make: withWork({ operation: 'delete' }), expected: notOurs },
  {
    what: 'a speed that nobody may have',
    make: withWork({ settings: { concurrency: 5000, peoplePerRequest: 1 } }),
    expected: notOurs,
  },
  {
    what: 'a message of two million characters',
    make: withWork({ message: 'x'.repeat(2_000_000) }),
    expected: notOurs,
  },
]);
