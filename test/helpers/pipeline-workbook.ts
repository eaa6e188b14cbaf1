// A practice pipeline as the app exports it, in another order of columns and with one of the recruiter's own.
import ExcelJS from 'exceljs';
import type { PracticeServer } from '../../electron/practice/practice-server';
import type { Application } from '../../electron/practice/world';
import { exportHeaders } from '../../shared/pipeline/export-headers';

export interface PipelineTitles {
  readonly projects: ReadonlyMap<string, string>;
  /** By project, in pipeline order. */
  readonly stages: ReadonlyMap<string, readonly { readonly id: string; readonly name: string }[]>;
}

/** Every project's title and stages, as the API gives them. */
export async function readTitles({ url, keys }: PracticeServer): Promise<PipelineTitles> {
  const read = async (address: string) => {
    const answer = await fetch(`${url}/integration/hiring/${address}`, {
      headers: { 'x-api-key': keys.full },
    });
    return ((await answer.json()) as { data: { id: string; title: string; name: string }[] }).data;
  };
  const projects = new Map((await read('projects/v1?limit=100')).map(({ id, title }) => [id, title]));
  const stages = new Map<string, { id: string; name: string }[]>();
  for (const id of projects.keys()) stages.set(id, await read(`projects/${id}/stages/v1`));
  return { projects, stages };
}

/** The applications that nobody has rejected. */
export function activeOf(server: PracticeServer): Application[] {
  return server.record.applications().filter(({ isRejected }) => !isRejected);
}

/** Writes all active applications. Everybody is called Total, which is no reason to leave a row out. */
export async function writePipelineWorkbook(
  file: string,
  server: PracticeServer,
  { projects, stages }: PipelineTitles,
): Promise<void> {
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet('Overview').addRow(['Pipeline']);
  const sheet = workbook.addWorksheet('Applications');
  sheet.addRow([
    exportHeaders.stage,
    exportHeaders.name,
    'My notes',
    exportHeaders.project,
    exportHeaders.applicationId,
    exportHeaders.candidateId,
    exportHeaders.stageBefore,
  ]);
  for (const { id, personId, projectId, stageId } of activeOf(server)) {
    const stage = stages.get(projectId)?.find((one) => one.id === stageId)?.name ?? null;
    sheet.addRow([stage, 'Total', null, projects.get(projectId), id, personId, stage]);
  }
  await workbook.xlsx.writeFile(file);
}

/** The columns of the sheet with the applications, 1-based, wherever they stand. */
function readColumns(sheet: ExcelJS.Worksheet): { readonly stage: number; readonly applicationId: number } {
  const headers = (sheet.getRow(1).values as unknown[]).map(String);
  return {
    stage: headers.indexOf(exportHeaders.stage),
    applicationId: headers.indexOf(exportHeaders.applicationId),
  };
}

/** The applications of an exported workbook, in its order. */
export async function readApplicationIds(file: string): Promise<string[]> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(file);
  const sheet = workbook.getWorksheet('Applications');
  if (sheet === undefined) throw new Error('The workbook has no sheet Applications.');
  const { applicationId } = readColumns(sheet);
  return Array.from(
    { length: sheet.rowCount - 1 },
    (_, index) => sheet.getRow(index + 2).getCell(applicationId).text,
  );
}

/** Changes Stage cells as somebody in Excel does, by application. */
export async function editStages(file: string, edits: ReadonlyMap<string, string>): Promise<void> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(file);
  const sheet = workbook.getWorksheet('Applications');
  if (sheet === undefined) throw new Error('The workbook has no sheet Applications.');
  const columns = readColumns(sheet);
  sheet.eachRow((row) => {
    const edit = edits.get(row.getCell(columns.applicationId).text);
    if (edit !== undefined) row.getCell(columns.stage).value = edit;
  });
  await workbook.xlsx.writeFile(file);
}
