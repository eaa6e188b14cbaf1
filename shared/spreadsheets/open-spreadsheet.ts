// Bytes of a file → its sheets as text, whatever the file turns out to be.
// Never throws for a bad file: it answers with a blocking notice that says what to do.
import { isBatchFile } from '../hand-over/batch-file-bytes';
import { batchFileReader } from '../hand-over/batch-file-reader';
import { noBatchFile } from '../hand-over/unpack-batch-file';
import { bestSheet } from './best-sheet';
import { withoutExportMarks } from './export-marks';
import { fileKind, mismatchNotice } from './file-kind';
import { findTable } from './find-table';
import { htmlReader } from './html-reader';
import { oldWorkbookReader } from './old-workbook-reader';
import { openDocumentReader } from './open-document-reader';
import { shapeNotices } from './shape-notices';
import { maxCellLength, maxColumnCount } from './sheet-rows';
import type { FileNotice, OpenedSpreadsheet, ReadingChoice, Sheet, Table } from './spreadsheet';
import {
  ReadingStopped,
  type SpreadsheetFile,
  type SpreadsheetReader,
  toReadingSteps,
  UnreadableFile,
} from './spreadsheet-reader';
import { textReader } from './text-reader';
import { tooLongCell } from './too-long-cell';
import { tooWideRow } from './too-wide-row';
import { workbookReader } from './workbook-reader';
import { damagedWorkbook } from './zip-directory';

/** The largest file that is opened: ten times a list of 100,000 people. */
const maxFileBytes = 100 * 1024 ** 2;

const readers: Readonly<Record<ReturnType<typeof fileKind>, SpreadsheetReader>> = {
  text: textReader,
  workbook: workbookReader,
  html: htmlReader,
  'open-document': openDocumentReader,
  'old-workbook': oldWorkbookReader,
  'batch-file': batchFileReader,
};

/**
 * Opens a file by what it holds, not by what it is called.
 * @throws only an AbortError, once `signal` is aborted. `onProgress` gets 0–1.
 */
export async function openSpreadsheet(
  file: SpreadsheetFile,
  choice: ReadingChoice = {},
  options: { signal?: AbortSignal; onProgress?: (fraction: number) => void } = {},
): Promise<OpenedSpreadsheet> {
  const steps = toReadingSteps(options);
  steps.reached(0);
  const about = { fileName: file.fileName, sizeBytes: file.bytes.length };
  let format: OpenedSpreadsheet['format'] = 'text';
  try {
    if (file.bytes.length === 0) throw emptyFile();
    if (file.bytes.length > maxFileBytes) throw tooLargeFile(file.bytes.length);
    // What is called a batch file is expected to be one: as a list it would be another thing than what was handed over.
    if (/\.flowbatch$/i.test(file.fileName) && !isBatchFile(file.bytes)) throw noBatchFile();
    const kind = fileKind(file.bytes);
    const reader = readers[kind];
    format = reader.format;
    const { reading, notices, handedOver, tooLong, ...read } = await reader.read(file, choice, steps);
    const sheets =
      kind === 'text' ? read.sheets.map((sheet) => withoutExportMarks(sheet, file.bytes)) : read.sheets;
    for (const [index, sheet] of sheets.entries()) refuseUnlikelyRows(sheet, tooLong[index] ?? []);
    if (sheets.every((sheet) => sheet.rows.length === 0)) throw emptyFile();
    steps.reached(1);
    if (handedOver === undefined && !sheets.some(holdsPeople)) {
      const emptyTable = tableOfNobody(sheets);
      return {
        ...about,
        format,
        sheets: [],
        reading: null,
        notices: [nobody(emptyTable).notice],
        emptyTable,
      };
    }
    const mismatch = mismatchNotice(file.fileName, kind);
    const best = handedOver === undefined ? bestSheet({ sheets }) : null;
    const shape = best === null ? [] : shapeNotices(best);
    return {
      ...about,
      format,
      sheets,
      reading,
      notices: [
        ...(mismatch === null ? [] : [mismatch]),
        ...shape,
        ...tooLong.flat().map(tooLongCell),
        ...notices,
      ],
      ...(handedOver === undefined ? {} : { handedOver }),
    };
  } catch (error) {
    if (error instanceof ReadingStopped) throw error;
    return { ...about, format, sheets: [], reading: null, notices: [toNotice(error, format)] };
  }
}

/** Text beyond what Excel keeps in a cell, over a sheet: more than any list, less than what makes checking slow. */
const maxOverlongText = 4 * 1024 ** 2;

/** @throws UnreadableFile where rows go back, are wider than a sheet, or hold a text that nobody wrote (some of `tooLong`). */
function refuseUnlikelyRows({ rows }: Sheet, tooLong: readonly number[]): void {
  const isTooLong = new Set(tooLong);
  let lastRowNumber = 0;
  let overlong = 0;
  for (const { rowNumber, cells } of rows) {
    if (rowNumber <= lastRowNumber) throw damagedWorkbook();
    lastRowNumber = rowNumber;
    if (cells.length > maxColumnCount) throw tooWideRow(rowNumber);
    if (!isTooLong.has(rowNumber)) continue;
    for (const cell of cells) if (cell.length > maxCellLength) overlong += cell.length;
    if (overlong > maxOverlongText) throw tooLongText(rowNumber);
  }
}

function tooLongText(rowNumber: number): UnreadableFile {
  return new UnreadableFile(
    'file-too-large',
    `Cells of this file hold far more text than Excel allows in one (32,767 characters); row ${rowNumber} is one of them. Nothing was read. Look whether a quotation mark or line ends are missing there, and open the file again.`,
    rowNumber,
  );
}

/** Sheets with more rows than this hold more than a header, titles and totals. */
const surelyPeopleRows = 200;

function holdsPeople(sheet: Sheet): boolean {
  return sheet.rows.length > surelyPeopleRows || findTable(sheet).rows.length > 0;
}

/** Of the first sheet with a row; only for files that have one. */
function tableOfNobody(sheets: readonly Sheet[]): Table {
  const sheet = sheets.find((one) => one.rows.length > 0);
  if (sheet === undefined) throw emptyFile();
  return findTable(sheet);
}

function nobody({ headerRow }: Table): UnreadableFile {
  const where =
    headerRow === null ? 'This file has rows of text' : `Row ${headerRow} of this file is a header`;
  return new UnreadableFile(
    'no-rows',
    `${where}, but there is nobody below it. Nothing was read. Add the people below the header, or open the file that has them.`,
  );
}

function toNotice(error: unknown, format: OpenedSpreadsheet['format']): FileNotice {
  if (error instanceof UnreadableFile) return error.notice;
  return (format === 'workbook' ? damagedWorkbook() : damagedFile()).notice;
}

function damagedFile(): UnreadableFile {
  return new UnreadableFile(
    'file-damaged',
    'This file could not be read to its end: it is damaged, or larger inside than this computer can hold. Nothing was read. Export the list again, or split it into smaller files.',
  );
}

function emptyFile(): UnreadableFile {
  return new UnreadableFile(
    'file-empty',
    'This file is empty: it holds no rows at all. Nothing was read. Save or export the list again, then open the new file.',
  );
}

function tooLargeFile(sizeBytes: number): UnreadableFile {
  const megabytes = Math.ceil(sizeBytes / 1024 ** 2);
  return new UnreadableFile(
    'file-too-large',
    `This file has ${megabytes} MB; at most 100 MB can be opened. Nothing was read. Split the list, or delete columns and sheets that are not needed, and open it again.`,
  );
}
