import { Blob as NodeBlob } from 'node:buffer';
import { mkdtempSync, readdirSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MantineProvider } from '@mantine/core';
import { act } from 'react';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { createDraftService } from '../../../../electron/drafts/draft-service';
import * as draftHandlers from '../../../../electron/handlers/draft-handlers';
import type { HandlerContext } from '../../../../electron/handlers/handler-context';
import { openLedger } from '../../../../electron/store/ledger';
import type { NewBatchOpens } from '../../../../renderer/components/screen';
import { WorkspacesProvider } from '../../../../renderer/components/use-workspaces';
import { NewBatchScreen } from '../../../../renderer/screens/new-batch/new-batch-screen';
import type { EndableWorker } from '../../../../renderer/worker/worker-client';
import type { DraftSummary } from '../../../../shared/drafts/draft';
import { FakeFailure, makeFakeBridge } from '../../../helpers/fake-bridge';
import { startInProcessWorker } from '../../../helpers/in-process-worker';
import { button, click, pageText, render, settle } from '../../../helpers/render-window';

const patience = { timeout: 8000 };

const fair = [
  'Full name\tE-Mail\tCV',
  'Dušan Kovačević\tdusan@example.com\t',
  'Müller, Jürgen\tjurgen@\thttps://cv.example.com/2',
  'Nguyễn Thị Minh Anh\tsample-3@gmial.com\t',
  'Zoë Lefèvre\tDUSAN@example.com\t',
].join('\n');

/** The main process's own drafts, on a disk, behind the window's bridge. */
function openStore() {
  const dataDir = mkdtempSync(join(tmpdir(), 'flowmingo-drafts-'));
  const ledger = openLedger(dataDir);
  onTestFinished(() => {
    ledger.close();
    rmSync(dataDir, { recursive: true, force: true });
  });
  const drafts = createDraftService(ledger.drafts, dataDir);
  const context = { drafts, pushDraftsChanged: () => {} } as unknown as HandlerContext;
  let isFull = false;
  const unlessFull = <Input, Output>(work: (context: HandlerContext, input: Input) => Output) => {
    return (input: Input): Output => {
      if (isFull) throw new FakeFailure('draft/not-kept', { why: 'the disk is full' });
      return work(context, input);
    };
  };
  const { flowmingo } = makeFakeBridge('production', {
    'drafts:begin-file': unlessFull(draftHandlers.beginFile),
    'drafts:add-bytes': unlessFull(draftHandlers.addBytes),
    'drafts:create': unlessFull(draftHandlers.createDraft),
    'drafts:add-changes': unlessFull(draftHandlers.addChanges),
    'drafts:save': unlessFull(draftHandlers.saveDraft),
    'drafts:open': unlessFull(draftHandlers.openDraft),
    'drafts:read-bytes': unlessFull(draftHandlers.readBytes),
    'drafts:read-changes': unlessFull(draftHandlers.readChanges),
    'drafts:delete': unlessFull(draftHandlers.deleteDraft),
  } as Parameters<typeof makeFakeBridge>[1]);
  vi.stubGlobal('flowmingo', flowmingo);
  return {
    drafts: drafts.store,
    folder: join(dataDir, 'drafts'),
    fill: (full: boolean) => {
      isFull = full;
    },
  };
}

async function renderBatch(opens: NewBatchOpens, startWorker: () => EndableWorker = startInProcessWorker) {
  await render(
    <MantineProvider>
      <WorkspacesProvider>
        <NewBatchScreen opens={opens} onStarted={() => {}} onLeave={() => {}} startWorker={startWorker} />
      </WorkspacesProvider>
    </MantineProvider>,
  );
}

function paste(cells: string): void {
  const event = Object.assign(new Event('paste', { bubbles: true, cancelable: true }), {
    clipboardData: { files: [], getData: () => cells },
  });
  act(() => void document.dispatchEvent(event));
}

async function shows(words: RegExp): Promise<void> {
  await vi.waitFor(async () => {
    await settle();
    expect(pageText()).toMatch(words);
  }, patience);
}

/** Waits until the newest draft is like that. */
async function kept(
  { drafts }: ReturnType<typeof openStore>,
  like: Partial<DraftSummary>,
): Promise<DraftSummary> {
  return vi.waitFor(async () => {
    await settle();
    const [newest] = drafts.list();
    expect(newest).toMatchObject(like);
    return newest as DraftSummary;
  }, patience);
}

async function checkFair(startWorker?: () => EndableWorker): Promise<void> {
  await renderBatch('nothing', startWorker);
  paste(fair);
  await shows(/Use these 4 rows/);
  await click(button('Use these 4 rows'));
  await shows(/will be used/);
  await click(button('Check 4 rows'));
  await shows(/1 needs you/);
}

beforeEach(() => {
  // jsdom's own is not one that a worker's message can carry.
  vi.stubGlobal('Blob', NodeBlob);
  Object.defineProperty(HTMLElement.prototype, 'offsetParent', {
    configurable: true,
    get: () => document.body,
  });
});

