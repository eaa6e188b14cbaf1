// Results in a copy of the recruiter's own file, from the built command line.
import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { openSpreadsheet } from '../../../shared/spreadsheets/open-spreadsheet';
import { readPlainZip } from '../../helpers/plain-zip';
import { buildCli, samples, setUpWorkplace, type Workplace } from './built-cli';

beforeAll(buildCli);

async function invite(place: Workplace, file: string): Promise<string> {
  const { answer } = await place.cli([
    'run',
    file,
    '--operation',
    'invite',
    '--set',
    place.setId,
    '--send-invite',
    'yes',
    '--skip-problems',
    '--results',
    join(place.folder, 'results.csv'),
    '--json',
  ]);
  return answer.runId;
}

describe('results --into', () => {
  test('puts everybody’s result beside them in a copy of a workbook with macros, and changes nothing else', async () => {
    const place = await setUpWorkplace();
    const file = join(place.folder, 'talent pool.xlsm');
    copyFileSync(join(samples, '07-talent-pool.xlsm'), file);
    const runId = await invite(place, file);
    const copy = join(place.folder, 'talent pool with results.xlsm');
    const { exitCode, answer, stderr } = await place.cli([
      'results',
      runId,
      '--into',
      file,
      '--out',
      copy,
      '--json',
    ]);

    // The sheet has a filter, which ends where it ended.
    const notice = expect.stringContaining('Before you sort by its buttons');
    expect(stderr).toEqual(notice);
    expect(exitCode).toBe(0);
    expect(answer).toEqual({ runId, copy, rowCount: 13, missing: [], notices: [notice] });
    const before = readPlainZip(readFileSync(file));
    const after = readPlainZip(readFileSync(copy));
    expect([...after.keys()]).toEqual([...before.keys()]);
    const changed = [...before].filter(([name, { packed }]) => !after.get(name)?.packed.equals(packed));
    expect(changed.map(([name]) => name).sort()).toEqual([
      'xl/styles.xml',
      expect.stringMatching(/^xl\/worksheets\/sheet\d+\.xml$/),
    ]);
    expect(readFileSync(file).equals(readFileSync(join(samples, '07-talent-pool.xlsm')))).toBe(true);

    const opened = await openSpreadsheet({ fileName: copy, bytes: new Uint8Array(readFileSync(copy)) });
    const sheets = opened.sheets.map((sheet) => sheet.rows.map(({ cells }) => cells));
    const rows = sheets.find((texts) => texts.some((cells) => cells.includes('Outcome'))) ?? [];
    const header = rows.find((cells) => cells.includes('Outcome')) ?? [];
    const outcomes = rows
      .slice(rows.indexOf(header) + 1)
      .flatMap((cells) => cells[header.indexOf('Outcome')] || []);
    expect(outcomes.filter((text) => text === 'Done')).toHaveLength(12);
    expect(outcomes.filter((text) => text === 'Skipped')).toHaveLength(1);
    const ids = new Set(place.server.record.submissions().map(({ id }) => id));
    const at = (cells: readonly string[], name: string) => cells[header.indexOf(name)] ?? '';
    // Who came with a CV and no address has a record that Flowmingo is still reading.
    const known = rows.filter(
      (cells) => ids.has(at(cells, 'Submission id')) || /^[\w-]{8,}$/.test(at(cells, 'Record id')),
    );
    expect(known).toHaveLength(12);
  });

  test('finds people in a file that was sorted since, and names the rows of those who are gone', async () => {
    const place = await setUpWorkplace();
    const file = place.writePeople('fair.csv', 4);
    const runId = await invite(place, file);
    const [header = '', ...people] = readFileSync(file, 'utf8').trimEnd().split(/\r?\n/);
    const sorted = join(place.folder, 'sorted.csv');
    writeFileSync(sorted, `${[header, ...people.slice(1).reverse()].join('\n')}\n`);
    const copy = join(place.folder, 'copy.csv');
    const { exitCode, stdout, stderr } = await place.cli(['results', runId, '--into', sorted, '--out', copy]);

    expect(exitCode).toBe(0);
    expect(stdout).toBe(`3 rows of 4 written into ${copy}\n`);
    expect(stderr).toContain(
      '1 row of the run is not in sorted.csv any more, or there twice, and got nothing: 2.',
    );
    const lines = readFileSync(copy, 'utf8').trimEnd().split('\n');
    expect(lines.map((line) => line.split(',').slice(0, header.split(',').length).join(','))).toEqual([
      header,
      ...people.slice(1).reverse(),
    ]);
    expect(lines.slice(1).every((line) => line.includes(',Done,'))).toBe(true);
  });

  test('refuses, and writes nothing: over the file itself, under another ending, without a file, into another list', async () => {
    const place = await setUpWorkplace();
    const file = place.writePeople('fair.csv', 2);
    const other = place.writePeople('other.csv', 2);
    writeFileSync(other, 'Company,Phone\nNordwind,1\n');
    const runId = await invite(place, file);
    const before = readFileSync(file, 'utf8');
    const copy = join(place.folder, 'copy.xlsx');
    const refusals: readonly [readonly string[], RegExp][] = [
      [['--into', file, '--out', file], /name the same file/],
      [['--into', file, '--out', copy], /Let --out end in \.csv/],
      [['--into', '--out', copy], /has not kept the file of this run.*--into "fair\.csv"/],
      [['--into', other, '--out', copy], /does not have all the columns/],
      [['--into', file], /--out is missing/],
    ];
    for (const [words, sentence] of refusals) {
      const { exitCode, stderr } = await place.cli(['results', runId, ...words]);
      expect(stderr).toMatch(sentence);
      expect(exitCode).toBe(1);
    }
    expect(readFileSync(file, 'utf8')).toBe(before);
    expect(existsSync(copy)).toBe(false);
  });
});
