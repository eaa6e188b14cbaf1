// Batches that wait: in the making, ready, in the queue, handed over by a colleague; and a run that was interrupted.
import path from 'node:path';
import { goToBatches, keepReady, prepareForReady } from '../e2e/pages/batches-page';
import { connect } from '../e2e/pages/connect-page';
import {
  acceptColumns,
  acceptRows,
  chooseTarget,
  openFile,
  pressSend,
  startWithAll,
} from '../e2e/pages/new-batch-page';
import { answerSaveDialogs } from '../helpers/launch-app';
import { startWithoutSet } from '../helpers/without-set';
import { goTo, test } from './fixtures';
import { csvOf, makePicturePeople } from './people';

const people = makePicturePeople(300);

test('batches that wait', async ({ open, practise, folder }) => {
  const server = await practise({ candidates: 0, faults: { latencyMs: 20 } });
  const front = await startWithoutSet(server.url);
  try {
    const dataDir = path.join(folder, 'data');
    const env = { FLOWMINGO_BASE_URL: front.url };
    const { app, window, picture } = await open({ dataDir, env });
    const press = (name: string | RegExp) => window.getByRole('button', { name }).first().click();
    await goToBatches(window);
    await picture('23-batches-none');
    await goTo(window, 'First screen');
    await connect(window, server.keys.production, 'Nordwind Talent');
    await openFile(window, csvOf('Nurses Brno.csv', people.slice(0, 38)));
    await prepareForReady(window, 'Sales Assessment');
    await keepReady(window);
    await openFile(window, csvOf('Drivers Ostrava.csv', people.slice(40, 64)));
    await prepareForReady(window, 'Warehouse Shift Lead');
    await keepReady(window);
    await openFile(window, csvOf('Summer interns.csv', people.slice(64, 176)));
    await prepareForReady(window, null);
    await keepReady(window);
    await press('More for Nurses Brno');
    await window.getByRole('menuitem', { name: 'Start by itself when connected' }).click();
    await window.getByRole('button', { name: 'Let it start by itself' }).waitFor();
    await picture('25-start-by-itself');
    await window.keyboard.press('Escape');

    // One of the first batch is invited by another run, and the set of the second disappears.
    await openFile(window, csvOf('Walk-in.csv', people.slice(3, 4)));
    await acceptColumns(window);
    await acceptRows(window);
    await chooseTarget(window, 'Sales Assessment', true);
    await pressSend(window, '1');
    await window
      .getByText(/^Finished at/)
      .first()
      .waitFor({ timeout: 60_000 });
    front.hide('Warehouse Shift Lead');

    // A batch in the making, and one for a colleague.
    await openFile(window, csvOf('Spring campus.csv', people.slice(180, 222)));
    await acceptColumns(window);
    await acceptRows(window);
    await goToBatches(window);
    await picture('24-batches', { dark: true });
    await press('Run 2 ready batches');
    await window
      .getByRole('dialog')
      .getByText(/Flowmingo no longer has/)
      .waitFor();
    await picture('26-look-before-a-start');
    const dialog = window.getByRole('dialog');
    await dialog.getByRole('checkbox', { name: 'Nurses Brno' }).check();
    await dialog.getByRole('textbox', { name: /^Type 37/ }).fill('37');
    server.setFaults({ latencyMs: 4000 });
    await dialog.getByRole('button', { name: 'Run 1 batch: 37 people' }).click();
    await window.getByText(/is being sent/).waitFor();
    await window
      .getByText(/^([2-9]|\d\d) done/)
      .first()
      .waitFor();
    await picture('27-queue');
    server.setFaults({ latencyMs: 20 });
    await window.getByText('37 done, 1 skipped').waitFor({ timeout: 60_000 });

    const file = path.join(folder, 'Spring campus.flowbatch');
    await answerSaveDialogs(app, file);
    await press('More for Spring campus');
    await window.getByRole('menuitem', { name: 'Hand over as a file' }).click();
    await window
      .getByText(/Show in folder/)
      .first()
      .waitFor();
    await press('More for Spring campus');
    await window.getByRole('menuitem', { name: 'Delete' }).click();
    await window.getByText(/“Spring campus” is deleted/).waitFor();
    await goTo(window, 'New batch');
    await window.locator('input[type=file]').setInputFiles(file);
    await window.getByText(/^Prepared as “Spring campus”/).waitFor();
    await picture('28-batch-file-opened');

    // A run that the end of the app interrupts.
    // The batch in hand stays in the making; another takes its place.
    await press('Back');
    await window.getByRole('button', { name: /^Check [\d,]+ rows$/ }).waitFor();
    await press('Back');
    await press('Open another file');
    await openFile(window, csvOf('Graduate fair Hanoi.csv', people.slice(100, 300)));
    await acceptColumns(window);
    await acceptRows(window);
    await chooseTarget(window, 'Graduate Programme 2026', true);
    server.setFaults({
      latencyMs: 20,
      failures: [{ kind: 'hang', requestNumbers: Array.from({ length: 100 }, (_, index) => index + 119) }],
    });
    await startWithAll(window);
    await pressSend(window, '200');
    await window.getByText(/^118$/).first().waitFor();
    const died = new Promise((resolve) => app.process().once('exit', resolve));
    app.process().kill('SIGKILL');
    await died;
    const again = await open({ dataDir, env });
    await again.window
      .getByRole('button', { name: /^Go on with/ })
      .first()
      .waitFor();
    await again.picture('29-first-screen-later', { dark: true });
  } finally {
    await front.close();
  }
});
