// Writes the results of a run as a styled workbook, streamed to disk.
// Never writes a file whose numbers do not add up, and never leaves a half-written one.
import { AppError } from '../../shared/errors/app-error';
import type { ExportDates } from '../../shared/settings/app-settings';
import { createExceljsWriter } from './exceljs-writer';
import { addOverviewSheet } from './overview-sheet';
import { toResultColumns } from './result-columns';
import { addResultsSheet } from './results-sheet';
import type { ResultsSource, WrittenResults } from './results-source';
import { assertTotalsAddUp, createResultsTally } from './results-tally';
import { writeWholeFile } from './whole-file';

/** Excel's own limits for a sheet. */
const maxSheetRows = 1_048_576;
const maxSheetColumns = 16_384;

/**
 * Writes the workbook: the sheet Overview, then the sheet Results with every row of the run.
 * The numbers on Overview are counted from the rows in the file.
 * @throws AppError `run/totals-differ`, `export/failed`; then there is no file, or the one that was there before.
 */
export async function writeResultsXlsx(
  path: string,
  results: ResultsSource,
  savedAtMs = Date.now(),
  dates: ExportDates = 'iso',
): Promise<WrittenResults> {
  const { summary } = results;
  assertTotalsAddUp(summary);
  const columns = toResultColumns(results);
  const columnCount = columns.theirHeaders.length + columns.ourHeaders.length;
  if (summary.total + 1 > maxSheetRows || columnCount > maxSheetColumns) {
    throw new AppError('export/failed', {
      why: `an Excel sheet ends at ${maxSheetRows.toLocaleString('en')} rows and ${maxSheetColumns.toLocaleString('en')} columns; save as CSV`,
    });
  }
  const tally = createResultsTally(results);
  let sizeBytes = 0;
  await writeWholeFile(path, async (file) => {
    const title = summary.batchName;
    const writer = await createExceljsWriter(file, { title, createdAtMs: savedAtMs, dates });
    try {
      await addResultsSheet(writer, {
        columns,
        sample: results.rows(),
        rows: tally.counting(results.rows()),
        rowCount: summary.total,
      });
      tally.assertComplete();
      // The counts are known only now, so the first sheet is written last.
      const counted = { ...results, counts: tally.counts(), causes: tally.causes(), savedAtMs };
      writer.putFirst(addOverviewSheet(writer, counted));
      await writer.finish();
    } finally {
      writer.release();
    }
    sizeBytes = (await file.stat()).size;
  });
  return { rowCount: summary.total, sizeBytes };
}
