// The way from a file to a run, as a person goes it: by roles and names. Also what the demonstration plays.
import type { Page } from 'playwright';

/** Opens a file through the screen's own file input. */
export async function openFile(
  page: Page,
  file: string | { name: string; mimeType: string; buffer: Buffer },
): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'New batch' }).click();
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('button', { name: /^Use these|^Use this/ }).waitFor();
}

/** File → columns → checked rows, with the proposals as they are. */
export async function acceptColumns(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Use these|^Use this/ }).click();
  await page.getByRole('button', { name: /^Check [\d,.\s]+ rows?$/ }).click();
  await page.getByRole('grid').waitFor();
}

/** Leaves out the rows that cannot be sent, where there are any, and goes on. */
export async function acceptRows(page: Page): Promise<void> {
  const goOn = page.getByRole('button', { name: /^Go on with/ });
  const leaveOut = page.getByRole('button', { name: /^Leave out the/ });
  await goOn.or(leaveOut).first().waitFor();
  if (await leaveOut.isVisible()) await leaveOut.click();
  await goOn.click();
  await page.getByRole('heading', { name: 'What are they invited to?' }).waitFor();
}

/** Chooses the interview set by its name and says whether Flowmingo sends email. */
export async function chooseTarget(page: Page, setTitle: string, sendsEmail: boolean): Promise<void> {
  const field = page
    .getByRole('textbox', { name: 'Interview set' })
    .or(page.getByRole('combobox', { name: 'Interview set' }));
  await field.first().fill(setTitle);
  await page.getByRole('option', { name: setTitle }).click();
  await page.getByText(sendsEmail ? 'Yes, send the invitation' : 'No, only create the interview').click();
  await page.getByRole('button', { name: 'Last look' }).click();
  await page.getByRole('heading', { level: 1, name: /will (get|be created)/ }).waitFor();
}

/** The choice between "3 first, then the rest", which the last look proposes, and all at once. */
export async function startWithAll(page: Page): Promise<void> {
  await page.getByRole('radio', { name: /^All [\d,.\s]+ at once/ }).check();
}

/** Presses the button that sends, after typing the number where production asks for it. Comes back in the hold. */
export async function pressSend(page: Page, typedNumber: string | null = null): Promise<void> {
  if (typedNumber !== null)
    await page.getByRole('textbox', { name: /^Type .* to send in production/ }).fill(typedNumber);
  await page.getByRole('button', { name: /^(Send|Create) / }).click();
  await page.getByRole('button', { name: 'Stop', exact: true }).waitFor();
}

/** Sends to all at once, and comes back when the hold is over. */
export async function send(page: Page, typedNumber: string | null = null): Promise<void> {
  await startWithAll(page);
  await pressSend(page, typedNumber);
  await page
    .getByRole('button', { name: 'Pause' })
    .or(page.getByRole('button', { name: 'Save as XLSX' }))
    .first()
    .waitFor();
}

/** Sends to the first 3, and comes back when they can be looked at. */
export async function sendFirst(page: Page, typedNumber: string | null = null): Promise<void> {
  await pressSend(page, typedNumber);
  await page.getByRole('button', { name: /^Send the other / }).waitFor();
}

/** After the look: sends to the rest, and comes back when the run is on again or has ended. */
export async function sendTheRest(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Send the other / }).click();
  await page
    .getByRole('button', { name: 'Pause' })
    .or(page.getByText(/^Finished/))
    .first()
    .waitFor();
}
