// Flowmingo is ill in mid-run: a calm line, nothing sent meanwhile, and the run goes on by itself.
import { expect } from '@playwright/test';
import { test } from './fixtures';
import { connect } from './pages/connect-page';
import { acceptColumns, acceptRows, chooseTarget, openFile, send } from './pages/new-batch-page';
import { makeCsv, makePeople } from './people-files';

test('an outage is waited out: no invitation is used to find out, and everybody is invited once', async ({
  launch,
  practise,
  folder,
}) => {
  const server = await practise({ candidates: 0, faults: { latencyMs: 100 } });
  const { window, pageErrors } = await launch({ env: { FLOWMINGO_BASE_URL: server.url } });
  await connect(window, server.keys.full, 'Team Praha');
  await openFile(window, makeCsv(folder, makePeople(60)));
  await acceptColumns(window);
  await acceptRows(window);
  await chooseTarget(window, 'Sales Assessment', true);
  await send(window);
  await expect.poll(() => server.record.emailsSent.length).toBeGreaterThan(5);

  server.setFaults({ latencyMs: 100, failures: [{ kind: 'server-error', status: 503, appliesTo: 'all' }] });
  await expect(window.getByText(/^Flowmingo has given no clear answers since /)).toBeVisible();
  await expect(
    window.getByText(/no invitation is used to find out\. The run goes on by itself\./),
  ).toBeVisible();
  const posts = () => server.record.requests.filter(({ method }) => method === 'POST').length;
  const probes = () => server.record.requests.filter(({ path }) => path.includes('/me/')).length;
  const postsAtOutage = posts();
  const probesAtOutage = probes();
  await expect.poll(probes, { timeout: 30_000 }).toBeGreaterThan(probesAtOutage);
  expect(posts()).toBe(postsAtOutage);

  server.setFaults({ latencyMs: 100 });
  await expect(window.getByText(/^Finished/).first()).toBeVisible({ timeout: 90_000 });
  expect(server.record.invitesByEmail().size).toBe(60);
  expect(server.record.emailsSent).toHaveLength(60);
  await expect(window.getByText('Not sure about')).toBeHidden();
  expect(pageErrors).toEqual([]);
});
