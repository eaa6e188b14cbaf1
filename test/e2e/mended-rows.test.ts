// A sheet of moves with slips: its columns are said once, its rows mended in the review, and what was mended comes back with the draft.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { activeOf, readTitles } from '../helpers/pipeline-workbook';
import { test } from './fixtures';
import { connect } from './pages/connect-page';
import { chooseFile, readReview, untilFinished } from './pages/pipeline-sheet-page';

/** From the file to its columns, for moves. */
async function openMoves(window: Page, file: string): Promise<void> {
  await chooseFile(window, file);
  await window.getByText('Move to a stage', { exact: true }).click();
  await window.getByRole('button', { name: /^Use these \d+ rows$/ }).click();
}

test('columns are said once, and rows that cannot go are mended where they are left out', async ({
  launch,
  practise,
  folder,
}) => {
  const server = await practise({ candidates: 60 });
  const { projects, stages } = await readTitles(server);
  const [projectId = ''] = [...projects.keys()];
  const last = stages.get(projectId)?.at(-1);
  const title = last?.name ?? '';
  const movable = activeOf(server)
    .filter((one) => one.projectId === projectId && one.stageId !== last?.id)
    .slice(0, 3);
  expect(movable).toHaveLength(3);
  const slip = `${title.slice(0, -1)}x`;
  const typed = [title, slip, 'nowhere'];
  const lines = movable.map(({ id }, index) => `${index},${id},${typed[index]}`);
  const file = path.join(folder, 'moves.csv');
  writeFileSync(file, ['Nr,Ref,Wohin', ...lines].join('\r\n'));

  const { window, pageErrors } = await launch({ env: { FLOWMINGO_BASE_URL: server.url } });
  await connect(window, server.keys.full, 'Practice server');
  await openMoves(window, file);
  await window.getByRole('combobox', { name: 'Ref goes to' }).selectOption('Application ID');
  await window.getByRole('combobox', { name: 'Wohin goes to' }).selectOption('Stage');
  await window.getByRole('button', { name: 'Review 3 rows' }).click();
  expect(await readReview(window)).toEqual([expect.stringMatching(new RegExp(`to ${title} 1$`))]);
  const grid = window.getByRole('grid', { name: 'Rows that are left out' });
  await expect(grid.getByRole('row')).toHaveCount(3);

  // The nearest title is offered first under the cell.
  await grid.getByRole('gridcell', { name: new RegExp(`^${slip}`) }).click();
  await window.getByRole('button', { name: title, exact: true }).first().click();
  await expect(grid.getByRole('row')).toHaveCount(2);
  await grid.getByRole('gridcell', { name: /^nowhere/ }).dblclick();
  await window.keyboard.press('ControlOrMeta+A');
  await window.keyboard.type(title);
  await window.keyboard.press('Enter');
  await expect(window.getByText('Nobody is left out any more')).toBeFocused();
  await expect(window.getByRole('button', { name: 'Move 3 people' })).toBeEnabled();
  await window.getByRole('button', { name: 'Undo: Changed the stage in row 4' }).click();
  await expect(window.getByRole('button', { name: 'Move 2 people' })).toBeEnabled();
  await window.getByRole('button', { name: 'Redo: Changed the stage in row 4' }).click();
  await window.getByRole('button', { name: 'Move 3 people' }).click();
  await untilFinished(window);
  await expect
    .poll(() => movable.map(({ id }) => server.record.applications().find((one) => one.id === id)?.stageId))
    .toEqual(Array(3).fill(last?.id));

  const again = path.join(folder, 'later.csv');
  const later = movable.map(({ id }) => `${id},${title},7`);
  writeFileSync(again, ['Ref,Wohin,Nr', ...later].join('\r\n'));
  await openMoves(window, again);
  await expect(window.getByText('Used as last time with these headers.')).toBeVisible();
  await expect(window.getByRole('combobox', { name: 'Wohin goes to' })).toHaveValue('stage');
  expect(pageErrors).toEqual([]);
});
