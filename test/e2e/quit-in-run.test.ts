// Closing the window in the middle of a run: it is asked first, answers on their way are waited for, and nobody is sent to twice.
import path from 'node:path';
import { expect } from '@playwright/test';
import type { Page } from 'playwright';
import type { PracticeServer } from '../../electron/practice/practice-server';
import type { LaunchedApp } from '../helpers/launch-app';
import { test } from './fixtures';
import { connect } from './pages/connect-page';
import { acceptColumns, acceptRows, chooseTarget, openFile, send } from './pages/new-batch-page';
import { answerQuestions, pressCross, seenAtBorder, watchBorder, whenGone } from './pages/shell-border';
import { makeCsv, makePeople } from './people-files';

const peopleCount = 60;

async function startRun(
  { window }: LaunchedApp,
  server: PracticeServer,
  folder: string,
  people = peopleCount,
): Promise<void> {
  await window.getByRole('button', { name: 'First screen' }).click();
  await connect(window, server.keys.full, 'Practice server');
  await openFile(window, makeCsv(folder, makePeople(people)));
  await acceptColumns(window);
  await acceptRows(window);
  await chooseTarget(window, 'Sales Assessment', true);
  await send(window);
  await expect.poll(() => server.record.emailsSent.length, { timeout: 30_000 }).toBeGreaterThan(3);
}

async function goOnToTheEnd(window: Page): Promise<void> {
  await window.getByRole('button', { name: /^Go on with/ }).click();
  await expect(window.getByText(/^Finished/).first()).toBeVisible({ timeout: 60_000 });
}

test('asks before it closes, keeps running where somebody says so, then pauses, and goes on after a restart with nobody twice', async ({
  launch,
  practise,
  folder,
}) => {
  const server = await practise({ faults: { latencyMs: 600 } });
  const env = { FLOWMINGO_BASE_URL: server.url };
  const dataDir = path.join(folder, 'data');
  const first = await launch({ dataDir, env });
  await watchBorder(first.app);
  await startRun(first, server, folder);

  await pressCross(first.app);
  await expect.poll(async () => (await seenAtBorder(first.app)).questions.length).toBe(1);
  const { questions } = await seenAtBorder(first.app);
  expect(questions[0]?.message).toBe('“Job fair” is still running.');
  expect(questions[0]?.buttons).toEqual(['Keep running', 'Pause and quit']);
  expect(questions[0]?.detail).toMatch(/people are not sent to yet\. .* 101 seconds at most\./);
  const before = server.record.emailsSent.length;
  await expect.poll(() => server.record.emailsSent.length).toBeGreaterThan(before + 4);
  await expect(first.window.getByRole('button', { name: 'Pause' })).toBeVisible();

  // The answers on their way take their time, so that the wait for them is seen.
  server.setFaults({ latencyMs: 6000 });
  const sendings = () => server.record.requests.filter(({ method }) => method === 'POST').length;
  const sentBefore = sendings();
  await expect.poll(sendings).toBeGreaterThan(sentBefore + 3);
  await answerQuestions(first.app, 1);
  const gone = whenGone(first.app);
  await pressCross(first.app);
  await expect(first.window.getByText('Pausing, and then the app closes')).toBeVisible();
  await expect(first.window.getByText(/answers? (is|are) still on (its|their) way/)).toBeVisible();
  await expect(first.window.getByText(/We wait \d+ seconds at most/)).toBeVisible();
  await gone;
  const sent = server.record.emailsSent.length;
  expect(sent).toBeLessThan(peopleCount);

  const second = await launch({ dataDir, env });
  // What was on its way has settled: nobody is unknown.
  await expect(second.window.getByText(new RegExp(`${sent} of ${peopleCount} are done, `))).toBeVisible();
  expect(server.record.emailsSent.length).toBe(sent);
  server.setFaults({});
  await goOnToTheEnd(second.window);
  expect(server.record.emailsSent).toHaveLength(peopleCount);
  expect(server.record.invitesByEmail().size).toBe(peopleCount);
  expect(second.pageErrors).toEqual([]);
});

test('waits no longer than a request may take: and sends nothing again by itself', async ({
  launch,
  practise,
  folder,
}) => {
  const server = await practise();
  const env = { FLOWMINGO_BASE_URL: server.url };
  const dataDir = path.join(folder, 'data');
  const first = await launch({ dataDir, env });
  await watchBorder(first.app);
  await answerQuestions(first.app, 1);
  await first.window.getByRole('button', { name: 'Settings' }).click();
  for (const [name, value] of [
    ['Seconds for a connection', '3'],
    ['Seconds until an answer begins', '15'],
    ['Seconds until an answer is whole', '5'],
  ] as const) {
    await first.window.getByLabel(name, { exact: true }).fill(value);
    await first.window.getByLabel(name, { exact: true }).press('Enter');
  }
  await expect(first.window.getByText('One request takes 23 seconds at most.')).toBeVisible();
  server.setFaults({ latencyMs: 400 });
  await startRun(first, server, folder, 200);
  server.setFaults({ latencyMs: 60_000 });
  const sendings = () => server.record.requests.filter(({ method }) => method === 'POST').length;
  const sentBefore = sendings();
  await expect.poll(sendings).toBeGreaterThan(sentBefore + 3);
  const pressedAtMs = Date.now();
  const gone = whenGone(first.app);
  await pressCross(first.app);
  await gone;
  expect(Date.now() - pressedAtMs).toBeGreaterThan(8000);
  expect(Date.now() - pressedAtMs).toBeLessThan(27_000);
  const invites = sendings();
  server.setFaults({});

  const second = await launch({ dataDir, env });
  await expect(second.window.getByRole('button', { name: /^Go on with/ })).toBeVisible();
  expect(sendings()).toBe(invites);
});

test('a signal to end pauses without a question; a window without a run closes without one', async ({
  launch,
  practise,
  folder,
}) => {
  const server = await practise({ faults: { latencyMs: 300 } });
  const env = { FLOWMINGO_BASE_URL: server.url };
  const dataDir = path.join(folder, 'data');
  const first = await launch({ dataDir, env });
  await watchBorder(first.app);
  await startRun(first, server, folder);
  const gone = whenGone(first.app);
  first.app.process().kill('SIGTERM');
  await gone;
  const sent = server.record.emailsSent.length;
  expect(sent).toBeLessThan(peopleCount);

  const second = await launch({ dataDir, env });
  await watchBorder(second.app);
  await expect(second.window.getByText(new RegExp(`${sent} of ${peopleCount} are done, `))).toBeVisible();
  const secondGone = whenGone(second.app);
  await pressCross(second.app);
  await secondGone;
});
