// Where a batch came from, as the ledger and the results name it. Never holds the file's path.
import type { BatchSource } from '../operations/batch';
import type { OpenedSpreadsheet, Sheet, Table } from '../spreadsheets/spreadsheet';

/** Describes the file, sheet and columns of a batch. `sha256`: hex, of the file's bytes; of a batch file, of what it holds. */
export function toBatchSource(
  opened: OpenedSpreadsheet,
  sheet: Sheet,
  table: Table,
  sha256: string,
): BatchSource {
  const { encoding, delimiter = null } = opened.reading ?? {};
  const madeFromSha256 = opened.handedOver?.head.source.sha256;
  return {
    fileName: opened.fileName,
    sizeBytes: opened.sizeBytes,
    sha256,
    ...(madeFromSha256 !== undefined && { madeFromSha256 }),
    sheetName: sheet.name,
    headerRow: table.headerRow,
    columns: table.columns.map(({ letter, header }) => ({ letter, header })),
    // Results are put into text files and workbooks, not into web pages.
    ...(encoding !== undefined && delimiter !== null && { reading: { encoding, delimiter } }),
  };
}
