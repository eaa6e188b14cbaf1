// The pipeline in the real window: read, filtered by its bars, people moved, the move undone, and many rejected only by their number.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import type { PracticeServer } from '../../electron/practice/practice-server';
import { answerSaveDialogs } from '../helpers/launch-app';
import { test } from './fixtures';
import { connect } from './pages/connect-page';
import { choosePeople, moveTo, readPipeline, stageBar } from './pages/pipeline-page';

/** Application → its stage and whether it was rejected, as Flowmingo holds it. */
function standing(server: PracticeServer): Record<string, string> {
  return Object.fromEntries(
    server.record
      .applications()
      .map(({ id, stageId, isRejected }) => [id, `${stageId} ${isRejected ? 'rejected' : 'active'}`]),
  );
}

const writes = (server: PracticeServer) =>
  server.record.requests.filter(({ method }) => method === 'POST').map(({ path }) => path);

test('three people are moved from their stage and put back by an undo, and nobody else is touched', async ({
  launch,
  practise,
  folder,
}) => {
  const server = await practise({ candidates: 120 });
  const { app, window, pageErrors } = await launch({ env: { FLOWMINGO_BASE_URL: server.url } });
  await connect(window, server.keys.full, 'Practice server');
  await readPipeline(window);

  await window.getByRole('button', { name: 'People by stage, copy the picture' }).click();
  await expect(window.getByText('Copied', { exact: true })).toBeVisible();
  await window.evaluate(() => {
    const place = document.createElement('div');
    place.contentEditable = 'true';
    place.id = 'report';
    document.body.append(place);
    place.focus();
  });
  await window.keyboard.press('ControlOrMeta+V');
  await expect(window.locator('#report img')).toHaveAttribute('alt', /^People by stage\. /);
  await window.evaluate(() => document.getElementById('report')?.remove());
  const picture = path.join(folder, 'stages.png');
  await answerSaveDialogs(app, picture);
  await window.getByRole('button', { name: 'People by stage, save as PNG' }).click();
  await expect(window.getByText('Saved', { exact: true })).toBeVisible();
  expect(readFileSync(picture).subarray(1, 4).toString()).toBe('PNG');
  const start = standing(server);

  const stages = window.getByRole('region', { name: 'People by stage' }).getByRole('listitem');
  const [from, to] = (await stages
    .getByRole('button')
    .evaluateAll((bars) => bars.map((bar) => bar.firstElementChild?.textContent ?? ''))) as [string, string];
  const countAtStart = await stageBar(window, from).textContent();
  await stageBar(window, from).press('Enter');
  await expect(stageBar(window, from)).toHaveAttribute('aria-pressed', 'true');
  await choosePeople(window, 3);
  const review = await moveTo(window, to);
  await expect(review).toContainText(`Move from ${from} to ${to}`);
  expect(writes(server)).toEqual([]);
  await review.getByRole('button', { name: 'Move 3 people' }).click();
  await expect(window.getByText(/^Finished .* 3 of 3 people were moved\.$/)).toBeVisible({ timeout: 60_000 });
  await expect(window.getByRole('grid', { name: 'People' })).toContainText(`${from} → ${to}`);
  const moved = standing(server);
  expect(Object.keys(start).filter((id) => moved[id] !== start[id])).toHaveLength(3);

  await window.getByRole('button', { name: 'Undo this run' }).click();
  const undo = window.getByRole('dialog');
  await expect(undo).toContainText(`Move from ${to} to ${from}`);
  await undo.getByRole('button', { name: 'Move 3 people' }).click();
  await expect(window.getByText('Run 2', { exact: true })).toBeVisible();
  await expect(window.getByText(/^Finished .* 3 of 3 people were moved\.$/)).toBeVisible({ timeout: 60_000 });
  expect(standing(server)).toEqual(start);

  // What is seen after it is the reading from before the runs, and that is said.
  await readPipeline(window);
  await expect(
    window
      .getByRole('grid', { name: 'People' })
      .getByTitle(new RegExp(`^Moved to ${from} in run 2, .* Opens this run$`)),
  ).toHaveCount(3);
  await expect(window.getByText(/A run has changed this pipeline since it was read\./)).toBeVisible();
  await window.getByRole('button', { name: 'Read again' }).last().click();
  await expect(window.getByText(/A run has changed this pipeline/)).toBeHidden();
  await expect.poll(() => stageBar(window, from).textContent()).toBe(countAtStart);
  expect(writes(server)).toHaveLength(6);
  expect(pageErrors).toEqual([]);
});

test('31 people are rejected only after their number was typed', async ({ launch, practise }) => {
  const server = await practise({ candidates: 400 });
  const { window, pageErrors } = await launch({ env: { FLOWMINGO_BASE_URL: server.url } });
  await connect(window, server.keys.full, 'Practice server');
  await readPipeline(window);
  const start = standing(server);
  await choosePeople(window, 31);
  await window.getByRole('button', { name: 'Reject…' }).click();
  const review = window.getByRole('dialog');
  await expect(review).toContainText('A rejection can’t be taken back.');
  const reject = review.getByRole('button', { name: 'Reject 31 people' });
  await expect(reject).toBeDisabled();
  await review.getByRole('textbox', { name: 'Type 31 to reject these people' }).fill('30');
  await expect(reject).toBeDisabled();
  expect(writes(server)).toEqual([]);
  await review.getByRole('textbox', { name: 'Type 31 to reject these people' }).fill('31');
  await reject.click();
  await expect(window.getByText(/^Finished .* 31 of 31 people were rejected\.$/)).toBeVisible({
    timeout: 60_000,
  });
  const end = standing(server);
  // The lists hold people who were rejected before, too, so fewer may have changed than were asked for.
  const asked = new Set(writes(server).map((path) => path.split('/').at(-3) ?? ''));
  expect(asked.size).toBe(31);
  expect([...asked].every((id) => end[id]?.endsWith('rejected'))).toBe(true);
  expect(Object.keys(start).filter((id) => end[id] !== start[id] && !asked.has(id))).toEqual([]);
  expect(pageErrors).toEqual([]);
});
