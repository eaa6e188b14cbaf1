import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { writeResults } from '../../../../electron/workbooks/write-results';
import { writeResultsXlsx } from '../../../../electron/workbooks/write-results-xlsx';
import { outcomeLabels, outcomes } from '../../../../shared/runs/row-state';
import { makeResultRow, makeResults } from './make-results';
import { naughtyTexts, starts } from './naughty-texts';
import { openWithExceljs, readParts, readWithHucre, toTexts } from './read-workbook';

let folder = '';
let path = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'results-xlsx-'));
  path = join(folder, 'results.xlsx');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const ourHeaders = [
  'Row',
  'Outcome',
  'What happened',
  'Email sent to',
  'Submission id',
  'Invitation id',
  'Candidate id',
  'Record id',
  'Time',
  'Attempts',
];

describe('the sheet Results', () => {
  test('the recruiter’s columns come first, then ours, one row for each person', async () => {
    const rows = outcomes.map((outcome, ordinal) => makeResultRow(ordinal, { outcome }));
    expect(await writeResultsXlsx(path, makeResults(rows))).toMatchObject({ rowCount: 6 });

    const workbook = await openWithExceljs(path);
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['Overview', 'Results']);
    const texts = toTexts(workbook.getWorksheet('Results'));
    expect(texts[0]).toEqual(['Name', 'E-Mail', ...ourHeaders]);
    expect(texts).toHaveLength(7);
    expect(texts[1]?.slice(0, 10)).toEqual([
      'Ana 0',
      'person0@example.com',
      '2',
      'Done',
      'Invited',
      'person0@example.com',
      'sub-0',
      'inv-0',
      'cand-0',
      'rec-0',
    ]);
    expect(texts.slice(1).map((cells) => cells[3])).toEqual(
      outcomes.map((outcome) => outcomeLabels[outcome]),
    );
    // Nobody but the first got an email.
    expect(texts.slice(1).map((cells) => cells[5])).toEqual(['person0@example.com', '', '', '', '', '']);
  });

  test('it is frozen and filterable, the header bold, outcomes coloured', async () => {
    await writeResultsXlsx(
      path,
      makeResults(outcomes.map((outcome, ordinal) => makeResultRow(ordinal, { outcome }))),
    );
    const sheet = (await openWithExceljs(path)).getWorksheet('Results');
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    expect(sheet?.autoFilter).toBe('A1:L7');
    expect(sheet?.getCell('A1').font.bold).toBe(true);
    const grounds = [2, 3, 4, 5, 6, 7].map((row) => JSON.stringify(sheet?.getCell(`D${row}`).fill));
    expect(new Set(grounds).size).toBe(6);
    expect(sheet?.getColumn(2).width).toBeGreaterThan(15);
  });

  test('the time is a date of Excel that shows this computer’s local time', async () => {
    const atMs = new Date(2026, 6, 15, 14, 52, 31).getTime();
    await writeResultsXlsx(path, makeResults([makeResultRow(0, { atMs })]));
    const cell = (await openWithExceljs(path)).getWorksheet('Results')?.getCell('K2');
    expect(cell?.numFmt).toContain('yyyy');
    // exceljs gives the clock's reading as if it were UTC.
    expect(cell?.value).toEqual(new Date('2026-07-15T14:52:31.000Z'));
  });

  test('the time is shown as the reader’s computer writes dates where that is set, and is the same date', async () => {
    const atMs = new Date(2026, 6, 15, 14, 52, 31).getTime();
    await writeResults(path, 'xlsx', makeResults([makeResultRow(0, { atMs })]), 'reader');
    const cell = (await openWithExceljs(path)).getWorksheet('Results')?.getCell('K2');
    // Excel's own format 22, which has no text of its own in the file.
    expect(cell?.numFmt).toBe('m/d/yy "h":mm');
    const styles = readParts(path).get('xl/styles.xml') ?? '';
    expect(styles).toMatch(/numFmtId="22"/);
    expect(styles).not.toContain('yyyy');
    expect(cell?.value).toEqual(new Date('2026-07-15T14:52:31.000Z'));
  });

  test('columns of ours that the sheet has already are told apart, and a sheet without a header gets letters', async () => {
    await writeResultsXlsx(path, makeResults([makeResultRow(0)], { headers: ['OUTCOME', 'row'] }));
    expect(toTexts((await openWithExceljs(path)).getWorksheet('Results'))[0]?.slice(0, 4)).toEqual([
      'OUTCOME',
      'row',
      'Row (Flowmingo)',
      'Outcome (Flowmingo)',
    ]);
    await writeResultsXlsx(path, makeResults([makeResultRow(0)], { headers: ['', ''], headerRow: null }));
    expect(toTexts((await openWithExceljs(path)).getWorksheet('Results'))[0]?.slice(0, 2)).toEqual([
      'Column A',
      'Column B',
    ]);
  });
});

