// Columns as last time, in a real window: remembered over a restart, let go of, saved for a colleague, taken in by one.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import { answerSaveDialogs } from '../helpers/launch-app';
import { test } from './fixtures';
import { openFile } from './pages/new-batch-page';

const csv =
  'Name,Work mail,Private mail\nAnna Rossi,anna@firm.example,anna@example.com\nBo Ek,bo@firm.example,bo@example.com\n';
const file = { name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) };

test('columns that were changed by hand are used again after a restart, and by a colleague', async ({
  launch,
  folder,
}) => {
  const first = await launch();
  await openFile(first.window, file);
  await first.window.getByRole('button', { name: /^Use these/ }).click();
  await first.window.getByRole('combobox', { name: 'Work mail goes to' }).selectOption('email');
  await first.window.getByRole('button', { name: /^Check 2 rows/ }).click();
  await first.window.getByRole('grid').waitFor();
  await expect(first.window.getByText('anna@firm.example').first()).toBeVisible();
  await first.app.close();

  const { app, window } = await launch();
  await openFile(window, file);
  await window.getByRole('button', { name: /^Use these/ }).click();
  await expect(window.getByText(/^Columns as last time, /)).toBeVisible();
  await expect(window.getByRole('combobox', { name: 'Work mail goes to' })).toHaveValue('email');
  await window.getByRole('button', { name: 'Propose anew' }).click();
  await expect(window.getByRole('combobox', { name: 'Private mail goes to' })).toHaveValue('email');
  await expect(window.getByText(/^Columns as last time, /)).toBeHidden();

  const saved = path.join(folder, 'mappings.json');
  await answerSaveDialogs(app, saved);
  await window.getByRole('button', { name: 'Settings' }).click();
  await window.getByRole('button', { name: /^Save to a file: Name, Work mail/ }).click();
  await window.getByText('Saved 1 mapping to mappings.json.').waitFor();
  expect(readFileSync(saved, 'utf8')).not.toMatch(/anna|rossi|@|people\.csv/i);

  const colleague = await launch({ dataDir: path.join(folder, 'colleague') });
  await colleague.window.getByRole('button', { name: 'Settings' }).click();
  await colleague.window.getByLabel('File of column mappings').setInputFiles(saved);
  await colleague.window.getByText('mappings.json holds 1 mapping:').waitFor();
  await colleague.window.getByRole('button', { name: 'Take in 1 mapping' }).click();
  await openFile(colleague.window, file);
  await colleague.window.getByRole('button', { name: /^Use these/ }).click();
  await expect(colleague.window.getByRole('combobox', { name: 'Work mail goes to' })).toHaveValue('email');
});

test('a saved mapping is chosen by keyboard for a file whose header is another', async ({ launch }) => {
  const first = await launch();
  await openFile(first.window, file);
  await first.window.getByRole('button', { name: /^Use these/ }).click();
  await first.window.getByRole('combobox', { name: 'Work mail goes to' }).selectOption('email');
  await first.window.getByRole('button', { name: /^Check 2 rows/ }).click();
  await first.window.getByRole('grid').waitFor();
  await first.app.close();

  const { window } = await launch();
  const other = 'Work mail,Private mail,Hall,Day,Shift\n';
  const rows = 'eva@firm.example,eva@example.com,2,1,early\nkai@firm.example,kai@example.com,3,1,late\n';
  await openFile(window, { ...file, name: 'fair.csv', buffer: Buffer.from(other + rows) });
  await window.getByRole('button', { name: /^Use these/ }).click();
  await expect(window.getByRole('combobox', { name: 'Private mail goes to' })).toHaveValue('email');
  await window.getByRole('button', { name: 'Use a saved mapping' }).focus();
  await window.keyboard.press('Enter');
  await window.getByRole('menuitem', { name: /Name, Work mail/ }).waitFor();
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('combobox', { name: 'Work mail goes to' })).toHaveValue('email');
  await expect(window.getByText(/^Columns as last time, .*“Name” is missing here/)).toBeVisible();
});
