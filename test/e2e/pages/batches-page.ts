// The list of batches and the way into it, as a person goes it.
import type { Page } from 'playwright';
import { acceptColumns, acceptRows, startWithAll } from './new-batch-page';

/** Shows the list. */
export async function goToBatches(page: Page): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('button', { name: /^Batches/ })
    .click();
  await page.getByRole('heading', { level: 1, name: 'Batches' }).waitFor();
}

/** From an opened file to its last look, with all of them at once or with 3 first. `setTitle` null: the target stays open. */
export async function prepareForReady(
  page: Page,
  setTitle: string | null,
  starts: 'with-all' | 'with-3' = 'with-all',
): Promise<void> {
  await acceptColumns(page);
  await acceptRows(page);
  if (setTitle === null) await page.getByRole('button', { name: 'Choose the target later' }).click();
  else {
    await chooseSet(page, setTitle);
  }
  await page.getByText('Yes, send the invitation').click();
  await page.getByRole('button', { name: 'Last look' }).click();
  if (starts === 'with-all') await startWithAll(page);
}

/** Chooses an interview set by its name, on the step or in the dialog. */
export async function chooseSet(page: Page, setTitle: string): Promise<void> {
  const field = page
    .getByRole('textbox', { name: 'Interview set' })
    .or(page.getByRole('combobox', { name: 'Interview set' }));
  await field.first().fill(setTitle);
  await page.getByRole('option', { name: setTitle }).click();
}

/** Keeps the batch at its last look ready, and comes back when it is in the list. */
export async function keepReady(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Keep it ready' }).first().click();
  await page.getByRole('heading', { level: 1, name: 'Batches' }).waitFor();
}

/** The names of the ready batches, in the order in which they run. */
export async function readyNames(page: Page): Promise<string[]> {
  const up = page.getByRole('button', { name: /^Move .* up$/ });
  const labels = await up.evaluateAll((buttons) =>
    buttons.map((button) => button.getAttribute('aria-label') ?? ''),
  );
  return labels.map((label) => label.replace(/^Move (.*) up$/, '$1'));
}
