// Everything that opens over a screen, and every screen in its other states, under axe: rows, message, batches, history, settings, and Flowmingo away.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import type { ElectronApplication, Page } from 'playwright';
import { answerSaveDialogs } from '../helpers/launch-app';
import { test } from './fixtures';
import { expectAccessible, expectDialogAccessible } from './pages/axe';
import { chooseSet, goToBatches, keepReady } from './pages/batches-page';
import { connect } from './pages/connect-page';
import { expectFocusKept } from './pages/keyboard';
import { acceptColumns, acceptRows, openFile, startWithAll } from './pages/new-batch-page';
import { makeCsv, makePeople } from './people-files';

interface Visit {
  readonly app: ElectronApplication;
  readonly window: Page;
  readonly folder: string;
}

const goTo = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name, exact: true }).click();
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();
const closeIt = async (page: Page) => {
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog').or(page.getByRole('menu'))).toHaveCount(0);
  await expectFocusKept(page);
};

/** Opens a menu, looks at it, and chooses in it. */
async function chooseIn(page: Page, menu: string, item: string): Promise<void> {
  await press(page, menu);
  await expectAccessible(page, `the menu ${menu}`, '[role=menu]');
  await page.getByRole('menuitem', { name: item }).click();
}

/** Two addresses that are none, and somebody without a first name. */
function makeFaultyCsv(folder: string): string {
  const file = path.join(folder, 'Nurses Brno.csv');
  const rows = makePeople(10).map(({ id, firstname, lastname, email }, index) =>
    [id, index === 4 ? '' : firstname, lastname, index === 1 || index === 2 ? 'nowhere' : email].join(';'),
  );
  writeFileSync(file, ['Candidate ID;First name;Last name;E-mail', ...rows].join('\r\n'));
  return file;
}

async function seeRows({ window, folder }: Visit): Promise<void> {
  await openFile(window, makeFaultyCsv(folder));
  await acceptColumns(window);
  await press(window, /^Show the next of/);
  await window.getByRole('group', { name: 'About this cell' }).waitFor();
  await expectAccessible(window, 'rows, a problem at its cell');
  await window.keyboard.press('Shift+F10');
  await expectAccessible(window, 'rows, the menu of a cell', '[role=menu]');
  await closeIt(window);
  await window.keyboard.press('Control+Shift+L');
  await expectDialogAccessible(window, 'rows, sort and filter');
  await closeIt(window);
  await press(window, 'Keys');
  await expectDialogAccessible(window, 'rows, keys');
  await closeIt(window);
  await press(window, 'Find and replace');
  await expectAccessible(window, 'rows, find and replace', 'main');
  await acceptRows(window);
}

async function seeMessage({ app, window, folder }: Visit): Promise<void> {
  await chooseSet(window, 'Sales Assessment');
  await window.getByText('Yes, send the invitation').click();
  const message = window.getByRole('textbox', { name: 'Message', exact: true });
  await message.click();
  await window.keyboard.type('{{nobody}}');
  await window.keyboard.press('Control+K');
  await window.getByRole('form', { name: 'A new link' }).waitFor();
  await expectAccessible(window, 'message with a problem, a link, and people without a first name');
  await window.keyboard.press('Escape');
  await window.getByText('HTML', { exact: true }).click();
  await window
    .getByRole('textbox', { name: 'Message as HTML' })
    .fill('<h2>Dear {{candidate_name}}</h2><p>{{interview_link}}</p>');
  await expectAccessible(window, 'message as HTML', 'main');
  await chooseIn(window, 'Messages you keep', 'Keep this message under a name');
  await expectDialogAccessible(window, 'message, its name');
  await window.getByRole('textbox', { name: 'Name', exact: true }).fill('Welcome');
  await press(window, 'Keep it');
  await window.getByText('Kept as “Welcome”.').waitFor();
  await press(window, 'Last look');
  await startWithAll(window);
  await answerSaveDialogs(app, path.join(folder, 'Nurses Brno.flowbatch'));
  await press(window, 'Hand over as a file');
  await window.getByText('Saved Nurses Brno.flowbatch.').waitFor();
  await expectAccessible(window, 'last look, handed over', 'main');
  await keepReady(window);
}

async function seeBatches({ window, folder }: Visit): Promise<void> {
  await expectAccessible(window, 'batches, one ready');
  await chooseIn(window, 'More for Nurses Brno', 'Rename');
  await expectDialogAccessible(window, 'the name of a batch');
  await closeIt(window);
  await expect(window.getByRole('button', { name: 'More for Nurses Brno' })).toBeFocused();
  await chooseIn(window, 'More for Nurses Brno', 'Start by itself when connected');
  await expectDialogAccessible(window, 'start by itself, with the number');
  await closeIt(window);
  await press(window, 'Run Nurses Brno');
  await window.getByRole('textbox', { name: /^Type 8 / }).fill('8');
  await expectDialogAccessible(window, 'run a batch, with the number');
  await press(window, 'Run 1 batch: 8 people');
  // Another one is prepared meanwhile.
  await openFile(window, makeCsv(folder, makePeople(3)));
  await acceptColumns(window);
  await goToBatches(window);
  await expectAccessible(window, 'batches, one going and one in the making');
  await chooseIn(window, 'More for Job fair', 'Delete');
  await window.getByText('“Job fair” is deleted').waitFor();
  await expectAccessible(window, 'batches, a draft deleted', 'main');
  await press(window, 'Undo');
  await goTo(window, 'First screen');
  await expectAccessible(window, 'first screen, with a draft');
  await goToBatches(window);
  await window.getByRole('heading', { name: 'Done' }).waitFor({ timeout: 60_000 });
  await expectAccessible(window, 'batches, one done');
}

