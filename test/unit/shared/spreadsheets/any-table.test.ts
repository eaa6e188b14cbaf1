import { PassThrough } from 'node:stream';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openSpreadsheet } from '../../../../shared/spreadsheets/open-spreadsheet';

/** What may stand in a cell, with what must come back. */
interface Written {
  readonly value: ExcelJS.CellValue;
  readonly format?: string;
  readonly text: string;
}

const blank: Written = { value: null, text: '' };
/** XML holds these, and no other controls; exceljs writes them as they are. */
const isInXml = (text: string) => !/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Cs}/u.test(text);

const texts = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom(
      '0417',
      '_x0041_',
      '_x005F_',
      '&amp;',
      ']]>',
      '<b>',
      '\ufeffmark',
      '=1+1',
      'Ngọc Ánh',
      '🏳️‍🌈',
    ),
  )
  .filter(isInXml)
  .map(
    (text): Written => ({
      // exceljs leaves it to its caller to guard what looks like an escape; Excel writes it so.
      value: text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_'),
      // A sheet has one kind of line break.
      text: text.replace(/\r\n?/g, '\n'),
    }),
  );

const wholes = fc
  .integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 })
  .map((value): Written => ({ value, text: String(value) }));
const amounts = fc
  .integer({ min: -99_999_999, max: 99_999_999 })
  .map((cents): Written => ({ value: cents / 100, format: '0.00', text: (cents / 100).toFixed(2) }));
const padded = fc
  .integer({ min: 0, max: 999_999 })
  .map((value): Written => ({ value, format: '000000', text: String(value).padStart(6, '0') }));
const dates = fc
  .date({ min: new Date('1900-03-01T00:00:00Z'), max: new Date('9999-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date): Written => {
    const text = date.toISOString().slice(0, 10);
    return { value: new Date(`${text}T00:00:00Z`), format: 'yyyy-mm-dd', text };
  });
const truths = fc.boolean().map((value): Written => ({ value, text: value ? 'TRUE' : 'FALSE' }));

const tables = fc.array(
  fc.array(
    fc.oneof({ weight: 4, arbitrary: texts }, fc.constant(blank), wholes, amounts, padded, dates, truths),
    {
      minLength: 1,
      maxLength: 12,
    },
  ),
  { minLength: 1, maxLength: 30 },
);

async function write(table: readonly (readonly Written[])[], useSharedStrings: boolean): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  const stream = new PassThrough().on('data', (chunk: Buffer) => chunks.push(chunk));
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useSharedStrings, useStyles: true });
  const sheet = workbook.addWorksheet('People');
  sheet.addRow(['Email', 'Name']).commit();
  sheet.addRow(['ana@example.com', 'Ana']).commit();
  for (const cells of table) {
    const row = sheet.addRow([]);
    for (const [index, { value, format }] of cells.entries()) {
      if (value === null) continue;
      row.getCell(index + 1).value = value;
      if (format !== undefined) row.getCell(index + 1).numFmt = format;
    }
    row.commit();
  }
  await workbook.commit();
  return new Uint8Array(Buffer.concat(chunks));
}

/** Each row by its number, as far as it shows something. */
async function read(bytes: Uint8Array): Promise<ReadonlyMap<number, readonly string[]>> {
  const { sheets, notices } = await openSpreadsheet({ fileName: 'people.xlsx', bytes });
  expect(notices).toEqual([]);
  return new Map(sheets[0]?.rows.map(({ rowNumber, cells }) => [rowNumber, cells]));
}

it.each([true, false])(
  'any table written as a workbook is read back the same (shared strings: %s)',
  async (isShared) => {
    await fc.assert(
      fc.asyncProperty(tables, async (table) => {
        const rows = await read(await write(table, isShared));
        for (const [index, cells] of table.entries()) {
          const readCells = rows.get(index + 3);
          // A row of blanks is no row.
          if (readCells === undefined)
            expect(cells.every(({ text }) => text.trim() === '' || /^[\p{Z}\p{C}]*$/u.test(text))).toBe(true);
          else
            expect(cells.map((_cell, column) => readCells[column] ?? '')).toEqual(
              cells.map(({ text }) => text),
            );
        }
      }),
      { numRuns: 40 },
    );
  },
);
