// What the system shows of a run while somebody works in another window: notifications, progress, and no sleep while requests leave.
import { expect } from '@playwright/test';
import { test } from './fixtures';
import { connect } from './pages/connect-page';
import {
  acceptColumns,
  acceptRows,
  chooseTarget,
  openFile,
  sendFirst,
  sendTheRest,
} from './pages/new-batch-page';
import { pressLastNotice, seenAtBorder, setInFront, watchBorder } from './pages/shell-border';
import { makeCsv, makePeople } from './people-files';

test('tells when the first have come back and when the run has ended, only behind another window, and leads to the run', async ({
  launch,
  practise,
  folder,
}) => {
  const server = await practise({ faults: { latencyMs: 150 } });
  const { app, window, pageErrors } = await launch({ env: { FLOWMINGO_BASE_URL: server.url } });
  await watchBorder(app);
  await setInFront(app, false);
  await connect(window, server.keys.full, 'Practice server');
  const people = makePeople(40);
  await openFile(window, makeCsv(folder, people));
  await acceptColumns(window);
  await acceptRows(window);
  await chooseTarget(window, 'Sales Assessment', true);
  expect((await seenAtBorder(app)).blockerCount).toBe(0);
  await sendFirst(window);
  await expect
    .poll(async () => (await seenAtBorder(app)).notices)
    .toEqual([
      {
        title: 'The first 3 have come back',
        body: '“Job fair”: look at them before the other 37 are sent to.',
      },
    ]);
  const paused = await seenAtBorder(app);
  expect(paused.progress.at(-1)?.mode).toBe('paused');
  expect(paused.progress.at(-1)?.fraction).toBeCloseTo(3 / 40, 5);
  expect(paused.blockerCount).toBe(0);

  // Somewhere else in the app, and in front: the end is seen, not told.
  await setInFront(app, true);
  await sendTheRest(window);
  await expect.poll(async () => (await seenAtBorder(app)).blockerCount).toBe(1);
  await expect.poll(async () => (await seenAtBorder(app)).progress.at(-1)?.mode).toBe('normal');
  await setInFront(app, false);
  await window.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Settings' }).click();
  await window.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
  await expect.poll(async () => (await seenAtBorder(app)).notices.length, { timeout: 60_000 }).toBe(2);
  const ended = await seenAtBorder(app);
  expect(ended.notices[1]).toEqual({ title: 'The run is finished', body: '“Job fair”: 40 done.' });
  expect(ended.blockerCount).toBe(0);
  expect(ended.progress.at(-1)).toEqual({ fraction: -1, mode: 'none' });
  const told = JSON.stringify(ended.notices);
  for (const { email, firstname, lastname } of people)
    for (const personal of [email, firstname, lastname]) expect(told).not.toContain(personal);

  await pressLastNotice(app);
  await expect(window.getByText(/^Finished/).first()).toBeVisible();
  expect(pageErrors).toEqual([]);
});

test('without names where that is set, and in front nothing at all; a key that is refused is told', async ({
  launch,
  practise,
  folder,
}) => {
  const server = await practise({ faults: { latencyMs: 150 } });
  const { app, window } = await launch({ env: { FLOWMINGO_BASE_URL: server.url } });
  await watchBorder(app);
  await setInFront(app, true);
  await connect(window, server.keys.full, 'Practice server');
  await window.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Settings' }).click();
  await window.getByRole('radio', { name: 'Without' }).check({ force: true });
  await openFile(window, makeCsv(folder, makePeople(40)));
  await acceptColumns(window);
  await acceptRows(window);
  await chooseTarget(window, 'Sales Assessment', true);
  await sendFirst(window);
  expect((await seenAtBorder(app)).notices).toEqual([]);
  await setInFront(app, false);
  await sendTheRest(window);
  server.revokeKey(server.keys.full);
  await expect.poll(async () => (await seenAtBorder(app)).notices.length, { timeout: 30_000 }).toBe(1);
  const { notices, progress } = await seenAtBorder(app);
  expect(notices[0]?.title).toBe('Flowmingo no longer accepts this key');
  expect(notices[0]?.body).toMatch(
    /^Run 1 is paused, and \d+ people are not sent to yet\. Put in a new key to go on\.$/,
  );
  expect(progress.at(-1)?.mode).toBe('error');
});
