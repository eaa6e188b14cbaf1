import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { writeResultsCsv } from '../../../../electron/workbooks/write-results-csv';
import { outcomes } from '../../../../shared/runs/row-state';
import { makeResultRow, makeResults } from './make-results';
import { naughtyTexts, starts } from './naughty-texts';

let folder = '';
let path = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'results-csv-'));
  path = join(folder, 'results.csv');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const read = (): string[][] =>
  Papa.parse<string[]>(readFileSync(path, 'utf8').replace(/^\ufeff/, ''), {
    newline: '\r\n',
    skipEmptyLines: true,
  }).data;

test('UTF-8 with a BOM, CRLF, a header and a line for each row', async () => {
  await writeResultsCsv(
    path,
    makeResults(outcomes.map((outcome, ordinal) => makeResultRow(ordinal, { outcome }))),
  );
  const bytes = readFileSync(path);
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(bytes.toString('utf8').split('\r\n')).toHaveLength(8);
  const [header, first] = read();
  expect(header).toEqual([
    'Name',
    'E-Mail',
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
  ]);
  expect(first?.slice(0, 6)).toEqual([
    'Ana 0',
    'person0@example.com',
    '2',
    'Done',
    'Invited',
    'person0@example.com',
  ]);
});

test('the time stands as this computer’s clock shows it', async () => {
  await writeResultsCsv(
    path,
    makeResults([makeResultRow(0, { atMs: new Date(2026, 6, 5, 4, 52, 31).getTime() })]),
  );
  expect(read()[1]?.[10]).toBe('2026-07-05 04:52:31');
});

describe('text of other people', () => {
  const texts = starts.flatMap((start) => naughtyTexts.map((text) => start + text));

  test('no field can be taken for a formula, and taking off the apostrophe gives back the text', async () => {
    await writeResultsCsv(
      path,
      makeResults(texts.map((text, ordinal) => makeResultRow(ordinal, { cells: [text, `r${ordinal}`] }))),
    );
    const rows = read();
    expect(rows).toHaveLength(texts.length + 1);
    const live = rows.flat().filter((field) => /^[=+\-@\t\r\n＝＋－＠]/.test(field));
    expect(live).toEqual([]);
    const wrong = texts.filter(
      (text, index) => rows[index + 1]?.[0]?.replace(/^'(?='*[=+\-@\t\r\n＝＋－＠])/, '') !== text,
    );
    expect(wrong).toEqual([]);
  });
});

test('more rows than one chunk holds all arrive, in order', async () => {
  const rows = Array.from({ length: 1234 }, (_, ordinal) => makeResultRow(ordinal));
  expect(await writeResultsCsv(path, makeResults(rows))).toEqual({
    rowCount: 1234,
    sizeBytes: readFileSync(path).length,
  });
  expect(
    read()
      .slice(1)
      .map((cells) => cells[2]),
  ).toEqual(rows.map(({ rowNumber }) => String(rowNumber)));
});

test('counts that do not add up, or rows that are missing: no file', async () => {
  await expect(
    writeResultsCsv(path, makeResults([makeResultRow(0)], { summary: { total: 2 } })),
  ).rejects.toMatchObject({ code: 'run/totals-differ' });
  await expect(
    writeResultsCsv(path, {
      ...makeResults([makeResultRow(0), makeResultRow(1)]),
      rows: () => [makeResultRow(0)],
    }),
  ).rejects.toMatchObject({ code: 'run/totals-differ' });
  expect(readdirSync(folder)).toEqual([]);
});
