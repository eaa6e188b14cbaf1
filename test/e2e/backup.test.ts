// A backup made here is restored in another data folder: its runs and drafts are there, and nothing is sent by it.
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import type { ElectronApplication, Page } from 'playwright';
import { answerSaveDialogs } from '../helpers/launch-app';
import { test } from './fixtures';
import { connect } from './pages/connect-page';
import { acceptColumns, acceptRows, chooseTarget, openFile, sendFirst } from './pages/new-batch-page';
import { seenAtBorder, watchBorder, whenGone } from './pages/shell-border';
import { makeCsv, makePeople } from './people-files';

async function openSettings(window: Page): Promise<void> {
  await window.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Settings' }).click();
  await window.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
}

async function answerOpenDialogs(app: ElectronApplication, filePath: string): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
  }, filePath);
}

test('back up with a paused run and a draft, restore into another folder, and both are there', async ({
  launch,
  practise,
  folder,
}) => {
  const server = await practise();
  const env = { FLOWMINGO_BASE_URL: server.url };
  const first = await launch({ dataDir: path.join(folder, 'here'), env });
  await connect(first.window, server.keys.full, 'Nordwind Talent');
  await openFile(first.window, makeCsv(folder, makePeople(40)));
  await acceptColumns(first.window);
  await acceptRows(first.window);
  await chooseTarget(first.window, 'Sales Assessment', true);
  await sendFirst(first.window);
  const other = path.join(folder, 'Second fair.csv');
  writeFileSync(other, 'E-mail;First name\nnoor@example.com;Noor\nkofi@example.com;Kofi');
  await openFile(first.window, other);
  await acceptColumns(first.window);
  await openSettings(first.window);
  const backup = path.join(folder, 'backup.flowbackup');
  await answerSaveDialogs(first.app, backup);
  await first.window.getByRole('button', { name: 'Back up to a file' }).click();
  await expect(first.window.getByText(/Saved backup\.flowbackup: 1 run and 1 draft/)).toBeVisible();

  const there = path.join(folder, 'there');
  const second = await launch({ dataDir: there, env });
  await watchBorder(second.app);
  await openSettings(second.window);
  // Chosen once it is kept.
  await second.window.getByRole('radio', { name: 'Dark' }).click({ force: true });
  await expect(second.window.getByRole('radio', { name: 'Dark' })).toBeChecked();
  await answerOpenDialogs(second.app, backup);
  await second.window.getByRole('button', { name: 'Choose a backup' }).click();
  const dialog = second.window.getByRole('dialog');
  await expect(dialog.getByText('Nordwind Talent')).toBeVisible();
  await expect(dialog.getByText(/^1 run, the newest of /)).toBeVisible();
  const gone = whenGone(second.app);
  await dialog.getByRole('button', { name: 'Restore and start again' }).click();
  await gone;
  const posts = server.record.requests.filter(({ method }) => method === 'POST').length;

  const third = await launch({ dataDir: there, env });
  await watchBorder(third.app);
  await expect(third.window.getByText('Second fair', { exact: true })).toBeVisible();
  await expect(
    third.window.getByText(/It comes from a backup, and may have gone on since\. 3 of 40 are done/),
  ).toBeVisible();
  await third.window.getByRole('button', { name: 'Go on with Second fair' }).click();
  await expect(third.window.getByRole('gridcell', { name: 'noor@example.com' })).toBeVisible();
  expect(server.record.requests.filter(({ method }) => method === 'POST')).toHaveLength(posts);
  const kept = readdirSync(there).filter((name) => name.startsWith('kept before restore'));
  expect(kept).toHaveLength(1);
  expect(existsSync(path.join(there, kept[0] ?? '', 'ledger.sqlite'))).toBe(true);
  expect(third.pageErrors).toEqual([]);
});

test('a file that is no backup is refused with a sentence, and the present data stays', async ({
  launch,
  folder,
}) => {
  const { app, window } = await launch();
  await watchBorder(app);
  const file = path.join(folder, 'people.flowbackup');
  writeFileSync(file, 'E-mail\nnoor@example.com');
  await answerOpenDialogs(app, file);
  await openSettings(window);
  await window.getByRole('button', { name: 'Choose a backup' }).click();
  await expect(window.getByText('“people.flowbackup” is not a backup of Flowmingo Batch.')).toBeVisible();
  expect((await seenAtBorder(app)).relaunches).toBe(0);
  await expect(window.getByRole('dialog')).toBeHidden();
});
