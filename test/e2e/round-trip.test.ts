// A pipeline as a workbook, edited as in Excel, opened again: exactly the edits are proposed and made, and can be taken back.
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { Application } from '../../electron/practice/world';
import { answerSaveDialogs } from '../helpers/launch-app';
import {
  activeOf,
  editStages,
  readApplicationIds,
  readTitles,
  writePipelineWorkbook,
} from '../helpers/pipeline-workbook';
import { askBridge } from '../security/ask-bridge';
import { test } from './fixtures';
import { connect } from './pages/connect-page';
import { readPipeline } from './pages/pipeline-page';
import { chooseFile, readReview, untilFinished } from './pages/pipeline-sheet-page';
import { makeCsv, makePeople } from './people-files';

async function ask<Value>(page: Page, channel: string, input: unknown): Promise<Value> {
  const envelope = await askBridge(page, channel, input);
  if (!envelope.ok) throw new Error(`${channel}: ${envelope.error.code}`);
  return envelope.value as Value;
}

const toPlace = ({ id, stageId, isRejected }: Application) => [id, stageId, isRejected];

test('3 stages edited and 1 person marked in Excel: those 4 are proposed, made, and undone', async ({
  launch,
  practise,
  folder,
}) => {
  const server = await practise({ candidates: 200 });
  const titles = await readTitles(server);
  const before = server.record.applications().map((one) => ({ ...one }));
  const file = path.join(folder, 'Pipeline.xlsx');
  await writePipelineWorkbook(file, server, titles);
  const chosen = activeOf(server)
    .filter(({ stageId }) => stageId !== null)
    .slice(0, 4)
    .map((one) => ({ ...one }));
  const moves = chosen.slice(0, 3).map((one) => {
    const stage = titles.stages
      .get(one.projectId)
      ?.filter(({ id }) => id !== one.stageId)
      .at(-1);
    return { applicationId: one.id, stageId: stage?.id ?? '', title: stage?.name ?? '' };
  });
  const rejectedOne = chosen[3];
  await editStages(
    file,
    new Map([
      ...moves.map(({ applicationId, title }) => [applicationId, title] as const),
      [rejectedOne?.id ?? '', 'reject'],
    ]),
  );

  const { window, pageErrors } = await launch({ env: { FLOWMINGO_BASE_URL: server.url } });
  await connect(window, server.keys.full, 'Practice server');
  await chooseFile(window, file);
  await expect(
    window.getByRole('heading', {
      level: 1,
      name: `4 changes, ${activeOf(server).length - 4} rows as they were`,
    }),
  ).toBeVisible();
  const review = await readReview(window);
  const counted = (start: string) =>
    review
      .filter((line) => line.startsWith(start))
      .reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
  expect([counted('Move from'), counted('Reject')]).toEqual([3, 1]);
  expect(server.record.requests.filter(({ method }) => method === 'POST')).toEqual([]);

  await window.getByRole('button', { name: 'Make 4 changes' }).click();
  await untilFinished(window);
  expect(await ask(window, 'drafts:list', {})).toEqual({ drafts: [] });
  const stageOf = new Map(moves.map(({ applicationId, stageId }) => [applicationId, stageId]));
  expect(server.record.applications().map(toPlace)).toEqual(
    before.map((one) => [
      one.id,
      stageOf.get(one.id) ?? one.stageId,
      one.isRejected || one.id === rejectedOne?.id,
    ]),
  );

  const { runs } = await ask<{ runs: { runId: string }[] }>(window, 'runs:list', { limit: 1 });
  const undo = await ask<{ batchId: string }>(window, 'pipeline:prepare-undo', { runId: runs[0]?.runId });
  await ask(window, 'batches:start-run', {
    batchId: undo.batchId,
    settings: {},
    start: { firstRows: null, holdSeconds: 0 },
    typedNumber: null,
  });
  const putBack = () =>
    activeOf(server).find(
      ({ personId, projectId }) => personId === rejectedOne?.personId && projectId === rejectedOne?.projectId,
    );
  await expect.poll(() => putBack()?.stageId).toBe(rejectedOne?.stageId);
  await expect
    .poll(() =>
      server.record
        .applications()
        .filter(({ id }) => stageOf.has(id))
        .map(toPlace),
    )
    .toEqual(chosen.slice(0, 3).map(toPlace));
  expect(pageErrors).toEqual([]);
});

