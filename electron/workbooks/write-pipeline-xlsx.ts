// Writes a pipeline as a workbook whose Stage column can be edited and opened again. Streamed to disk; whole or not at all.
import type { ExportDates } from '../../shared/settings/app-settings';
import type { PipelineExport } from '../snapshots/pipeline-export';
import { createExceljsWriter } from './exceljs-writer';
import { createExportCounter } from './export-tally';
import { addPipelineOverviewSheet } from './pipeline-overview-sheet';
import {
  applicationsTable,
  changesTable,
  stagesTable,
  submissionsTable,
  toStageRows,
} from './pipeline-tables';
import { addListsSheet, addStageChoices } from './stage-choices';
import { addTableSheet } from './table-sheet';
import { writeWholeFile } from './whole-file';

/**
 * The sheets Overview, Applications, Submissions, Stages and Changes, and a hidden one with the choices of the Stage column.
 * Answers how many applications were written. @throws AppError `export/failed`; then there is no file, or the one that was there before.
 */
export async function writePipelineXlsx(
  path: string,
  exported: PipelineExport,
  savedAtMs = Date.now(),
  dates: ExportDates = 'iso',
): Promise<number> {
  const counter = createExportCounter();
  let rowCount = 0;
  await writeWholeFile(path, async (file) => {
    const title = exported.project?.title ?? 'Pipelines';
    const writer = await createExceljsWriter(file, { title, createdAtMs: savedAtMs, dates });
    try {
      rowCount = await addTableSheet(
        writer,
        applicationsTable,
        counter.applications(exported.applications()),
        (sheet) => addStageChoices(writer, sheet, exported.projects),
      );
      await addTableSheet(writer, submissionsTable, counter.submissions(exported.submissions()));
      await addTableSheet(writer, stagesTable, toStageRows(exported.projects));
      await addTableSheet(writer, changesTable, counter.changes(exported.changes()));
      addListsSheet(writer, exported.projects);
      // The counts are known only now, so the first sheet is written last.
      writer.putFirst(addPipelineOverviewSheet(writer, { exported, tally: counter.tally(), savedAtMs }));
      await writer.finish();
    } finally {
      writer.release();
    }
  });
  return rowCount;
}
