import { existsSync, readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { beforeAll, expect, test } from 'vitest';
import { openWithExceljs, toTexts } from '../../unit/electron/workbooks/read-workbook';
import { buildCli, setUpWorkplace } from './built-cli';

beforeAll(buildCli);

test('history finds whom a run was for, writes everything, and report gives nothing of them away', async () => {
  const place = await setUpWorkplace();
  const run = await place.cli([
    ...['run', place.writePeople('fair.csv', 40), '--operation', 'invite', '--set', place.setId],
    ...['--send-invite', 'yes', '--results', join(place.folder, 'results.csv'), '--json'],
  ]);
  expect(run.exitCode).toBe(0);
  const [email = ''] = place.server.record.invitesByEmail().keys();

  const found = await place.cli(['history', '--search', email, '--json']);
  expect(found.exitCode).toBe(0);
  const { people } = found.answer as unknown as { people: { email: string; steps: object[] }[] };
  expect(people.map((one) => one.email)).toContain(email);
  expect(people.find((one) => one.email === email)?.steps).toMatchObject([
    { run: 1, runId: run.answer.runId, outcome: 'done', emailAsked: true, environment: 'practice' },
  ]);
  const nobody = await place.cli(['history', '--search', 'nobody@example.org']);
  expect(nobody.stdout).toContain('Nobody found.');
  expect((await place.cli(['history'])).exitCode).toBe(1);

  const workbook = join(place.folder, 'history.xlsx');
  expect((await place.cli(['history', '--out', workbook])).stdout).toContain('40 rows written');
  const opened = await openWithExceljs(workbook);
  const [runHeader = [], ...runRows] = toTexts(opened.getWorksheet('Runs'));
  expect(runRows).toHaveLength(1);
  expect(runRows[0]?.[runHeader.indexOf('Started from')]).toBe('Terminal');
  expect(runRows[0]?.[runHeader.indexOf('Started by')]).toBe(userInfo().username);
  const [peopleHeader = [], ...peopleRows] = toTexts(opened.getWorksheet('People'));
  expect(new Set(peopleRows.map((row) => row[peopleHeader.indexOf('Email')]))).toEqual(
    new Set(place.server.record.invitesByEmail().keys()),
  );
  const text = join(place.folder, 'history.csv');
  await place.cli(['history', '--out', text]);
  expect(Papa.parse(readFileSync(text, 'utf8').trim(), { header: true }).data).toHaveLength(40);

  const reportFile = join(place.folder, 'report.json');
  const report = await place.cli(['report', '--out', reportFile]);
  expect(report.exitCode).toBe(0);
  expect(existsSync(reportFile)).toBe(true);
  const written = readFileSync(reportFile, 'utf8');
  expect(JSON.parse(written).runs).toHaveLength(1);
  for (const secret of [email, 'example.com', place.server.keys.full, place.folder, 'fair.csv'])
    expect(written).not.toContain(secret);
});
