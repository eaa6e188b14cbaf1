// Answers get lost while a colleague invites to the same set: nobody is sent to again on a guess, and a person decides with the evidence.
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { PracticeServer } from '../../electron/practice/practice-server';
import { answerSaveDialogs, type LaunchedApp } from '../helpers/launch-app';
import { inviteByColleague } from './colleague';
import { test } from './fixtures';
import { connect } from './pages/connect-page';
import {
  acceptColumns,
  acceptRows,
  chooseTarget,
  openFile,
  pressSend,
  startWithAll,
} from './pages/new-batch-page';
import { chooseSendAgain, openUnsure, unsurePerson } from './pages/unsure-page';
import { type MadePerson, makeCsv, makePeople, readResults } from './people-files';

const setTitle = 'Sales Assessment';
const people = makePeople(12);

/** How often a person was really invited. */
function timesInvited(server: PracticeServer, { email }: MadePerson): number {
  return (server.record.invitesByEmail().get(email) ?? []).reduce((sum, { times }) => sum + times, 0);
}

const nameOf = ({ firstname, lastname }: MadePerson) => `${firstname} ${lastname}`;

/** The people whose requests were hit by a fault, in the order in which they were sent. */
function lostPeople(server: PracticeServer): MadePerson[] {
  const bodies = server.record.requests
    .filter(({ fault }) => fault !== null)
    .map(({ body }) => JSON.stringify(body));
  return bodies.flatMap((body) => people.find(({ email }) => body.includes(`"${email}"`)) ?? []);
}

/** Invites 12 people of whom two answers get lost after they were processed, and one before; a colleague invites too. */
async function runWithLostAnswers(
  { window }: LaunchedApp,
  server: PracticeServer,
  folder: string,
): Promise<void> {
  await connect(window, server.keys.production, 'Nordwind Talent');
  await openFile(window, makeCsv(folder, people));
  await acceptColumns(window);
  await acceptRows(window);
  await chooseTarget(window, setTitle, true);
  server.setFaults({
    latencyMs: 100,
    failures: [
      { kind: 'reset', moment: 'after', requestNumbers: [4, 7] },
      { kind: 'reset', moment: 'before', requestNumbers: [9] },
    ],
  });
  await startWithAll(window);
  await pressSend(window, '12');
  await expect.poll(() => lostPeople(server).length, { timeout: 30_000 }).toBe(3);
  server.setFaults({});
  // Two more new interviews than answers say, for three people: nobody can tell whose they are.
  await inviteByColleague(server, setTitle);
  await inviteByColleague(server, setTitle);
  await expect(
    window.getByText('Asking Flowmingo about 3 people without a clear answer.').first(),
  ).toBeVisible();
  await expect(window.getByText(/^Finished/).first()).toBeVisible({ timeout: 60_000 });
  await expect(window.getByText('Not sure about 3 people.')).toBeVisible();
}

async function savedOutcomes({ app, window }: LaunchedApp, folder: string): Promise<Map<string, string>> {
  const file = path.join(folder, 'results.xlsx');
  await answerSaveDialogs(app, file);
  await window.getByRole('button', { name: 'Save as XLSX' }).click();
  await window.getByText(/Saved/).first().waitFor();
  return new Map((await readResults(file)).map((row) => [row['E-mail'] ?? '', row.Outcome ?? '']));
}

async function pressDecide(window: Page, label: string): Promise<void> {
  await window.getByRole('button', { name: label, exact: true }).click();
}

