import { Blob } from 'node:buffer';
import { MantineProvider } from '@mantine/core';
import { act, StrictMode } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { WriteBackDialog } from '../../../../renderer/screens/run/parts/write-back-dialog';
import { theme } from '../../../../renderer/styles/theme';
import { FakeFailure, makeFakeBridge } from '../../../helpers/fake-bridge';
import { makeRun } from '../../../helpers/fake-runs';
import { makeWriteBackAnswers, writeBackText } from '../../../helpers/fake-write-back';
import { startInProcessWorker } from '../../../helpers/in-process-worker';
import { button, click, pageText, render, settle } from '../../../helpers/render-window';

const run = makeRun({ counts: { done: 3 } });
const filledText =
  'Email,City,Outcome,What happened\r\nana@example.com,Brno,Done,Invited\r\nminh@example.com,Huế,Done,Invited\r\nzoe@example.com,Liège,Done,Invited\r\n';

async function openDialog(answers: Parameters<typeof makeFakeBridge>[1]) {
  const bridge = makeFakeBridge('practice', answers);
  vi.stubGlobal('flowmingo', bridge.flowmingo);
  await render(
    <StrictMode>
      <MantineProvider theme={theme}>
        <WriteBackDialog run={run} startWorker={startInProcessWorker} onClose={() => undefined} />
      </MantineProvider>
    </StrictMode>,
  );
  return bridge;
}

/** Lets the work go on until this is read on the screen; the test's own limit ends it. */
async function until(text: string): Promise<void> {
  while (!pageText().includes(text)) await settle();
}

function choose(text: string, name = 'sorted.csv'): void {
  const input = document.querySelector<HTMLInputElement>('input[type="file"]');
  if (input === null) throw new Error('No way to choose a file.');
  // Node's own, since it can be cloned for a worker as a browser's can.
  const file = Object.assign(new Blob([text]), { name });
  Object.defineProperty(input, 'files', { configurable: true, value: [file] });
  act(() => input.dispatchEvent(new Event('change', { bubbles: true })));
}

describe('results put into my workbook', () => {
  it('go into a copy of the kept file without a question, and the copy is shown in its folder', async () => {
    const copies: string[] = [];
    const saved = (copy: Uint8Array) => copies.push(new TextDecoder().decode(copy));
    const bridge = await openDialog(makeWriteBackAnswers({ kept: true, saved }));
    await until('3 rows written into the copy.');
    expect(pageText()).toContain('Graduate fair Hanoi 2026 with results.csv');
    expect(copies).toEqual([filledText]);
    await click(button('Show in folder'));
    expect(bridge.asked.at(-1)).toEqual({
      channel: 'results:show-in-folder',
      input: { savedId: 'saved-copy' },
    });
  });

  it('ask for a file that is not kept, say who is not in it any more, and save when told to', async () => {
    const copies: string[] = [];
    const saved = (copy: Uint8Array) => copies.push(new TextDecoder().decode(copy));
    await openDialog(makeWriteBackAnswers({ saved }));
    await until('Choose Graduate fair Hanoi 2026.csv');
    const [header, ana, , zoe] = writeBackText.split('\r\n');
    choose(`${header}\n${zoe}\nminh@example.com,Saigon\n${ana}\n`);
    await until('2 of 3 rows found');
    expect(document.querySelector('textarea')?.value).toBe('3');
    expect(copies).toEqual([]);
    await click(button('Save the copy'));
    await until('2 rows written into the copy.');
    expect(pageText()).toContain('sorted with results.csv');
    expect(copies).toEqual([
      'Email,City,Outcome,What happened\nzoe@example.com,Liège,Done,Invited\nminh@example.com,Saigon\nana@example.com,Brno,Done,Invited\n',
    ]);
  });

  it('say what is wrong with a file, and take another one', async () => {
    const copies: string[] = [];
    await openDialog(makeWriteBackAnswers({ saved: (copy) => copies.push(new TextDecoder().decode(copy)) }));
    await until('Choose the file');
    choose('Company,Phone\nNordwind,1\n', 'other.csv');
    await until('other.csv does not have all the columns');
    expect(pageText()).toContain('Email, City are missing. Nothing was saved.');
    choose(writeBackText);
    await until('3 rows written into the copy.');
    expect(copies).toEqual([filledText]);
  });

  it('stay ready where saving was given up or refused', async () => {
    let answers = 0;
    await openDialog({
      ...makeWriteBackAnswers({ kept: true }),
      'copies:save': ({ fileName, rowCount }) => {
        answers += 1;
        if (answers === 1) return { kind: 'cancelled' };
        if (answers === 2) throw new FakeFailure('export/own-file');
        return { kind: 'saved', fileName, savedId: 'saved-copy', rowCount };
      },
    });
    await until('The copy is checked and not saved yet.');
    await click(button('Save the copy'));
    await until('That is the very file that the results go beside');
    await click(button('Try again'));
    await until('3 rows written into the copy.');
  });
});
