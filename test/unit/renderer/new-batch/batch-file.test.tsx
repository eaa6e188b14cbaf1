import { Blob as NodeBlob } from 'node:buffer';
import { MantineProvider } from '@mantine/core';
import { beforeEach, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { WorkspacesProvider } from '../../../../renderer/components/use-workspaces';
import { NewBatchScreen } from '../../../../renderer/screens/new-batch/new-batch-screen';
import type { BatchFileHead } from '../../../../shared/hand-over/batch-file';
import { unpackBatchFile } from '../../../../shared/hand-over/unpack-batch-file';
import { noTarget } from '../../../../shared/operations/invite-target';
import { fakeInviteWork, makeFakeBatchFile, openedBatchFile } from '../../../helpers/fake-batch-file';
import { type FakeBridge, FakeFailure, makeFakeBridge } from '../../../helpers/fake-bridge';
import { startInProcessWorker } from '../../../helpers/in-process-worker';
import { button, click, find, pageText, render, settle } from '../../../helpers/render-window';

const patience = { timeout: 8000 };

beforeEach(() => {
  vi.stubGlobal('Blob', NodeBlob);
  // jsdom loads no fonts; the message's field asks whether they have come.
  Object.defineProperty(document, 'fonts', { configurable: true, value: new EventTarget() });
});

/** Opens a batch file as a double click does. */
async function open(
  bytes: Promise<Uint8Array<ArrayBuffer>>,
  overrides: Parameters<typeof makeFakeBridge>[1] = {},
): Promise<FakeBridge> {
  const bridge = makeFakeBridge('production', { ...openedBatchFile(bytes), ...overrides });
  vi.stubGlobal('flowmingo', bridge.flowmingo);
  await render(
    <MantineProvider>
      <WorkspacesProvider>
        <NewBatchScreen
          opens={{ openedId: 'opened-1', fileName: 'Graduate fair.flowbatch' }}
          onStarted={() => {}}
          onLeave={() => {}}
          startWorker={startInProcessWorker}
        />
      </WorkspacesProvider>
    </MantineProvider>,
  );
  return bridge;
}

const withWork = (changes: Partial<typeof fakeInviteWork>) =>
  makeFakeBatchFile({ work: { ...fakeInviteWork, ...changes } as BatchFileHead['work'] });

async function untilShown(text: string): Promise<void> {
  await vi.waitFor(async () => {
    await settle();
    expect(pageText()).toContain(text);
  }, patience);
}

async function goToLastLook(): Promise<void> {
  await vi.waitFor(async () => {
    await settle();
    expect(button('Go on with 11 people').disabled).toBe(false);
  }, patience);
  await click(button('Go on with 11 people'));
  await untilShown('What are they invited to?');
}

it('shows what it is and its rows first, and sends nothing', async () => {
  const bridge = await open(makeFakeBatchFile());
  await untilShown('Prepared as “Graduate fair”: 11 people, 1 left out, from Anna’s list.xlsx.');
  await untilShown('person.0@example.com');
  expect(pageText()).toContain('Left out when prepared: invited before');
  expect(bridge.asked.filter(({ channel }) => channel.startsWith('batches:'))).toEqual([]);
});

it('takes the target over with the titles of this workspace, whatever the file calls it', async () => {
  await open(makeFakeBatchFile());
  await goToLastLook();
  await vi.waitFor(async () => {
    await settle();
    expect(button('Last look').disabled).toBe(false);
  }, patience);
  await click(button('Last look'));
  await untilShown('Graduate Assessment 2026');
  expect(pageText()).not.toContain('Whatever the file says');
});

it('asks for the target where this workspace does not have it', async () => {
  await open(
    withWork({ target: { ...fakeInviteWork.target, setId: 'elsewhere', setTitle: 'Berlin talks' } }),
  );
  await untilShown('It names the interview set “Berlin talks”, which this workspace does not have in full.');
  await goToLastLook();
  expect(button('Last look').disabled).toBe(true);
  expect(pageText()).toContain('Choose an interview set or a project first.');
});

it('is kept ready or handed on with its target still open, and with the words for whoever has no first name', async () => {
  const bridge = await open(withWork({ target: noTarget }));
  await goToLastLook();
  await click(find('button', 'Choose the target later'));
  await click(button('Last look'));
  await untilShown('Nothing has been sent yet.');
  await click(button('Hand over as a file'));
  await untilShown('Saved Graduate fair.flowbatch.');
  const piece = bridge.asked.find(({ channel }) => channel === 'handover:add-bytes')?.input;
  // The page's own arrays are of another realm than the test's.
  const { bytes } = z.object({ bytes: z.custom<Uint8Array>(ArrayBuffer.isView) }).parse(piece);
  const { head } = await unpackBatchFile(Uint8Array.from(bytes));
  expect(head.work).toMatchObject({ target: noTarget, nameFallback: fakeInviteWork.nameFallback });
  await click(button('Keep it ready'));
  await vi.waitFor(async () => {
    await settle();
    expect(bridge.asked.find(({ channel }) => channel === 'batches:begin')?.input).toMatchObject({
      name: 'Graduate fair',
      work: { order: { target: null, nameFallback: fakeInviteWork.nameFallback } },
    });
  }, patience);
});

it('says so where the lists cannot be read, and looks again when asked', async () => {
  let isReachable = false;
  await open(makeFakeBatchFile(), {
    'targets:read-lists': () => {
      if (!isReachable) throw new FakeFailure('api/no-network');
      return {
        interviewSets: [{ id: 'set-0', title: 'Graduate Assessment 2026' }],
        projects: [],
        jobPosts: [],
        readAtMs: 0,
        isFresh: true,
      };
    },
  });
  await untilShown('could not be looked up now');
  isReachable = true;
  await click(button('Look again'));
  await goToLastLook();
  await vi.waitFor(async () => {
    await settle();
    expect(button('Last look').disabled).toBe(false);
  }, patience);
});

it('takes out of a message what nobody would see, and says so', async () => {
  await open(
    withWork({
      message:
        '<p>Dear you, {{interview_link}}</p><img src="https://x.example.com/a.png"><a href="javascript:x()">here</a>',
    }),
  );
  await untilShown('They were taken out; read it before you send.');
  await goToLastLook();
  const written = [...document.querySelectorAll('textarea')].map(({ value }) => value).join('');
  expect(written).toContain('Dear you,');
  expect(written).not.toMatch(/img|javascript/);
});

it('says where the same batch, or the sheet that it was made from, was run here before', async () => {
  const run = {
    runId: 'run-fair',
    runNumber: 12,
    targetTitle: 'Sales Assessment',
    setId: 'set-0',
    projectId: null,
    startedAtMs: Date.now(),
    reached: 11,
  };
  const bridge = await open(makeFakeBatchFile(), { 'history:find-same-file': () => ({ runs: [run] }) });
  await untilShown('This file was run before.');
  await untilShown('Run 12 sent it to Sales Assessment');
  const { contentSha256, head } = await unpackBatchFile(await makeFakeBatchFile());
  expect(bridge.asked.find(({ channel }) => channel === 'history:find-same-file')?.input).toMatchObject({
    hashes: [contentSha256, head.source.sha256],
  });
});

it('goes on as work on a pipeline where it is that', async () => {
  const work: BatchFileHead['work'] = {
    operation: 'add',
    mapping: { columns: [{ field: 'email', place: 0 }], nameOrder: 'decide' },
    place: { projectId: 'project-0', jobPostId: null, stageId: null },
  };
  await open(makeFakeBatchFile({ work }));
  await untilShown('Who is meant, and where?');
  await vi.waitFor(async () => {
    await settle();
    expect(button('Review 12 rows').disabled).toBe(false);
  }, patience);
});

it('says why, where the file is gone before it was read', async () => {
  await open(makeFakeBatchFile(), {
    'handover:read-opened': () => {
      throw new FakeFailure('handover/not-read', { why: 'it is not there any more' });
    },
  });
  await untilShown('The batch file could not be read: it is not there any more. Nothing was opened.');
});
