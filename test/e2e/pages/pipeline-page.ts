// The pipeline, as a person reads it, chooses people and changes it.
import type { Locator, Page } from 'playwright';

/** Opens the pipeline, and reads it where it was not read yet. */
export async function readPipeline(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Pipeline' }).click();
  const first = page.getByRole('button', { name: 'Read the pipeline' });
  const again = page.getByRole('button', { name: 'Read again' }).first();
  await first.or(again).first().waitFor();
  if (await first.isVisible()) await first.click();
  await again.waitFor();
  await page.getByRole('grid', { name: 'People in the pipeline' }).waitFor();
}

/** The bar of a stage, whatever it counts. */
export function stageBar(page: Page, stage: string): Locator {
  return page
    .getByRole('region', { name: 'People by stage' })
    .getByRole('button', { name: new RegExp(`^${stage} \\d`) });
}

/** Chooses the first rows of the grid with the keyboard. */
export async function choosePeople(page: Page, count: number): Promise<void> {
  const grid = page.getByRole('grid', { name: 'People in the pipeline' });
  await grid.locator('[data-row="0"][data-column="0"]').focus();
  await page.keyboard.press('Space');
  for (let step = 1; step < count; step++) await page.keyboard.press('ArrowDown');
  if (count > 1) await page.keyboard.press('Shift+Space');
  await page.getByText(`${count} selected`).waitFor();
}

/** Opens the menu of stages and chooses one; comes back in the look before the move. */
export async function moveTo(page: Page, stage: string): Promise<Locator> {
  await page.getByRole('button', { name: 'Move to…' }).click();
  await page.getByRole('menuitem', { name: stage, exact: true }).click();
  const review = page.getByRole('dialog');
  await review.waitFor();
  return review;
}
