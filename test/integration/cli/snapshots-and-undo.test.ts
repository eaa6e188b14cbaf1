import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type AppContext, openAppContext } from '../../../electron/context/app-context';
import { createSessionKeyStore } from '../../../electron/keys/session-key-store';
import { createAppLog } from '../../../electron/log/app-log';
import { prepareSelection } from '../../../electron/snapshots/prepare-selection';
import { snapshotWorkerPath } from '../../helpers/snapshot-worker';
import { openWithExceljs, toTexts } from '../../unit/electron/workbooks/read-workbook';
import { buildCli, setUpWorkplace, type Workplace } from './built-cli';

beforeAll(buildCli);

const lastLine = (stdout: string) => JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '');

const post = (place: Workplace, path: string, body: object) =>
  fetch(`${place.server.url}/integration/hiring/applications/${path}v1`, {
    method: 'POST',
    headers: { 'x-api-key': place.server.keys.full, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

/** What the window would have done in this data folder; closed again, so that the command line can open it. */
async function inWindow<Result>(
  place: Workplace,
  work: (context: AppContext, workspaceId: string) => Promise<Result>,
): Promise<Result> {
  const context = openAppContext({
    dataDir: place.dataDir,
    log: createAppLog(place.dataDir),
    keyStore: createSessionKeyStore(),
    snapshotWorkerPath,
    loopbackUrl: place.server.url,
  });
  try {
    const { workspaceId } = await context.workspaces.adoptKey(place.server.keys.full);
    return await work(context, workspaceId);
  } finally {
    await context.close();
  }
}

interface Moved {
  readonly runId: string;
  readonly applicationIds: readonly string[];
  readonly stages: readonly { readonly id: string; readonly title: string }[];
}

/** Moves up to `most` people of the fullest project to one of its stages, or rejects them. */
async function change(place: Workplace, kind: 'move' | 'reject', most: number): Promise<Moved> {
  return await inWindow(place, async ({ snapshots, ledger, runs }, workspaceId) => {
    const { snapshotId } = await snapshots.take(workspaceId);
    const counts = [...ledger.pipelineReads.countByProject(snapshotId)].sort((a, b) => b[1] - a[1]);
    const projectId = counts[0]?.[0] ?? '';
    const stages = ledger.pipelineReads
      .titles(snapshotId, 'stage')
      .filter((stage) => stage.projectId === projectId);
    const to = stages.at(-1)?.id ?? '';
    const applicationIds = place.server.record
      .applications()
      .filter((one) => one.projectId === projectId && !one.isRejected)
      .filter(({ stageId }) => stageId !== null && stageId !== to)
      .slice(0, most)
      .map(({ id }) => id);
    const { batchId } = await prepareSelection(
      {
        snapshots: ledger.snapshots,
        reads: ledger.pipelineReads,
        exports: ledger.pipelineExports,
        batches: ledger.batches,
        environmentOf: () => 'practice',
      },
      { snapshotId, projectId, applicationIds, action: kind === 'move' ? { kind, stageId: to } : { kind } },
    );
    const { runId } = await runs.startRun(
      batchId ?? '',
      { concurrency: 8, peoplePerRequest: 1 },
      { firstRows: null, holdSeconds: 0 },
    );
    expect((await runs.whenAtRest(runId)).counts.done).toBe(applicationIds.length);
    return { runId, applicationIds, stages };
  });
}

const stagesOf = (place: Workplace) =>
  new Map(place.server.record.applications().map(({ id, stageId }) => [id, stageId]));

describe('snapshot', () => {
  test('reads everything, writes the workbook, and answers with what the server holds', async () => {
    const place = await setUpWorkplace({ candidates: 60 });
    const out = join(place.folder, 'monday.xlsx');
    const { exitCode, stdout, stderr } = await place.cli(['snapshot', '--out', out, '--json']);
    expect(exitCode).toBe(0);
    const { record } = place.server;
    expect(lastLine(stdout)).toEqual({
      snapshotId: expect.any(String),
      takenAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      counts: {
        projects: expect.any(Number),
        jobPosts: expect.any(Number),
        interviewSets: expect.any(Number),
        stages: expect.any(Number),
        applications: record.applications().length,
        submissions: record.submissions().length,
      },
      named: 0,
      out,
    });
    expect(stderr).toContain(`0 of ${record.applications().length} named`);
    const [, ...rows] = toTexts((await openWithExceljs(out)).getWorksheet('Applications'));
    expect(rows).toHaveLength(record.applications().length);
    // It only reads.
    expect(record.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
  });

  test.each(['SIGKILL', 'SIGTERM'] as const)(
    'half of one is never shown, and the next one is whole (%s)',
    async (signal) => {
      const place = await setUpWorkplace({ candidates: 700 });
      place.server.setFaults({ latencyMs: 25 });
      const out = join(place.folder, 'monday.csv');
      const { child, ended } = place.start(['snapshot', '--out', out]);
      const pagesOf = (list: string) =>
        place.server.record.requests.filter(({ path }) => path.includes(`/${list}/`)).length;
      while (pagesOf('submissions') === 0) await new Promise((resolve) => setTimeout(resolve, 5));
      child.kill(signal);
      expect((await ended).exitCode).toBe(signal === 'SIGKILL' ? null : 1);
      expect(lastLine((await place.cli(['snapshots', '--json'])).stdout).snapshots).toEqual([]);
      const again = await place.cli(['snapshot', '--out', out, '--json']);
      expect(lastLine(again.stdout).counts).toMatchObject({
        applications: place.server.record.applications().length,
        submissions: place.server.record.submissions().length,
      });
    },
  );

  test('as a folder of CSV files, and for one project alone', async () => {
    const place = await setUpWorkplace({ candidates: 60 });
    const [one] = place.server.record.applications();
    const out = join(place.folder, 'monday.csv');
    const { exitCode, stdout } = await place.cli([
      'snapshot',
      '--out',
      out,
      '--project',
      one?.projectId ?? '',
    ]);
    expect(exitCode).toBe(0);
    const mine = place.server.record.applications().filter(({ projectId }) => projectId === one?.projectId);
    expect(stdout).toContain(`${mine.length} applications written to ${out}`);
    expect(readdirSync(out).sort()).toEqual([
      'applications.csv',
      'changes.csv',
      'stages.csv',
      'submissions.csv',
    ]);
    const lines = readFileSync(join(out, 'applications.csv'), 'utf8').trimEnd().split('\r\n');
    expect(lines).toHaveLength(mine.length + 1);
  });

  test('what cannot be done is said before anything is read, or without losing what was read', async () => {
    const place = await setUpWorkplace();
    const wrong = await place.cli(['snapshot', '--out', join(place.folder, 'monday.pdf')]);
    expect(wrong).toMatchObject({ exitCode: 1, stdout: '' });
    expect(wrong.stderr).toContain('.xlsx');
    expect(place.server.record.requests.filter(({ path }) => path.includes('/applications/'))).toEqual([]);
    const noProject = await place.cli(['snapshot', '--out', join(place.folder, 'a.xlsx'), '--project', 'x']);
    expect(noProject.exitCode).toBe(1);
    expect(noProject.stderr).toContain('There is no project with this ID');
    expect(existsSync(join(place.folder, 'a.xlsx'))).toBe(false);
    const { snapshots } = lastLine((await place.cli(['snapshots', '--json'])).stdout);
    expect(snapshots).toHaveLength(1);
  });
});

test('changes says who moved and who is new, whichever snapshot is named first', async () => {
  const place = await setUpWorkplace({ candidates: 40 });
  const take = async (name: string): Promise<string> =>
    lastLine((await place.cli(['snapshot', '--out', join(place.folder, name), '--json'])).stdout).snapshotId;
  const before = await take('a.xlsx');
  const { record, url, keys } = place.server;
  const mover = record.applications().find(({ isRejected, stageId }) => !isRejected && stageId !== null);
  const answer = await fetch(`${url}/integration/hiring/projects/${mover?.projectId}/stages/v1`, {
    headers: { 'x-api-key': keys.full },
  });
  const { data } = (await answer.json()) as { data: { id: string; name: string }[] };
  const to = data.find(({ id }) => id !== mover?.stageId);
  await post(place, `${mover?.id}/move-stage/`, { com_stage_id: to?.id });
  const taken = new Set(record.applications().map(({ personId, projectId }) => `${personId} ${projectId}`));
  const newcomer = record.people().find(({ id }) => !taken.has(`${id} ${mover?.projectId}`));
  await post(place, '', { tal_candidate_id: newcomer?.id, com_project_id: mover?.projectId });
  const after = await take('b.xlsx');

  const found = lastLine((await place.cli(['changes', after, before, '--json'])).stdout);
  expect(found).toMatchObject({
    from: { snapshotId: before },
    to: { snapshotId: after },
    counts: { new: 1, moved: 1, newlyScored: 0, gone: 0 },
    movedTo: [{ stage: to?.name, count: 1 }],
  });
  expect(found.changes).toContainEqual(
    expect.objectContaining({
      applicationId: mover?.id,
      changes: ['moved'],
      stageBefore: data.find(({ id }) => id === mover?.stageId)?.name,
      stageNow: to?.name,
    }),
  );
  const { stdout } = await place.cli(['changes', before, after]);
  expect(stdout).toMatch(/^Since .*: 1 new, 1 moved to /);
  const unknown = await place.cli(['changes', before, 'nowhere']);
  expect(unknown.exitCode).toBe(1);
  expect(unknown.stderr).toContain('not there any more');
});

describe('undo', () => {
  test('a run of moves is taken back: everybody is where they were, but whom somebody moved since stays', async () => {
    const place = await setUpWorkplace({ candidates: 60 });
    const before = stagesOf(place);
    const { runId, applicationIds, stages } = await change(place, 'move', 6);
    const [other = ''] = applicationIds;
    const elsewhere = stages.find(({ id }) => id !== stages.at(-1)?.id && id !== before.get(other))?.id;
    await post(place, `${other}/move-stage/`, { com_stage_id: elsewhere });

    const listed = await place.cli(['undo', runId, '--list', '--json']);
    expect(listed.exitCode).toBe(0);
    expect(lastLine(listed.stdout)).toMatchObject({ runId, sendable: 5, conflictCount: 1 });
    expect(stagesOf(place).get(applicationIds[1] ?? '')).not.toBe(before.get(applicationIds[1] ?? ''));

    const results = join(place.folder, 'undo.csv');
    const undone = await place.cli(['undo', runId, '--results', results, '--json']);
    expect(undone.exitCode).toBe(2);
    expect(undone.answer).toMatchObject({ state: 'finished', total: 6, counts: { done: 5, skipped: 1 } });
    expect(existsSync(results)).toBe(true);
    const now = stagesOf(place);
    expect(now.get(other)).toBe(elsewhere);
    for (const id of applicationIds.slice(1)) expect(now.get(id)).toBe(before.get(id));
  });

  test('much to undo needs its number, and another number sends nothing', async () => {
    const place = await setUpWorkplace({ candidates: 1800 });
    const before = stagesOf(place);
    const { runId, applicationIds } = await change(place, 'move', 110);
    expect(applicationIds.length).toBeGreaterThan(100);
    const moved = stagesOf(place);
    const without = await place.cli(['undo', runId]);
    expect(without.exitCode).toBe(1);
    expect(without.stderr).toContain(`--yes-number ${applicationIds.length}`);
    const wrong = await place.cli(['undo', runId, '--yes-number', '7']);
    expect(wrong.exitCode).toBe(1);
    expect(stagesOf(place)).toEqual(moved);
    const right = await place.cli(['undo', runId, '--yes-number', String(applicationIds.length), '--json']);
    expect(right.exitCode).toBe(0);
    expect(stagesOf(place)).toEqual(before);
  });

  test('rejected people are put back as new applications, in the stage that they were in', async () => {
    const place = await setUpWorkplace({ candidates: 60 });
    const earlier = new Map(place.server.record.applications().map((one) => [one.id, one]));
    const { runId, applicationIds } = await change(place, 'reject', 3);
    const { exitCode, stderr } = await place.cli(['undo', runId]);
    expect(exitCode).toBe(0);
    expect(stderr).toContain('as a new application');
    const added = place.server.record.applications().filter(({ id }) => !earlier.has(id));
    const earlierOf = (id: string | undefined) => earlier.get(id ?? '');
    expect(added.map(({ personId, projectId, stageId }) => [personId, projectId, stageId]).sort()).toEqual(
      applicationIds
        .map((id) => [earlierOf(id)?.personId, earlierOf(id)?.projectId, earlierOf(id)?.stageId])
        .sort(),
    );
  });

  test('an invitation cannot be taken back', async () => {
    const place = await setUpWorkplace();
    const sent = await place.cli([
      'run',
      place.writePeople('a.csv', 1),
      '--operation',
      'invite',
      '--set',
      place.setId,
      '--send-invite',
      'no',
      '--results',
      join(place.folder, 'a-results.csv'),
      '--json',
    ]);
    const undone = await place.cli(['undo', sent.answer.runId]);
    expect(undone.exitCode).toBe(1);
    expect(undone.stderr).toContain('cannot be taken back');
  });
});
