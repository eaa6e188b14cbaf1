// The sheet with one row for each person: the recruiter's columns, then ours. Never holds more than a chunk of it in memory.

import type { ResultColumns, ResultValue } from './result-columns';
import type { ResultRow } from './results-source';
import type { Cell } from './xlsx-cells';
import { toColumnLetter, toRowXml } from './xlsx-cells';

/** Chunks of about this many characters go to the packer: large enough to be quick, small enough to leave the process free. */
const chunkLength = 65_536;
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

/** The sheet's XML in chunks: header frozen and filterable. */
export function* toResultsSheetXml({ columns, sample, rows, rowCount }: ResultsSheetInput): Iterable<string> {
  const columnCount = columns.theirHeaders.length + columns.ourHeaders.length;
  const area = `A1:${toColumnLetter(columnCount - 1)}${rowCount + 1}`;
  const widths = [...measure(columns, sample), ...columns.ourWidths];
  yield '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    `<dimension ref="${area}"/>` +
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A2" sqref="A2"/></sheetView></sheetViews>' +
    `<sheetFormatPr defaultRowHeight="15"/><cols>${widths.map(toColXml).join('')}</cols><sheetData>` +
    toRowXml(1, [
      ...columns.theirHeaders.map((text): Cell => ({ kind: 'text', text, style: 'header' })),
      ...columns.ourHeaders.map((text): Cell => ({ kind: 'text', text, style: 'ourHeader' })),
    ]);
  let chunk = '';
  let rowNumber = 1;
  for (const row of rows) {
    rowNumber += 1;
    chunk += toRowXml(rowNumber, [
      ...columns
        .theirCells(row)
        .map((text): Cell | null => (text === '' ? null : { kind: 'text', text, style: 'text' })),
      ...columns.ourValues(row).map(toCell),
    ]);
    if (chunk.length >= chunkLength) {
      yield chunk;
      chunk = '';
    }
  }
  yield `${chunk}</sheetData><autoFilter ref="${area}"/>` +
    '<pageMargins left="0.5" right="0.5" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>' +
    '<pageSetup orientation="landscape"/>' +
    // Long ids kept as text are meant so: no green corners.
    `<ignoredErrors><ignoredError sqref="${area}" numberStoredAsText="1"/></ignoredErrors></worksheet>`;
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

function toColXml(width: number, index: number): string {
  return `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`;
}
