// The rows of the check as a spreadsheet, in a real window and by keyboard alone: paste, find and replace, undo, sort, filter, leave out.
import { expect } from '@playwright/test';
import type { Page } from 'playwright';
import { test } from './fixtures';
import { acceptColumns, openFile } from './pages/new-batch-page';
import { makeCsv, makePeople } from './people-files';

/** The texts of a row's cells, by Excel's number of the row. */
async function cellsOf(window: Page, rowNumber: number): Promise<string[]> {
  const row = window
    .getByRole('row')
    .filter({ has: window.getByRole('rowheader', { name: String(rowNumber), exact: true }) });
  return row.getByRole('gridcell').allTextContents();
}

/** Excel's numbers of the rows that are drawn, from the top. */
const rowNumbers = (window: Page) => window.getByRole('rowheader').allTextContents();
const press = async (window: Page, ...keys: string[]) => {
  for (const key of keys) await window.keyboard.press(key);
};

test('by keyboard alone: paste a block, find and replace, undo, sort, filter, leave out, copy', async ({
  launch,
  folder,
}) => {
  const { app, window, pageErrors } = await launch();
  await openFile(window, makeCsv(folder, makePeople(250)));
  await acceptColumns(window);
  await expect(window.getByRole('rowheader', { name: '2', exact: true })).toBeVisible();

  // Into the grid without the mouse, to the first name of row 3.
  await window.getByRole('textbox', { name: 'Filter rows' }).focus();
  await press(window, 'Tab', 'Control+Home', 'ArrowDown');
  await expect(window.getByRole('gridcell', { name: 'Dušan' }).first()).toBeFocused();

  await app.evaluate(({ clipboard }) =>
    clipboard.writeText('Uma\tRao\r\n"Two\nlines"\tLind\r\nBo\tMoor\r\n'),
  );
  await press(window, 'Control+v');
  await expect(window.getByText('Pasted 6 cells')).toBeVisible();
  await expect
    .poll(async () => (await cellsOf(window, 3)).slice(1, 4))
    .toEqual(['Uma', 'Rao', 'person.1@example.com']);
  await expect.poll(async () => (await cellsOf(window, 5)).slice(1, 3)).toEqual(['Bo', 'Moor']);
  await press(window, 'Control+z');
  await expect(window.getByText('Taken back: Pasted 6 cells')).toBeVisible();
  await press(window, 'Control+y');
  await expect(window.getByText('Done again: Pasted 6 cells')).toBeVisible();

  // The menu pastes as the keys do.
  await press(window, 'Control+z', 'Shift+F10');
  await window.getByRole('menuitem', { name: /^Paste/ }).click();
  await expect(window.getByText('Pasted 6 cells', { exact: true })).toBeVisible();
  await expect(window.getByRole('gridcell', { name: 'Uma' })).toBeFocused();

  // A text longer than its cell is seen whole while it is typed.
  await press(window, 'End', 'ArrowLeft');
  await window.keyboard.type('R-1042/C-00017-2026');
  const editor = window.getByRole('textbox', { name: 'Your ID, edit' });
  expect(await editor.evaluate((input) => input.scrollWidth - input.clientWidth)).toBe(0);
  await press(window, 'Escape', 'Home');

  // What is selected is copied as Excel wants it: text as text, and zeros stay.
  await press(window, 'Shift+ArrowRight', 'Shift+ArrowDown', 'Shift+ArrowDown');
  await expect(window.getByText('3 rows, 2 columns selected')).toBeVisible();
  await press(window, 'Control+c');
  await expect
    .poll(() => app.evaluate(({ clipboard }) => clipboard.readText()))
    .toBe('Uma\tRao\r\n"Two\nlines"\tLind\r\nBo\tMoor');
  const html = await window.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const take = (event: ClipboardEvent) => {
          event.preventDefault();
          event.stopImmediatePropagation();
          resolve(event.clipboardData?.getData('text/html') ?? '');
        };
        document.addEventListener('paste', take, { capture: true, once: true });
        document.execCommand('paste');
      }),
  );
  expect(html).toContain('mso-number-format');
  expect(html).toContain('>Uma</td>');

  // Find and replace in every row, as one step.
  await press(window, 'Control+h');
  await window.keyboard.type('example.com');
  await expect(window.getByText('2 of 250').or(window.getByText('1 of 250'))).toBeVisible();
  await window.getByRole('textbox', { name: 'Replace with' }).focus();
  await window.keyboard.type('example.org');
  await press(window, 'Tab', 'Tab', 'Enter');
  await expect(window.getByText('Replaced 250 emails')).toBeVisible();
  await expect.poll(async () => (await cellsOf(window, 5))[3]).toBe('person.3@example.org');
  await press(window, 'Escape', 'Control+z');
  await expect(window.getByText('Taken back: Replaced 250 emails')).toBeVisible();

  // Sort by the email, Z to A: numbers by their value, so 249 stands before 29.
  await press(window, 'Control+Home', 'ArrowRight', 'ArrowRight', 'Control+Shift+L');
  await window.getByRole('dialog', { name: 'Email: sort and filter' }).waitFor();
  await press(window, 'Shift+Tab', 'Enter');
  await expect(window.getByText('Sorted by Email, Z to A')).toBeVisible();
  await expect.poll(async () => (await rowNumbers(window)).slice(0, 3)).toEqual(['251', '250', '249']);

  // Only those whose email contains 24: 24 and 240 to 249, and 124 and 224.
  await press(window, 'Control+Shift+L');
  await window.keyboard.type('.24');
  await press(window, 'Enter');
  await expect(window.getByText('Email contains “.24”')).toBeVisible();
  await expect.poll(async () => (await rowNumbers(window)).length).toBe(11);

  // All of them left out, in one step, and taken in again.
  await press(window, 'Control+a', 'Space');
  await expect(window.getByText('Left out 11 rows')).toBeVisible();
  await expect(window.getByText('238 will be sent')).toBeVisible();
  await press(window, 'Space');
  await expect(window.getByText('Took in 11 rows')).toBeVisible();

  // The menu of what is selected, and back.
  await press(window, 'Shift+F10');
  await expect(window.getByRole('menuitem', { name: /^Leave 11 rows out/ })).toBeVisible();
  await press(window, 'Escape');
  await expect(window.getByRole('menu')).toHaveCount(0);
  await expect(window.getByRole('gridcell').and(window.locator(':focus'))).toHaveCount(1);
  await expect(
    window.getByText(/^11 rows, .* selected$/).or(window.getByText('Took in 11 rows')),
  ).toBeVisible();

  // The way out of a grid in which Tab goes from cell to cell.
  await press(window, 'F6');
  await expect(window.getByRole('gridcell').and(window.locator(':focus'))).toHaveCount(0);
  await expect(window.locator(':focus')).toBeVisible();
  expect(pageErrors).toEqual([]);
});