describe('a batch in the making', () => {
  it('is kept at every step, and goes on in another window as it was, with the way back', async () => {
    const store = openStore();
    await renderBatch('nothing');
    paste(fair);
    await shows(/Use these 4 rows/);
    await kept(store, { step: 'preview', peopleCount: 4, changeCount: 0, name: 'Pasted cells' });
    await click(button('Use these 4 rows'));
    await shows(/will be used/);
    await kept(store, { step: 'map-columns' });
    await click(button('Check 4 rows'));
    await shows(/1 needs you/);
    await click(button('Leave it out'));
    await click(button('Fix it: Slip in the email'));
    await shows(/4 rows2 will be sent2 left out/);
    const { draftId } = await kept(store, { step: 'check-rows', changeCount: 2 });

    await renderBatch({ draftId });
    await vi.waitFor(async () => {
      await settle();
      expect(document.body.lastElementChild?.textContent).toMatch(/4 rows2 will be sent2 left out/);
    }, patience);
    const second = document.body.lastElementChild as HTMLElement;
    expect(second.textContent).toContain('Left out by you');
    expect(second.textContent).not.toContain('Slip in the email');
    const undo = [...second.querySelectorAll('button')].find(({ textContent }) => textContent === 'Undo');
    await click(undo as HTMLElement);
    await shows(/Slip in the email/);
    expect(store.drafts.list()).toHaveLength(1);
  });

  it('says so where it cannot be kept, and is kept once that is mended', async () => {
    const store = openStore();
    store.fill(true);
    await checkFair();
    await shows(/What you do here cannot be kept: the disk is full\. Nothing was sent/);
    expect(store.drafts.list()).toEqual([]);
    store.fill(false);
    await click(button('Try again'));
    await kept(store, { step: 'check-rows', peopleCount: 4 });
    await vi.waitFor(async () => {
      await settle();
      expect(pageText()).not.toMatch(/cannot be kept/);
    }, patience);
  });

  it('asks for the file again where its copy is damaged, takes no other one, and keeps the changes', async () => {
    const store = openStore();
    await checkFair();
    await click(button('Leave it out'));
    const { draftId } = await kept(store, { changeCount: 1 });
    for (const name of readdirSync(store.folder)) truncateSync(join(store.folder, name), 10);
    document.body.replaceChildren();

    await renderBatch({ draftId });
    await shows(/Pasted cells is needed once more.*damaged\. Your 1 change is kept/);
    const choose = async (text: string) => {
      const input = document.querySelector<HTMLInputElement>('input[type=file]');
      if (input === null) throw new Error('Nothing to choose a file with.');
      Object.defineProperty(input, 'files', { configurable: true, value: [new NodeBlob([text])] });
      Object.defineProperty(input, 'value', { configurable: true, value: '', writable: true });
      act(() => void input.dispatchEvent(new Event('change', { bubbles: true })));
    };
    await choose(`${fair}\nAda\tada@example.com\t`);
    await shows(/This is another file than the one you worked on/);
    expect(store.drafts.list()).toMatchObject([{ draftId, changeCount: 1 }]);
    await choose(fair);
    await shows(/Left out by you/);
    expect(await store.drafts.list()).toMatchObject([{ draftId, changeCount: 1 }]);
  });

  it('goes on where it was after the work on its file ended by itself', async () => {
    const store = openStore();
    let die = () => {};
    const startWorker = (): EndableWorker => {
      const worker = startInProcessWorker();
      return {
        ...worker,
        addEventListener: (type: string, listener: (event: never) => void) => {
          if (type === 'error') die = () => (listener as () => void)();
          else worker.addEventListener('message', listener as (event: MessageEvent) => void);
        },
      };
    };
    await checkFair(startWorker);
    await click(button('Leave it out'));
    await kept(store, { changeCount: 1 });
    act(() => die());
    await shows(/The work on your file ended by itself\..*What you changed is kept/);
    await click(button('Go on where it was'));
    await shows(/Left out by you/);
  });

  it('keeps the last change also where another file, even one that cannot be read, is opened right behind it', async () => {
    const store = openStore();
    await checkFair();
    await kept(store, { step: 'check-rows', changeCount: 0 });
    await click(button('Leave it out'));
    for (const way of ['Back', 'Back', 'Open another file']) await click(button(way));
    paste('\u0000');
    await shows(/There is nobody in/);
    expect(store.drafts.list()).toMatchObject([{ peopleCount: 4, changeCount: 1 }]);
    expect(pageText()).not.toMatch(/cannot be kept/);
  });

  it('that was never touched makes room for the next file; one that was stays', async () => {
    const store = openStore();
    await renderBatch('nothing');
    paste('E-Mail\nada@example.com');
    await shows(/Use this row/);
    await kept(store, { peopleCount: 1 });
    await click(button('Open another file'));
    paste(fair);
    await shows(/Use these 4 rows/);
    await kept(store, { peopleCount: 4 });
    await vi.waitFor(() => expect(store.drafts.list()).toHaveLength(1), patience);
    await click(button('Use these 4 rows'));
    await kept(store, { step: 'map-columns' });
    await click(button('Back'));
    await click(button('Open another file'));
    paste('E-Mail\nlin@example.com\nada@example.com');
    await shows(/Use these 2 rows/);
    await kept(store, { peopleCount: 2 });
    expect(store.drafts.list().map(({ peopleCount }) => peopleCount)).toEqual([2, 4]);
  });
});
