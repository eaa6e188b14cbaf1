// Adds, moves and rejections through the whole engine against the practice Flowmingo: what its record holds is what the rows say.
import { expect, test } from 'vitest';
import type { PracticeFaults } from '../../../electron/practice/faults';
import type { PracticeServer } from '../../../electron/practice/practice-server';
import type { Application } from '../../../electron/practice/world';
import { prepareUndo, type UndoParts } from '../../../electron/snapshots/prepare-undo';
import type { BatchRow } from '../../../shared/operations/batch';
import type { PipelineKind } from '../../../shared/operations/operation-kind';
import type { PipelineWork } from '../../../shared/operations/pipeline-work';
import {
  makeRow,
  makeService,
  openTestLedger,
  sum,
  workspaceId,
} from '../../unit/electron/runs/engine-bench';
import { makeRealApi, startServer } from './practice-bench';

/** Lost answers, requests that die before they are processed, and errors of the server, in turn. */
const badNetwork: PracticeFaults = {
  failures: [
    { kind: 'reset', moment: 'after', requestNumbers: [3, 17, 31] },
    { kind: 'reset', moment: 'before', requestNumbers: [8, 22] },
    { kind: 'server-error', moment: 'after', status: 502, requestNumbers: [12] },
  ],
};
const noWaits = { beforeFirstMs: 0, betweenMs: 0, settleMs: () => 0 };

interface Scene {
  readonly server: PracticeServer;
  readonly project: { readonly id: string; readonly title: string };
  readonly stages: readonly { readonly id: string; readonly name: string }[];
  active(): Application[];
  run(
    kind: PipelineKind,
    works: readonly PipelineWork[],
  ): ReturnType<ReturnType<typeof makeService>['whenAtRest']>;
  readonly service: ReturnType<typeof makeService>;
  start(batchId: string): ReturnType<Scene['run']>;
  store(kind: PipelineKind, works: readonly PipelineWork[]): string;
  readonly undoParts: UndoParts;
}

async function setScene(candidates = 60): Promise<Scene> {
  const server = await startServer({ candidates });
  const { api, client } = makeRealApi(server.url, () => server.keys.full);
  const ledger = openTestLedger();
  const service = makeService(ledger, api, { lookUpWaits: noWaits });
  const counts = new Map<string, number>();
  for (const { projectId, isRejected } of server.record.applications())
    if (!isRejected) counts.set(projectId, (counts.get(projectId) ?? 0) + 1);
  const [projectId] = [...counts].sort((left, right) => right[1] - left[1])[0] ?? [''];
  const projects = await client.listAll('projects');
  const title = projects.find(({ id }) => id === projectId)?.title ?? '';
  const answer = await fetch(`${server.url}/integration/hiring/projects/${projectId}/stages/v1`, {
    headers: { 'x-api-key': server.keys.full },
  });
  const { data: stages } = (await answer.json()) as { data: { id: string; name: string }[] };
  const store: Scene['store'] = (operation, works) => {
    const rows: BatchRow[] = works.map((work, index) => ({ ...makeRow(index), work }));
    const source = {
      fileName: 'pipeline.xlsx',
      sizeBytes: 1,
      sha256: 'c'.repeat(64),
      sheetName: null,
      headerRow: 1,
      columns: [],
    };
    const batchId = ledger.batches.begin({
      workspaceId,
      name: 'Pipeline',
      source,
      work: { operation, order: { title: 'Pipeline' } },
      rowCount: rows.length,
    });
    ledger.batches.addRows(batchId, 0, rows);
    return batchId;
  };
  const start = async (batchId: string) => {
    const { runId } = await service.startRun(batchId, { concurrency: 4, peoplePerRequest: 10 });
    return service.whenAtRest(runId);
  };
  return {
    server,
    service,
    project: { id: projectId, title },
    stages,
    active: () =>
      server.record.applications().filter((one) => one.projectId === projectId && !one.isRejected),
    run: (operation, works) => start(store(operation, works)),
    start,
    store,
    undoParts: { ledger: ledger.runs, batches: ledger.batches, api, environmentOf: () => 'practice' },
  };
}

const toMove = (
  { project, stages }: Scene,
  one: Application,
  stage: { id: string; name: string },
  onlyFrom = false,
): PipelineWork => ({
  kind: 'move',
  applicationId: one.id,
  candidateId: one.personId,
  projectId: project.id,
  projectTitle: project.title,
  fromStageId: one.stageId,
  fromStageTitle: stages.find(({ id }) => id === one.stageId)?.name ?? null,
  onlyFrom,
  stageId: stage.id,
  stageTitle: stage.name,
});
const toReject = ({ project }: Scene, one: Application): PipelineWork => ({
  kind: 'reject',
  applicationId: one.id,
  candidateId: one.personId,
  projectId: project.id,
  projectTitle: project.title,
  fromStageId: one.stageId,
  fromStageTitle: null,
  onlyFrom: false,
});
const toAdd = (
  { project }: Scene,
  candidateId: string,
  stage: { id: string; name: string },
): PipelineWork => ({
  kind: 'add',
  candidateId,
  projectId: project.id,
  projectTitle: project.title,
  jobPostId: null,
  jobPostTitle: null,
  stageId: stage.id,
  stageTitle: stage.name,
});

