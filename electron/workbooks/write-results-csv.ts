// Writes the results of a run as CSV that Excel opens as it is meant: UTF-8 with BOM, CRLF, no text that turns into a formula.
// Never writes a file whose numbers do not add up, and never leaves a half-written one.
import { writeCsvRows } from './csv-rows';
import { toLocalTime } from './local-time';
import { type ResultValue, toResultColumns } from './result-columns';
import type { ResultsSource, WrittenResults } from './results-source';
import { assertTotalsAddUp, createResultsTally } from './results-tally';
import { writeWholeFile } from './whole-file';

/**
 * Writes the file: a header, then every row of the run; the same columns as the workbook.
 * @throws AppError `run/totals-differ`, `export/failed`; then there is no file, or the one that was there before.
 */
export async function writeResultsCsv(path: string, results: ResultsSource): Promise<WrittenResults> {
  const { summary } = results;
  assertTotalsAddUp(summary);
  const columns = toResultColumns(results);
  const tally = createResultsTally(results);
  let sizeBytes = 0;
  await writeWholeFile(path, async (file) => {
    sizeBytes = await writeCsvRows(file, toRows());
    tally.assertComplete();
  });
  return { rowCount: summary.total, sizeBytes };

  function* toRows(): Iterable<readonly string[]> {
    yield [...columns.theirHeaders, ...columns.ourHeaders];
    for (const row of tally.counting(results.rows()))
      yield [...columns.theirCells(row), ...columns.ourValues(row).map(toCsvText)];
  }
}

function toCsvText(value: ResultValue): string {
  switch (value.kind) {
    case 'none':
      return '';
    case 'text':
    case 'outcome':
      return value.text;
    case 'number':
      return String(value.value);
    case 'time':
      return toLocalTime(value.timeMs);
  }
}
