// Writes the history as a workbook with its runs and its people, or the people as CSV. Streamed to disk; whole or not at all.
import type { ExportDates } from '../../shared/settings/app-settings';
import type { HistoryExport } from '../history/history-export';
import { createExceljsWriter } from './exceljs-writer';
import { toFileNameText, toFileNameTime } from './file-name-text';
import { peopleTable, runsTable } from './history-tables';
import { writeTableCsv } from './table-csv';
import { addTableSheet } from './table-sheet';
import { writeWholeFile } from './whole-file';

/** Answers how many rows of people were written. @throws AppError `export/failed`, `run/totals-differ`; then there is no file. */
export async function writeHistory(
  path: string,
  format: 'xlsx' | 'csv',
  exported: HistoryExport,
  savedAtMs = Date.now(),
  dates: ExportDates = 'iso',
): Promise<number> {
  if (format === 'csv') return await writeTableCsv(path, peopleTable, exported.people());
  let rowCount = 0;
  await writeWholeFile(path, async (file) => {
    const writer = await createExceljsWriter(file, { title: 'Run history', createdAtMs: savedAtMs, dates });
    try {
      await addTableSheet(writer, runsTable, exported.runs());
      rowCount = await addTableSheet(writer, peopleTable, exported.people());
      await writer.finish();
    } finally {
      writer.release();
    }
  });
  return rowCount;
}

/** "Run history 2026-03-21 14.55.xlsx", or with the person's name. */
export function toHistoryFileName(
  { story }: Pick<HistoryExport, 'story'>,
  format: 'xlsx' | 'csv',
  savedAtMs = Date.now(),
): string {
  const who = story === null ? '' : toFileNameText(story.name || (story.email ?? ''));
  return `${who === '' ? 'Run history' : `${who} – history`} ${toFileNameTime(savedAtMs)}.${format}`;
}
