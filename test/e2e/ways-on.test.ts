// What stands in the way of a run, and the way on: a key that ends, people who were refused, a pause, a cancel.
import { expect, type Page } from '@playwright/test';
import { test } from './fixtures';
import { checkKey, connect } from './pages/connect-page';
import { acceptColumns, acceptRows, chooseTarget, openFile, send } from './pages/new-batch-page';
import { makeCsv, makePeople } from './people-files';

async function invite(window: Page, file: string): Promise<void> {
  await openFile(window, file);
  await acceptColumns(window);
  await acceptRows(window);
  await chooseTarget(window, 'Sales Assessment', true);
  await send(window);
}

const finished = (window: Page) => window.getByText(/^Finished/).first();

test('a key that ends in mid-run pauses it; a new key leads back, and the run is finished', async ({
  launch,
  practise,
  folder,
}) => {
  const server = await practise({ faults: { latencyMs: 80 } });
  const { window } = await launch({ env: { FLOWMINGO_BASE_URL: server.url } });
  await connect(window, server.keys.expiresSoon, 'Team Praha');
  await invite(window, makeCsv(folder, makePeople(80)));
  await expect.poll(() => server.record.emailsSent.length).toBeGreaterThan(10);
  server.revokeKey(server.keys.expiresSoon);
  await window.getByRole('button', { name: 'Put in a new key', exact: true }).click();
  const sentAtPause = server.record.emailsSent.length;
  expect(sentAtPause).toBeLessThan(80);
  await checkKey(window, server.keys.full);
  await window.getByRole('button', { name: 'Replace the key' }).click();
  await window.getByRole('button', { name: /^Go on/ }).click();
  await expect(finished(window)).toBeVisible({ timeout: 60_000 });
  expect(server.record.emailsSent).toHaveLength(80);
  expect(server.record.invitesByEmail().size).toBe(80);
});

test('refused people are run again alone, as a run of their own', async ({ launch, practise, folder }) => {
  const server = await practise({ faults: { refusedShare: 0.2 } });
  const { window } = await launch({ env: { FLOWMINGO_BASE_URL: server.url } });
  await connect(window, server.keys.full, 'Team Praha');
  await invite(window, makeCsv(folder, makePeople(60)));
  await expect(finished(window)).toBeVisible({ timeout: 60_000 });
  const refused = 60 - server.record.emailsSent.length;
  expect(refused).toBeGreaterThan(3);
  server.setFaults({});
  await window.getByRole('button', { name: /^Run only these again/ }).click();
  await window
    .getByRole('dialog')
    .getByRole('button', { name: new RegExp(`^Send to ${refused} people`) })
    .click();
  await expect(window.getByText(/Run again of/).first()).toBeVisible();
  await expect(finished(window)).toBeVisible({ timeout: 60_000 });
  expect(server.record.emailsSent).toHaveLength(60);
  expect(server.record.invitesByEmail().size).toBe(60);
});

test('pause, go on, cancel: what was not sent stays not sent and can be sent later', async ({
  launch,
  practise,
  folder,
}) => {
  const server = await practise({ faults: { latencyMs: 120 } });
  const { window } = await launch({ env: { FLOWMINGO_BASE_URL: server.url } });
  await connect(window, server.keys.full, 'Team Praha');
  await invite(window, makeCsv(folder, makePeople(120)));
  await window.getByRole('button', { name: 'Pause' }).click();
  await window.getByText('The run is paused.').first().waitFor();
  const sentWhilePaused = server.record.emailsSent.length;
  await window
    .getByRole('button', { name: /^Go on/ })
    .first()
    .click();
  await expect.poll(() => server.record.emailsSent.length).toBeGreaterThan(sentWhilePaused);
  await window.getByRole('button', { name: 'Cancel the run' }).click();
  await window
    .getByRole('dialog')
    .getByRole('button', { name: /^Cancel the run/ })
    .click();
  await expect(window.getByText(/^Cancelled/).first()).toBeVisible();
  const sentBeforeCancel = server.record.emailsSent.length;
  expect(sentBeforeCancel).toBeLessThan(120);
  await window.getByRole('button', { name: new RegExp(`^Send the ${120 - sentBeforeCancel}`) }).click();
  await window
    .getByRole('dialog')
    .getByRole('button', { name: /^Send to/ })
    .click();
  await expect(finished(window)).toBeVisible({ timeout: 60_000 });
  expect(server.record.invitesByEmail().size).toBe(120);
  expect(server.record.emailsSent).toHaveLength(120);
});