describe('the sheet Overview', () => {
  test('it says what was sent, and its counts are those of the rows and add up', async () => {
    const rows = [
      ...Array.from({ length: 5 }, (_, ordinal) => makeResultRow(ordinal)),
      ...Array.from({ length: 3 }, (_, index) =>
        makeResultRow(5 + index, {
          outcome: 'refused',
          causeCode: 'api/refused:x',
          sentence: 'Address not accepted',
        }),
      ),
      makeResultRow(8, { outcome: 'unknown' }),
    ];
    await writeResultsXlsx(path, makeResults(rows));
    const texts = toTexts((await openWithExceljs(path)).getWorksheet('Overview'));
    const facts = new Map(texts.map(([label = '', value = '']) => [label, value]));
    expect(facts.get('Graduate fair')).toBe('');
    expect(facts.get('Workspace')).toBe('Nordwind, PRACTICE, organization 48213');
    expect(facts.get('Interview set')).toBe('Graduate Assessment (set-1)');
    expect(facts.get('Email')).toBe('Yes: Flowmingo was asked to email everybody with an address.');
    expect(facts.get('Message')).toBe('<p>Dear {{candidate_name}}, welcome</p>');
    expect(facts.get('File')).toBe('fair.xlsx, sheet People');
    expect(
      ['Done', 'Already there', 'Skipped', 'Not sent', 'Total'].map((label) => facts.get(label)),
    ).toEqual(['5', '0', '0', '0', '9']);
    expect(texts).toContainEqual(['Refused', 'Address not accepted', '3']);
    expect(texts).toContainEqual(['Unknown', 'What happened to unknown', '1']);
  });
});

describe('text of other people', () => {
  const texts = starts.flatMap((start) => naughtyTexts.map((text) => start + text));
  const rows = texts.map((text, ordinal) => makeResultRow(ordinal, { cells: [text, `r${ordinal}`] }));

  test('every one of them comes back as it was, through exceljs and through hucre', async () => {
    expect(naughtyTexts.length).toBeGreaterThanOrEqual(515);
    await writeResultsXlsx(path, makeResults(rows, { headers: ['=1+1', 'E-Mail'] }));
    const sheet = (await openWithExceljs(path)).getWorksheet('Results');
    const hucreRows = await readWithHucre(path, 'Results');
    const wrong: unknown[] = [];
    texts.forEach((text, index) => {
      const viaExceljs = sheet?.getRow(index + 2).getCell(1).text;
      const viaHucre = hucreRows[index + 1]?.[0] ?? '';
      if (viaExceljs !== text) wrong.push(['exceljs', index, text, viaExceljs]);
      if (viaHucre !== text) wrong.push(['hucre', index, text, viaHucre]);
    });
    expect(wrong.slice(0, 5)).toEqual([]);
    expect(sheet?.getCell('A1').value).toBe('=1+1');
  });

  test('the file holds no formula and no link, and all its XML is well-formed text', async () => {
    await writeResultsXlsx(path, makeResults(rows));
    const parts = readParts(path);
    for (const [name, xml] of parts) {
      if (name.startsWith('xl/worksheets/')) expect(xml).not.toMatch(/<f[\s>/]|<hyperlink/);
      expect(xml).not.toMatch(/TargetMode="External"/);
      expect(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/.test(xml), name).toBe(false);
    }
  });

  test('links and formulas stay text, blanks at the ends stay too', async () => {
    const cells = ['=1+1', 'https://example.com/?a=1&b=2', '  two blanks ', 'mailto:a@example.com', 'a\nb'];
    await writeResultsXlsx(
      path,
      makeResults([makeResultRow(0, { cells })], { headers: ['A', 'B', 'C', 'D', 'E'] }),
    );
    const sheet = (await openWithExceljs(path)).getWorksheet('Results');
    expect(toTexts(sheet)[1]?.slice(0, 5)).toEqual(cells);
    const xml = readParts(path).get('xl/worksheets/sheet1.xml') ?? '';
    expect(xml).toContain('t="str"><v>=1+1</v>');
    // Without this Excel trims.
    expect(xml).toContain('<t xml:space="preserve">  two blanks </t>');
  });

  test('lone surrogates become the replacement character', async () => {
    await writeResultsXlsx(path, makeResults([makeResultRow(0, { cells: ['a\ud800b\udc00c', '\ud83d'] })]));
    const row = (await openWithExceljs(path)).getWorksheet('Results')?.getRow(2);
    expect([row?.getCell(1).value, row?.getCell(2).value]).toEqual(['a\ufffdb\ufffdc', '\ufffd']);
  });
});

const writtenFiles = () => readdirSync(folder);

/** A finished run of `total` rows that went well; the rows are the test's. */
function makeDoneResults(total: number) {
  const results = makeResults([]);
  const counts = { ...results.summary.counts, done: total };
  return { ...results, summary: { ...results.summary, total, counts } };
}

