// Picks the format of a results file. Never guesses: only .xlsx and .csv are written.
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
 * Writes the results of a run to `path`, whole or not at all.
 * @throws AppError `run/totals-differ`, `export/failed`
 */
export async function writeResults(
  path: string,
  format: ResultsFormat,
  results: ResultsSource,
): Promise<WrittenResults> {
  return format === 'xlsx' ? await writeResultsXlsx(path, results) : await writeResultsCsv(path, results);
}
