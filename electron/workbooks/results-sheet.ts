// The sheet with one row for each person: the recruiter's columns, then ours. Never holds more than a few rows of it in memory.

import type { ExceljsWriter } from './exceljs-writer';
import type { ResultColumns, ResultValue } from './result-columns';
import type { ResultRow } from './results-source';
import { addRow, type Cell } from './xlsx-cells';
import { pageMargins } from './xlsx-styles';

/** As many rows are looked at for the widths of the recruiter's columns; more would not change what is seen first. */
const rowsForWidths = 200;
/** In characters: a column is never too narrow for its filter button, and never so wide that the next one is out of sight. */
const narrowest = 8;
const widest = 44;

export interface ResultsSheetInput {
  readonly columns: ResultColumns;
  /** To measure the widths; from the start. */
  readonly sample: Iterable<ResultRow>;
  readonly rows: Iterable<ResultRow>;
  readonly rowCount: number;
}

/** Writes the whole sheet, header frozen and filterable. Takes rows no faster than they are packed. */
export async function addResultsSheet(
  writer: ExceljsWriter,
  { columns, sample, rows, rowCount }: ResultsSheetInput,
): Promise<void> {
  const widths = [...measure(columns, sample), ...columns.ourWidths];
  const sheet = writer.addSheet('Results', {
    views: [{ state: 'frozen', ySplit: 1, activeCell: 'A2' }],
    pageSetup: { margins: pageMargins, orientation: 'landscape' },
  });
  sheet.columns = widths.map((width) => ({ width }));
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: rowCount + 1, column: widths.length } };
  addRow(sheet, [
    ...columns.theirHeaders.map((text): Cell => ({ kind: 'text', text, style: 'header' })),
    ...columns.ourHeaders.map((text): Cell => ({ kind: 'text', text, style: 'ourHeader' })),
  ]);
  for (const row of rows) {
    const theirs = columns.theirCells(row).map((text): Cell => ({ kind: 'text', text, style: 'text' }));
    addRow(sheet, [...theirs, ...columns.ourValues(row).map(toCell)], writer.dates);
    await writer.drained(sheet);
  }
  sheet.commit();
}

function toCell(value: ResultValue): Cell | null {
  switch (value.kind) {
    case 'none':
      return null;
    case 'text':
      return { kind: 'text', text: value.text, style: 'text' };
    case 'outcome':
      return { kind: 'text', text: value.text, style: value.outcome };
    case 'number':
      return { kind: 'number', value: value.value, style: 'whole' };
    case 'time':
      return { kind: 'time', timeMs: value.timeMs, style: 'time' };
  }
}

function measure(columns: ResultColumns, sample: Iterable<ResultRow>): number[] {
  const widths = columns.theirHeaders.map(widthOf);
  let seen = 0;
  for (const row of sample) {
    columns.theirCells(row).forEach((text, index) => {
      widths[index] = Math.max(widths[index] ?? 0, widthOf(text));
    });
    seen += 1;
    if (seen >= rowsForWidths) break;
  }
  return widths.map((width) => Math.min(widest, Math.max(narrowest, width + 2)));
}

/** Characters of the first line; East Asian ones take about two. */
function widthOf(text: string): number {
  const firstLine = text.slice(0, widest).split('\n', 1)[0] ?? '';
  return (
    firstLine.length +
    (firstLine.match(/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/g)?.length ?? 0)
  );
}
