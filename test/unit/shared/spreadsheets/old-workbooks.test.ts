import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { openSpreadsheet } from '../../../../shared/spreadsheets/open-spreadsheet';
import type { OpenedSpreadsheet } from '../../../../shared/spreadsheets/spreadsheet';
import { label, makeBiffStream, makeCompoundFile, words } from '../../../hostile/make-old-workbook';

/** One workbook: written by xlwt as Excel 97 did, and saved by LibreOffice 7.4 in both old formats. */
async function openFixture(fileName: string): Promise<OpenedSpreadsheet> {
  const path = fileURLToPath(new URL(`../../../fixtures/old-workbooks/${fileName}`, import.meta.url));
  return openSpreadsheet({ fileName, bytes: new Uint8Array(readFileSync(path)) });
}

const header = [
  'Candidate ID',
  'Name',
  'Email',
  'CV',
  'Applied',
  'Score',
  'Rate',
  'Active',
  'Notes',
  'Doubled',
];

/** What LibreOffice shows in each; formulas were not calculated by xlwt (a link says what it shows), and LibreOffice writes 0 for those that give text. */
const shown = {
  'excel-97.xls': { cv: 'CV', truth: ['TRUE', 'FALSE'], doubled: ['', ''], links: true },
  'libreoffice.xls': { cv: '0', truth: ['TRUE', 'FALSE'], doubled: ['15', '-6'], links: true },
  'libreoffice.ods': { cv: 'CV', truth: ['1', '0'], doubled: ['15', '-6'], links: true },
};

it.each(Object.entries(shown))(
  '%s is read as it is shown',
  async (fileName, { cv, truth, doubled, links }) => {
    const { format, notices, sheets } = await openFixture(fileName);
    expect([format, notices]).toEqual(['workbook', []]);
    expect(sheets.map(({ name, visibility, rows }) => [name, visibility, rows.length])).toEqual([
      ['Shortlist', 'visible', 6],
      ['Lists', 'hidden', 121],
    ]);
    const rows = sheets[0]?.rows ?? [];
    expect(rows.map(({ rowNumber, hidden }) => [rowNumber, hidden])).toEqual([
      [1, false],
      [2, false],
      [3, true],
      [4, false],
      [7, false],
      [8, false],
    ]);
    const padded = (...cells: string[]) => header.map((_, column) => cells[column] ?? '');
    expect(rows.map(({ cells }) => padded(...cells))).toEqual([
      header,
      padded(
        '00042',
        'Zoë Lefèvre',
        'zoe@example.com',
        cv,
        '21/03/2026',
        '7.5',
        '12.5%',
        truth[0] ?? '',
        'x',
        doubled[0] ?? '',
      ),
      padded(
        '00007',
        'Nguyễn Thị Ánh',
        'anh@example.com',
        cv,
        '01/12/2025',
        '-3',
        '100.0%',
        truth[1] ?? '',
        'two\nlines',
        doubled[1] ?? '',
      ),
      padded(
        '123456',
        'Jürgen Müller',
        'jurgen@example.com',
        '',
        '',
        '1234567',
        '0.0%',
        truth[0] ?? '',
        'long '.repeat(400),
        doubled[0] === '' ? '' : '2469134',
      ),
      padded('merged'),
      padded('', 'Rich text'),
    ]);
    expect(rows.map((row) => [...(row.links ?? [])])).toEqual([
      [],
      links ? [[3, 'https://cv.example.com/1']] : [],
      links ? [[3, 'https://cv.example.com/2']] : [],
      [],
      [],
      [],
    ]);
    // Strings that go on from record to record, in letters of one byte and of two.
    expect(sheets[1]?.rows.map(({ cells }) => cells)).toEqual([
      ['hidden sheet'],
      ...Array.from({ length: 120 }, (_, index) => [`${index % 3 ? 'łódź' : 'plain'} ${index} `.repeat(20)]),
    ]);
  },
);

it('links and HYPERLINK formulas of an old workbook give their addresses', async () => {
  const url = Buffer.from('https://cv.example.com/ada\0', 'utf16le');
  const link = Buffer.concat([
    words(1, 1, 1, 1),
    Buffer.alloc(16),
    words(2, 0, 0x03, 0),
    Buffer.from('e0c9ea79f9bace118c8200aa004ba90b', 'hex'),
    words(url.length, 0),
    url,
  ]);
  const address = 'https://cv.example.com/lin';
  const tokens = Buffer.concat([
    Buffer.from([0x17, address.length, 0]),
    Buffer.from(address),
    Buffer.from([0x17, 2, 0]),
    Buffer.from('CV'),
    Buffer.from([0x42, 2]),
    words(359),
  ]);
  const formula = Buffer.concat([words(2, 1, 0, 0, 0, 0, 0xffff, 0, 0, 0, tokens.length), tokens]);
  const cells = [
    label(0, 0, 'Email'),
    label(0, 1, 'CV'),
    label(1, 0, 'ada@example.com'),
    label(1, 1, 'CV'),
    label(2, 0, 'lin@example.com'),
    [0x06, formula] as const,
    [0x207, Buffer.concat([words(2), Buffer.from([0]), Buffer.from('CV')])] as const,
    [0x1b8, link] as const,
  ];
  const { sheets } = await openSpreadsheet({
    fileName: 'people.xls',
    bytes: makeCompoundFile(makeBiffStream({ cells })),
  });
  expect(sheets[0]?.rows.map(({ cells: texts, links }) => [texts[1], links?.get(1)])).toEqual([
    ['CV', undefined],
    ['CV', 'https://cv.example.com/ada'],
    ['CV', address],
  ]);
});

it('days of an old workbook that counts from 1904 are the days it shows', async () => {
  const format = Buffer.concat([words(164, 10), Buffer.from([0]), Buffer.from('yyyy-mm-dd')]);
  const day = Buffer.alloc(8);
  day.writeDoubleLE(44_640);
  const stream = makeBiffStream({
    globals: [
      [0x22, words(1)],
      [0x41e, format],
      [0xe0, words(0, 164)],
    ],
    cells: [
      label(0, 0, 'Email'),
      label(0, 1, 'Applied'),
      label(1, 0, 'ada@example.com'),
      [0x203, Buffer.concat([words(1, 1, 0), day])],
    ],
  });
  const { sheets } = await openSpreadsheet({ fileName: 'people.xls', bytes: makeCompoundFile(stream) });
  expect(sheets[0]?.rows[1]?.cells).toEqual(['ada@example.com', '2026-03-21']);
});
