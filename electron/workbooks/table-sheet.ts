// A table as a sheet: header frozen and filterable, rows handed to the packer one by one. Never holds more than a few rows in memory.
import type { Worksheet } from 'exceljs';
import { AppError } from '../../shared/errors/app-error';
import type { ExceljsWriter } from './exceljs-writer';
import type { ExportTable } from './pipeline-tables';
import { addRow, type Cell } from './xlsx-cells';
import { pageMargins } from './xlsx-styles';

/** Excel's own limit for a sheet. */
const maxSheetRows = 1_048_576;

/**
 * Writes all rows below the header; `beforeEnd` adds what stands below the cells. Answers how many rows there were.
 * @throws AppError `export/failed` where a sheet cannot hold them.
 */
export async function addTableSheet<Row>(
  writer: ExceljsWriter,
  table: ExportTable<Row>,
  rows: Iterable<Row>,
  beforeEnd: (sheet: Worksheet) => void = () => undefined,
): Promise<number> {
  const sheet = writer.addSheet(table.name, {
    views: [{ state: 'frozen', xSplit: 1, ySplit: 1, activeCell: 'A2' }],
    pageSetup: { margins: pageMargins, orientation: 'landscape' },
  });
  sheet.columns = table.columns.map(({ width }) => ({ width }));
  addRow(
    sheet,
    table.columns.map(({ header }): Cell => ({ kind: 'text', text: header, style: 'header' })),
  );
  let rowCount = 0;
  for (const row of rows) {
    rowCount += 1;
    if (rowCount >= maxSheetRows)
      throw new AppError('export/failed', {
        why: `an Excel sheet ends at ${maxSheetRows.toLocaleString('en')} rows; save as CSV`,
      });
    addRow(
      sheet,
      table.columns.map(({ toCell }) => toCell(row)),
      writer.dates,
    );
    await writer.drained(sheet);
  }
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: rowCount + 1, column: table.columns.length } };
  beforeEnd(sheet);
  sheet.commit();
  return rowCount;
}
