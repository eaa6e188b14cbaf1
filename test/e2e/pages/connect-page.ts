// Connecting with a key, as a person does it.
import type { Page } from 'playwright';

/** Pastes the key on the connect screen and checks it. */
export async function checkKey(page: Page, key: string): Promise<void> {
  const field = page.getByLabel('Key', { exact: true });
  if (!(await field.isVisible())) await page.getByRole('button', { name: 'Paste a key' }).click();
  await field.fill(key);
  await page.getByRole('button', { name: /^Check (this )?key/ }).click();
}

/** Checks the key, names the workspace and saves it. */
export async function connect(page: Page, key: string, name: string): Promise<void> {
  await checkKey(page, key);
  await page.getByLabel('Your name for it').fill(name);
  await page.getByRole('button', { name: 'Save this workspace' }).click();
  await page
    .getByRole('button', { name: new RegExp(name) })
    .first()
    .waitFor();
}
