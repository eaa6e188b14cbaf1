// Results beside the recruiter's own rows, in the real window: the file that the app has kept, and one that is chosen after it was sorted.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import ExcelJS from 'exceljs';
import { answerSaveDialogs } from '../helpers/launch-app';
import { readPlainZip } from '../helpers/plain-zip';
import { test } from './fixtures';
import { acceptColumns, acceptRows, chooseTarget, openFile, send } from './pages/new-batch-page';
import { makePeople, makeXlsx } from './people-files';

test('a copy of the workbook with the results beside its rows, also after a new start and a changed file', async ({
  launch,
  folder,
}) => {
  const people = makePeople(12);
  const file = await makeXlsx(folder, people);
  const before = readFileSync(file);
  const first = await launch();
  await first.window
    .getByRole('button', { name: /Practise|practice/ })
    .first()
    .click();
  await openFile(first.window, file);
  await acceptColumns(first.window);
  await acceptRows(first.window);
  await chooseTarget(first.window, 'Sales Assessment', true);
  await send(first.window);
  const put = first.window.getByRole('button', { name: 'Put into my workbook' });
  await put.waitFor({ timeout: 60_000 });

  // The file itself is gone from where it was: the app has kept its bytes.
  writeFileSync(file, 'something else');
  const copy = path.join(folder, 'Graduate fair with results.xlsx');
  await answerSaveDialogs(first.app, copy);
  await put.click();
  await expect(first.window.getByText('12 rows written into the copy.')).toBeVisible({ timeout: 30_000 });
  const parts = readPlainZip(readFileSync(copy));
  const changed = [...readPlainZip(before)].filter(
    ([name, { packed }]) => !parts.get(name)?.packed.equals(packed),
  );
  expect(changed.map(([name]) => name).sort()).toEqual(['xl/styles.xml', 'xl/worksheets/sheet1.xml']);
  const sheet = (await new ExcelJS.Workbook().xlsx.readFile(copy)).getWorksheet('Fair');
  expect(sheet?.getRow(3).getCell(6).text).toBe('Outcome');
  for (const [index, { email }] of people.entries()) {
    expect(sheet?.getRow(index + 4).getCell(4).text).toBe(email);
    expect(sheet?.getRow(index + 4).getCell(6).text).toMatch(/^(Done|Refused|Already there)$/);
  }

  // Over the file that the results go beside, nothing is saved.
  writeFileSync(file, before);
  await answerSaveDialogs(first.app, file);
  await first.window.getByRole('button', { name: 'Close' }).last().click();
  await put.click();
  await expect(first.window.getByText('That is the very file that the results go beside')).toBeVisible({
    timeout: 30_000,
  });
  expect(readFileSync(file).equals(before)).toBe(true);
});
