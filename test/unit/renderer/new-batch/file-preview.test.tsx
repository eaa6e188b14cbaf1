import { Blob } from 'node:buffer';
import { expect, it, vi } from 'vitest';
import { makeFakeBridge } from '../../../helpers/fake-bridge';
import { paste, renderNewBatch, shows } from '../../../helpers/render-new-batch';
import { button, click, field, find, pageText, settle } from '../../../helpers/render-window';
import { makeEncoded } from '../../shared/spreadsheets/make-encoded';
import { makeTextRow, makeWorkbookParts, makeZip } from '../../shared/spreadsheets/make-zip';

/** Opens a file as if it were pasted, up to its preview. */
async function openFile(fileName: string, bytes: Uint8Array): Promise<void> {
  await renderNewBatch(makeFakeBridge('practice'));
  // Node's own: jsdom's files cannot be cloned on their way to the worker.
  paste(Object.assign(new Blob([bytes]), { name: fileName }));
  await shows(/Use these \d+ rows/);
}

it('a web page named .xls offers other readings of its letters, and takes the one that is clicked', async () => {
  const page =
    '<html><table><tr><td>Imię<td>E-mail<tr><td>Łucja<td>l@example.com<tr><td>Święch<td>s@example.com</table>';
  await openFile('report.xls', makeEncoded(page, 'windows-1250'));
  await shows(/Do the names look right\?/);
  expect(pageText()).toMatch(/Imię, Łucja, ŚwięchRead as Central European/);
  expect(pageText()).not.toContain('Columns split at');
  await click(find('label', /£ucja/));
  await shows(/Imiê, £ucja, ŒwiêchRead as Western European/);
  await click(find('label', /Łucja/));
  await shows(/Imię, Łucja, ŚwięchRead as Central European/);
});

it('columns that a sheet hides are named and marked, there and where they are mapped', async () => {
  const rows = [
    ['Name', 'Old mail', 'Email'],
    ['Ann Lee', 'ann.old@example.com', 'ann@example.com'],
    ['Bo Roe', 'bo.old@example.com', 'bo@example.com'],
  ];
  const data = rows.map((cells, index) => makeTextRow(index + 1, cells)).join('');
  const sheetXml = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cols><col min="2" max="2" hidden="1"/></cols><sheetData>${data}</sheetData></worksheet>`;
  await openFile('people.xlsx', makeZip(makeWorkbookParts('', { sheetXml })));
  expect(pageText()).toContain('Column B is hidden in the sheet.');
  await vi.waitFor(async () => {
    await settle();
    expect(find('[role="columnheader"]', 'B, hidden in the sheet')).toBeDefined();
  });
  await click(button('Use these 2 rows'));
  await shows(/2 columns will be used/);
  const row = find('tr', /Old mail/);
  expect(row.querySelector('[role="img"]')?.getAttribute('aria-label')).toBe('Hidden in the sheet, column');
  expect(find('select', 'Email goes to')).toHaveProperty('value', 'email');
});

it('a reading that is clicked stays at its place, and so does the header whose tick is taken away again', async () => {
  const text =
    'Liste der Bewerber\n\nVorname;E-Mail\nJürgen;j@example.com\nKäthe;k@example.com\nSören;s@example.com';
  await openFile('messe.csv', makeEncoded(text, 'windows-1252'));
  const cards = () => [...document.querySelectorAll('fieldset label')].map((card) => card.textContent);
  const before = cards().map((words) => words?.split('(')[1]);
  await click(document.querySelectorAll<HTMLElement>('fieldset label')[1] as HTMLElement);
  await vi.waitFor(async () => {
    await settle();
    expect(cards()[1]).toContain('Read as');
  });
  expect(cards().map((words) => words?.split('(')[1])).toEqual(before);
  await shows(/3 people in rows 4 to 6/);
  await click(field('There is no header'));
  await shows(/You said that there is no header row/);
  await click(field('There is no header'));
  await shows(/3 people in rows 4 to 6/);
});

it('a file with a header and nobody below it is not said to be unreadable', async () => {
  await renderNewBatch(makeFakeBridge('practice'));
  paste(Object.assign(new Blob(['First name,E-mail\n']), { name: 'template.csv' }));
  await shows(/There is nobody in template\.csv/);
  await shows(/Row 1 of this file is a header, but there is nobody below it/);
});

it('another list in the sheet is pointed out, with how to use it', async () => {
  const text =
    'Name,Email\nAnn,ann@example.com\nBo,bo@example.com\n\nEmail,Name\ncy@example.com,Cy\ndi@example.com,Di\n';
  await openFile('people.csv', new TextEncoder().encode(text));
  expect(pageText()).toContain('2 people in rows 2 to 3.');
  expect(pageText()).toContain('Row 5 is the header of another list');
  expect(pageText()).toContain('Choose row 5 as the header to use them instead');
});
