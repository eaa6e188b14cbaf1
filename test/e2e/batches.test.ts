// Batches are prepared without a network, are still there after a restart, and run in their order once Flowmingo can be reached.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import type { Page } from 'playwright';
import type { PracticeOptions, PracticeServer } from '../../electron/practice/practice-server';
import type { Envelope } from '../../shared/ipc/envelope';
import { openSpreadsheet } from '../../shared/spreadsheets/open-spreadsheet';
import { answerSaveDialogs } from '../helpers/launch-app';
import { startWithoutSet } from '../helpers/without-set';
import { askBridge } from '../security/ask-bridge';
import { test } from './fixtures';
import { chooseSet, goToBatches, keepReady, prepareForReady, readyNames } from './pages/batches-page';
import { connect } from './pages/connect-page';
import { acceptColumns, acceptRows, chooseTarget, openFile, sendTheRest } from './pages/new-batch-page';
import { type MadePerson, makePeople } from './people-files';

type Practise = (options?: PracticeOptions) => Promise<PracticeServer>;

/** A file of people as the window's file input takes it. */
function csvOf(name: string, people: readonly MadePerson[]) {
  const lines = [
    'Candidate ID;First name;Last name;E-mail',
    ...people.map((one) => [one.id, one.firstname, one.lastname, one.email].join(';')),
  ];
  return { name, mimeType: 'text/csv', buffer: Buffer.from(lines.join('\r\n')) };
}

const port = (server: PracticeServer) => Number(new URL(server.url).port);
/** The same Flowmingo at the same address, with what it held, after it was away. */
const comeBack = (practise: Practise, before: PracticeServer, journalFile: string) =>
  practise({ port: port(before), journalFile, faults: { latencyMs: 5 } });

/** The lists as they are kept for work without a network. */
async function readListsOnce(window: Page): Promise<void> {
  const answer = (await askBridge(window, 'workspaces:list', {})) as Envelope<{ currentWorkspaceId: string }>;
  if (!answer.ok) throw new Error('The workspaces could not be read.');
  const { currentWorkspaceId: workspaceId } = answer.value;
  await askBridge(window, 'targets:read-lists', { workspaceId, refresh: true });
}

const first = makePeople(12);
const second = makePeople(30).slice(12, 20);

test('two batches prepared while Flowmingo is away are there after a restart, and run in their order when it is back', async ({
  launch,
  practise,
  folder,
}) => {
  const journalFile = path.join(folder, 'world.jsonl');
  const dataDir = path.join(folder, 'data');
  const server = await practise({ candidates: 0, journalFile });
  const env = { FLOWMINGO_BASE_URL: server.url };
  const one = await launch({ dataDir, env });
  await connect(one.window, server.keys.full, 'Team Praha');
  await readListsOnce(one.window);
  await server.close();

  await openFile(one.window, csvOf('Nurses Brno.csv', first));
  await prepareForReady(one.window, 'Sales Assessment');
  await keepReady(one.window);
  await openFile(one.window, csvOf('Drivers Ostrava.csv', second));
  await prepareForReady(one.window, null);
  await keepReady(one.window);
  expect(await readyNames(one.window)).toEqual(['Nurses Brno', 'Drivers Ostrava']);
  // Quick to say what cannot be done now: the look says that nothing was sent.
  await one.window.getByRole('button', { name: 'Run Nurses Brno' }).click();
  await expect(one.window.getByRole('dialog').getByText(/Flowmingo cannot be reached/)).toBeVisible();
  await one.app.close();

  const two = await launch({ dataDir, env });
  const { window } = two;
  await goToBatches(window);
  expect(await readyNames(window)).toEqual(['Nurses Brno', 'Drivers Ostrava']);
  const back = await comeBack(practise, server, journalFile);
  await window.getByRole('button', { name: 'Choose the target of Drivers Ostrava' }).click();
  await chooseSet(window, 'Sales Assessment');
  await window.getByRole('button', { name: 'Choose this target' }).click();
  // By keyboard: the second goes first.
  await window.getByRole('button', { name: 'Move Drivers Ostrava up' }).press('Enter');
  await expect.poll(() => readyNames(window)).toEqual(['Drivers Ostrava', 'Nurses Brno']);
  await window.getByRole('button', { name: 'Run 2 ready batches' }).click();
  await window.getByRole('button', { name: 'Run 2 batches: 20 people' }).click();
  await expect(window.getByText('12 done')).toBeVisible({ timeout: 60_000 });
  await expect(window.getByText('8 done')).toBeVisible();
  const order = back.record.emailsSent.map(({ email }) => email);
  expect(order.slice(0, 8).sort()).toEqual(second.map(({ email }) => email).sort());
  expect(order.slice(8).sort()).toEqual(first.map(({ email }) => email).sort());
  expect(await readyNames(window)).toEqual([]);
  expect(two.pageErrors).toEqual([]);
});

