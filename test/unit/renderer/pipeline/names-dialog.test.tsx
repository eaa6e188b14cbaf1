import { Blob } from 'node:buffer';
import { MantineProvider } from '@mantine/core';
import { act } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { NamesDialog } from '../../../../renderer/screens/pipeline/parts/names-dialog';
import { theme } from '../../../../renderer/styles/theme';
import { makeFakeBridge } from '../../../helpers/fake-bridge';
import { startInProcessWorker } from '../../../helpers/in-process-worker';
import { pageText, render, settle } from '../../../helpers/render-window';

const id = (end: number) => `019c5e77-0000-7000-8000-${String(end).padStart(12, '0')}`;

async function addFrom(csv: string) {
  const bridge = makeFakeBridge('practice');
  vi.stubGlobal('flowmingo', bridge.flowmingo);
  const onAdded = vi.fn();
  await render(
    <MantineProvider theme={theme}>
      <NamesDialog
        workspaceId="ws-practice"
        startWorker={startInProcessWorker}
        onAdded={onAdded}
        onClose={() => undefined}
      />
    </MantineProvider>,
  );
  const input = document.querySelector<HTMLInputElement>('input[type="file"]');
  if (input === null) throw new Error('No way to choose a sheet.');
  // Node's own, since it can be cloned for a worker as a browser's can.
  const file = Object.assign(new Blob([csv]), { name: 'names.csv' });
  Object.defineProperty(input, 'files', { configurable: true, value: [file] });
  act(() => input.dispatchEvent(new Event('change', { bubbles: true })));
  return { bridge, onAdded };
}

/** Lets the work go on until this is read on the screen; the test's own limit ends it. */
async function until(text: string): Promise<void> {
  while (!pageText().includes(text)) await settle();
}

describe('names from a sheet', () => {
  it('are sent in pieces of at most 2,000, and counted', async () => {
    const lines = Array.from({ length: 2003 }, (_, index) => `${id(index)},Person Number${index}`);
    const { bridge, onAdded } = await addFrom(`Candidate ID,Name\n${lines.join('\n')}\n`);
    await until('names added.');
    expect(pageText()).toMatch(/2.003 names added\. From names\.csv/);
    const pieces = bridge.asked.filter(({ channel }) => channel === 'people:add-names');
    expect(pieces.map(({ input }) => (input as { people: unknown[] }).people.length)).toEqual([2000, 3]);
    expect(onAdded).toHaveBeenCalledOnce();
  });

  it('are not taken from a sheet without candidate ids, and that is said', async () => {
    const { bridge, onAdded } = await addFrom('Name,Email\nZoë Lefèvre,zoe@example.com\n');
    await until('No name was added.');
    expect(bridge.asked.some(({ channel }) => channel === 'people:add-names')).toBe(false);
    expect(onAdded).not.toHaveBeenCalled();
  });
});
