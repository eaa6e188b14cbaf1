// All that happens between the bytes of a file and the rows that a recruiter sees checked.
import { prepareRows } from '../../shared/batches/prepare-rows';
import { proposeMapping } from '../../shared/operations/propose-mapping';
import { bestSheet } from '../../shared/spreadsheets/best-sheet';
import { findTable } from '../../shared/spreadsheets/find-table';
import { openSpreadsheet } from '../../shared/spreadsheets/open-spreadsheet';

/** The number of rows, the header included. */
export async function readCheckedRows(bytes: Uint8Array, fileName: string): Promise<number> {
  const sheet = bestSheet(await openSpreadsheet({ fileName, bytes }));
  if (sheet === null) throw new Error('No sheet was read.');
  const table = findTable(sheet);
  return prepareRows({ table, mapping: proposeMapping(table).mapping }).rows.length + 1;
}
