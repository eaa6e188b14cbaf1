import { expect, test } from 'vitest';
import type { Ledger } from '../../../../electron/store/ledger';
import type { BatchRow } from '../../../../shared/operations/batch';
import type { PipelineWork } from '../../../../shared/operations/pipeline-work';
import type { RowEvent } from '../../../../shared/runs/row-state';
import { makeRow, openTestLedger, storeBatch, workspaceId } from '../runs/engine-bench';

const id = (digit: number) => `0190a000-0000-7000-8000-${String(digit).padStart(12, '0')}`;
const place = { projectId: id(1), projectTitle: 'Backend' };
const from = { fromStageId: id(2), fromStageTitle: 'Applied', onlyFrom: true };
const ana = { applicationId: id(10), candidateId: id(20), email: 'ana@example.com' };
const move: PipelineWork = {
  kind: 'move',
  ...place,
  ...from,
  ...ids(ana),
  stageId: id(3),
  stageTitle: 'Final',
};
const reject: PipelineWork = { kind: 'reject', ...place, ...from, ...ids(ana) };
const add: PipelineWork = {
  kind: 'add',
  candidateId: ana.candidateId,
  ...place,
  jobPostId: null,
  jobPostTitle: null,
  stageId: null,
  stageTitle: null,
};

function ids({ applicationId, candidateId }: typeof ana) {
  return { applicationId, candidateId };
}

/** A run of one row, answered so at that time. */
async function run(
  ledger: Ledger,
  row: BatchRow,
  event: RowEvent,
  atMs: number,
  answered: { readonly candidateId?: string; readonly applicationId?: string } = {},
): Promise<string> {
  const batchId = row.work === undefined ? storeBatch(ledger, [row]) : storeWork(ledger, row);
  const runId = await ledger.runs.planRun({
    batchId,
    settings: { concurrency: 1, peoplePerRequest: 1 },
    firstRows: null,
    parentRunId: null,
    ordinals: null,
    atMs,
  });
  ledger.runs.changeState(runId, 'started', { atMs });
  const attemptNo = await ledger.runs.writeIntent(runId, [0], atMs);
  const none = {
    submissionId: null,
    invitationId: null,
    candidateId: null,
    recordId: null,
    applicationId: null,
  };
  await ledger.runs.closeAttempt(
    runId,
    attemptNo,
    { kind: event === 'answer-lost' ? 'unknown' : 'processed', why: null, message: null, raw: null },
    [{ ordinal: 0, event, causeCode: null, sentence: '', ids: { ...none, ...answered } }],
    atMs,
  );
  return runId;
}

function storeWork(ledger: Ledger, row: BatchRow): string {
  const batchId = ledger.batches.begin({
    workspaceId,
    name: 'Work',
    source: {
      fileName: 'work.csv',
      sizeBytes: 1,
      sha256: 'b'.repeat(64),
      sheetName: null,
      headerRow: 1,
      columns: [],
    },
    work: { operation: 'changes', order: { title: 'Work' } },
    rowCount: 1,
  });
  ledger.batches.addRows(batchId, 0, [row]);
  return batchId;
}

const workRow = (work: PipelineWork): BatchRow => makeRow(0, { work });
const inviteRow = (email: string): BatchRow => {
  const row = makeRow(0);
  return { ...row, person: { ...row.person, email } };
};
const find = (ledger: Ledger) =>
  ledger.lastRuns.find(workspaceId, place.projectId, [ana]).get(ana.applicationId);

test('the newest of what was sent counts, with what came of it', async () => {
  const ledger = openTestLedger();
  expect(find(ledger)).toBeUndefined();
  await run(ledger, inviteRow('ANA@example.com'), 'answered-refused', 1000);
  expect(find(ledger)).toMatchObject({ kind: 'invite', outcome: 'refused', runNumber: 1, atMs: 1000 });
  await run(ledger, inviteRow('ana@example.com'), 'answered-done', 2000, { candidateId: ana.candidateId });
  expect(find(ledger)).toMatchObject({ kind: 'invite', outcome: 'done', runNumber: 2 });
  await run(ledger, workRow(add), 'answered-already-there', 3000);
  expect(find(ledger)).toMatchObject({ kind: 'add', toTitle: null, outcome: 'alreadyThere' });
  const moved = await run(ledger, workRow(move), 'answer-lost', 4000);
  expect(find(ledger)).toEqual({
    runId: moved,
    runNumber: 4,
    kind: 'move',
    toTitle: 'Final',
    outcome: 'unknown',
    atMs: 4000,
  });
  await run(ledger, workRow(reject), 'answered-done', 5000);
  expect(find(ledger)).toMatchObject({ kind: 'reject', toTitle: null, outcome: 'done' });
});

test('what was done to somebody else, to another application or in another project does not count', async () => {
  const ledger = openTestLedger();
  await run(ledger, inviteRow('ben@example.com'), 'answered-done', 1000, { candidateId: id(21) });
  await run(ledger, workRow({ ...move, applicationId: id(11) }), 'answered-done', 2000);
  await run(ledger, workRow({ ...add, projectId: id(9) }), 'answered-done', 3000);
  await run(ledger, workRow(add), 'answered-done', 4000, { applicationId: id(12) });
  expect(find(ledger)).toBeUndefined();
  await run(ledger, workRow(add), 'answered-done', 5000, { applicationId: ana.applicationId });
  expect(find(ledger)).toMatchObject({ kind: 'add', outcome: 'done', atMs: 5000 });
});

test('rows that were not sent, and batches that were deleted, say nothing', async () => {
  const ledger = openTestLedger();
  const batchId = storeWork(ledger, workRow(move));
  await ledger.runs.planRun({
    batchId,
    settings: { concurrency: 1, peoplePerRequest: 1 },
    firstRows: null,
    parentRunId: null,
    ordinals: null,
    atMs: 1000,
  });
  expect(find(ledger)).toBeUndefined();
  const runId = await run(ledger, workRow(reject), 'answered-done', 2000);
  ledger.runs.changeState(runId, 'all-rows-settled', { atMs: 2000 });
  expect(find(ledger)).toMatchObject({ kind: 'reject' });
  ledger.runDeletion.setDeleted(runId, true, 3000);
  expect(find(ledger)).toBeUndefined();
});
