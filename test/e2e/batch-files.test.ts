// Batch files from elsewhere in the real window: the one that starts the app, and those that are damaged, newer, or made by somebody who means ill.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import { fakeInviteWork, makeFakeBatchFile } from '../helpers/fake-batch-file';
import { batchFiles } from '../hostile/batch-files';
import { test } from './fixtures';
import { connect } from './pages/connect-page';

/** One of each kind; all of them are read in the tests of the worker. */
const hostile = [
  'a batch file cut in the middle',
  'a batch file of version 2',
  'ten million rows announced',
  'a key called __proto__',
];

/** What a message brings that wants to run, to load, or to lead elsewhere; the words are harmless. */
const hostileMessage = `<p onclick="window.ran = 1">Dear {{candidate_name}}</p><script>window.ran = 1</script>
<img src="x" onerror="window.ran = 1"><a href="javascript:window.ran=1">Your interview</a>
<iframe srcdoc="<script>parent.ran = 1</script>"></iframe><p>{{interview_link}}</p>`;

test('hostile batch files: one sentence each, nothing of them runs, and nothing is sent', async ({
  launch,
  practise,
  folder,
}) => {
  const server = await practise();
  const { window, pageErrors } = await launch({ env: { FLOWMINGO_BASE_URL: server.url } });
  await connect(window, server.keys.full, 'Receiver');
  await window.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'New batch' }).click();
  const open = async (bytes: Uint8Array) => {
    const file = path.join(folder, 'Graduate fair.flowbatch');
    writeFileSync(file, bytes);
    await window.locator('input[type=file]').setInputFiles(file);
  };
  for (const what of hostile) {
    await test.step(what, async () => {
      const file = batchFiles.find((one) => one.what === what);
      if (file?.expected.kind !== 'refused') throw new Error(`There is no hostile file “${what}”.`);
      await open(await file.make());
      await expect(window.getByRole('alert')).toHaveText(file.expected.says);
      await expect(window.getByRole('heading', { level: 1 })).toHaveText(
        'Graduate fair.flowbatch cannot be opened',
      );
      await window.getByRole('button', { name: 'Open another file' }).click();
    });
  }

  // What can be read is shown in full, cleaned, and it says so.
  await open(await makeFakeBatchFile({ work: { ...fakeInviteWork, message: hostileMessage } }));
  await expect(window.getByText('Prepared as “Graduate fair”: 11 people')).toBeVisible();
  await expect(window.getByText(/^Its message held things that mail does not show/)).toBeVisible();
  await window.getByRole('button', { name: /^Go on with/ }).click();
  const message = window.getByRole('textbox', { name: /^Message/ });
  await expect(message).toContainText('Your interview');
  const preview = window.frameLocator('iframe[title^="Message to"]').locator('body');
  await expect(preview).toContainText('Your interview');
  for (const shown of [message, preview])
    await expect(shown.locator('script, img, iframe, [onclick], a[href^="javascript"]')).toHaveCount(0);
  expect(await window.evaluate(() => 'ran' in globalThis)).toBe(false);
  expect(server.record.requests.filter(({ method }) => method === 'POST')).toEqual([]);
  expect(pageErrors).toEqual([]);
});

test('a double click on a batch file starts the app with it, before a workspace is connected', async ({
  launch,
  folder,
}) => {
  const file = path.join(folder, 'Graduate fair.flowbatch');
  writeFileSync(file, await makeFakeBatchFile());
  const { window, pageErrors } = await launch({ args: [file] });
  await expect(window.getByText('Prepared as “Graduate fair”: 11 people')).toBeVisible();
  await expect(window.getByRole('gridcell', { name: 'person.0@example.com' })).toBeVisible();
  await expect(window.getByRole('button', { name: /^Go on with 11 people/ })).toBeEnabled();
  expect(pageErrors).toEqual([]);
});
