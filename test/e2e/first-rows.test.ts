// Fewer surprises: Stop in the hold sends nothing at all, and after the first 3 somebody looks before the rest goes.
import { expect, type Page } from '@playwright/test';
import type { PracticeServer } from '../../electron/practice/practice-server';
import { test } from './fixtures';
import { connect } from './pages/connect-page';
import {
  acceptColumns,
  acceptRows,
  chooseTarget,
  openFile,
  pressSend,
  sendFirst,
  sendTheRest,
} from './pages/new-batch-page';
import { makeCsv, makePeople } from './people-files';

const people = makePeople(40);

async function toLastLook(window: Page, server: PracticeServer, folder: string): Promise<void> {
  await connect(window, server.keys.production, 'Nordwind Talent');
  await openFile(window, makeCsv(folder, people));
  await acceptColumns(window);
  await acceptRows(window);
  await chooseTarget(window, 'Sales Assessment', true);
}

const invitations = (server: PracticeServer) =>
  server.record.requests.filter(({ method }) => method === 'POST');
const finished = (window: Page) => window.getByText(/^Finished/).first();

test('Stop in the hold has the focus and sends nothing at all', async ({ launch, practise, folder }) => {
  const server = await practise();
  const { window, pageErrors } = await launch({ env: { FLOWMINGO_BASE_URL: server.url } });
  await toLastLook(window, server, folder);
  await expect(window.getByText(/Key and set, at /)).toBeVisible();
  await pressSend(window, '40');
  await expect(window.getByText('Until then, Stop sends nothing at all.')).toBeVisible();
  await expect(window.getByRole('button', { name: 'Stop', exact: true })).toBeFocused();
  await window.keyboard.press('Enter');
  await expect(window.getByText(/^Cancelled .* Nothing was sent\.$/)).toBeVisible();
  expect(invitations(server)).toEqual([]);

  // Nothing is lost by it: the same people can be sent to from here.
  await window.getByRole('button', { name: 'Send the 40 that were not sent' }).click();
  await window.getByRole('textbox', { name: 'Type 40 to send' }).fill('40');
  await window.getByRole('button', { name: 'Send to 40 people' }).click();
  await expect(finished(window)).toBeVisible({ timeout: 60_000 });
  expect(server.record.invitesByEmail().size).toBe(40);
  expect(server.record.emailsSent).toHaveLength(40);
  expect(pageErrors).toEqual([]);
});

test('the first 3 come back and are looked at; the rest goes when somebody says so', async ({
  launch,
  practise,
  folder,
}) => {
  const server = await practise();
  const { window, pageErrors } = await launch({ env: { FLOWMINGO_BASE_URL: server.url } });
  await toLastLook(window, server, folder);
  await expect(
    window.getByText('Sends to rows 2, 3 and 4, shows what came back, and asks you before the other 37.'),
  ).toBeVisible();
  await sendFirst(window, '40');
  await expect(window.getByText('The first 3 have come back.')).toBeVisible();
  const lines = window.getByRole('region', { name: 'The first people' }).getByRole('listitem');
  await expect(lines).toHaveCount(3);
  await expect(lines.first()).toContainText('Row 2');
  await expect(lines.first()).toContainText('Done');
  expect(server.record.emailsSent.map(({ email }) => email).sort()).toEqual(
    people.slice(0, 3).map(({ email }) => email),
  );
  await sendTheRest(window);
  await expect(finished(window)).toBeVisible({ timeout: 60_000 });
  expect(server.record.emailsSent).toHaveLength(40);
  expect(server.record.invitesByEmail().size).toBe(40);
  expect(pageErrors).toEqual([]);
});

test('where the first 3 are refused, the other 37 are spared', async ({ launch, practise, folder }) => {
  const server = await practise({ faults: { refusedShare: 1 } });
  const { window } = await launch({ env: { FLOWMINGO_BASE_URL: server.url } });
  await toLastLook(window, server, folder);
  await sendFirst(window, '40');
  await expect(window.getByText(/3 refused\. See why before the same happens/)).toBeVisible();
  await window.getByRole('button', { name: 'Cancel the run' }).click();
  await window.getByRole('dialog').getByRole('button', { name: 'Cancel the run' }).click();
  await expect(window.getByText(/^Cancelled/).first()).toBeVisible();
  expect(invitations(server)).toHaveLength(3);
  expect(server.record.emailsSent).toEqual([]);
});
