import { MantineProvider } from '@mantine/core';
import { act } from 'react';
import { expect, test, vi } from 'vitest';
import { WorkspacesProvider } from '../../../../renderer/components/use-workspaces';
import { NewBatchScreen } from '../../../../renderer/screens/new-batch/new-batch-screen';
import type { SavedMapping } from '../../../../shared/mappings/saved-mapping';
import { makeFakeBridge } from '../../../helpers/fake-bridge';
import { startInProcessWorker } from '../../../helpers/in-process-worker';
import { button, click, pageText, render, settle } from '../../../helpers/render-window';

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

async function shows(words: RegExp): Promise<void> {
  await vi.waitFor(async () => {
    await settle();
    expect(pageText()).toMatch(words);
  });
}

async function openColumns(mappings: readonly SavedMapping[]): Promise<void> {
  const bridge = makeFakeBridge('production', { 'mappings:list': () => ({ mappings: [...mappings] }) });
  vi.stubGlobal('flowmingo', bridge.flowmingo);
  Object.defineProperty(HTMLElement.prototype, 'offsetParent', {
    configurable: true,
    get: () => document.body,
  });
  await render(
    <MantineProvider>
      <WorkspacesProvider>
        <NewBatchScreen
          opens="nothing"
          onStarted={() => {}}
          onLeave={() => {}}
          startWorker={startInProcessWorker}
        />
      </WorkspacesProvider>
    </MantineProvider>,
  );
  const paste = Object.assign(new Event('paste', { bubbles: true, cancelable: true }), {
    clipboardData: {
      files: [],
      getData: () =>
        'Full name\tWork mail\tPrivate mail\nAnna Rossi\tanna@firm.example\tanna@example.com\nBo Ek\tbo@firm.example\tbo@example.com',
    },
  });
  act(() => void document.dispatchEvent(paste));
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
