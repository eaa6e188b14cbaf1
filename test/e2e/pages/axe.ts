// What axe has to say about the window as it is now, in both themes.
import { expect, type Page } from '@playwright/test';
import axe from 'axe-core';

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary: string }[];
}

/** Looks at what the window shows now, light and dark, and names every fault with the screen. `part`: only at what this selector finds, as a dialog. */
export async function expectAccessible(page: Page, screen: string, part = 'html'): Promise<void> {
  await page.locator(part).first().waitFor();
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor();
    const faults = await page.evaluate(async (selector) => {
      const page = window as unknown as {
        axe: { run(where: string, how: { iframes: boolean }): Promise<{ violations: Violation[] }> };
      };
      // The frame of a message lets nobody in, axe neither.
      const { violations } = await page.axe.run(selector, { iframes: false });
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
      );
    }, part);
    expect.soft(faults, `${screen}, ${colorScheme}`).toEqual([]);
  }
}

/** The same for the dialog that is open. */
export async function expectDialogAccessible(page: Page, dialog: string): Promise<void> {
  await expect(page.getByRole('dialog').last()).toBeVisible();
  await expectAccessible(page, dialog, '[role=dialog]');
}
