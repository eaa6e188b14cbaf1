import { MantineProvider } from '@mantine/core';
import { act } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { NamesDialog } from '../../../../renderer/screens/pipeline/parts/names-dialog';
import { makeFakeBridge } from '../../../helpers/fake-bridge';
import { startInProcessWorker } from '../../../helpers/in-process-worker';
import { pageText, render } from '../../../helpers/render-window';

const id = (end: number) => `019c5e77-0000-7000-8000-${String(end).padStart(12, '0')}`;

async function addFrom(csv: string) {
  const bridge = makeFakeBridge('practice');
  vi.stubGlobal('flowmingo', bridge.flowmingo);
  const onAdded = vi.fn();
  await render(
    <MantineProvider>
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
  const file = new File([csv], 'names.csv');
  file.arrayBuffer = async () => new TextEncoder().encode(csv).buffer as ArrayBuffer;
  Object.defineProperty(input, 'files', { configurable: true, value: [file] });
  act(() => input.dispatchEvent(new Event('change', { bubbles: true })));
  return { bridge, onAdded };
}

describe('names from a sheet', () => {
  it('are sent in pieces of at most 2,000, and counted', async () => {
    const lines = Array.from({ length: 2003 }, (_, index) => `${id(index)},Person Number${index}`);
    const { bridge, onAdded } = await addFrom(`Candidate ID,Name\n${lines.join('\n')}\n`);
    await act(() => vi.waitFor(() => expect(pageText()).toContain('names added.'), { timeout: 20_000 }));
    expect(pageText()).toMatch(/2.003 names added\. From names\.csv/);
    const pieces = bridge.asked.filter(({ channel }) => channel === 'people:add-names');
    expect(pieces.map(({ input }) => (input as { people: unknown[] }).people.length)).toEqual([2000, 3]);
    expect(onAdded).toHaveBeenCalledOnce();
  });

  it('are not taken from a sheet without candidate ids, and that is said', async () => {
    const { bridge, onAdded } = await addFrom('Name,Email\nZoë Lefèvre,zoe@example.com\n');
    await act(() =>
      vi.waitFor(() => expect(pageText()).toContain('No name was added.'), { timeout: 20_000 }),
    );
    expect(bridge.asked.some(({ channel }) => channel === 'people:add-names')).toBe(false);
    expect(onAdded).not.toHaveBeenCalled();
  });
});
