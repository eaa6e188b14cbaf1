// A batch as a file: prepared in a terminal and sent in the window, prepared in the window and run from a terminal, and opened by a double click.
import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect } from '@playwright/test';
import type { PracticeServer } from '../../electron/practice/practice-server';
import { repoFolder } from '../../scripts/setup/places.mjs';
import { answerSaveDialogs, type LaunchedApp } from '../helpers/launch-app';
import { test } from './fixtures';
import { connect } from './pages/connect-page';
import { acceptColumns, acceptRows, chooseTarget, openFile, send } from './pages/new-batch-page';
import { makeCsv, makePeople, readResults } from './people-files';

const setTitle = 'Sales Assessment';
const cliFile = path.join(repoFolder, 'dist', 'cli', 'cli.cjs');

const runProgram = promisify(execFile);

/** Runs the command line and gives its answer; exit 2 says that some rows were left out. The practice server is in this process, so nothing may block it. */
async function cli(
  words: readonly string[],
  env: Record<string, string>,
  exitCode = 0,
): Promise<Record<string, unknown>> {
  const ended = await runProgram(process.execPath, [cliFile, ...words], {
    env: { PATH: process.env.PATH ?? '', HOME: env.FLOWMINGO_DATA_DIR ?? '', ...env },
  }).then(
    ({ stdout }) => ({ code: 0, stdout }),
    (failed: { readonly code: number; readonly stdout: string }) => failed,
  );
  expect(ended.code).toBe(exitCode);
  return JSON.parse(ended.stdout.trimEnd().split('\n').at(-1) ?? '') as Record<string, unknown>;
}

async function setIdOf(server: PracticeServer): Promise<string> {
  const answer = await fetch(`${server.url}/integration/hiring/interview-sets/v1`, {
    headers: { 'x-api-key': server.keys.full },
  });
  const { data } = (await answer.json()) as { data: { id: string; name?: string; title?: string }[] };
  const set = data.find(({ name, title }) => (title ?? name) === setTitle);
  if (set === undefined) throw new Error(`The practice server has no set called ${setTitle}.`);
  return set.id;
}

/** Every address that the server invited, with how often. */
function invitesOf(server: PracticeServer): Record<string, number> {
  return Object.fromEntries(
    [...server.record.invitesByEmail()].map(([email, invites]) => [
      email,
      invites.reduce((sum, { times }) => sum + times, 0),
    ]),
  );
}

const once = (emails: readonly string[]) => Object.fromEntries(emails.map((email) => [email, 1]));

async function saveResults({ app, window }: LaunchedApp, file: string): Promise<Record<string, string>[]> {
  await answerSaveDialogs(app, file);
  await window.getByRole('button', { name: 'Save as XLSX' }).click();
  await window.getByText(/Saved/).first().waitFor();
  return readResults(file);
}

