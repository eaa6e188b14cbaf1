// The app dies in the middle of a run, and the run is finished afterwards with nobody invited twice.
import path from 'node:path';
import { expect } from '@playwright/test';
import { answerSaveDialogs } from '../helpers/launch-app';
import { test } from './fixtures';
import { connect } from './pages/connect-page';
import { acceptColumns, acceptRows, chooseTarget, openFile, send } from './pages/new-batch-page';
import { makeCsv, makePeople, readResults } from './people-files';

const concurrency = 4;

test('kill -9 in mid-run, start again, go on: nobody twice, nothing lost, at most four unknown', async ({
  launch,
  practise,
  folder,
}) => {
  const server = await practise({ faults: { latencyMs: 120 } });
  const people = makePeople(200);
  const env = { FLOWMINGO_BASE_URL: server.url };
  const dataDir = path.join(folder, 'data');
  const first = await launch({ dataDir, env });
  await connect(first.window, server.keys.full, 'Practice server');
  await openFile(first.window, makeCsv(folder, people));
  await acceptColumns(first.window);
  await acceptRows(first.window);
  await chooseTarget(first.window, 'Sales Assessment', true);
  await send(first.window);
  await expect.poll(() => server.record.emailsSent.length, { timeout: 30_000 }).toBeGreaterThan(40);
  const died = new Promise((resolve) => first.app.process().once('exit', resolve));
  first.app.process().kill('SIGKILL');
  await died;
  const sentBefore = server.record.emailsSent.length;
  expect(sentBefore).toBeLessThan(200);

  const second = await launch({ dataDir, env });
  await second.window.getByRole('button', { name: /^Go on with/ }).click();
  await expect(second.window.getByRole('button', { name: 'Save as XLSX' })).toBeVisible({ timeout: 60_000 });
  await expect(second.window.getByText(/^Finished/).first()).toBeVisible({ timeout: 60_000 });
  const file = path.join(folder, 'results.xlsx');
  await answerSaveDialogs(second.app, file);
  await second.window.getByRole('button', { name: 'Save as XLSX' }).click();
  await second.window.getByText(/Saved/).first().waitFor();
  const rows = await readResults(file);

  expect(rows).toHaveLength(200);
  const invites = server.record.invitesByEmail();
  for (const row of rows) {
    const times = (invites.get(row['E-mail'] ?? '') ?? []).reduce((sum, invite) => sum + invite.times, 0);
    expect(times, row['E-mail']).toBeLessThanOrEqual(1);
    if (row.Outcome === 'Done') expect(times, row['E-mail']).toBe(1);
    else expect(row.Outcome, row['E-mail']).toBe('Unknown');
  }
  expect(rows.filter((row) => row.Outcome === 'Unknown').length).toBeLessThanOrEqual(concurrency);
});