test('left alone by default: nobody is sent to again, the note goes, and they stay unknown in the results', async ({
  launch,
  practise,
  folder,
}) => {
  const server = await practise();
  const launched = await launch({ env: { FLOWMINGO_BASE_URL: server.url } });
  const { app, window } = launched;
  await runWithLostAnswers(launched, server, folder);
  const lost = lostPeople(server);
  await openUnsure(window);

  for (const person of lost) {
    const shown = unsurePerson(window, nameOf(person));
    await expect(
      shown.getByText(/^We sent the request\. .* the connection broke, before an answer came\.$/),
    ).toBeVisible();
    await expect(shown.getByText(/New to you/)).toBeVisible();
    await expect(shown.getByText(/new interviews? appeared there/)).toBeVisible();
    await expect(shown.getByText(/^Second look /)).toBeVisible();
    await expect(shown.getByRole('radio', { name: /^Leave alone/ })).toBeChecked();
  }

  const [first] = lost;
  if (first === undefined) throw new Error('Nobody got lost.');
  await window.getByRole('button', { name: `What was sent and received for ${nameOf(first)}` }).click();
  await expect(window.getByRole('textbox', { name: 'What was sent' })).toHaveValue(new RegExp(first.email));
  await window.keyboard.press('Escape');
  await window.getByRole('button', { name: 'Copy addresses' }).click();
  await expect(window.getByText('Copied 3 addresses.')).toBeVisible();
  const copied = await app.evaluate(({ clipboard }) => clipboard.readText());
  expect(copied.split('\n').sort()).toEqual(lost.map(({ email }) => email).sort());

  const requestsBefore = server.record.requests.filter(({ method }) => method === 'POST').length;
  await pressDecide(window, 'Leave all 3 alone');
  await expect(window.getByText(/^Finished/).first()).toBeVisible();
  await expect(window.getByText('Not sure about 3 people.')).toBeHidden();
  const outcomes = await savedOutcomes(launched, folder);
  expect(lost.map(({ email }) => outcomes.get(email))).toEqual(['Unknown', 'Unknown', 'Unknown']);
  expect(server.record.requests.filter(({ method }) => method === 'POST')).toHaveLength(requestsBefore);
  expect(people.map((person) => timesInvited(server, person)).sort()).toEqual([0, ...Array(11).fill(1)]);
  expect(launched.pageErrors).toEqual([]);
});

test('send again is asked twice, by name and number: only who was chosen is sent to, in a run of their own', async ({
  launch,
  practise,
  folder,
}) => {
  const server = await practise();
  const launched = await launch({ env: { FLOWMINGO_BASE_URL: server.url } });
  const { window } = launched;
  await runWithLostAnswers(launched, server, folder);
  const chosen = lostPeople(server).find((person) => timesInvited(server, person) === 0);
  if (chosen === undefined) throw new Error('Nobody was lost before the server saw them.');
  const before = new Map(people.map((person) => [person.email, timesInvited(server, person)]));
  await openUnsure(window);
  await chooseSendAgain(window, nameOf(chosen));
  await pressDecide(window, 'Leave 2 alone, send 1 again');

  const dialog = window.getByRole('dialog', { name: `Send again to ${nameOf(chosen)}?` });
  await expect(dialog.getByText('They may get two emails.')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Send 1 again' })).toBeDisabled();
  await dialog.getByRole('button', { name: 'Send nothing' }).click();
  await expect(dialog).toBeHidden();
  expect(timesInvited(server, chosen)).toBe(0);

  await pressDecide(window, 'Leave 2 alone, send 1 again');
  await dialog.getByRole('textbox', { name: 'Type 1 to send' }).fill('1');
  await dialog.getByRole('button', { name: 'Send 1 again' }).click();
  await expect(window.getByText('Run again of an earlier run.')).toBeVisible();
  await expect(window.getByText(/^Finished/).first()).toBeVisible({ timeout: 60_000 });
  for (const person of people)
    expect(timesInvited(server, person), person.email).toBe(
      (before.get(person.email) ?? 0) + (person === chosen ? 1 : 0),
    );

  await window.getByRole('button', { name: 'See the earlier run' }).click();
  await expect(window.getByText(/^Finished/).first()).toBeVisible();
  await expect(window.getByText('Not sure about')).toBeHidden();
  await expect(window.getByRole('button', { name: /^Send these/ })).toBeHidden();
  expect(launched.pageErrors).toEqual([]);
});
