// Snapshots of the practice Flowmingo: everything is in them once, whatever others do meanwhile, and what changed is counted right.
import { beforeAll, expect, test } from 'vitest';
import { createPipelineService } from '../../../electron/snapshots/pipeline-service';
import { createSnapshotService } from '../../../electron/snapshots/snapshot-service';
import { noFilter } from '../../helpers/pipeline-questions';
import { buildSnapshotWorker, snapshotWorkerPath } from '../../helpers/snapshot-worker';
import {
  makeRow,
  makeService,
  openTestLedger,
  storeBatch,
  workspaceId,
} from '../../unit/electron/runs/engine-bench';
import { makeRealApi, orderForFirstSet, startServer } from './practice-bench';

beforeAll(buildSnapshotWorker);

const firstRows = { offset: 0, limit: 100 };

async function setScene(candidates: number) {
  const server = await startServer({ candidates });
  const { api, client } = makeRealApi(server.url, () => server.keys.full);
  const ledger = openTestLedger();
  const snapshots = createSnapshotService({
    snapshots: ledger.snapshots,
    people: ledger.people,
    startKeeper: (place) => ledger.startEntryKeeper(snapshotWorkerPath, place),
    clientOf: async () => client,
  });
  const pipeline = createPipelineService(ledger.snapshots, ledger.pipelineReads, ledger.lastRuns);
  const post = (path: string, body: object) =>
    fetch(`${server.url}/integration/hiring/applications/v1${path}`, {
      method: 'POST',
      headers: { 'x-api-key': server.keys.full, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  return { server, api, client, ledger, snapshots, pipeline, post };
}

test('everything is in a snapshot once, with nulls and scores as they are', async () => {
  const { server, ledger, snapshots } = await setScene(350);
  const taken = await snapshots.take(workspaceId);
  const applications = server.record.applications();
  expect(taken.counts.applications).toBe(applications.length);
  expect(taken.counts.submissions).toBe(server.record.submissions().length);
  const kept = new Map(
    ledger.pipelineReads
      .applications(taken.snapshotId, null, '', 10_000)
      .map((one) => [one.applicationId, one]),
  );
  for (const { id, stageId, personId, score } of applications)
    expect([id, kept.get(id)?.stageId, kept.get(id)?.candidateId, kept.get(id)?.score]).toEqual([
      id,
      stageId,
      personId,
      score,
    ]);
});

test('while others add people, every application that was there is in it exactly once', async () => {
  const { server, ledger, snapshots, post } = await setScene(450);
  server.setFaults({ latencyMs: 3 });
  const before = server.record.applications();
  const projectIds = [...new Set(before.map(({ projectId }) => projectId))];
  const people = server.record.people();
  let isOver = false;
  const reading = snapshots.take(workspaceId).finally(() => {
    isOver = true;
  });
  for (let index = 0; !isOver && index < 400; index += 1)
    await post('', {
      tal_candidate_id: people[index % people.length]?.id,
      com_project_id: projectIds[index % projectIds.length],
    });
  const { snapshotId, counts } = await reading;
  const kept = ledger.pipelineReads
    .applications(snapshotId, null, '', 10_000)
    .map((one) => one.applicationId);
  expect(kept.length).toBe(counts.applications);
  expect(new Set(kept).size).toBe(kept.length);
  const held = new Set(kept);
  expect(before.filter(({ id }) => !held.has(id))).toEqual([]);
});

test('two snapshots tell who moved, who is new and since when somebody is in a stage', async () => {
  const { server, ledger, snapshots, pipeline } = await setScene(80);
  const first = await snapshots.take(workspaceId);
  const [one] = server.record
    .applications()
    .filter(({ isRejected, stageId }) => !isRejected && stageId !== null);
  if (one === undefined) throw new Error('The practice pipeline is empty.');
  const stages = ledger.pipelineReads
    .titles(first.snapshotId, 'stage')
    .filter(({ projectId }) => projectId === one.projectId);
  const to = stages.find(({ id }) => id !== one.stageId);
  const from = stages.find(({ id }) => id === one.stageId);
  await fetch(`${server.url}/integration/hiring/applications/${one.id}/move-stage/v1`, {
    method: 'POST',
    headers: { 'x-api-key': server.keys.full, 'content-type': 'application/json' },
    body: JSON.stringify({ com_stage_id: to?.id }),
  });
  const second = await snapshots.take(workspaceId);
  const question = { snapshotId: second.snapshotId, projectId: one.projectId, sinceSnapshotId: null };
  const overview = await pipeline.getOverview(question);
  expect(overview.changes).toMatchObject({
    new: 0,
    gone: 0,
    newlyScored: 0,
    sinceSnapshotId: first.snapshotId,
    movedTo: [{ stageTitle: to?.title, count: 1 }],
  });
  const { rows: moved } = await pipeline.listRows({
    ...question,
    filter: { ...noFilter, change: 'moved' },
    sort: 'name',
    isDescending: false,
    ...firstRows,
  });
  expect(moved.map(({ applicationId, stageTitle, inStage }) => [applicationId, stageTitle, inStage])).toEqual(
    [[one.id, to?.title, { sinceMs: second.takenAtMs, isExact: true, fromTitle: from?.title }]],
  );
  expect(overview.stages.reduce((sum, { now }) => sum + now, 0)).toBe(overview.applicationCount);
});

test('people whom this app invited are named, the others stay in without a name', async () => {
  const { server, api, client, ledger, snapshots, pipeline } = await setScene(40);
  const [person] = server.record
    .applications()
    .flatMap(({ personId }) => server.record.people().find(({ id }) => id === personId) ?? []);
  if (person === undefined) throw new Error('The practice pipeline is empty.');
  const service = makeService(ledger, api);
  const row = makeRow(0, {
    person: {
      email: person.email,
      firstname: 'Đặng',
      lastname: 'Thu Hà',
      cv_link: null,
      ats_candidate_id: 'A-7',
    },
  });
  const batchId = storeBatch(ledger, [row], await orderForFirstSet(client));
  const { runId } = await service.startRun(batchId, { concurrency: 1, peoplePerRequest: 1 });
  await service.whenAtRest(runId);
  const { snapshotId } = await snapshots.take(workspaceId);
  expect(ledger.snapshots.countNamed(snapshotId)).toBeGreaterThan(0);
  const application = server.record.applications().find(({ personId }) => personId === person.id);
  const { rows } = await pipeline.listRows({
    snapshotId,
    projectId: application?.projectId ?? '',
    sinceSnapshotId: null,
    filter: { ...noFilter, search: 'dang thu' },
    sort: 'name',
    isDescending: false,
    ...firstRows,
  });
  expect(rows.map(({ name, atsCandidateId, lastRun }) => [name, atsCandidateId, lastRun?.runId])).toEqual([
    ['Đặng Thu Hà', 'A-7', runId],
  ]);
});

test('a reading that is stopped goes on where it ended', async () => {
  const { server, snapshots } = await setScene(1000);
  // Slow enough that the reading is told about in the middle of its last part.
  server.setFaults({ latencyMs: 300 });
  const stopOnce = snapshots.onProgress(({ part }) => {
    if (part === 'submissions') snapshots.stop(workspaceId);
  });
  await expect(snapshots.take(workspaceId)).rejects.toMatchObject({ code: 'snapshot/stopped' });
  stopOnce();
  const countReads = () =>
    ['/job-posts/', '/applications/'].map(
      (list) => server.record.requests.filter(({ path }) => path.includes(list)).length,
    );
  const readBefore = countReads();
  const taken = await snapshots.take(workspaceId);
  expect(taken.counts.applications).toBe(server.record.applications().length);
  expect(taken.counts.submissions).toBe(server.record.submissions().length);
  expect(countReads()).toEqual(readBefore);
  expect(Math.min(...readBefore)).toBeGreaterThan(0);
});
