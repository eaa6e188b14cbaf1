// Results beside the recruiter's own rows, in the real window.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import ExcelJS from 'exceljs';
import { answerSaveDialogs } from '../helpers/launch-app';
import { readPlainZip } from '../helpers/plain-zip';
import { test } from './fixtures';
import { connect } from './pages/connect-page';
import { acceptColumns, acceptRows, chooseTarget, openFile, send } from './pages/new-batch-page';
import { makePeople, makeXlsx } from './people-files';

test('a copy of the workbook with the results beside its rows, from the bytes that the app has kept over a new start', async ({
  launch,
  practise,
  folder,
}) => {
  const server = await practise();
  const env = { FLOWMINGO_BASE_URL: server.url };
  const people = makePeople(12);
  const file = await makeXlsx(folder, people);
  const before = readFileSync(file);
  const first = await launch({ env });
  await connect(first.window, server.keys.full, 'Practice server');
  await openFile(first.window, file);
  await acceptColumns(first.window);
  await acceptRows(first.window);
  await chooseTarget(first.window, 'Sales Assessment', true);
  await send(first.window);
  await expect(first.window.getByText(/^Finished/).first()).toBeVisible({ timeout: 60_000 });
  await first.app.close();
  // The file itself is not where it was any more.
  rmSync(file);

  const { app, window } = await launch({ env });
  await window.getByRole('button', { name: 'Runs', exact: true }).click();
  await window
    .getByRole('rowheader', { name: /Graduate fair/ })
    .first()
    .click();
  const put = window.getByRole('button', { name: 'Put into my workbook' });
  const copy = path.join(folder, 'Graduate fair with results.xlsx');
  await answerSaveDialogs(app, copy);
  await put.click();
  await expect(window.getByText('12 rows written into the copy.')).toBeVisible({ timeout: 30_000 });
  const parts = readPlainZip(readFileSync(copy));
  const changed = [...readPlainZip(before)].filter(
    ([name, { packed }]) => !parts.get(name)?.packed.equals(packed),
  );
  expect(changed.map(([name]) => name).sort()).toEqual(['xl/styles.xml', 'xl/worksheets/sheet1.xml']);
  const sheet = (await new ExcelJS.Workbook().xlsx.readFile(copy)).getWorksheet('Fair');
  const header = sheet?.getRow(3).values as string[];
  const submissions = new Map(server.record.submissions().map(({ id, email }) => [id, email]));
  for (const [index, { email }] of people.entries()) {
    const row = sheet?.getRow(index + 4);
    expect(row?.getCell(4).text).toBe(email);
    expect(row?.getCell(header.indexOf('Outcome')).text).toBe('Done');
    expect(submissions.get(row?.getCell(header.indexOf('Submission id')).text ?? '')).toBe(email);
  }

  // Over the file that the results go beside, nothing is saved.
  writeFileSync(file, before);
  await answerSaveDialogs(app, file);
  await window.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
  await put.click();
  await expect(window.getByText('That is the very file that the results go beside')).toBeVisible({
    timeout: 30_000,
  });
  expect(readFileSync(file).equals(before)).toBe(true);
});
