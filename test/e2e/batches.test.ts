// Batches are prepared without a network, are still there after a restart, and run in their order once Flowmingo can be reached.
import path from 'node:path';
import { expect } from '@playwright/test';
import type { Page } from 'playwright';
import type { PracticeOptions, PracticeServer } from '../../electron/practice/practice-server';
import { test } from './fixtures';
import { chooseSet, goToBatches, keepReady, prepareForReady, readyNames } from './pages/batches-page';
import { connect } from './pages/connect-page';
import { openFile } from './pages/new-batch-page';
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

async function readListsOnce(window: Page): Promise<void> {
  await window.evaluate(async () => {
    const bridge = (window as unknown as { flowmingo: Record<string, (input: unknown) => Promise<unknown>> })
      .flowmingo;
    const { value } = (await bridge['workspaces:list']?.({})) as { value: { currentWorkspaceId: string } };
    await bridge['targets:read-lists']?.({ workspaceId: value.currentWorkspaceId, refresh: true });
  });
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
