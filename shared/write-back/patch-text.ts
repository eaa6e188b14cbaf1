// Columns put at the end of the records of a text file: same bytes, encoding, delimiter, row ends and mark. Never writes a text that a
// spreadsheet program could take for a formula.
import { guardFormula } from '../spreadsheets/formula-guard';
import type { TextForm } from '../spreadsheets/spreadsheet';
import { createTextEncoding } from './encode-text';
import type { PatchedFile } from './patch-workbook';
import { readRecords, type TextRecord } from './text-records';
import type { SheetAdditions, WriteBackValue } from './write-back-order';

/** Rows without a result keep their length; all others are filled up to where our columns begin. */
export function patchText(
  bytes: Uint8Array,
  reading: TextForm,
  { headerRow, columns, rows }: SheetAdditions,
): PatchedFile {
  const records = [...readRecords(bytes, reading)];
  const firstColumn = records.reduce(
    (most, { rowNumber, cellCount }) => (rowNumber === 0 ? most : Math.max(most, cellCount)),
    0,
  );
  const quotesAll = records.find(({ rowNumber }) => rowNumber === headerRow)?.isQuoted ?? false;
  const encoding = createTextEncoding(reading.encoding);
  const pieces: Uint8Array[] = [];
  let length = 0;
  let copied = 0;
  const add = (piece: Uint8Array) => {
    pieces.push(piece);
    length += piece.length;
  };
  const append = ({ to, cellCount }: TextRecord, texts: readonly string[]) => {
    const { delimiter } = reading;
    const cells = texts.map((text) => toField(guardFormula(text), delimiter, quotesAll));
    add(bytes.subarray(copied, to));
    add(
      encoding.encode(
        delimiter.repeat(firstColumn - cellCount) + cells.map((cell) => delimiter + cell).join(''),
      ),
    );
    copied = to;
  };
  for (const record of records) {
    const values = rows.get(record.rowNumber);
    if (values !== undefined) append(record, values.map(toText));
    else if (record.rowNumber === headerRow)
      append(
        record,
        columns.map(({ header }) => header),
      );
  }
  add(bytes.subarray(copied));
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return {
    bytes: whole,
    firstColumn,
    notices: encoding.hasReplaced
      ? [
          'Some letters of the results have no place in the encoding of your file. A question mark stands there; Save as CSV or XLSX has them all.',
        ]
      : [],
  };
}

/** As our results files have it. */
export function toText(value: WriteBackValue): string {
  return value.kind === 'none' ? '' : value.text;
}

function toField(text: string, delimiter: string, quotes: boolean): string {
  const needsQuotes = text.includes(delimiter) || /["\r\n]|^\s|\s$/.test(text);
  return needsQuotes || (quotes && text !== '') ? `"${text.replaceAll('"', '""')}"` : text;
}
