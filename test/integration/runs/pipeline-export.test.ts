// A pipeline as files: what the practice server holds is what stands in them, and the Stage column offers what the API takes.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type ExcelJS from 'exceljs';
import Papa from 'papaparse';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { type ExportQuestion, readExport } from '../../../electron/snapshots/read-export';
import { createSnapshotService } from '../../../electron/snapshots/snapshot-service';
import { writeApplicationsCsv, writePipelineCsvs } from '../../../electron/workbooks/write-pipeline-csv';
import { writePipelineXlsx } from '../../../electron/workbooks/write-pipeline-xlsx';
import { exportHeaders } from '../../../shared/pipeline/export-headers';
import { buildSnapshotWorker, snapshotWorkerPath } from '../../helpers/snapshot-worker';
import { openTestLedger, workspaceId } from '../../unit/electron/runs/engine-bench';
import { openWithExceljs, toTexts } from '../../unit/electron/workbooks/read-workbook';
import { makeRealApi, startServer } from './practice-bench';

beforeAll(buildSnapshotWorker);

async function setScene(candidates: number) {
  const server = await startServer({ candidates });
  const { client } = makeRealApi(server.url, () => server.keys.full);
  const ledger = openTestLedger();
  const snapshots = createSnapshotService({
    snapshots: ledger.snapshots,
    people: ledger.people,
    startKeeper: (place) => ledger.startEntryKeeper(snapshotWorkerPath, place),
    clientOf: async () => client,
  });
  const folder = mkdtempSync(join(tmpdir(), 'pipeline-export-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const read = (question: Partial<ExportQuestion> & Pick<ExportQuestion, 'snapshotId'>) =>
    readExport(
      {
        snapshots: ledger.snapshots,
        reads: ledger.pipelineReads,
        exports: ledger.pipelineExports,
        workspaceOf: () => ({ name: 'Acme', environment: 'practice', organizationId: 7 }),
      },
      { projectId: null, sinceSnapshotId: null, ...question },
    );
  const post = (path: string, body: object) =>
    fetch(`${server.url}/integration/hiring/applications/${path}v1`, {
      method: 'POST',
      headers: { 'x-api-key': server.keys.full, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  return { server, ledger, snapshots, folder, read, post };
}

/** Rows of a sheet or a file by their headers. */
function toRecords([header = [], ...rows]: readonly (readonly string[])[]): Record<string, string>[] {
  return rows.map((row) => Object.fromEntries(header.map((name, index) => [name, row[index] ?? ''])));
}

const sheetRows = (workbook: ExcelJS.Workbook, name: string) =>
  toRecords(toTexts(workbook.getWorksheet(name)));

function readCsv(path: string): Record<string, string>[] {
  const text = readFileSync(path, 'utf8');
  expect(text.startsWith('\ufeff')).toBe(true);
  return Papa.parse<Record<string, string>>(text.slice(1), { header: true, skipEmptyLines: true }).data;
}

/** The texts that Excel offers in a cell: the list that its validation names. */
function choicesIn(workbook: ExcelJS.Workbook, sheetName: string, address: string): string[] {
  const validation = workbook.getWorksheet(sheetName)?.getCell(address).dataValidation;
  const [, letter = '', from, to] =
    /^Lists!\$([A-Z]+)\$(\d+):\$[A-Z]+\$(\d+)$/.exec(validation?.formulae[0] ?? '') ?? [];
  return Array.from({ length: Number(to) - Number(from) + 1 }, (_, index) =>
    String(workbook.getWorksheet('Lists')?.getCell(`${letter}${Number(from) + index}`).text),
  );
}

test('a workbook of all projects holds every application once, with a drop-down of its own project’s stages', async () => {
  const { server, ledger, snapshots, folder, read } = await setScene(120);
  const { snapshotId } = await snapshots.take(workspaceId);
  const path = join(folder, 'all.xlsx');
  const expected = server.record.applications();
  expect(await writePipelineXlsx(path, read({ snapshotId }))).toBe(expected.length);

  const workbook = await openWithExceljs(path);
  expect(workbook.worksheets.map(({ name, state }) => [name, state])).toEqual([
    ['Overview', 'visible'],
    ['Applications', 'visible'],
    ['Submissions', 'visible'],
    ['Stages', 'visible'],
    ['Changes', 'visible'],
    ['Lists', 'hidden'],
  ]);
  const rows = sheetRows(workbook, 'Applications');
  expect(Object.keys(rows[0] ?? {})).toEqual(Object.values(exportHeaders));
  expect(new Set(rows.map((row) => row['Application ID']))).toEqual(new Set(expected.map(({ id }) => id)));
  expect(rows).toHaveLength(expected.length);
  const stages = ledger.pipelineReads.titles(snapshotId, 'stage');
  const projects = ledger.pipelineReads.titles(snapshotId, 'project');
  const byId = new Map(expected.map((one) => [one.id, one]));
  const stageColumn = Object.values(exportHeaders).indexOf(exportHeaders.stage);
  for (const [index, row] of rows.entries()) {
    const one = byId.get(row['Application ID'] ?? '');
    expect(row.Project).toBe(projects.find(({ id }) => id === one?.projectId)?.title);
    expect(row.Stage).toBe(stages.find(({ id }) => id === one?.stageId)?.title ?? '');
    expect(row['Stage when exported']).toBe(row.Stage);
    const address = `${String.fromCharCode(65 + stageColumn)}${index + 2}`;
    expect(choicesIn(workbook, 'Applications', address)).toEqual([
      ...new Set(stages.filter(({ projectId }) => projectId === one?.projectId).map(({ title }) => title)),
      'Reject',
    ]);
  }
  // People of a project stand together, in the order of its stages.
  const places = rows.map((row) => {
    const one = byId.get(row['Application ID'] ?? '');
    const stage = stages.findIndex(({ id }) => id === one?.stageId);
    return (
      projects.findIndex(({ id }) => id === one?.projectId) * 1000 + (stage === -1 ? stages.length : stage)
    );
  });
  expect(places).toEqual([...places].sort((left, right) => left - right));
  expect(sheetRows(workbook, 'Submissions')).toHaveLength(server.record.submissions().length);
});

test('scores are numbers and times are dates, the header is frozen, and a filter is on', async () => {
  const { server, snapshots, folder, read } = await setScene(60);
  const { snapshotId, takenAtMs } = await snapshots.take(workspaceId);
  const path = join(folder, 'types.xlsx');
  await writePipelineXlsx(path, read({ snapshotId }));
  const sheet = (await openWithExceljs(path)).getWorksheet('Applications');
  const [header = []] = toTexts(sheet);
  const at = (name: string) => header.indexOf(name) + 1;
  const scores = new Map(server.record.applications().map(({ id, score }) => [id, score]));
  let scored = 0;
  sheet?.eachRow((row, number) => {
    if (number === 1) return;
    const score = scores.get(row.getCell(at('Application ID')).text);
    if (typeof score === 'number') {
      scored += 1;
      expect(row.getCell(at('Score')).value).toBe(score);
    }
    expect(row.getCell(at('Applied at')).value).toBeInstanceOf(Date);
    // Only one snapshot knows the stage, so it says "or earlier", and is a date all the same.
    const since = row.getCell(at('In stage since'));
    expect(since.numFmt).toContain('or earlier');
    expect((since.value as Date).getTime()).toBe(
      takenAtMs - new Date(takenAtMs).getTimezoneOffset() * 60_000,
    );
  });
  expect(scored).toBeGreaterThan(0);
  expect(sheet?.views).toMatchObject([{ state: 'frozen', ySplit: 1 }]);
  expect(sheet?.autoFilter).toBe(`A1:O${sheet?.rowCount ?? 0}`);
});

test('a workbook of one project, compared: who moved, who is new, and the numbers on the first sheet', async () => {
  const { server, ledger, snapshots, folder, read, post } = await setScene(120);
  const first = await snapshots.take(workspaceId);
  const [busiest] = [...ledger.pipelineReads.countByProject(first.snapshotId)].sort((a, b) => b[1] - a[1]);
  const projectId = busiest?.[0] ?? '';
  const inProject = server.record.applications().filter((one) => one.projectId === projectId);
  const stages = ledger.pipelineReads
    .titles(first.snapshotId, 'stage')
    .filter((stage) => stage.projectId === projectId);
  const mover = inProject.find(({ isRejected, stageId }) => !isRejected && stageId !== null);
  const to = stages.find(({ id }) => id !== mover?.stageId);
  await post(`${mover?.id}/move-stage/`, { com_stage_id: to?.id });
  const taken = new Set(inProject.map(({ personId }) => personId));
  const newcomer = server.record.people().find(({ id }) => !taken.has(id));
  const added = (await (
    await post('', { tal_candidate_id: newcomer?.id, com_project_id: projectId })
  ).json()) as { id: string };
  ledger.people.addNames(
    workspaceId,
    [
      {
        candidateId: mover?.personId ?? '',
        firstname: '=HYPERLINK("http://example.com")',
        lastname: 'Ng',
        email: 'ng@example.com',
        atsCandidateId: '007',
      },
    ],
    1,
  );
  const second = await snapshots.take(workspaceId);
  const path = join(folder, 'one.xlsx');
  const exported = read({ snapshotId: second.snapshotId, projectId });
  expect(await writePipelineXlsx(path, exported)).toBe(inProject.length + 1);
  const workbook = await openWithExceljs(path);
  const titleOf = (id: string | null | undefined) => stages.find((stage) => stage.id === id)?.title;
  const changes = sheetRows(workbook, 'Changes').sort((left, right) =>
    `${left.Change}`.localeCompare(`${right.Change}`),
  );
  expect(changes).toMatchObject([
    {
      'Application ID': mover?.id,
      Change: 'Moved',
      'Stage before': titleOf(mover?.stageId),
      'Stage now': to?.title,
      Email: 'ng@example.com',
    },
    { 'Application ID': added.id, Change: 'New', 'Stage before': '', 'Candidate ID': newcomer?.id },
  ]);
  const moved = sheetRows(workbook, 'Applications').find((row) => row['Application ID'] === mover?.id);
  expect(moved).toMatchObject({ 'First name': '=HYPERLINK("http://example.com")', 'Your ID': '007' });

  const overview = toTexts(workbook.getWorksheet('Overview'));
  const numberAt = (label: string) => overview.find(([first]) => first === label)?.[1];
  expect(numberAt('Applications')).toBe(String(inProject.length + 1));
  expect(numberAt('Moved')).toBe('1');
  expect(numberAt('New')).toBe('1');
  expect(numberAt('Gone')).toBe('0');
  const funnel = stages.map(({ title }) => Number(numberAt(title)));
  const stageRows = sheetRows(workbook, 'Stages');
  expect(stageRows.slice(0, stages.length).map((row) => Number(row.People))).toEqual(funnel);
  expect(stageRows.reduce((sum, row) => sum + Number(row.People), 0)).toBe(inProject.length + 1);
  expect(stageRows.reduce((sum, row) => sum + Number(row['People before']), 0)).toBe(inProject.length);
  // Submissions of the people of this project only.
  const people = new Set([...taken, newcomer?.id]);
  const submissionIds = new Set(sheetRows(workbook, 'Submissions').map((row) => row['Submission ID']));
  expect(submissionIds).toEqual(
    new Set(
      server.record
        .submissions()
        .filter(({ personId }) => people.has(personId))
        .map(({ id }) => id),
    ),
  );
});

test('somebody who is there no more is told with the stage that they were in', async () => {
  const { server, snapshots, folder, read, post } = await setScene(20);
  const first = await snapshots.take(workspaceId);
  const [one] = server.record.applications();
  const taken = new Set(
    server.record.applications().map(({ personId, projectId }) => `${personId} ${projectId}`),
  );
  const newcomer = server.record.people().find(({ id }) => !taken.has(`${id} ${one?.projectId}`));
  await post('', { tal_candidate_id: newcomer?.id, com_project_id: one?.projectId });
  const second = await snapshots.take(workspaceId);
  // Looked at the other way round, the one who came has gone.
  const path = join(folder, 'gone.xlsx');
  await writePipelineXlsx(path, read({ snapshotId: first.snapshotId, sinceSnapshotId: second.snapshotId }));
  expect(sheetRows(await openWithExceljs(path), 'Changes')).toMatchObject([
    { Change: 'Gone', 'Stage now': '', 'Candidate ID': newcomer?.id },
  ]);
});

test('as CSV: the same rows, and a name that looks like a formula is none', async () => {
  const { server, ledger, snapshots, folder, read } = await setScene(40);
  const expected = server.record.applications();
  const [someone] = expected;
  ledger.people.addNames(
    workspaceId,
    [
      {
        candidateId: someone?.personId ?? '',
        firstname: '=1+1',
        lastname: null,
        email: null,
        atsCandidateId: null,
      },
    ],
    1,
  );
  const { snapshotId } = await snapshots.take(workspaceId);
  const file = join(folder, 'alone.csv');
  expect(await writeApplicationsCsv(file, read({ snapshotId }))).toBe(expected.length);
  const tables = join(folder, 'tables.csv');
  expect(await writePipelineCsvs(tables, read({ snapshotId }))).toBe(expected.length);
  expect(readdirSync(tables).sort()).toEqual([
    'applications.csv',
    'changes.csv',
    'stages.csv',
    'submissions.csv',
  ]);
  const rows = readCsv(join(tables, 'applications.csv'));
  expect(rows).toEqual(readCsv(file));
  expect(new Set(rows.map((row) => row['Application ID']))).toEqual(new Set(expected.map(({ id }) => id)));
  expect(rows.find((row) => row['Application ID'] === someone?.id)?.['First name']).toBe("'=1+1");
  expect(readCsv(join(tables, 'submissions.csv'))).toHaveLength(server.record.submissions().length);
});

test('a snapshot or a project that is not there is refused', async () => {
  const { snapshots, read } = await setScene(5);
  const { snapshotId } = await snapshots.take(workspaceId);
  expect(() => read({ snapshotId, projectId: 'nowhere' })).toThrow(/snapshot\/not-found/);
  expect(() => read({ snapshotId: 'never' })).toThrow(/snapshot\/not-found/);
});