test('prepared in a terminal, double-clicked, looked through and sent: everybody once, and said when it is opened again', async ({
  launch,
  practise,
  folder,
}) => {
  const server = await practise();
  const people = makePeople(40);
  const sheet = makeCsv(folder, people);
  const message = path.join(folder, 'message.txt');
  writeFileSync(
    message,
    'Dear {{candidate_name}},\nplease start here: {{interview_link}}\nSee you in Hanoi.',
  );
  const file = path.join(folder, 'Graduate fair.flowbatch');
  const prepared = await cli(
    [
      'prepare',
      sheet,
      '--operation',
      'invite',
      '--set',
      await setIdOf(server),
      '--send-invite',
      'yes',
      '--message-file',
      message,
      '--name',
      'Graduate fair',
      '--out',
      file,
      '--json',
    ],
    // No key and no server: the preparing asks nobody.
    { FLOWMINGO_DATA_DIR: path.join(folder, 'sender') },
  );
  expect(prepared).toMatchObject({ rows: 40, sendable: 40, name: 'Graduate fair' });
  expect(server.record.requests.filter(({ method }) => method === 'POST')).toHaveLength(0);

  const launched = await launch({ env: { FLOWMINGO_BASE_URL: server.url } });
  const { window, app, dataDir } = launched;
  await connect(window, server.keys.full, 'Receiver');
  // A second start with the file is what a double click is on Windows and Linux: it hands over and leaves.
  await runProgram(
    await app.evaluate(() => process.execPath),
    [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), repoFolder, file],
    { env: { ...process.env, FLOWMINGO_DATA_DIR: dataDir, FLOWMINGO_BASE_URL: server.url }, timeout: 20_000 },
  );
  await expect(window.getByText('Prepared as “Graduate fair”: 40 people')).toBeVisible();
  await expect(window.getByRole('gridcell', { name: people[0]?.email ?? '' })).toBeVisible();
  expect(server.record.emailsSent).toHaveLength(0);
  await window.getByRole('button', { name: /^Go on with 40 people/ }).click();
  await expect(window.getByText('See you in Hanoi.').first()).toBeVisible();
  await window.getByRole('button', { name: 'Last look' }).click();
  await expect(window.getByText(setTitle).first()).toBeVisible();
  await send(window);
  await expect(window.getByText(/^Finished/).first()).toBeVisible({ timeout: 60_000 });
  const rows = await saveResults(launched, path.join(folder, 'results.xlsx'));
  expect(rows.map((row) => [row['Candidate ID'], row.Outcome])).toEqual(people.map(({ id }) => [id, 'Done']));
  expect(invitesOf(server)).toEqual(once(people.map(({ email }) => email)));
  const [first] = server.record.requests.filter(({ method }) => method === 'POST');
  expect(JSON.stringify(first)).toContain('See you in Hanoi.');

  // Once more: it says so, and leaves everybody out.
  await window.getByRole('button', { name: 'First screen' }).click();
  await window.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'New batch' }).click();
  await window.locator('input[type=file]').setInputFiles(file);
  await expect(window.getByText('This file was run before.')).toBeVisible();
  await expect(window.getByText(/Nobody would be sent/)).toBeVisible();
  expect(launched.pageErrors).toEqual([]);
});

test('prepared in the window with changes, handed over, and run from a terminal: the server has what the sheet said', async ({
  launch,
  practise,
  folder,
}) => {
  const server = await practise();
  const people = makePeople(30);
  const launched = await launch({ env: { FLOWMINGO_BASE_URL: server.url } });
  const { window, app } = launched;
  await connect(window, server.keys.full, 'Sender');
  await openFile(window, makeCsv(folder, people));
  await acceptColumns(window);
  await window
    .getByRole('gridcell', { name: people[3]?.email ?? '' })
    .first()
    .dblclick();
  await window.keyboard.press('ControlOrMeta+A');
  await window.keyboard.type('mended@example.com');
  await window.keyboard.press('Enter');
  await window
    .getByRole('gridcell', { name: people[5]?.email ?? '' })
    .first()
    .click();
  await window.keyboard.press('Delete');
  await window.getByRole('button', { name: 'Leave it out' }).click();
  await acceptRows(window);
  await chooseTarget(window, setTitle, true);
  const file = path.join(folder, 'Handed over.flowbatch');
  await answerSaveDialogs(app, file);
  await window.getByRole('button', { name: 'Hand over as a file' }).click();
  await expect(window.getByText('Saved Handed over.flowbatch.')).toBeVisible();
  // No key, and nothing of this computer.
  const bytes = readFileSync(file).toString('latin1');
  expect(bytes).not.toContain(server.keys.full.split('.')[1]);
  await app.close();
  expect(server.record.emailsSent).toHaveLength(0);

  const env = {
    FLOWMINGO_DATA_DIR: path.join(folder, 'receiver'),
    FLOWMINGO_BASE_URL: server.url,
    FLOWMINGO_API_KEY: server.keys.full,
  };
  const run = await cli(
    ['run', file, '--first', '0', '--results', path.join(folder, 'out.csv'), '--json'],
    env,
    2,
  );
  expect(run).toMatchObject({ state: 'finished', total: 30 });
  const expected = people
    .map(({ email }, index) => (index === 3 ? 'mended@example.com' : email))
    .filter((_, index) => index !== 5);
  expect(invitesOf(server)).toEqual(once(expected));
});
