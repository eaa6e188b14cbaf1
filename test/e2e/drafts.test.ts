// Closing the app loses nothing: a batch in the making is there again after a kill, and after an ordinary end right behind the last keystroke.
import path from 'node:path';
import { expect } from '@playwright/test';
import type { Page } from 'playwright';
import type { DraftSummary } from '../../shared/drafts/draft';
import type { Envelope } from '../../shared/ipc/envelope';
import { askBridge } from '../security/ask-bridge';
import { test } from './fixtures';
import { acceptColumns, acceptRows, chooseTarget, openFile, startWithAll } from './pages/new-batch-page';
import { makeCsv, makePeople } from './people-files';

/** What the main process has of the newest draft. */
async function newestDraft(window: Page): Promise<DraftSummary | null> {
  const answer = (await askBridge(window, 'drafts:list', {})) as Envelope<{ drafts: DraftSummary[] }>;
  return answer.ok ? (answer.value.drafts[0] ?? null) : null;
}

/** Types into a cell of the grid, as a person does. */
async function editCell(window: Page, text: string, value: string): Promise<void> {
  await window.getByRole('gridcell', { name: text }).first().dblclick();
  await window.keyboard.press('ControlOrMeta+A');
  await window.keyboard.type(value);
  await window.keyboard.press('Enter');
}

test('kill -9 in the middle of a batch, start again, go on: file, columns, changes, message and step are there, and it is sent', async ({
  launch,
  folder,
}) => {
  const dataDir = path.join(folder, 'data');
  const first = await launch({ dataDir });
  await first.window.getByRole('button', { name: 'Open a sample file' }).click();
  await acceptColumns(first.window);
  const grid = first.window.getByRole('grid');
  await grid.waitFor();
  const counts = first.window.getByRole('button', { name: /^Leave out the/ });
  await counts.waitFor();
  const rows = await first.window.evaluate(async () => {
    const cells = [...document.querySelectorAll('[role="row"] [role="gridcell"]')];
    return cells.map(({ textContent }) => textContent ?? '').filter((text) => text.includes('@'));
  });
  const [one = '', two = ''] = rows;
  await editCell(first.window, one, 'ada.changed@example.com');
  await editCell(first.window, two, 'lin.changed@example.com');
  await acceptRows(first.window);
  await chooseTarget(first.window, 'Sales Assessment', true);
  await first.window.getByRole('button', { name: 'Back' }).click();
  const editor = first.window.getByRole('textbox', { name: /message/i }).first();
  await editor.click();
  await first.window.keyboard.press('ControlOrMeta+End');
  await first.window.keyboard.type(' See you in Hanoi.');
  await first.window.getByRole('button', { name: 'Last look' }).click();
  await startWithAll(first.window);
  const headline = await first.window.getByRole('heading', { level: 1 }).textContent();
  await expect.poll(async () => (await newestDraft(first.window))?.step).toBe('last-look');
  // Kept within a second after the last change; nothing else says when.
  await expect
    .poll(async () => {
      const draft = await newestDraft(first.window);
      return draft === null ? null : Date.now() - draft.savedAtMs;
    })
    .toBeGreaterThan(700);
  const kept = await newestDraft(first.window);
  expect(kept).toMatchObject({ name: 'Graduate fair (sample)', peopleCount: 250 });
  expect(kept?.changeCount).toBeGreaterThanOrEqual(3);
  const died = new Promise((resolve) => first.app.process().once('exit', resolve));
  first.app.process().kill('SIGKILL');
  await died;

  const second = await launch({ dataDir });
  const { window } = second;
  await expect(window.getByText(/250 rows, \d+ changes/)).toBeVisible();
  await expect(window.getByText('Stopped at Last look')).toBeVisible();
  await window.getByRole('button', { name: 'Go on with Graduate fair (sample)' }).click();
  await expect(window.getByRole('heading', { level: 1 })).toHaveText(headline ?? '');
  await expect(window.getByRole('radio', { name: /^All [\d,.\s]+ at once/ })).toBeChecked();
  await window.getByRole('button', { name: 'See it' }).click();
  await expect(window.getByText('See you in Hanoi.').first()).toBeVisible();
  await window.getByRole('button', { name: 'Back' }).click();
  await expect(window.getByRole('gridcell', { name: 'ada.changed@example.com' })).toBeVisible();
  await expect(window.getByRole('gridcell', { name: 'lin.changed@example.com' })).toBeVisible();
  await window.getByRole('button', { name: /^Go on with/ }).click();
  await window.getByRole('button', { name: 'Last look' }).click();
  await window.getByRole('button', { name: /^(Send|Create) / }).click();
  // The steps that are done are called finished, too: only a run has results to save.
  await expect(window.getByRole('button', { name: 'Save as XLSX' })).toBeVisible({ timeout: 60_000 });
  await window.getByRole('button', { name: 'First screen' }).click();
  await expect(window.getByRole('heading', { name: 'Recent runs' })).toBeVisible();
  await expect(window.getByRole('heading', { name: 'Not sent yet' })).toBeHidden();
  expect(second.pageErrors).toEqual([]);
});

test('an ordinary end right behind the last change keeps it, without a workspace and without a network', async ({
  launch,
  folder,
}) => {
  const dataDir = path.join(folder, 'data');
  const first = await launch({ dataDir });
  await openFile(first.window, makeCsv(folder, makePeople(40)));
  await acceptColumns(first.window);
  await editCell(first.window, makePeople(40)[3]?.email ?? '', 'last.moment@example.com');
  await expect(first.window.getByText(/Changed the email/).first()).toBeVisible();
  await first.app.close();

  const { window } = await launch({ dataDir });
  await expect(window.getByText('40 rows, 1 change')).toBeVisible();
  await window.getByRole('button', { name: /^Go on with/ }).click();
  await expect(window.getByRole('gridcell', { name: 'last.moment@example.com' })).toBeVisible();
  await window.getByRole('button', { name: 'First screen' }).click();
  await window.getByRole('button', { name: /^More for/ }).click();
  await window.getByRole('menuitem', { name: 'Delete' }).click();
  await window.getByRole('button', { name: 'Undo' }).click();
  await expect(window.getByText('40 rows, 1 change')).toBeVisible();
});