test('moves reach their stage on a bad network, each sent once more only where nothing had happened', async () => {
  const scene = await setScene();
  const stage = scene.stages.at(-1) as Scene['stages'][number];
  const people = scene.active().filter((one) => one.stageId !== stage.id);
  expect(people.length).toBeGreaterThan(8);
  scene.server.setFaults(badNetwork);
  const summary = await scene.run(
    'move',
    people.map((one) => toMove(scene, one, stage)),
  );
  expect(summary).toMatchObject({ state: 'finished', counts: { done: people.length, unknown: 0 } });
  expect(sum(summary.counts)).toBe(people.length);
  const moved = new Map(scene.active().map((one) => [one.id, one.stageId]));
  expect(people.filter(({ id }) => moved.get(id) !== stage.id)).toEqual([]);
});

test('somebody who is there already, or whose entry is gone, says so; nobody else is touched', async () => {
  const scene = await setScene();
  const [there, other] = scene.active();
  if (there === undefined || other === undefined) throw new Error('The practice project is empty.');
  const stage = scene.stages.find(({ id }) => id === there.stageId) as Scene['stages'][number];
  const gone = { ...other, id: '00000000-0000-7000-8000-000000000000' };
  const summary = await scene.run('move', [toMove(scene, there, stage), toMove(scene, gone, stage)]);
  expect(summary.counts).toMatchObject({ alreadyThere: 1, refused: 1, done: 0 });
  const [, refusedRow] = [...scene.service.readResults(summary.runId).rows()];
  expect(refusedRow?.sentence).toContain('Application not found');
});

test('a row that was prepared from another stage is left out where somebody moved the person meanwhile', async () => {
  const scene = await setScene();
  const [one] = scene.active();
  if (one === undefined) throw new Error('The practice project is empty.');
  const [first, second, third] = scene.stages;
  if (first === undefined || second === undefined || third === undefined) throw new Error('Too few stages.');
  const from = [first, second, third].find(({ id }) => id !== one.stageId) as typeof first;
  const work = { ...toMove(scene, one, third, true), fromStageId: from.id } as PipelineWork;
  const other = scene.active().find(({ id }) => id !== one.id) as Application;
  const target = scene.stages.find(({ id }) => id !== other.stageId) as typeof first;
  const summary = await scene.run('changes', [work, toMove(scene, other, target, true)]);
  expect(summary.counts).toMatchObject({ skipped: 1, done: 1 });
  const after = scene.active();
  expect(after.find(({ id }) => id === one.id)?.stageId).toBe(one.stageId);
  expect(after.find(({ id }) => id === other.id)?.stageId).toBe(target.id);
});

test('rejections on a bad network: everybody asked for is rejected once, nobody else', async () => {
  const scene = await setScene();
  const before = scene.active();
  const people = before.filter((_, index) => index % 2 === 0);
  scene.server.setFaults(badNetwork);
  const summary = await scene.run(
    'reject',
    people.map((one) => toReject(scene, one)),
  );
  expect(summary).toMatchObject({ state: 'finished', counts: { done: people.length, unknown: 0 } });
  expect(scene.active().map(({ id }) => id)).toEqual(
    before.filter((_, index) => index % 2 === 1).map(({ id }) => id),
  );
});

test('adds on a bad network: one application each, and who has one is already there', async () => {
  const scene = await setScene();
  const inProject = new Set(scene.active().map(({ personId }) => personId));
  const strangers = scene.server.record.people().filter(({ id }) => !inProject.has(id));
  const [known] = inProject;
  const stage = scene.stages[0] as Scene['stages'][number];
  expect(strangers.length).toBeGreaterThan(8);
  scene.server.setFaults(badNetwork);
  const works = [...strangers.map(({ id }) => toAdd(scene, id, stage)), toAdd(scene, known ?? '', stage)];
  const summary = await scene.run('add', works);
  expect(summary).toMatchObject({ state: 'finished', counts: { alreadyThere: 1, unknown: 0 } });
  expect(summary.counts.done).toBe(strangers.length);
  const active = scene.active();
  for (const { id } of strangers) expect(active.filter(({ personId }) => personId === id)).toHaveLength(1);
  for (const { outcome, applicationId } of scene.service.readResults(summary.runId).rows())
    if (outcome === 'done') expect(active.some(({ id }) => id === applicationId)).toBe(true);
});

