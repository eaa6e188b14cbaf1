// Opens a batch file as a sheet like any other, with what was chosen for it beside it. Decides nothing: what was chosen is looked at again by the receiver.

import { tooLongRows } from '../spreadsheets/sheet-rows';
import type { SheetRow, Table } from '../spreadsheets/spreadsheet';
import type {
  ReadingSteps,
  ReadSheets,
  SpreadsheetFile,
  SpreadsheetReader,
} from '../spreadsheets/spreadsheet-reader';
import { type BatchFile, unpackBatchFile } from './unpack-batch-file';

/** A batch file with its table: the rows of the sheet that it was made from, under their own numbers. */
export interface HandedOver extends BatchFile {
  readonly table: Table;
}

/** Reads batch files. */
export const batchFileReader: SpreadsheetReader = { format: 'batch-file', read: readBatchFile };

async function readBatchFile(
  { bytes }: SpreadsheetFile,
  _choice: unknown,
  steps: ReadingSteps,
): Promise<ReadSheets> {
  const file = await unpackBatchFile(bytes, (fraction) => steps.reached(fraction));
  const { source, columns } = file.head;
  const rows = file.rows.map(
    ({ row, cells, hidden, links }): SheetRow => ({
      rowNumber: row,
      cells,
      hidden: hidden === true,
      ...(links === undefined ? {} : { links: new Map(links.map(({ place, address }) => [place, address])) }),
    }),
  );
  const headers = columns.map(({ header }) => header);
  const headerRow: readonly SheetRow[] =
    source.headerRow === null ? [] : [{ rowNumber: source.headerRow, cells: headers, hidden: false }];
  const table: Table = {
    headerRow: source.headerRow,
    headerReason: 'The rows and columns are those of the batch file.',
    columns: columns.map(({ letter, header }, columnIndex) => ({ columnIndex, letter, header })),
    rows,
    leftOut: [],
  };
  return {
    sheets: [
      {
        name: source.sheetName,
        visibility: 'visible',
        columnCount: columns.length,
        rows: [...headerRow, ...rows],
      },
    ],
    reading: null,
    notices: [],
    tooLong: [tooLongRows(rows)],
    handedOver: { ...file, table },
  };
}