test('the world has changed meanwhile: it is said before anything is sent, and only what was accepted goes', async ({
  launch,
  practise,
  folder,
}) => {
  const server = await practise({ candidates: 0 });
  const front = await startWithoutSet(server.url);
  try {
    const { window, pageErrors } = await launch({
      dataDir: path.join(folder, 'data'),
      env: { FLOWMINGO_BASE_URL: front.url },
    });
    await connect(window, server.keys.full, 'Team Praha');
    await openFile(window, csvOf('Nurses Brno.csv', first));
    await prepareForReady(window, 'Sales Assessment');
    await keepReady(window);
    await openFile(window, csvOf('Drivers Ostrava.csv', second));
    await prepareForReady(window, 'Warehouse Shift Lead');
    await keepReady(window);

    // One of the first batch is invited by another run, and the set of the second disappears.
    await openFile(window, csvOf('Walk-in.csv', first.slice(3, 4)));
    await acceptColumns(window);
    await acceptRows(window);
    await chooseTarget(window, 'Sales Assessment', true);
    await window.getByRole('button', { name: /^Send 1 invitation/ }).click();
    await expect(window.getByText(/^Finished at/)).toBeVisible({ timeout: 60_000 });
    front.hide('Warehouse Shift Lead');

    await goToBatches(window);
    await window.getByRole('button', { name: 'Run 2 ready batches' }).click();
    const dialog = window.getByRole('dialog');
    await expect(
      dialog.getByText(
        '1 person was invited to this meanwhile by run 1 today. This person is left out, and 11 go.',
      ),
    ).toBeVisible();
    await expect(dialog.getByText(/Flowmingo no longer has “Warehouse Shift Lead”/)).toBeVisible();
    await expect(dialog.getByRole('checkbox', { name: 'Nurses Brno' })).not.toBeChecked();
    await expect(dialog.getByRole('checkbox', { name: 'Drivers Ostrava' })).toBeDisabled();
    await expect(dialog.getByRole('button', { name: 'Run', exact: true })).toBeDisabled();
    expect(server.record.emailsSent).toHaveLength(1);

    await dialog.getByRole('checkbox', { name: 'Nurses Brno' }).check();
    await dialog.getByRole('button', { name: 'Run 1 batch: 11 people' }).click();
    await expect(window.getByText('11 done, 1 skipped')).toBeVisible({ timeout: 60_000 });
    expect(server.record.emailsSent.map(({ email }) => email).sort()).toEqual(
      first.map(({ email }) => email).sort(),
    );
    expect(await readyNames(window)).toEqual(['Drivers Ostrava']);
    await expect(window.getByText(/Flowmingo no longer has “Warehouse Shift Lead”/)).toBeVisible();
    // The same file once more says which run sent it, before anything is sent.
    await openFile(window, csvOf('Nurses Brno.csv', first));
    await acceptColumns(window);
    await expect(window.getByText('This file was run before.')).toBeVisible();
    await expect(window.getByText(/^.*Run 2 sent it to Sales Assessment today/)).toBeVisible();
    expect(pageErrors).toEqual([]);
  } finally {
    await front.close();
  }
});

test('a batch that may start by itself starts when Flowmingo is back, without a click; in production after its number', async ({
  launch,
  practise,
  folder,
}) => {
  const journalFile = path.join(folder, 'world.jsonl');
  const server = await practise({ candidates: 0, journalFile });
  const { window } = await launch({
    dataDir: path.join(folder, 'data'),
    env: { FLOWMINGO_BASE_URL: server.url },
  });
  await connect(window, server.keys.production, 'Nordwind Talent');
  await readListsOnce(window);
  await server.close();
  await openFile(window, csvOf('Nurses Brno.csv', first));
  await prepareForReady(window, 'Sales Assessment');
  await keepReady(window);
  await openFile(window, csvOf('Drivers Ostrava.csv', second));
  await prepareForReady(window, 'Sales Assessment');
  await keepReady(window);
  await window.getByRole('button', { name: 'More for Nurses Brno' }).click();
  await window.getByRole('menuitem', { name: 'Start by itself when connected' }).click();
  const allow = window.getByRole('button', { name: 'Let it start by itself' });
  await expect(allow).toBeDisabled();
  await window.getByRole('textbox', { name: 'Type 12 to allow it in production' }).fill('12');
  await allow.click();
  await expect(window.getByText('Starts by itself', { exact: true })).toBeVisible();

  const back = await comeBack(practise, server, journalFile);
  await expect(window.getByText('12 done')).toBeVisible({ timeout: 60_000 });
  expect(await readyNames(window)).toEqual(['Drivers Ostrava']);
  expect(back.record.emailsSent).toHaveLength(12);
});

