// "Not sure about 3 people", as a person reads it and decides.
import type { Locator, Page } from 'playwright';

/** From the run's note to what is known about its unknown people. */
export async function openUnsure(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'See what we know' }).click();
  await page.getByRole('heading', { level: 1, name: /^Not sure about/ }).waitFor();
}

/** One person, by name. */
export function unsurePerson(page: Page, name: string): Locator {
  return page.getByRole('article', { name: new RegExp(`^${name}, row `) });
}

/** Says that somebody is to be sent to again. Nothing is sent by that. */
export async function chooseSendAgain(page: Page, name: string): Promise<void> {
  await page
    .getByRole('group', { name, exact: true })
    .getByRole('radio', { name: /^Send again/ })
    .check();
}
