import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openSpreadsheet } from '../../../../shared/spreadsheets/open-spreadsheet';
import type { OpenedSpreadsheet } from '../../../../shared/spreadsheets/spreadsheet';
import { makeCompoundFile } from '../../../hostile/make-old-workbook';
import { makeTextRow, makeWorkbookParts, makeZip } from './make-zip';

const people = makeTextRow(1, ['Email', 'Name']) + makeTextRow(2, ['a@example.com', 'Ann']);

async function open(bytes: Uint8Array, fileName = 'people.xlsx'): Promise<OpenedSpreadsheet> {
  return openSpreadsheet({ fileName, bytes });
}

/** One blocking notice of this kind, no sheets, and a sentence that says what to do. */
function expectRefused(opened: OpenedSpreadsheet, kind: string): void {
  expect(opened.sheets).toEqual([]);
  expect(opened.notices.map((notice) => [notice.kind, notice.blocking])).toEqual([[kind, true]]);
  expect(opened.notices[0]?.message).toMatch(/Nothing was read\. [A-Z][^.]+\./);
}

it('the plain workbook that the bad ones are made from is read', async () => {
  const opened = await open(makeZip(makeWorkbookParts(people)));
  expect(opened.notices).toEqual([]);
  expect(opened.sheets[0]?.rows.map((row) => row.cells)).toEqual([
    ['Email', 'Name'],
    ['a@example.com', 'Ann'],
  ]);
});

describe('ZIP files that want to do harm', () => {
  it('more than 1,000 parts', async () => {
    const many = Array.from({ length: 1_001 }, (_, index) => ({
      name: `xl/media/${index}.txt`,
      content: 'x',
      stored: true,
    }));
    expectRefused(await open(makeZip([...makeWorkbookParts(people), ...many])), 'file-too-large');
  });

  it('a part that unpacks to a gigabyte, by its own account', async () => {
    const parts = makeWorkbookParts(people).map((part) =>
      part.name.endsWith('sheet1.xml') ? { ...part, claims: { unpackedBytes: 2 ** 30 + 1 } } : part,
    );
    expectRefused(await open(makeZip(parts)), 'file-too-large');
  });

  it('a real bomb of 40 MB of blanks is refused before it is unpacked', async () => {
    const bomb = makeZip(makeWorkbookParts(people + ' '.repeat(40 * 1024 ** 2)));
    const startedAtMs = performance.now();
    expectRefused(await open(bomb), 'file-too-large');
    expect(performance.now() - startedAtMs).toBeLessThan(1_000);
  });

  it('a bomb that claims to be small', async () => {
    const parts = makeWorkbookParts(people + ' '.repeat(4 * 1024 ** 2)).map((part) =>
      part.name.endsWith('sheet1.xml') ? { ...part, claims: { unpackedBytes: 500 } } : part,
    );
    expectRefused(await open(makeZip(parts)), 'file-damaged');
  });

  it('parts that lie over one another, so that the same bytes are unpacked many times', async () => {
    const parts = [
      ...makeWorkbookParts(people),
      {
        name: 'xl/media/a.bin',
        content: 'x'.repeat(100),
        stored: true,
        claims: { packedBytes: 5_000, unpackedBytes: 5_000 },
      },
    ];
    expectRefused(await open(makeZip(parts)), 'file-damaged');
  });

  it('a part that claims no size at all', async () => {
    const parts = makeWorkbookParts(people).map((part) =>
      part.name.endsWith('sheet1.xml') ? { ...part, claims: { unpackedBytes: 0 } } : part,
    );
    expectRefused(await open(makeZip(parts)), 'file-damaged');
  });

  it('strings of more than 256 MiB', async () => {
    const parts = makeWorkbookParts(people, { sharedStrings: '<si><t>x</t></si>' }).map((part) =>
      part.name.endsWith('sharedStrings.xml')
        ? { ...part, claims: { unpackedBytes: 257 * 1024 ** 2 } }
        : part,
    );
    expectRefused(await open(makeZip(parts)), 'file-too-large');
  });

  it.each([
    ['a DOCTYPE', '<?xml version="1.0"?><!DOCTYPE worksheet [<!ENTITY a "aaaa">]>'],
    [
      'a DOCTYPE in small letters behind a comment',
      `<?xml version="1.0"?><!-- ${'x'.repeat(5_000)} <!-- <a> --><!doctype worksheet SYSTEM "file:///etc/passwd">`,
    ],
  ])('%s', async (_what, prolog) => {
    const opened = await open(makeZip(makeWorkbookParts(people, { prolog })));
    expectRefused(opened, 'file-damaged');
    expect(opened.notices[0]?.message).toContain('DOCTYPE');
  });

  it.each([
    ['a cell right of column XFD', '<row r="2"><c r="XFE2"><v>1</v></c></row>'],
    ['a cell below row 1,048,576', '<row r="1048577"><c r="A1048577"><v>1</v></c></row>'],
  ])('%s', async (_what, row) => {
    expectRefused(await open(makeZip(makeWorkbookParts(people + row))), 'file-damaged');
  });

  it('two cells at the far corners do not fill the memory', async () => {
    const rows = `${people}<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>far</t></is></c></row>`;
    const opened = await open(
      makeZip(
        makeWorkbookParts(rows, { afterRows: '<mergeCells><mergeCell ref="A3:XFD1048576"/></mergeCells>' }),
      ),
    );
    expect(opened.notices.length + opened.sheets.length).toBeGreaterThan(0);
    expect(opened.sheets[0]?.rows.map((row) => row.rowNumber) ?? [1, 2, 1_048_576]).toEqual([
      1, 2, 1_048_576,
    ]);
  });
});