test('the app’s own export, edited in Excel and opened again: exactly the edits, and the record equals the sheet', async ({
  launch,
  practise,
  folder,
}) => {
  const server = await practise({ candidates: 150 });
  const titles = await readTitles(server);
  const before = server.record.applications().map((one) => ({ ...one }));
  const { app, window, pageErrors } = await launch({ env: { FLOWMINGO_BASE_URL: server.url } });
  await connect(window, server.keys.full, 'Practice server');
  await readPipeline(window);
  const file = path.join(folder, 'Exported.xlsx');
  await answerSaveDialogs(app, file);
  await window.getByRole('button', { name: 'Export XLSX' }).click();
  await expect(window.getByText(/^Saved \d+ applications\.$/)).toBeVisible();

  const exported = await readApplicationIds(file);
  const active = activeOf(server).filter(({ id, stageId }) => stageId !== null && exported.includes(id));
  const [rejectedOne, ...others] = active;
  const moves = others.slice(0, 3).map((one) => {
    const stage = titles.stages.get(one.projectId)?.find(({ id }) => id !== one.stageId);
    return { id: one.id, stageId: stage?.id ?? '', title: stage?.name ?? '' };
  });
  await editStages(
    file,
    new Map([...moves.map(({ id, title }) => [id, title] as const), [rejectedOne?.id ?? '', 'Reject']]),
  );
  await chooseFile(window, file);
  const heading = `4 changes, ${exported.length - 4} rows as they were`;
  await expect(window.getByRole('heading', { level: 1, name: heading })).toBeVisible();
  await window.getByRole('button', { name: 'Make 4 changes' }).click();
  await untilFinished(window);
  const stageOf = new Map(moves.map(({ id, stageId }) => [id, stageId]));
  expect(server.record.applications().map(toPlace)).toEqual(
    before.map((one) => [
      one.id,
      stageOf.get(one.id) ?? one.stageId,
      one.isRejected || one.id === rejectedOne?.id,
    ]),
  );
  expect(pageErrors).toEqual([]);
});

test('a sheet of emails, invited and then rejected from the pipeline they were put into', async ({
  launch,
  practise,
  folder,
}) => {
  const server = await practise({ candidates: 20 });
  const { projects, stages } = await readTitles(server);
  const [projectId = '', projectTitle = ''] = [...projects][0] ?? [];
  const people = makePeople(5);
  const file = makeCsv(folder, people);
  const { window, pageErrors } = await launch({ env: { FLOWMINGO_BASE_URL: server.url } });
  await connect(window, server.keys.full, 'Practice server');
  await chooseFile(window, file);
  await window.getByRole('button', { name: 'Use these 5 rows' }).click();
  await window.getByRole('button', { name: 'Check 5 rows' }).click();
  await window.getByRole('button', { name: /^Go on with/ }).click();
  const set = window
    .getByRole('textbox', { name: 'Interview set' })
    .or(window.getByRole('combobox', { name: 'Interview set' }));
  await set.first().fill('Sales Assessment');
  await window.getByRole('option', { name: 'Sales Assessment' }).click();
  await window.getByText('No, only create the interview').click();
  await window.getByRole('button', { name: 'Last look' }).click();
  await window.getByRole('radio', { name: /^All 5 at once/ }).check();
  await window.getByRole('button', { name: 'Create 5 interviews' }).click();
  await untilFinished(window);

  await window.getByRole('button', { name: 'Add the 5 to a pipeline' }).click();
  const dialog = window.getByRole('dialog');
  const pick = async (name: string, title: string) => {
    await dialog.getByRole('textbox', { name }).or(dialog.getByRole('combobox', { name })).first().click();
    await window.getByRole('option', { name: title, exact: true }).click();
  };
  await pick('Project', projectTitle);
  const stage = stages.get(projectId)?.[1];
  await pick('Stage (if you like)', stage?.name ?? '');
  await dialog.getByRole('button', { name: 'Review' }).click();
  await dialog.getByRole('button', { name: 'Add 5 people' }).click();
  await untilFinished(window);
  const ids = new Set(
    server.record
      .people()
      .filter(({ email }) => people.some((one) => one.email === email))
      .map(({ id }) => id),
  );
  const added = () => activeOf(server).filter((one) => one.projectId === projectId && ids.has(one.personId));
  await expect.poll(() => added().map(({ stageId }) => stageId)).toEqual(Array(5).fill(stage?.id));

  await chooseFile(window, file);
  await window.getByText('Reject', { exact: true }).click();
  await window.getByRole('button', { name: 'Use these 5 rows' }).click();
  await window
    .getByRole('textbox', { name: 'Project' })
    .or(window.getByRole('combobox', { name: 'Project' }))
    .first()
    .click();
  await window.getByRole('option', { name: projectTitle, exact: true }).click();
  await window.getByRole('button', { name: 'Review 5 rows' }).click();
  expect(await readReview(window)).toEqual([`Reject, now in ${stage?.name} 5`]);
  await window.getByRole('button', { name: 'Reject 5 people' }).click();
  await untilFinished(window);
  await expect.poll(() => added()).toEqual([]);
  expect(pageErrors).toEqual([]);
});