/** From now on open files take `chunksLeft` pieces more, then no more. */
async function makeDiskFull(chunksLeft: number): Promise<void> {
  const file = await open(tmpdir(), 'r');
  await file.close();
  const handles = Object.getPrototypeOf(file) as FileHandle;
  const append = handles.appendFile;
  let left = chunksLeft;
  vi.spyOn(handles, 'appendFile').mockImplementation(function (this: FileHandle, chunk) {
    left -= 1;
    if (left >= 0) return append.call(this, chunk);
    return Promise.reject(Object.assign(new Error('write'), { code: 'ENOSPC' }));
  });
}

describe('large runs', () => {
  test('rows are taken no faster than they reach the disk', async () => {
    const rowCount = 12_000;
    const sizesBytes: number[] = [];
    function* rows() {
      for (let ordinal = 0; ordinal < rowCount; ordinal++) {
        if (ordinal % 3000 === 2999)
          sizesBytes.push(...writtenFiles().map((name) => statSync(join(folder, name)).size));
        yield makeResultRow(ordinal);
      }
    }
    const { sizeBytes } = await writeResultsXlsx(path, { ...makeDoneResults(rowCount), rows });
    const [first = 0, second = 0, third = 0, fourth = 0] = sizesBytes;
    expect([first > 0, second > first, third > second, fourth > third, sizeBytes > fourth]).toEqual(
      Array.from({ length: 5 }, () => true),
    );
    expect(sizeBytes).toBe(statSync(path).size);
  });

  test('a disk that fills up stops it at once, and nothing is left', async () => {
    await makeDiskFull(5);
    const total = 100_000;
    let taken = 0;
    let isClosed = false;
    function* rows() {
      try {
        for (; taken < total; taken++) yield makeResultRow(taken);
      } finally {
        isClosed = true;
      }
    }
    await expect(writeResultsXlsx(path, { ...makeDoneResults(total), rows })).rejects.toMatchObject({
      code: 'export/failed',
      params: { why: 'the disk is full' },
    });
    expect(writtenFiles()).toEqual([]);
    expect(taken).toBeLessThan(10_000);
    expect(isClosed).toBe(true);
  });

  test('a disk that is full for the last bytes leaves nothing either', async () => {
    await makeDiskFull(0);
    await expect(writeResultsXlsx(path, makeResults([makeResultRow(0)]))).rejects.toMatchObject({
      params: { why: 'the disk is full' },
    });
    expect(writtenFiles()).toEqual([]);
  });
});

describe('a file that would be wrong is not written', () => {
  test('counts that do not add up', async () => {
    const results = makeResults([makeResultRow(0)], { summary: { total: 2 } });
    await expect(writeResultsXlsx(path, results)).rejects.toMatchObject({
      code: 'run/totals-differ',
      params: { sum: 1, total: 2 },
    });
    expect(writtenFiles()).toEqual([]);
  });

  test('fewer rows than the run has', async () => {
    const results = makeResults([makeResultRow(0), makeResultRow(1)]);
    await expect(
      writeResultsXlsx(path, { ...results, rows: () => [makeResultRow(0)] }),
    ).rejects.toMatchObject({ code: 'run/totals-differ', params: { sum: 1, total: 2 } });
    expect(writtenFiles()).toEqual([]);
  });

  test('rows that contradict the counts of a run at rest', async () => {
    const results = makeResults([makeResultRow(0), makeResultRow(1)]);
    const rows = () => [makeResultRow(0), makeResultRow(1, { outcome: 'refused' })];
    await expect(writeResultsXlsx(path, { ...results, rows })).rejects.toMatchObject({
      code: 'run/totals-differ',
    });
    expect(writtenFiles()).toEqual([]);
  });

  test('a ledger that fails in the middle leaves the old file as it was', async () => {
    await writeResultsXlsx(path, makeResults([makeResultRow(0)]));
    function* failing() {
      yield makeResultRow(0);
      throw new Error('The ledger went away.');
    }
    const results = makeResults([makeResultRow(0), makeResultRow(1)]);
    await expect(writeResultsXlsx(path, { ...results, rows: failing })).rejects.toThrow(
      'The ledger went away.',
    );
    expect(writtenFiles()).toEqual(['results.xlsx']);
    expect(toTexts((await openWithExceljs(path)).getWorksheet('Results'))).toHaveLength(2);
  });

  test('a folder that is not there, and a place that is a folder', async () => {
    const results = makeResults([makeResultRow(0)]);
    await expect(writeResultsXlsx(join(folder, 'nowhere', 'x.xlsx'), results)).rejects.toMatchObject({
      code: 'export/failed',
      params: { why: 'the folder is not there' },
    });
    await expect(writeResultsXlsx(folder, results)).rejects.toMatchObject({ code: 'export/failed' });
    expect(writtenFiles()).toEqual([]);
  });
});