describe('files that are broken', () => {
  const whole = makeZip(makeWorkbookParts(people));

  it('cut anywhere', async () => {
    for (const share of [0.1, 0.3, 0.5, 0.7, 0.9, 0.99])
      expectRefused(await open(whole.slice(0, Math.floor(whole.length * share))), 'file-damaged');
  });

  it('with bytes changed in the middle', async () => {
    const parts = makeWorkbookParts(people);
    const bytes = makeZip(parts);
    const at = Buffer.from(bytes).indexOf('xl/worksheets/sheet1.xml') + 40;
    bytes.set([0xff, 0xff, 0xff, 0xff], at);
    expectRefused(await open(bytes), 'file-damaged');
  });

  it('with a letter of a stored part changed, which only its checksum shows', async () => {
    const bytes = makeZip(makeWorkbookParts(people).map((part) => ({ ...part, stored: true })));
    expect((await open(bytes)).notices).toEqual([]);
    bytes.set(new TextEncoder().encode('b'), Buffer.from(bytes).indexOf('a@example.com'));
    expectRefused(await open(bytes), 'file-damaged');
  });

  it('a sheet cut between two rows: the rows before the cut are not taken for all', async () => {
    const sheetXml = `<worksheet><sheetData>${people}`;
    expectRefused(await open(makeZip(makeWorkbookParts('', { sheetXml }))), 'file-damaged');
  });

  it('without the sheet that it lists', async () => {
    expectRefused(
      await open(makeZip(makeWorkbookParts(people).filter((part) => !part.name.endsWith('sheet1.xml')))),
      'file-damaged',
    );
  });

  it('XML that ends in the middle', async () => {
    expectRefused(
      await open(
        makeZip(
          makeWorkbookParts('', {
            sheetXml: '<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Em',
          }),
        ),
      ),
      'file-damaged',
    );
  });
});

