// Picks the format of a results file. Never guesses: only .xlsx and .csv are written.
import type { ExportDates } from '../../shared/settings/app-settings';
import type { ResultsSource, WrittenResults } from './results-source';
import { writeResultsCsv } from './write-results-csv';
import { writeResultsXlsx } from './write-results-xlsx';

export type ResultsFormat = 'xlsx' | 'csv';

/** The format that a file name asks for by its ending, in any case; null for all others. */
export function formatOfFileName(fileName: string): ResultsFormat | null {
  const ending = /\.([^./\\]+)$/.exec(fileName)?.[1]?.toLowerCase();
  return ending === 'xlsx' || ending === 'csv' ? ending : null;
}

/**
 * Writes the results of a run to `path`, whole or not at all. `dates`: how a workbook shows them.
 * @throws AppError `run/totals-differ`, `export/failed`
 */
export async function writeResults(
  path: string,
  format: ResultsFormat,
  results: ResultsSource,
  dates: ExportDates = 'iso',
): Promise<WrittenResults> {
  return format === 'xlsx'
    ? await writeResultsXlsx(path, results, Date.now(), dates)
    : await writeResultsCsv(path, results);
}
