// The thread that writes snapshots, on the ledger that runs use at the same time: nothing is lost, nobody waits for long, and what
// fails fails the snapshot.
import { beforeAll, expect, test } from 'vitest';
import type { EntryRow } from '../../../electron/store/entry-rows';
import type { Ledger } from '../../../electron/store/ledger';
import { buildSnapshotWorker, snapshotWorkerPath } from '../../helpers/snapshot-worker';
import {
  makeApi,
  makeDataDir,
  makeRows,
  makeService,
  openTestLedger,
  storeBatch,
  workspaceId,
} from '../../unit/electron/runs/engine-bench';

beforeAll(buildSnapshotWorker);

const pageSize = 100;

function makePage(page: number): EntryRow[] {
  return Array.from({ length: pageSize }, (_, index) => {
    // Ids in no order, as the API gives them.
    const id = `${(page * pageSize + index) * 7919}`.split('').reverse().join('');
    return [
      id,
      `person-${id}`,
      'project',
      'post',
      `stage-${page % 7}`,
      'Interview',
      7.5,
      1,
      1_780_000_000_000,
    ];
  });
}

function beginDraft(ledger: Ledger) {
  return ledger.snapshots.beginOrGoOn(workspaceId, Date.now(), 0);
}

const countApplications = (ledger: Ledger, snapshotId: string) =>
  ledger.snapshots.finish(snapshotId, Date.now()).counts.applications;

test('a run that goes on meanwhile ends first, and everything of both is kept', async () => {
  const ledger = openTestLedger();
  const { snapshotId, place } = beginDraft(ledger);
  const keeper = ledger.startEntryKeeper(snapshotWorkerPath, place);
  const pageCount = 1000;
  let isWritten = false;
  const written = (async () => {
    for (let page = 0; page < pageCount; page += 1) await keeper.keep('applications', makePage(page));
    await keeper.settle();
    isWritten = true;
  })();
  const service = makeService(ledger, makeApi());
  const rowCount = 150;
  const batchId = storeBatch(ledger, makeRows(rowCount));
  const { runId } = await service.startRun(batchId, { concurrency: 4, peoplePerRequest: 1 });
  const run = await service.whenAtRest(runId);
  expect(run).toMatchObject({ state: 'finished', counts: { done: rowCount } });
  expect(isWritten).toBe(false);
  await written;
  await keeper.end();
  expect(countApplications(ledger, snapshotId)).toBe(pageCount * pageSize);
});

test('what was kept twice is kept once, as it came last', async () => {
  const ledger = openTestLedger();
  const { snapshotId, place } = beginDraft(ledger);
  const keeper = ledger.startEntryKeeper(snapshotWorkerPath, place);
  const [row] = makePage(0);
  if (row === undefined) throw new Error('An empty page.');
  await keeper.keep('applications', [row]);
  await keeper.settle();
  const [id, candidateId, projectId, jobPostId, , ...values] = row;
  const later: EntryRow = [
    id,
    candidateId ?? null,
    projectId ?? null,
    jobPostId ?? null,
    'stage-later',
    ...values,
  ];
  await keeper.keep('applications', [later]);
  await keeper.settle();
  await keeper.end();
  ledger.snapshots.finish(snapshotId, Date.now());
  const kept = ledger.pipelineReads.applications(snapshotId, null, '', 10);
  expect(kept.map(({ applicationId, stageId }) => [applicationId, stageId])).toEqual([
    [row[0], 'stage-later'],
  ]);
});

test('a write that fails fails what waits for it and all that comes after', async () => {
  const ledger = openTestLedger();
  const { place } = beginDraft(ledger);
  const keeper = ledger.startEntryKeeper(snapshotWorkerPath, { ...place, snapshotNo: 99 });
  await keeper.keep('applications', makePage(0));
  await expect(keeper.settle()).rejects.toThrow(/FOREIGN KEY/);
  await expect(keeper.keep('applications', makePage(1))).rejects.toThrow(/FOREIGN KEY/);
  await keeper.end();
});

test('a thread that cannot start fails the snapshot with a sentence', async () => {
  const ledger = openTestLedger();
  const { place } = beginDraft(ledger);
  const keeper = ledger.startEntryKeeper('/nowhere/snapshot-worker.cjs', place);
  await keeper.keep('applications', makePage(0));
  await expect(keeper.settle()).rejects.toMatchObject({ code: 'snapshot/not-kept' });
  await keeper.end();
});

test('after the end nothing more is written, and the ledger can be closed and opened again', async () => {
  const dataDir = makeDataDir();
  const ledger = openTestLedger(dataDir);
  const { place } = beginDraft(ledger);
  const keeper = ledger.startEntryKeeper(snapshotWorkerPath, place);
  for (let page = 0; page < 250; page += 1) void keeper.keep('applications', makePage(page));
  await keeper.end();
  await expect(keeper.keep('applications', makePage(0))).rejects.toMatchObject({ code: 'snapshot/not-kept' });
  ledger.close();
  const again = openTestLedger(dataDir);
  expect(again.snapshots.list(workspaceId, 10)).toEqual([]);
  const count = countApplications(again, beginDraft(again).snapshotId);
  expect(count).toBeLessThan(25_000);
});
