import { act } from 'react';
import { describe, expect, it, onTestFinished } from 'vitest';
import { setDisplayRegion } from '../../../../renderer/components/display-locale';
import { type AppSettings, defaultSettings } from '../../../../shared/settings/app-settings';
import { FakeFailure } from '../../../helpers/fake-bridge';
import { fakeContents } from '../../../helpers/fake-settings';
import {
  button,
  click,
  field,
  fill,
  find,
  pageText,
  renderWindow,
  settle,
} from '../../../helpers/render-window';

const screen = { kind: 'settings' } as const;

async function leave(element: HTMLElement) {
  act(() => element.focus());
  act(() => element.blur());
  await settle();
}

async function choose(label: string, value: string) {
  const select = (find('label', label) as HTMLLabelElement).control as HTMLSelectElement;
  act(() => {
    select.value = value;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await settle();
}

async function openSettings(overrides: Parameters<typeof renderWindow>[0] = {}) {
  const bridge = await renderWindow({ screen, ...overrides });
  const changes = () =>
    bridge.asked.filter(({ channel }) => channel === 'app:change-settings').map(({ input }) => input);
  return { ...bridge, changes };
}

describe('what is set for sending', () => {
  it.each([
    ['Seconds for a connection', '20', '2', { connectSeconds: 20 }],
    ['Seconds until an answer begins', '120', '14', { firstByteSeconds: 120 }],
    ['Seconds until an answer is whole', '60', '121', { wholeAnswerSeconds: 60 }],
    ['Most requests a second', '2.5', '101', { requestsPerSecond: 2.5 }],
  ] as const)('%s: keeps %s, and not %s', async (label, good, bad, expected) => {
    const { changes } = await openSettings();
    await fill(field(label), good);
    await leave(field(label));
    expect(changes()).toEqual([expected]);
    await fill(field(label), bad);
    await leave(field(label));
    expect(changes()).toEqual([expected]);
    expect(field(label).value).toBe(good);
  });

  it('takes the cap off where the field is emptied', async () => {
    const settings: AppSettings = { ...defaultSettings, requestsPerSecond: 4 };
    const { changes } = await openSettings({ overrides: { 'app:get-settings': () => settings } });
    await fill(field('Most requests a second'), '');
    await leave(field('Most requests a second'));
    expect(changes()).toEqual([{ requestsPerSecond: null }]);
  });

  it('says how long one request, and so closing the app, can take', async () => {
    await openSettings();
    expect(pageText()).toContain('One request takes 100 seconds at most.');
    await fill(field('Seconds until an answer begins'), '120');
    await leave(field('Seconds until an answer begins'));
    expect(pageText()).toContain('One request takes 160 seconds at most.');
  });
});

describe('dates and numbers', () => {
  it('are written as in the region that is chosen, at once and on every screen', async () => {
    onTestFinished(() => setDisplayRegion('system'));
    await openSettings();
    expect(pageText()).toMatch(/Like this: March 21, 2026, .*35,000/);
    await choose('Dates and numbers on the screen', 'DE');
    expect(pageText()).toMatch(/Like this: 21 March 2026, 14:52, 35\.000/);
    await click(find('nav[aria-label="Main"] button', 'Runs'));
    expect(pageText()).toContain('21 Mar, 14:46');
  });
});

describe('who is left out, names, notices and workbooks', () => {
  it('keep what is chosen', async () => {
    const { changes } = await openSettings();
    await choose('Invited to the same before', '180');
    await choose('Invited to the same before', 'never');
    await choose('Whole names in one column', 'first-word-is-family');
    await click(find('label', 'Without'));
    await click(find('label', 'As the reader’s computer'));
    expect(changes()).toEqual([
      { invitedAgainAfterDays: 180 },
      { invitedAgainAfterDays: null },
      { nameOrder: 'first-word-is-family' },
      { notices: 'without-names' },
      { exportDates: 'reader' },
    ]);
  });
});

describe('the data folder', () => {
  it('is shown and opened, and a backup says what it holds', async () => {
    const { asked } = await openSettings();
    expect(pageText()).toContain('AppData\\Roaming');
    await click(button('Open folder'));
    await click(button('Back up to a file'));
    expect(pageText()).toContain(
      'Saved Flowmingo backup 2026-03-21.flowbackup: 47 runs and 2 drafts, 13.7 MB.',
    );
    await click(button('Show in folder'));
    expect(asked.slice(-3).map(({ channel }) => channel)).toEqual([
      'settings:open-data-folder',
      'settings:back-up',
      'results:show-in-folder',
    ]);
  });

  it('is restored only after the backup was shown, with what it does not know', async () => {
    const { asked } = await openSettings();
    await click(button('Choose a backup'));
    const restored = () => asked.filter(({ channel }) => channel === 'settings:restore');
    expect(pageText()).toContain('47 runs, the newest of');
    expect(pageText()).toContain('Nordwind Talent, Practice workspace');
    expect(pageText()).toContain('2 runs of this computer are not in it, or went on since.');
    expect(pageText()).toContain('cannot keep you from sending to them twice');
    await click(button('Keep the present data'));
    expect(restored()).toEqual([]);
    await click(button('Choose a backup'));
    await click(button('Restore and start again'));
    expect(restored().map(({ input }) => input)).toEqual([{ restoreId: 'restore-1' }]);
  });

  it('warns of nothing where the backup knows every run', async () => {
    await openSettings({
      overrides: {
        'settings:choose-backup': () => ({
          kind: 'chosen',
          restoreId: 'restore-2',
          fileName: 'one.flowbackup',
          contents: fakeContents,
          missingRunCount: 0,
        }),
      },
    });
    await click(button('Choose a backup'));
    expect(pageText()).not.toContain('of this computer');
  });

  it('says why a file is refused, and shows nothing to restore', async () => {
    await openSettings({
      overrides: {
        'settings:choose-backup': () => {
          throw new FakeFailure('backup/newer', { fileName: 'one.flowbackup' });
        },
      },
    });
    await click(button('Choose a backup'));
    expect(pageText()).toContain('“one.flowbackup” was made by a newer version of this app.');
    expect(document.querySelector('[role="dialog"]')).toBeNull();
  });
});

describe('the connection', () => {
  it('is tested, with the way that was found', async () => {
    await openSettings();
    await click(button('Test the connection'));
    expect(pageText()).toContain('api.flowmingo.ai can be reached, in 84 ms.');
    expect(pageText()).toContain(
      'The way: through the proxy proxy.example.com:8080 (http), else straight, without a proxy. Certificate by Example Trust CA, TLSv1.3.',
    );
  });

  it('says what is wrong, and what to do', async () => {
    await openSettings({
      overrides: {
        'settings:test-network': () => ({
          origin: 'https://api.flowmingo.ai',
          routes: [{ kind: 'direct' }],
          outcome: { kind: 'failed', why: 'not-trusted', detail: 'SELF_SIGNED_CERT_IN_CHAIN' },
        }),
        'settings:test-keychain': () => ({ kind: 'failed', keychain: 'macOS Keychain', step: 'read' }),
      },
    });
    await click(button('Test the connection'));
    expect(pageText()).toContain(
      'What answers as api.flowmingo.ai cannot prove it (SELF_SIGNED_CERT_IN_CHAIN).',
    );
    await click(button('Test the keychain'));
    expect(pageText()).toContain(
      'The macOS Keychain did not give the entry back. Unlock it, and test again.',
    );
  });

  it('says that the keychain works', async () => {
    await openSettings();
    await click(button('Test the keychain'));
    expect(pageText()).toContain('The Windows Credential Manager works, in 12 ms.');
  });
});

describe('the list at the side', () => {
  it('leads to a part and says which one it is', async () => {
    await openSettings();
    await click(find('nav[aria-label="Parts of the settings"] button', 'Data folder'));
    expect(document.activeElement?.textContent).toBe('Data folder');
    expect(document.activeElement?.tagName).toBe('H2');
    // Also a part that cannot come to the top is shown as the one that is read.
    expect(document.querySelector('nav [aria-current="location"]')?.textContent).toBe('Data folder');
  });
});

describe('the licenses', () => {
  it('are shown when they are asked for', async () => {
    await openSettings();
    expect(pageText()).not.toContain('@mantine/core');
    await click(button('Licenses of the software in this app'));
    expect(pageText()).toContain('2 packages, written by others');
    expect(pageText()).toContain('@mantine/core 9.8.1 MIT');
  });
});

describe('what the main process tells', () => {
  it('leads to the run whose notification was pressed', async () => {
    const { push } = await openSettings();
    await act(async () => push('app:run-asked', { runId: 'run-finished' }));
    await settle();
    expect(document.querySelector('h1')?.textContent).not.toBe('Settings');
    expect(pageText()).toContain('Finished');
  });

  it('leads to the batches where a notification of the queue was pressed', async () => {
    const { push } = await openSettings();
    await act(async () => push('app:batches-asked', {}));
    await settle();
    expect(document.querySelector('h1')?.textContent).toBe('Batches');
  });

  it('says while the app closes what it waits for, and how long', async () => {
    const { push } = await openSettings();
    await act(async () => push('app:answers-awaited', { awaitedCount: 3, untilMs: Date.now() + 42_000 }));
    await settle();
    expect(pageText()).toContain('Nothing more is sent. 3 answers are still on their way.');
    expect(pageText()).toContain('We wait 42 seconds at most.');
    await act(async () => push('app:answers-awaited', { awaitedCount: 1, untilMs: Date.now() + 900 }));
    expect(pageText()).toContain('One answer is still on its way.');
    expect(pageText()).toContain('We wait 1 second at most.');
  });
});
