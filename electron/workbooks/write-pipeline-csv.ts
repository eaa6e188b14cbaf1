// Writes a pipeline as CSV: the applications alone, or a folder with a file for each table. No text in them becomes a formula.
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { PipelineExport } from '../snapshots/pipeline-export';
import {
  applicationsTable,
  changesTable,
  stagesTable,
  submissionsTable,
  toStageRows,
} from './pipeline-tables';
import { writeTableCsv } from './table-csv';
import { toExportFailure } from './whole-file';

/** One file with the applications. Answers how many there are. @throws AppError `export/failed`. */
export async function writeApplicationsCsv(filePath: string, exported: PipelineExport): Promise<number> {
  return await writeTableCsv(filePath, applicationsTable, exported.applications());
}

/**
 * `applications.csv`, `submissions.csv`, `stages.csv` and `changes.csv` in a folder, which is made where there is none.
 * Each is whole or not there. Answers how many applications there are. @throws AppError `export/failed`.
 */
export async function writePipelineCsvs(folder: string, exported: PipelineExport): Promise<number> {
  await mkdir(folder, { recursive: true }).catch((error: unknown) => {
    throw toExportFailure(error);
  });
  const placeOf = (table: { readonly name: string }) => path.join(folder, `${table.name.toLowerCase()}.csv`);
  await writeTableCsv(placeOf(submissionsTable), submissionsTable, exported.submissions());
  await writeTableCsv(placeOf(stagesTable), stagesTable, toStageRows(exported.projects));
  await writeTableCsv(placeOf(changesTable), changesTable, exported.changes());
  return await writeTableCsv(placeOf(applicationsTable), applicationsTable, exported.applications());
}
