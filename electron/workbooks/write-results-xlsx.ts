// Writes the results of a run as a styled workbook, streamed to disk.
// Never writes a file whose numbers do not add up, and never leaves a half-written one.
import { AppError } from '../../shared/errors/app-error';
import { toOverviewSheetXml } from './overview-sheet';
import { toResultColumns } from './result-columns';
import { toResultsSheetXml } from './results-sheet';
import type { ResultsSource, WrittenResults } from './results-source';
import { assertTotalsAddUp, createResultsTally } from './results-tally';
import { writeWholeFile } from './whole-file';
import { toColumnLetter } from './xlsx-cells';
import { toPackageParts } from './xlsx-package';
import { toStylesXml } from './xlsx-styles';
import { createZipWriter } from './zip-writer';

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
    const zip = createZipWriter(file);
    const area = `A1:${toColumnLetter(columnCount - 1)}${summary.total + 1}`;
    const parts = toPackageParts({
      sheetNames: ['Overview', 'Results'],
      filter: { sheetIndex: 1, area },
      title: summary.batchName,
      createdAtMs: savedAtMs,
    });
    for (const [name, content] of parts) await zip.add(name, [content]);
    await zip.add('xl/styles.xml', [toStylesXml()]);
    await zip.add(
      'xl/worksheets/sheet2.xml',
      toResultsSheetXml({
        columns,
        sample: results.rows(),
        rows: tally.counting(results.rows()),
        rowCount: summary.total,
      }),
    );
    tally.assertComplete();
    const overview = { ...results, counts: tally.counts(), causes: tally.causes(), savedAtMs };
    await zip.add('xl/worksheets/sheet1.xml', [toOverviewSheetXml(overview)]);
    sizeBytes = await zip.finish();
  });
  return { rowCount: summary.total, sizeBytes };
}