test('an undo puts everybody back where nobody moved them since, and says who stays', async () => {
  const scene = await setScene();
  const before = new Map(scene.active().map((one) => [one.id, one.stageId]));
  const target = scene.stages.at(-1) as Scene['stages'][number];
  const people = scene.active().filter(({ stageId }) => stageId !== target.id && stageId !== null);
  const run = await scene.run(
    'move',
    people.map((one) => toMove(scene, one, target)),
  );
  const [meddled] = people;
  const elsewhere = scene.stages.find(
    ({ id }) => id !== target.id && id !== meddled?.stageId,
  ) as typeof target;
  await scene.run('move', [toMove(scene, { ...(meddled as Application), stageId: target.id }, elsewhere)]);
  const prepared = await prepareUndo(scene.undoParts, run.runId);
  expect(prepared).toMatchObject({ operation: 'move', sendable: people.length - 1, conflictCount: 1 });
  expect(prepared.conflicts[0]?.sentence).toContain(elsewhere.name);
  const undone = await scene.start(prepared.batchId ?? '');
  expect(undone.counts).toMatchObject({ done: people.length - 1, skipped: 1 });
  for (const { id, stageId } of scene.active())
    if (id !== meddled?.id) expect([id, stageId]).toEqual([id, before.get(id)]);
});

test('who was rejected is put back as a new application in the old stage', async () => {
  const scene = await setScene();
  const people = scene.active().slice(0, 5);
  const run = await scene.run(
    'reject',
    people.map((one) => toReject(scene, one)),
  );
  const prepared = await prepareUndo(scene.undoParts, run.runId);
  expect(prepared).toMatchObject({ operation: 'add', sendable: 5, conflictCount: 0 });
  await scene.start(prepared.batchId ?? '');
  const stages = new Map(scene.active().map(({ personId, stageId }) => [personId, stageId]));
  for (const { personId, stageId } of people) expect(stages.get(personId)).toBe(stageId);
});

test('where Flowmingo cannot say what is there before, nothing is changed', async () => {
  const scene = await setScene();
  const stage = scene.stages.at(-1) as Scene['stages'][number];
  const [first] = scene.active();
  if (first === undefined) throw new Error('The practice project is empty.');
  scene.server.setFaults({
    failures: [{ kind: 'server-error', status: 503, appliesTo: 'reads' }],
  });
  await expect(scene.run('move', [toMove(scene, first, stage)])).rejects.toMatchObject({
    code: 'api/server-error',
  });
  expect(scene.active().find(({ id }) => id === first.id)?.stageId).toBe(first.stageId);
});

test.each(['add', 'move', 'reject'] as const)(
  'who is rejected while a run of kind %s rests is not touched when it goes on, and the others are',
  async (kind) => {
    const scene = await setScene();
    const people = scene.active().filter(({ status }) => status !== null);
    const [first, second, third] = people;
    if (first === undefined || second === undefined || third === undefined)
      throw new Error('Too few people.');
    const stage = scene.stages.at(-1) as Scene['stages'][number];
    const rejectAsColleague = async ({ id }: Application) => {
      const answer = await fetch(`${scene.server.url}/integration/hiring/applications/${id}/reject/v1`, {
        method: 'POST',
        headers: { 'x-api-key': scene.server.keys.pipelineOnly },
      });
      expect(answer.status).toBe(201);
    };
    const toWork = (one: Application) =>
      kind === 'add'
        ? toAdd(scene, one.personId, stage)
        : kind === 'move'
          ? toMove(scene, one, stage)
          : toReject(scene, one);
    const batchId = scene.store(kind, [first, second, third].map(toWork));
    const { runId } = await scene.service.startRun(
      batchId,
      { concurrency: 1, peoplePerRequest: 1 },
      { firstRows: 1 },
    );
    expect(await scene.service.whenAtRest(runId)).toMatchObject({
      state: 'paused',
      pauseReason: 'first-rows',
    });
    await rejectAsColleague(second);
    await scene.service.resumeRun(runId);
    const { counts } = await scene.service.whenAtRest(runId);
    expect(counts).toMatchObject({ skipped: 1, unknown: 0, notSent: 0 });
    const requests = scene.server.record.requests.filter(
      ({ method, body, path }) =>
        method === 'POST' &&
        (path.includes(second.id) || JSON.stringify(body ?? '').includes(second.personId)),
    );
    expect(requests).toHaveLength(1);
    expect(scene.active().filter(({ personId }) => personId === second.personId)).toEqual([]);
  },
);
