import { readFileSync } from 'node:fs';
import { crc32, inflateRawSync } from 'node:zlib';
import ExcelJS from 'exceljs';
import { readXlsx } from 'hucre';

/** The parts of a zip file, found by its directory. Throws where a size, a checksum or a local header differs. */
export function readParts(path: string): Map<string, string> {
  const bytes = readFileSync(path);
  const end = bytes.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  const parts = new Map<string, string>();
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    const packedBytes = bytes.readUInt32LE(at + 20);
    const nameBytes = bytes.readUInt16LE(at + 28);
    const name = bytes.toString('utf8', at + 46, at + 46 + nameBytes);
    const offset = bytes.readUInt32LE(at + 42);
    // Bit 3: checksum and sizes come after the data; the header before it has zeros.
    const sharedBytes = (bytes.readUInt16LE(at + 8) & 0x0008) === 0 ? 18 : 6;
    if (
      !bytes
        .subarray(at + 10, at + 10 + sharedBytes)
        .equals(bytes.subarray(offset + 8, offset + 8 + sharedBytes))
    )
      throw new Error(`${name}: the two headers differ`);
    const dataAt = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
    const plain = inflateRawSync(bytes.subarray(dataAt, dataAt + packedBytes));
    if (plain.length !== bytes.readUInt32LE(at + 24) || crc32(plain) !== bytes.readUInt32LE(at + 16))
      throw new Error(`${name}: damaged`);
    parts.set(name, plain.toString('utf8'));
    at += 46 + nameBytes + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return parts;
}

export async function openWithExceljs(path: string): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path);
  return workbook;
}

/** Texts of a sheet by row, as exceljs reads them; dates as ISO. */
export function toTexts(sheet: ExcelJS.Worksheet | undefined): string[][] {
  const rows: string[][] = [];
  sheet?.eachRow({ includeEmpty: true }, (row) => {
    const cells: string[] = [];
    for (let column = 1; column <= (sheet?.columnCount ?? 0); column++) {
      const { value } = row.getCell(column);
      cells.push(value instanceof Date ? value.toISOString() : row.getCell(column).text);
    }
    rows.push(cells);
  });
  return rows;
}

/** Values of a sheet by row, as hucre reads them. */
export async function readWithHucre(path: string, sheetName: string): Promise<unknown[][]> {
  const workbook = await readXlsx(readFileSync(path));
  return (workbook.sheets.find(({ name }) => name === sheetName)?.rows ?? []) as unknown[][];
}
