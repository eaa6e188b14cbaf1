// Every screen of the real window under axe, light and dark: names, roles, contrast, landmarks, labels.
import { expect, type Page } from '@playwright/test';
import { inviteByColleague } from './colleague';
import { test } from './fixtures';
import { expectAccessible, expectDialogAccessible } from './pages/axe';
import { connect } from './pages/connect-page';
import {
  acceptColumns,
  acceptRows,
  chooseTarget,
  openFile,
  pressSend,
  send,
  startWithAll,
} from './pages/new-batch-page';
import { choosePeople, moveTo, readPipeline } from './pages/pipeline-page';
import { openUnsure } from './pages/unsure-page';
import { makeCsv, makePeople } from './people-files';

const goTo = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name, exact: true }).click();

test('from the first screen to the results', async ({ launch, practise, folder }) => {
  const server = await practise({ faults: { refusedShare: 0.1 } });
  const { window } = await launch({ env: { FLOWMINGO_BASE_URL: server.url } });
  await window.getByRole('button', { name: 'Paste a key' }).waitFor();
  await expectAccessible(window, 'first screen, nothing yet');
  await window.getByRole('button', { name: 'Paste a key' }).click();
  await window.getByLabel('Key', { exact: true }).waitFor();
  await expectAccessible(window, 'connect');
  await connect(window, server.keys.production, 'Nordwind Talent');
  await goTo(window, 'New batch');
  await expectAccessible(window, 'open a file');
  await openFile(window, makeCsv(folder, makePeople(40)));
  await expectAccessible(window, 'the file as it is');
  await window.getByRole('button', { name: /^Use these|^Use this/ }).click();
  await window.getByRole('button', { name: /^Check [\d,.\s]+ rows?$/ }).waitFor();
  await expectAccessible(window, 'columns');
  await window.getByRole('button', { name: /^Check [\d,.\s]+ rows?$/ }).click();
  await window.getByRole('grid').waitFor();
  await expectAccessible(window, 'rows');
  await acceptRows(window);
  await expectAccessible(window, 'target and message');
  await chooseTarget(window, 'Sales Assessment', true);
  await expectAccessible(window, 'last look');
  await send(window, '40');
  await window
    .getByText(/^Finished/)
    .first()
    .waitFor({ timeout: 60_000 });
  await expectAccessible(window, 'results');
  for (const place of ['First screen', 'Runs', 'Settings']) {
    await goTo(window, place);
    await window.getByRole('heading', { level: 1 }).first().waitFor();
    await expectAccessible(window, place);
  }
});

test('the pipeline, and people without a clear answer', async ({ launch, practise, folder }) => {
  const server = await practise({ candidates: 60 });
  const { window } = await launch({ env: { FLOWMINGO_BASE_URL: server.url } });
  await connect(window, server.keys.full, 'Practice server');
  await goTo(window, 'Pipeline');
  await expectAccessible(window, 'pipeline, not read yet');
  await readPipeline(window);
  await expectAccessible(window, 'pipeline');
  await window.getByRole('button', { name: 'People by stage, as a table' }).click();
  await expectAccessible(window, 'pipeline, a chart as a table', 'main');
  await window.getByRole('button', { name: 'Any stage' }).click();
  await expectAccessible(window, 'pipeline, a filter', '[role=menu]');
  await window.keyboard.press('Escape');
  await window.getByRole('button', { name: /^Add names/ }).click();
  await expectDialogAccessible(window, 'names from a sheet');
  await window.keyboard.press('Escape');
  await choosePeople(window, 2);
  await window.getByRole('button', { name: 'Add to…' }).click();
  await expectDialogAccessible(window, 'add to a project');
  await window.keyboard.press('Escape');
  await window.getByRole('button', { name: 'Reject…' }).click();
  await expectDialogAccessible(window, 'the look before a rejection');
  await window.keyboard.press('Escape');
  await moveTo(window, 'Final');
  await expectAccessible(window, 'the look before a move');
  await window.getByRole('button', { name: /^Move \d/ }).click();
  await window.getByRole('button', { name: 'Undo this run' }).click({ timeout: 60_000 });
  await expectDialogAccessible(window, 'the look before an undo');
  await window.keyboard.press('Escape');
  await goTo(window, 'Pipeline');
  await window.getByRole('button', { name: 'Read again' }).first().click();
  await window.getByText(/^Since /).waitFor();
  await expectAccessible(window, 'pipeline, what has changed');

  await openFile(window, makeCsv(folder, makePeople(6)));
  await acceptColumns(window);
  await acceptRows(window);
  await chooseTarget(window, 'Sales Assessment', true);
  server.setFaults({ failures: [{ kind: 'reset', moment: 'after', requestNumbers: [2, 4] }] });
  await startWithAll(window);
  await pressSend(window);
  await expect
    .poll(() => server.record.requests.filter(({ fault }) => fault !== null).length, { timeout: 30_000 })
    .toBe(2);
  server.setFaults({});
  // Two more new interviews than answers say: nobody can tell whose they are.
  await inviteByColleague(server, 'Sales Assessment');
  await inviteByColleague(server, 'Sales Assessment');
  await window.getByRole('button', { name: 'See what we know' }).waitFor({ timeout: 60_000 });
  await openUnsure(window);
  await expectAccessible(window, 'not sure');
});
