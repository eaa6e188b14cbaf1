/**
 * The main job as a recruiter does it, by roles and names: practise, open the sample, map, check, say what is to
 * happen, send, and save what happened to each person.
 */
import { join } from 'node:path';
import {
  acceptColumns,
  acceptRows,
  chooseTarget,
  sendFirst,
  sendTheRest,
} from '../../test/e2e/pages/new-batch-page.ts';

/** 250 people, four at a time, on a busy machine. */
const RUN_TIMEOUT_MS = 120_000;

/**
 * @param {{
 *   app: import('playwright').ElectronApplication,
 *   page: import('playwright').Page,
 *   outputFolder: string,
 *   say: (line: string) => void
 * }} stage
 */
export async function playMainJob({ app, page, outputFolder, say }) {
  const picture = async (name) => {
    await page.screenshot({ path: join(outputFolder, name), animations: 'disabled' });
    say(`  picture: ${name}`);
  };
  await page.getByRole('heading', { level: 1 }).waitFor();
  say('The app is open.');
  await picture('01-first-screen.png');

  await page.getByRole('button', { name: 'Open a sample file' }).click();
  await page.getByRole('button', { name: /^Use these/ }).waitFor();
  say('The practice workspace and its sample file are open. Nobody gets email.');
  await picture('02-file.png');

  await page.getByRole('button', { name: /^Use these/ }).click();
  await page.getByRole('button', { name: /^Check [\d,.\s]+ rows?$/ }).waitFor();
  await page.getByText('In the sheet').first().waitFor();
  await picture('03-columns.png');
  await page.getByRole('button', { name: 'Back' }).click();
  await acceptColumns(page);
  say('The columns are mapped as proposed, and every row is checked.');
  await picture('04-rows.png');

  await acceptRows(page);
  await chooseTarget(page, 'Graduate Programme 2026', true);
  say('The target is chosen, and the message is written.');
  await page.getByRole('button', { name: 'Back' }).click();
  await page.getByRole('heading', { name: 'What are they invited to?' }).waitFor();
  await picture('05-target-and-message.png');
  await page.getByRole('button', { name: 'Last look' }).click();
  await page.getByRole('heading', { level: 1, name: /will (get|be created)/ }).waitFor();
  await picture('06-last-look.png');

  await sendFirst(page);
  await page.getByRole('region', { name: 'The first people' }).getByRole('listitem').nth(2).waitFor();
  say('The first 3 have come back, and nothing more is sent before somebody has looked.');
  await picture('07-first-three.png');
  await sendTheRest(page);
  say('The rest goes.');
  const save = page.getByRole('button', { name: 'Save as XLSX' });
  await page
    .getByText(/^Finished/)
    .first()
    .waitFor({ timeout: RUN_TIMEOUT_MS });
  await picture('08-results.png');

  const workbook = join(outputFolder, 'results.xlsx');
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, workbook);
  await save.click();
  await page.getByText(/Saved/).first().waitFor();
  say(`The results are in ${workbook}.`);
}
