// The readers that are measured, alike in Node and in a Web Worker. Each answers how many rows it has read.

/** Gives the number of rows of the first sheet. */
export type Read = (bytes: Uint8Array<ArrayBuffer>, fileName: string) => Promise<number>;

/** Loads a reader and nothing of the others, so that each is measured with its own memory only. */
type LoadReader = () => Promise<Read>;

/** `loadReadSheet` loads read-excel-file, which has a build for each place. */
export function makeReaders(
  loadReadSheet: () => Promise<(bytes: ArrayBuffer) => Promise<readonly unknown[]>>,
): Readonly<Record<string, LoadReader>> {
  return {
    'reading alone': async () => {
      const { openSpreadsheet } = await import('../../shared/spreadsheets/open-spreadsheet');
      return async (bytes, fileName) => {
        const { sheets, notices } = await openSpreadsheet({ fileName, bytes });
        if (notices[0] !== undefined) throw new Error(notices[0].message);
        return sheets[0]?.rows.length ?? 0;
      };
    },
    'checked rows': async () => {
      const { readCheckedRows } = await import('./read-checked-rows');
      return readCheckedRows;
    },
    exceljs: async () => {
      const { default: ExcelJS } = await import('exceljs');
      return async (bytes) => {
        const workbook = new ExcelJS.Workbook();
        await workbook.xlsx.load(bytes as unknown as Parameters<typeof workbook.xlsx.load>[0]);
        return workbook.worksheets[0]?.rowCount ?? 0;
      };
    },
    'read-excel-file': async () => {
      const readSheet = await loadReadSheet();
      return async (bytes) => (await readSheet(bytes.buffer)).length;
    },
    hucre: async () => {
      const { readXlsx } = await import('hucre');
      return async (bytes) => (await readXlsx(bytes)).sheets[0]?.rows.length ?? 0;
    },
    papaparse: async () => {
      const { default: Papa } = await import('papaparse');
      return async (bytes) =>
        Papa.parse(new TextDecoder().decode(bytes), { skipEmptyLines: true }).data.length;
    },
  };
}
