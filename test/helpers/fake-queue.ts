import type { Inspection, QueueState, QueueView, ReadyBatch } from '../../shared/batches/ready-batch';
import type { RequestChannel, RequestInput, RequestOutput } from '../../shared/ipc/contract';
import { makeDraft } from './fake-drafts';
import { fakeNowMs } from './fake-runs';
import { longName } from './fake-workspaces';

type QueueChannel =
  | 'batches:keep-ready'
  | 'batches:choose-target'
  | 'batches:rename-ready'
  | 'batches:copy-ready'
  | 'batches:delete-ready'
  | 'batches:bring-back-ready'
  | 'batches:change-ready'
  | 'history:find-same-file'
  | Extract<RequestChannel, `queue:${string}`>;
type QueueAnswers = {
  [Channel in QueueChannel]: (
    input: RequestInput<Channel>,
  ) => RequestOutput<Channel> | Promise<RequestOutput<Channel>>;
};

/** A ready batch as the list gives it. */
export function makeReady(changes: Partial<ReadyBatch> = {}): ReadyBatch {
  return {
    batchId: 'ready-fair',
    draftId: 'draft-fair',
    name: 'Graduate fair Hanoi 2026',
    fileName: 'Graduate fair Hanoi 2026.xlsx',
    operation: 'invite',
    workspaceId: 'ws-production',
    targetTitle: 'Graduate Assessment 2026',
    sendInvite: true,
    sendable: 301,
    total: 318,
    settings: { concurrency: 4, peoplePerRequest: 1 },
    firstRows: 3,
    startsItself: false,
    linkCount: 0,
    looksAtLinks: true,
    isOrdered: false,
    readyAtMs: fakeNowMs - 3_600_000,
    findings: [],
    ...changes,
  };
}

/** Ready batches of every kind. */
export const fiveReady: readonly ReadyBatch[] = [
  makeReady({ linkCount: 280 }),
  makeReady({
    batchId: 'ready-nurses',
    name: 'Nurses Brno',
    fileName: 'sestry_brno.csv',
    workspaceId: 'ws-staging',
    targetTitle: 'First talk 2026',
    linkCount: 36,
    sendable: 38,
    total: 38,
    firstRows: null,
    startsItself: true,
  }),
  makeReady({
    batchId: 'ready-open',
    name: 'Warehouse shift leads',
    fileName: 'leads_wk11.csv',
    workspaceId: null,
    targetTitle: null,
    sendable: 46,
    total: 48,
    firstRows: null,
  }),
  makeReady({
    batchId: 'ready-final',
    draftId: null,
    name: 'Final round',
    fileName: 'pipeline-monday.xlsx',
    operation: 'move',
    targetTitle: 'Move: pipeline-monday.xlsx',
    sendInvite: false,
    sendable: 14,
    total: 16,
    firstRows: null,
    findings: [
      {
        kind: 'target-gone',
        weight: 'stops',
        mark: 'target-gone api/not-found',
        sentence:
          'Flowmingo no longer has “Final”. Nothing was sent. Change the batch and choose another target.',
        runId: null,
      },
    ],
  }),
  makeReady({
    batchId: 'ready-long',
    name: longName,
    fileName: `${longName}.xlsx`,
    targetTitle: longName,
    sendable: 99_998,
    total: 100_000,
    findings: [
      {
        kind: 'invited-meanwhile',
        weight: 'asks',
        mark: 'invited-meanwhile 4 run-finished',
        sentence:
          '4 people were invited to this meanwhile by run 12 today. They are left out, and 99,994 go.',
        runId: 'run-finished',
      },
    ],
  }),
];

/** The main process's side of the queue, in memory: order, names and deletion are true; nothing runs. */
export function makeQueueAnswers(
  changed: () => void,
  startsWith: readonly ReadyBatch[] = [],
  startState: QueueState = { kind: 'idle' },
): QueueAnswers {
  let batches = [...startsWith];
  let state = startState;
  const deleted = new Map<string, ReadyBatch>();
  const view = (): QueueView => ({ batches, state });
  const find = (batchId: string): ReadyBatch =>
    batches.find((batch) => batch.batchId === batchId) ?? makeReady({ batchId });
  const put = (batch: ReadyBatch): { batch: ReadyBatch } => {
    batches = batches.map((one) => (one.batchId === batch.batchId ? batch : one));
    changed();
    return { batch };
  };
  const remove = (batchId: string) => {
    batches = batches.filter((batch) => batch.batchId !== batchId);
    changed();
  };
  const inspect = (batchId: string): Inspection => {
    const { findings, sendable, workspaceId } = find(batchId);
    return { batchId, findings, sendable, asksForNumber: workspaceId === 'ws-production' };
  };
  return {
    'batches:keep-ready': ({ batchId, settings, firstRows }) => {
      const batch = makeReady({
        batchId,
        firstRows,
        settings: { concurrency: 4, peoplePerRequest: 1, ...settings },
      });
      batches = [...batches, batch];
      changed();
      return { batch };
    },
    'batches:choose-target': ({ batchId, workspaceId, target }) =>
      put({ ...find(batchId), workspaceId, targetTitle: target.setTitle ?? target.projectTitle }),
    'batches:rename-ready': ({ batchId, name }) => put({ ...find(batchId), name }),
    'batches:copy-ready': ({ batchId }) => ({ draft: makeDraft({ name: `${find(batchId).name} (copy)` }) }),
    'batches:delete-ready': ({ batchId }) => {
      deleted.set(batchId, find(batchId));
      remove(batchId);
      return {};
    },
    'batches:bring-back-ready': ({ batchId }) => {
      batches = [...batches, deleted.get(batchId) ?? makeReady({ batchId })];
      return put(find(batchId));
    },
    'batches:change-ready': ({ batchId }) => {
      const { draftId } = find(batchId);
      remove(batchId);
      return { draftId: draftId ?? 'draft-fair' };
    },
    'queue:get': view,
    'queue:move': ({ batchId, toPlace }) => {
      const moved = find(batchId);
      batches = batches.filter((batch) => batch.batchId !== batchId);
      batches.splice(toPlace, 0, moved);
      return view();
    },
    'queue:inspect': ({ batchIds }) => ({ inspections: batchIds.map(inspect) }),
    'queue:look-at-links': ({ batchIds }) => ({
      looks: batchIds.map((batchId) => ({ batchId, findings: [] })),
    }),
    'queue:stop-links': () => ({}),
    'queue:run': ({ batches: wanted }) => {
      const ids = wanted.map(({ batchId }) => batchId);
      batches = batches.map((batch) => ({ ...batch, isOrdered: ids.includes(batch.batchId) }));
      state = { kind: 'checking', batchId: ids[0] ?? '' };
      return view();
    },
    'queue:stop': () => {
      batches = batches.map((batch) => ({ ...batch, isOrdered: false, startsItself: false }));
      state = { kind: 'stopped', why: 'asked', batchId: null };
      return view();
    },
    'queue:start-itself': ({ batchId, startsItself, looksAtLinks }) =>
      put({ ...find(batchId), startsItself, looksAtLinks }),
    'queue:connected': () => ({}),
    'history:find-same-file': () => ({ runs: [] }),
  };
}
