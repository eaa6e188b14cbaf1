import { expect, test, vi } from 'vitest';
import type { SavedMapping } from '../../../../shared/mappings/saved-mapping';
import { makeFakeBridge } from '../../../helpers/fake-bridge';
import { paste, renderNewBatch, shows } from '../../../helpers/render-new-batch';
import { button, click, pageText } from '../../../helpers/render-window';

const workMail: SavedMapping = {
  mappingId: 'work',
  name: 'To work addresses',
  headers: ['Full name', 'Work mail', 'CV', 'Town', 'Hall'],
  columns: [
    { field: 'fullname', header: 'Full name', occurrence: 1 },
    { field: 'email', header: 'Work mail', occurrence: 1 },
    { field: 'cv_link', header: 'CV', occurrence: 1 },
  ],
  nameOrder: 'first-word-is-family',
  lastUsedAtMs: Date.UTC(2026, 2, 12, 12),
};
const foreign: SavedMapping = {
  ...workMail,
  mappingId: 'foreign',
  name: 'Bewerber',
  headers: ['Vorname'],
  columns: [{ field: 'firstname', header: 'Vorname', occurrence: 1 }],
};

async function openColumns(mappings: readonly SavedMapping[]): Promise<void> {
  const bridge = makeFakeBridge('production', { 'mappings:list': () => ({ mappings: [...mappings] }) });
  await renderNewBatch(bridge);
  paste(
    'Full name\tWork mail\tPrivate mail\nAnna Rossi\tanna@firm.example\tanna@example.com\nBo Ek\tbo@firm.example\tbo@example.com',
  );
  await shows(/Use these \d+ rows/);
  await click(button(/^Use these/));
  await shows(/will be used/);
}

const goesTo = (header: string): string =>
  document.querySelector<HTMLSelectElement>(`select[aria-label="${header} goes to"]`)?.value ??
  'no such column';

test('a saved mapping that fits in part is chosen from the list, says what is missing, and is let go of again', async () => {
  await openColumns([foreign, workMail]);
  expect([goesTo('Work mail'), goesTo('Private mail')]).toEqual(['not-used', 'email']);
  await click(button('Use a saved mapping'));
  await shows(/To work addresses.*“CV” is missing here/s);
  // One that has no column of this file is counted, not offered.
  expect(pageText()).toContain('1 other has no column of this file.');
  expect(pageText()).not.toContain('Bewerber');
  await click(button(/^To work addresses/));
  await shows(/Columns as in “To work addresses”, last used .*2026\. “CV” is missing here/);
  expect([goesTo('Work mail'), goesTo('Private mail')]).toEqual(['email', 'not-used']);
  await click(button('Use a saved mapping'));
  await shows(/Used now/);
  await click(button('Propose anew'));
  await vi.waitFor(() => expect(goesTo('Private mail')).toBe('email'));
});

test('where nothing is remembered the list says so', async () => {
  await openColumns([]);
  await click(button('Use a saved mapping'));
  await shows(/None yet\. When you check a file, how you use its columns is remembered\./);
});
