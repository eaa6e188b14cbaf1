// A table as CSV: the same columns as the sheet of that name. No text in it becomes a formula.
import { writeCsvRows } from './csv-rows';
import { toLocalDay, toLocalTime } from './local-time';
import type { ExportTable } from './pipeline-tables';
import { writeWholeFile } from './whole-file';
import type { Cell } from './xlsx-cells';

/** One file with the table, streamed; answers how many rows it has. @throws AppError `export/failed`. */
export async function writeTableCsv<Row>(
  filePath: string,
  { columns }: ExportTable<Row>,
  rows: Iterable<Row>,
): Promise<number> {
  let rowCount = 0;
  function* toTexts(): Iterable<readonly string[]> {
    yield columns.map(({ header }) => header);
    for (const row of rows) {
      rowCount += 1;
      yield columns.map(({ toCell }) => toText(toCell(row)));
    }
  }
  await writeWholeFile(filePath, async (file) => {
    await writeCsvRows(file, toTexts());
  });
  return rowCount;
}

function toText(cell: Cell | null): string {
  switch (cell?.kind) {
    case undefined:
      return '';
    case 'text':
      return cell.text;
    case 'number':
      return String(cell.value);
    case 'time':
      if (cell.style === 'time') return toLocalTime(cell.timeMs);
      return cell.style === 'dayOrEarlier'
        ? `${toLocalDay(cell.timeMs)} or earlier`
        : toLocalDay(cell.timeMs);
  }
}
