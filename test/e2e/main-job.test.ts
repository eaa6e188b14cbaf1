// The main job in a real window: a file, its columns, its rows, a target, sending, and a workbook that agrees with the server's own record.
import path from 'node:path';
import { expect } from '@playwright/test';
import { isRefusedByFault } from '../../electron/practice/fault-plan';
import type { PracticeServer } from '../../electron/practice/practice-server';
import { answerSaveDialogs, type LaunchedApp } from '../helpers/launch-app';
import { test } from './fixtures';
import { connect } from './pages/connect-page';
import {
  acceptColumns,
  acceptRows,
  chooseTarget,
  openFile,
  send,
  sendFirst,
  sendTheRest,
  startWithAll,
} from './pages/new-batch-page';
import { makeCsv, makePeople, makeXlsx, readResults } from './people-files';

const setTitle = 'Sales Assessment';

async function inviteFile({ window }: LaunchedApp, file: string, typedNumber: string | null): Promise<void> {
  await openFile(window, file);
  await acceptColumns(window);
  await acceptRows(window);
  await chooseTarget(window, setTitle, true);
  await send(window, typedNumber);
}

async function saveResults({ app, window }: LaunchedApp, folder: string): Promise<Record<string, string>[]> {
  const file = path.join(folder, 'results.xlsx');
  await answerSaveDialogs(app, file);
  await window.getByRole('button', { name: 'Save as XLSX' }).click();
  await window.getByText(/Saved/).first().waitFor();
  return readResults(file);
}

/** Every address that the server invited, with how often. */
function invitesOf(server: PracticeServer): Map<string, number> {
  return new Map(
    [...server.record.invitesByEmail()].map(([email, invites]) => [
      email,
      invites.reduce((sum, { times }) => sum + times, 0),
    ]),
  );
}

test('practise first: the sample file, all the way, with nobody invited twice', async ({
  launch,
  folder,
}) => {
  const launched = await launch();
  const { window } = launched;
  await window.getByRole('button', { name: 'Open a sample file' }).click();
  await acceptColumns(window);
  await acceptRows(window);
  await chooseTarget(window, setTitle, true);
  await sendFirst(window);
  await sendTheRest(window);
  await expect(window.getByText(/^Finished/).first()).toBeVisible({ timeout: 60_000 });
  const rows = await saveResults(launched, folder);
  expect(rows).toHaveLength(250);
  const done = rows.filter((row) => row.Outcome === 'Done');
  expect(done.length).toBeGreaterThan(200);
  for (const row of done) expect(row['What happened']).toMatch(/^(Invited|Queued)/);
  expect(new Set(done.map((row) => row['Email sent to']?.toLowerCase()).filter(Boolean)).size).toBe(
    done.filter((row) => row['Email sent to']).length,
  );
  expect(launched.pageErrors).toEqual([]);
});

for (const kind of ['CSV', 'XLSX'] as const) {
  test(`250 people from a ${kind} file: the saved workbook agrees with the server, row by row`, async ({
    launch,
    practise,
    folder,
  }) => {
    const server = await practise();
    const people = makePeople(250);
    const file = kind === 'CSV' ? makeCsv(folder, people) : await makeXlsx(folder, people);
    const launched = await launch({ env: { FLOWMINGO_BASE_URL: server.url } });
    await connect(launched.window, server.keys.production, 'Nordwind Talent');
    await inviteFile(launched, file, '250');
    await expect(launched.window.getByText(/^Finished/).first()).toBeVisible({ timeout: 60_000 });
    const rows = await saveResults(launched, folder);

    expect(rows).toHaveLength(250);
    const invites = invitesOf(server);
    const submissions = new Map(server.record.submissions().map((submission) => [submission.id, submission]));
    for (const [index, row] of rows.entries()) {
      const person = people[index];
      expect(row['Candidate ID']).toBe(person?.id);
      expect(row['First name']).toBe(person?.firstname);
      expect(row.Notes).toBe('=1+1');
      expect(row.Outcome).toBe('Done');
      expect(row['Email sent to']).toBe(person?.email);
      expect(invites.get(person?.email ?? '')).toBe(1);
      expect(submissions.has(row['Submission id'] ?? '')).toBe(true);
    }
    expect(server.record.emailsSent).toHaveLength(250);
  });
}

test('5 % refused and a storm of 429: the refused are named, the storm is waited out, nobody is invited twice', async ({
  launch,
  practise,
  folder,
}) => {
  const server = await practise({
    faults: { refusedShare: 0.05, storm: { afterRequests: 60, count: 12, retryAfterSeconds: 2 } },
  });
  const people = makePeople(250);
  const launched = await launch({ env: { FLOWMINGO_BASE_URL: server.url } });
  const { window } = launched;
  await connect(window, server.keys.full, 'Practice server');
  await inviteFile(launched, makeCsv(folder, people), null);
  await expect(window.getByText(/^Finished/).first()).toBeVisible({ timeout: 90_000 });
  const rows = await saveResults(launched, folder);

  const expectedRefused = people
    .filter(({ email }) => isRefusedByFault(email, 0.05, 1))
    .map(({ email }) => email);
  expect(expectedRefused.length).toBeGreaterThan(3);
  expect(rows.filter((row) => row.Outcome === 'Refused').map((row) => row['E-mail'])).toEqual(
    expectedRefused,
  );
  expect(rows.filter((row) => row.Outcome === 'Done')).toHaveLength(250 - expectedRefused.length);
  expect(Math.max(...invitesOf(server).values())).toBe(1);
  // While the storm's wait ran, nothing was sent: whoever came too early is marked so by the server.
  const tooEarly = server.record.requests.filter(
    (request) => request.method === 'POST' && (request.earlyByMs ?? 0) > 0 && request.status === 429,
  );
  expect(tooEarly.length).toBeLessThanOrEqual(4);
});

test('a typed number that is wrong sends nothing', async ({ launch, practise, folder }) => {
  const server = await practise();
  const { window } = await launch({ env: { FLOWMINGO_BASE_URL: server.url } });
  await connect(window, server.keys.production, 'Nordwind Talent');
  await openFile(window, makeCsv(folder, makePeople(12)));
  await acceptColumns(window);
  await acceptRows(window);
  await chooseTarget(window, setTitle, true);
  await window.getByRole('textbox', { name: /^Type 12 to send in production/ }).fill('13');
  await expect(window.getByRole('button', { name: 'Send 3, then ask me' })).toBeDisabled();
  await startWithAll(window);
  await expect(window.getByRole('button', { name: 'Send 12 invitations' })).toBeDisabled();
  expect(server.record.emailsSent).toHaveLength(0);
});
