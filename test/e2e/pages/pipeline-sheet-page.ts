// The way from a sheet of work on a pipeline to its run, as a person goes it.
import type { Page } from 'playwright';

/** Chooses a file through the screen's own file input. */
export async function chooseFile(page: Page, file: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'New batch' }).click();
  await page.locator('input[type=file]').setInputFiles(file);
}

/** What the review says will happen: each line with its number. */
export async function readReview(page: Page): Promise<string[]> {
  const rows = page.getByRole('table', { name: 'What happens' }).locator('tbody tr');
  await rows.first().waitFor();
  return (await rows.allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim());
}

/** Waits for the end of the run that is looked at. */
export async function untilFinished(page: Page): Promise<void> {
  // "Finished: " alone is a step of the wizard.
  await page
    .getByText(/^Finished [^:]/)
    .first()
    .waitFor({ timeout: 60_000 });
}
