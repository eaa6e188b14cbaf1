// The readers that are measured, alike in Node and in a Web Worker. Each answers how many rows it has read.
import ExcelJS from 'exceljs';
import { readXlsx } from 'hucre';
import Papa from 'papaparse';
import { prepareRows } from '../../shared/batches/prepare-rows';
import { proposeMapping } from '../../shared/operations/propose-mapping';
import { bestSheet } from '../../shared/spreadsheets/best-sheet';
import { findTable } from '../../shared/spreadsheets/find-table';
import { openSpreadsheet } from '../../shared/spreadsheets/open-spreadsheet';

/** Gives the number of rows of the first sheet. */
export type Read = (bytes: Uint8Array<ArrayBuffer>, fileName: string) => Promise<number>;

/** `readRows` is read-excel-file's, which has a build for each place. */
export function makeReaders(
  readRows: (bytes: ArrayBuffer) => Promise<readonly unknown[]>,
): Readonly<Record<string, Read>> {
  return {
    'reading alone': async (bytes, fileName) => {
      const { sheets, notices } = await openSpreadsheet({ fileName, bytes });
      if (notices[0] !== undefined) throw new Error(notices[0].message);
      return sheets[0]?.rows.length ?? 0;
    },
    'checked rows': async (bytes, fileName) => {
      const sheet = bestSheet(await openSpreadsheet({ fileName, bytes }));
      if (sheet === null) throw new Error('No sheet was read.');
      const table = findTable(sheet);
      return prepareRows({ table, mapping: proposeMapping(table).mapping }).rows.length + 1;
    },
    exceljs: async (bytes) => {
      const workbook = new ExcelJS.Workbook();
      await workbook.xlsx.load(bytes as unknown as Parameters<typeof workbook.xlsx.load>[0]);
      return workbook.worksheets[0]?.rowCount ?? 0;
    },
    'read-excel-file': async (bytes) => (await readRows(bytes.buffer)).length,
    hucre: async (bytes) => (await readXlsx(bytes)).sheets[0]?.rows.length ?? 0,
    papaparse: async (bytes) =>
      Papa.parse(new TextDecoder().decode(bytes), { skipEmptyLines: true }).data.length,
  };
}
