// Writes the results of a run as CSV that Excel opens as it is meant: UTF-8 with BOM, CRLF, no text that turns into a formula.
// Never writes a file whose numbers do not add up, and never leaves a half-written one.
import type { FileHandle } from 'node:fs/promises';
import Papa from 'papaparse';
import { guardFormula } from '../../shared/spreadsheets/formula-guard';
import { type ResultValue, toResultColumns } from './result-columns';
import type { ResultsSource, WrittenResults } from './results-source';
import { assertTotalsAddUp, createResultsTally } from './results-tally';
import { writeWholeFile } from './whole-file';

const byteOrderMark = '\ufeff';
const lineEnd = '\r\n';
/** Rows that are turned into text at once: a few hundred kilobytes. */
const rowsPerChunk = 500;

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
    sizeBytes += await append(
      file,
      byteOrderMark + toLines([[...columns.theirHeaders, ...columns.ourHeaders].map(guardFormula)]),
    );
    let chunk: string[][] = [];
    for (const row of tally.counting(results.rows())) {
      chunk.push([...columns.theirCells(row), ...columns.ourValues(row).map(toCsvText)].map(guardFormula));
      if (chunk.length < rowsPerChunk) continue;
      sizeBytes += await append(file, toLines(chunk));
      chunk = [];
    }
    if (chunk.length > 0) sizeBytes += await append(file, toLines(chunk));
    tally.assertComplete();
  });
  return { rowCount: summary.total, sizeBytes };
}

/** All fields are quoted: then separators of other countries inside a text do not part it. */
function toLines(rows: readonly (readonly string[])[]): string {
  return Papa.unparse(rows as string[][], { quotes: true, newline: lineEnd }) + lineEnd;
}

async function append(file: FileHandle, text: string): Promise<number> {
  const bytes = Buffer.from(text, 'utf8');
  await file.appendFile(bytes);
  return bytes.length;
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

/** `2026-03-04 08:01:00`, as this computer's clock shows it: the form that Excel takes for a date in every country. */
function toLocalTime(timeMs: number): string {
  const date = new Date(timeMs);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())} ${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
}
