// Writes a pipeline as CSV: the applications alone, or a folder with a file for each table. No text in them becomes a formula.
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { PipelineExport } from '../snapshots/pipeline-export';
import { writeCsvRows } from './csv-rows';
import { toLocalDay, toLocalTime } from './local-time';
import {
  applicationsTable,
  changesTable,
  type ExportTable,
  stagesTable,
  submissionsTable,
  toStageRows,
} from './pipeline-tables';
import { toExportFailure, writeWholeFile } from './whole-file';
import type { Cell } from './xlsx-cells';

/** One file with the applications. Answers how many there are. @throws AppError `export/failed`. */
export async function writeApplicationsCsv(filePath: string, exported: PipelineExport): Promise<number> {
  return await writeTable(filePath, applicationsTable, exported.applications());
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
  await writeTable(placeOf(submissionsTable), submissionsTable, exported.submissions());
  await writeTable(placeOf(stagesTable), stagesTable, toStageRows(exported.projects));
  await writeTable(placeOf(changesTable), changesTable, exported.changes());
  return await writeTable(placeOf(applicationsTable), applicationsTable, exported.applications());
}

async function writeTable<Row>(
  filePath: string,
  { columns }: ExportTable<Row>,
  rows: Iterable<Row>,
): Promise<number> {
  let rowCount = 0;
  function* toTexts(): Iterable<readonly string[]> {
    yield columns.map(({ header }) => header);
    for (const row of rows) {
      rowCount += 1;
      yield columns.map(({ toCell }) => toText(toCell(row)));
    }
  }
  await writeWholeFile(filePath, async (file) => {
    await writeCsvRows(file, toTexts());
  });
  return rowCount;
}

function toText(cell: Cell | null): string {
  switch (cell?.kind) {
    case undefined:
      return '';
    case 'text':
      return cell.text;
    case 'number':
      return String(cell.value);
    case 'time':
      if (cell.style === 'time') return toLocalTime(cell.timeMs);
      return cell.style === 'dayOrEarlier'
        ? `${toLocalDay(cell.timeMs)} or earlier`
        : toLocalDay(cell.timeMs);
  }
}
