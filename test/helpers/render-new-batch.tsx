// The new batch in a window of jsdom: the worker runs in the same process, and files come in by pasting.
import { MantineProvider } from '@mantine/core';
import { act } from 'react';
import { expect, vi } from 'vitest';
import { WorkspacesProvider } from '../../renderer/components/use-workspaces';
import { NewBatchScreen } from '../../renderer/screens/new-batch/new-batch-screen';
import type { FakeBridge } from './fake-bridge';
import { startInProcessWorker } from './in-process-worker';
import { pageText, render, settle } from './render-window';

/** A busy machine takes its time over the first screen. */
const patienceMs = 10_000;

export async function renderNewBatch({ flowmingo }: Pick<FakeBridge, 'flowmingo'>): Promise<void> {
  vi.stubGlobal('flowmingo', flowmingo);
  // jsdom lays nothing out, so nothing has an offset parent.
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
}

/** Pastes cells, or a file, where the focus is. */
export function paste(what: string | { readonly name: string }): void {
  const clipboardData = {
    files: typeof what === 'string' ? [] : [what],
    getData: (kind: string) => (typeof what !== 'string' || kind === 'text/html' ? '' : what),
  };
  const event = Object.assign(new Event('paste', { bubbles: true, cancelable: true }), { clipboardData });
  act(() => void document.dispatchEvent(event));
}

/** Waits until the page says it. */
export async function shows(words: RegExp): Promise<void> {
  await vi.waitFor(
    async () => {
      await settle();
      expect(pageText()).toMatch(words);
    },
    { timeout: patienceMs },
  );
}
