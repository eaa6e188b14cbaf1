// "What did we ever send to her?": found over all runs in the real window, told by keyboard, deleted, brought back, and gone.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { answerSaveDialogs } from '../helpers/launch-app';
import { test } from './fixtures';
import { connect } from './pages/connect-page';
import { acceptColumns, acceptRows, chooseTarget, openFile, pressSend } from './pages/new-batch-page';

async function invite(window: Page, name: string, rows: readonly string[]): Promise<void> {
  const buffer = Buffer.from(['First name,Last name,Email', ...rows].join('\n'), 'utf8');
  await openFile(window, { name, mimeType: 'text/csv', buffer });
  await acceptColumns(window);
  await acceptRows(window);
  await chooseTarget(window, 'Sales Assessment', true);
  await pressSend(window);
  await expect(window.getByRole('button', { name: 'Save as XLSX' })).toBeVisible({ timeout: 30_000 });
}

const openRuns = (window: Page) =>
  window.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Runs' }).click();

test('a person is found over all runs, her story is told by keyboard, and a deleted run is gone from every file', async ({
  launch,
  practise,
  folder,
}) => {
  const server = await practise();
  const dataDir = path.join(folder, 'data');
  const { app, window, pageErrors } = await launch({ dataDir, env: { FLOWMINGO_BASE_URL: server.url } });
  await connect(window, server.keys.full, 'Team Praha');
  await invite(window, 'fair-one.csv', [
    'Zdenka,Přibylová,zdenka.pribylova@example.com',
    'Łukasz,Đặng,luk@example.com',
  ]);
  await invite(window, 'fair-two.csv', ['Oskar,Wanda,oskar@example.com']);

  await openRuns(window);
  const field = window.getByRole('textbox', { name: 'Find a person in every run' });
  await field.fill('pribyl ZDEN');
  await expect(window.getByText('People, 1')).toBeVisible();
  await expect(window.getByRole('row', { name: /fair-one.*1 found/ })).toBeVisible();
  await field.focus();
  // By keyboard alone from the field to the person.
  await window.keyboard.press('ArrowDown');
  await expect(window.getByRole('grid', { name: 'People' }).locator(':focus')).toHaveCount(1);
  await window.keyboard.press('Enter');
  const story = window.getByRole('complementary', { name: 'One person' }).or(window.getByRole('dialog'));
  await expect(story.getByText('Invited to Sales Assessment')).toBeVisible();
  await expect(story.getByText('Email sent.')).toBeVisible();

  const saved = path.join(folder, 'zdenka.xlsx');
  await answerSaveDialogs(app, saved);
  await story.getByRole('button', { name: 'Save this history' }).click();
  await expect(window.getByText('Saved 1 row.')).toBeVisible();
  expect(readFileSync(saved).subarray(0, 2).toString()).toBe('PK');

  await story.getByRole('button', { name: /^Run \d+, fair-one/ }).click();
  await window.getByRole('button', { name: 'About this run' }).click();
  await window.getByRole('button', { name: 'Delete this run' }).click();
  await window.getByRole('button', { name: 'Delete 1 run' }).click();
  await expect(window.getByText('The run is deleted.')).toBeVisible();
  await window.getByRole('textbox', { name: 'Find a person in every run' }).fill('zdenka');
  await expect(window.getByText(/^Nobody found/)).toBeVisible();
  expect(pageErrors).toEqual([]);
  await app.close();
  const bytes = readFileSync(path.join(dataDir, 'ledger.sqlite'));
  expect(bytes.includes('zdenka.pribylova@example.com')).toBe(false);
  expect(bytes.includes('oskar@example.com')).toBe(true);
});