describe('files that are something else', () => {
  const text = (content: string) => new TextEncoder().encode(content);
  const zip = (name: string) => makeZip([{ name, content: '<x/>' }]);

  it.each([
    [
      'an encrypted workbook',
      new Uint8Array(
        readFileSync(
          fileURLToPath(new URL('../../../fixtures/samples/12-salary-review.xlsx', import.meta.url)),
        ),
      ),
      'file-encrypted',
      /password/,
    ],
    ['an old workbook without a stream', makeCompoundFile(new Uint8Array(100)), 'file-damaged', /damaged/],
    [
      'an old document',
      makeCompoundFile(new Uint8Array(100), 'WordDocument'),
      'file-legacy',
      /old Office format/,
    ],
    ['a binary workbook', zip('xl/workbook.bin'), 'file-legacy', /\.xlsb/],
    ['a Numbers document', zip('Index/Document.iwa'), 'file-legacy', /Numbers/],
    ['a Word document', zip('word/document.xml'), 'file-legacy', /Word/],
    ['a ZIP of files', zip('people.csv'), 'file-legacy', /ZIP/],
    ['a PDF', new TextEncoder().encode('%PDF-1.7\n1 0 obj'), 'file-legacy', /PDF/],
    [
      'a dump of a database',
      text("-- MySQL dump\nCREATE TABLE `a` (`id` int);\nINSERT INTO `a` VALUES\n(1,'ada@example.com');\n"),
      'file-legacy',
      /\.sql/,
    ],
    ['SYLK', text('ID;PWXL;N;E\r\nP;PGeneral\r\nC;Y1;X1;K"Email"\r\nE\r\n'), 'file-legacy', /\.slk/],
    ['DIF', text('TABLE\r\n0,1\r\n"EXCEL"\r\nVECTORS\r\n0,2\r\n""\r\n'), 'file-legacy', /\.dif/],
    [
      'dates of a calendar',
      text('BEGIN:VCALENDAR\r\nATTENDEE:mailto:ada@example.com\r\nEND:VCALENDAR\r\n'),
      'file-legacy',
      /\.ics/,
    ],
    [
      'UTF-32',
      new Uint8Array([
        0xff,
        0xfe,
        0,
        0,
        ...[...'Name\nAda'].flatMap((letter) => [letter.charCodeAt(0), 0, 0, 0]),
      ]),
      'file-legacy',
      /UTF-32/,
    ],
    [
      'a picture',
      new Uint8Array([
        0x89,
        0x50,
        0x4e,
        0x47,
        13,
        10,
        26,
        10,
        ...Array.from({ length: 400 }, (_, index) => (index * 7) % 32),
      ]),
      'file-legacy',
      /picture/,
    ],
  ])('%s', async (_what, bytes, kind, words) => {
    const opened = await open(bytes);
    expectRefused(opened, kind);
    expect(opened.notices[0]?.message).toMatch(words);
  });

  it('an empty file, and one with blanks and delimiters only', async () => {
    expectRefused(await open(new Uint8Array(0)), 'file-empty');
    expectRefused(await open(new TextEncoder().encode('\ufeff\r\n;;;\r\n \r\n'), 'people.csv'), 'file-empty');
    expectRefused(await open(makeZip(makeWorkbookParts(''))), 'file-empty');
  });

  it('a header without people', async () => {
    expectRefused(await open(new TextEncoder().encode('Email;Name\n'), 'people.csv'), 'no-rows');
  });

  it('a file over 100 MB', async () => {
    expectRefused(await open(new Uint8Array(100 * 1024 ** 2 + 1), 'people.csv'), 'file-too-large');
  });
});

describe('stopping', () => {
  it('rejects with an AbortError once the signal is aborted, and reports progress before', async () => {
    const stop = new AbortController();
    const seen: number[] = [];
    const opening = openSpreadsheet(
      { fileName: 'people.xlsx', bytes: makeZip(makeWorkbookParts(people)) },
      {},
      {
        signal: stop.signal,
        onProgress: (fraction) => {
          seen.push(fraction);
          if (fraction > 0) stop.abort();
        },
      },
    );
    await expect(opening).rejects.toMatchObject({ name: 'AbortError' });
    expect(seen[0]).toBe(0);
    expect(Math.max(...seen)).toBeLessThan(1);
  });

  it('ends at 1 when nobody stops it', async () => {
    const seen: number[] = [];
    await openSpreadsheet(
      { fileName: 'people.xlsx', bytes: makeZip(makeWorkbookParts(people)) },
      {},
      { onProgress: (fraction) => seen.push(fraction) },
    );
    expect(seen.at(-1)).toBe(1);
    expect([...seen].sort((one, other) => one - other)).toEqual(seen);
  });
});