test('batches that send to 3 first hold nobody, also one whose target was chosen later and that was handed over as a file', async ({
  launch,
  practise,
  folder,
}) => {
  const server = await practise({ candidates: 0 });
  const { app, window, pageErrors } = await launch({
    dataDir: path.join(folder, 'data'),
    env: { FLOWMINGO_BASE_URL: server.url },
  });
  await connect(window, server.keys.full, 'Team Praha');
  await openFile(window, csvOf('Nurses Brno.csv', first));
  await prepareForReady(window, null, 'with-3');
  await keepReady(window);
  await window.getByRole('button', { name: 'Choose the target of Nurses Brno' }).click();
  await chooseSet(window, 'Sales Assessment');
  await window.getByRole('button', { name: 'Choose this target' }).click();
  const file = path.join(folder, 'Nurses Brno.flowbatch');
  await answerSaveDialogs(app, file);
  await window.getByRole('button', { name: 'More for Nurses Brno' }).click();
  await window.getByRole('menuitem', { name: 'Hand over as a file' }).click();
  await expect(window.getByText('Saved Nurses Brno.flowbatch.')).toBeVisible();
  const { handedOver } = await openSpreadsheet({
    fileName: path.basename(file),
    bytes: new Uint8Array(readFileSync(file)),
  });
  expect(handedOver?.head).toMatchObject({
    rowCount: 12,
    work: { target: { setTitle: 'Sales Assessment' }, sendInvite: true, firstRows: 3 },
  });

  await openFile(window, csvOf('Drivers Ostrava.csv', second));
  await prepareForReady(window, 'Sales Assessment', 'with-3');
  await keepReady(window);
  await window.getByRole('button', { name: 'Run 2 ready batches' }).click();
  await expect(window.getByText(/Each sends to its first people and waits for your look/)).toBeVisible();
  await window.getByRole('button', { name: 'Run 2 batches: 20 people' }).click();
  await expect(window.getByText('2 runs wait for your look at their first people.')).toBeVisible({
    timeout: 60_000,
  });
  expect(server.record.emailsSent).toHaveLength(6);
  await window.getByRole('button', { name: /Nurses Brno.*Waits for your look/ }).click();
  await sendTheRest(window);
  await expect(window.getByText(/^Finished/).first()).toBeVisible({ timeout: 60_000 });
  expect(server.record.emailsSent).toHaveLength(15);
  expect(pageErrors).toEqual([]);
});

test('kill -9 in the middle of the queue: the run waits for a decision, the rest is still ready, and nobody is invited twice', async ({
  launch,
  practise,
  folder,
}) => {
  const server = await practise({ candidates: 0, faults: { latencyMs: 120 } });
  const dataDir = path.join(folder, 'data');
  const env = { FLOWMINGO_BASE_URL: server.url };
  const many = makePeople(120);
  const one = await launch({ dataDir, env });
  await connect(one.window, server.keys.full, 'Team Praha');
  for (const [name, people] of [
    ['Nurses Brno.csv', many.slice(0, 80)],
    // Ten of them stand in both files.
    ['Drivers Ostrava.csv', many.slice(70, 120)],
  ] as const) {
    await openFile(one.window, csvOf(name, people));
    await prepareForReady(one.window, 'Sales Assessment');
    await keepReady(one.window);
  }
  await one.window.getByRole('button', { name: 'Run 2 ready batches' }).click();
  await one.window.getByRole('button', { name: 'Run 2 batches: 130 people' }).click();
  await expect.poll(() => server.record.emailsSent.length, { timeout: 30_000 }).toBeGreaterThan(20);
  const died = new Promise((resolve) => one.app.process().once('exit', resolve));
  one.app.process().kill('SIGKILL');
  await died;
  expect(server.record.emailsSent.length).toBeLessThan(80);

  const { window } = await launch({ dataDir, env });
  await goToBatches(window);
  expect(await readyNames(window)).toEqual(['Drivers Ostrava']);
  await expect(window.getByText(/starts nothing else until you let it go on or cancel it/)).toBeVisible();
  await expect(window.getByRole('button', { name: 'Run the ready batch' })).toBeDisabled();
  await window.getByRole('button', { name: 'See the run' }).click();
  await window.getByRole('button', { name: /^Go on with/ }).click();
  await expect(window.getByText(/^Finished/).first()).toBeVisible({ timeout: 60_000 });
  await goToBatches(window);
  await expect(window.getByText('The queue stopped when the app was closed.')).toBeVisible();
  await window.getByRole('button', { name: 'Run the ready batch' }).click();
  const dialog = window.getByRole('dialog');
  await dialog.getByRole('checkbox', { name: 'Drivers Ostrava' }).check();
  await dialog.getByRole('button', { name: 'Run 1 batch: 40 people' }).click();
  await expect(window.getByText('40 done, 10 skipped')).toBeVisible({ timeout: 60_000 });
  const invites = server.record.invitesByEmail();
  for (const { email } of many)
    expect(
      (invites.get(email) ?? []).reduce((sum, { times }) => sum + times, 0),
      email,
    ).toBeLessThanOrEqual(1);
});