async function seeRun({ app, window, folder }: Visit): Promise<void> {
  await goTo(window, 'Runs');
  await window.getByRole('rowheader', { name: /Nurses Brno/ }).click();
  await press(window, /^Run only these again/);
  await window.getByRole('textbox', { name: /^Type / }).fill('1');
  await expectDialogAccessible(window, 'run again, with the number');
  await closeIt(window);
  await answerSaveDialogs(app, path.join(folder, 'Nurses Brno with results.csv'));
  await press(window, 'Put into my workbook');
  await window.getByText(/rows? written into the copy/).waitFor();
  await expectDialogAccessible(window, 'put into my workbook');
  await closeIt(window);
  await press(window, 'About this run');
  await window.getByRole('button', { name: 'See the message' }).waitFor();
  await expectDialogAccessible(window, 'about a run');
  await press(window, 'See the message');
  await window.getByRole('dialog', { name: 'The message as it was sent' }).waitFor();
  await expectDialogAccessible(window, 'the message of a run');
  await window.keyboard.press('Escape');
  await expect(window.getByRole('dialog', { name: 'About this run' })).toBeVisible();
  await press(window, 'Delete this run');
  await window.getByRole('button', { name: 'Delete 1 run' }).waitFor();
  await expectDialogAccessible(window, 'delete a run');
}

async function seeHistory({ window }: Visit): Promise<void> {
  await goTo(window, 'Runs');
  await expectAccessible(window, 'runs');
  await window.getByRole('textbox', { name: 'Find a person in every run' }).fill('person');
  await window.getByText(/^People, \d/).waitFor();
  await expectAccessible(window, 'runs, people found');
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('Enter');
  await window.getByText('What this app did for this person').waitFor();
  await expectAccessible(window, 'the story of a person');
  await press(window, 'See the message');
  await expectDialogAccessible(window, 'the message to a person');
  await closeIt(window);
  await window.getByRole('textbox', { name: 'Find a person in every run' }).fill('zzzz');
  await window.getByText(/^Nobody found/).waitFor();
  await expectAccessible(window, 'runs, nobody found', 'main');
}

async function seeSettings({ app, window, folder }: Visit): Promise<void> {
  await goTo(window, 'Settings');
  await press(window, 'Test the connection');
  await press(window, 'Test the keychain');
  await press(window, 'Show Welcome');
  await press(window, 'Licenses of the software in this app');
  const backup = path.join(folder, 'backup.flowbackup');
  await answerSaveDialogs(app, backup);
  await press(window, 'Back up to a file');
  await window.getByText(/^Saved backup\.flowbackup/).waitFor();
  await press(window, /^Rename (?!Welcome)/);
  await expectAccessible(window, 'settings, everything opened');
  await press(window, 'Rename Welcome');
  await expectDialogAccessible(window, 'the name of a message');
  await closeIt(window);
  await window.getByRole('combobox', { name: 'Keep runs' }).selectOption({ index: 1 });
  await expectDialogAccessible(window, 'how long runs are kept');
  await closeIt(window);
  await press(window, 'See the report');
  await window.getByRole('button', { name: /^Save/ }).last().waitFor();
  await expectDialogAccessible(window, 'the support report');
  await closeIt(window);
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
  }, backup);
  await press(window, 'Choose a backup');
  await expectDialogAccessible(window, 'restore a backup');
  await closeIt(window);
  await press(window, 'Forget Nordwind Talent');
  await expectDialogAccessible(window, 'forget a workspace');
  await closeIt(window);
  await press(window, 'Delete Welcome');
  await window.getByText('Deleted “Welcome”.').waitFor();
  await expectAccessible(window, 'settings, a message deleted', 'main');
}

test('dialogs, menus and the states between: none has a fault', async ({ launch, practise, folder }) => {
  const server = await practise({ candidates: 0, faults: { refusedShare: 0.3 } });
  const { app, window, pageErrors } = await launch({ env: { FLOWMINGO_BASE_URL: server.url } });
  const visit = { app, window, folder };
  await goToBatches(window);
  await expectAccessible(window, 'batches, none yet');
  await goTo(window, 'Runs');
  await expectAccessible(window, 'runs, none yet');
  await goTo(window, 'First screen');
  await connect(window, server.keys.production, 'Nordwind Talent');
  await seeRows(visit);
  await seeMessage(visit);
  await seeBatches(visit);
  await seeRun(visit);
  await press(window, 'Delete 1 run');
  await window.getByText('The run is deleted.').waitFor();
  await expectAccessible(window, 'runs, one deleted');
  await press(window, 'Undo');
  await seeHistory(visit);
  await seeSettings(visit);

  await window.context().setOffline(true);
  await goToBatches(window);
  await window.getByText(/^No network since/).waitFor();
  await expectAccessible(window, 'batches, no network');
  await window.context().setOffline(false);
  await server.close();
  const chooser = window.locator('input[type=file]');
  writeFileSync(path.join(folder, 'newer.flowbatch'), 'FLOWBATCH 41 zstd\n');
  await goTo(window, 'New batch');
  await chooser.setInputFiles(path.join(folder, 'newer.flowbatch'));
  await window.getByRole('alert').waitFor();
  await expectAccessible(window, 'a file that cannot be opened');
  await press(window, 'Open another file');
  await chooser.setInputFiles(path.join(folder, 'Nurses Brno.flowbatch'));
  await window.getByText(/^Prepared as “Nurses Brno”/).waitFor();
  await expectAccessible(window, 'a batch file, and Flowmingo away');
  expect(pageErrors).toEqual([]);
});
