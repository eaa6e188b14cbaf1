// Reads XLSX and XLSM. Never unpacks more than the limits allow, never runs a macro or a formula: it shows what was last calculated.

import { type LinkedSheet, resolveFormulaLinks } from './formula-links';
import { refuseDoctypes } from './refuse-doctypes';
import { scanPart } from './scan-part';
import { SharedStrings } from './shared-strings';
import { toSheet } from './sheet-rows';
import { SheetScanner, type WorkbookContext } from './sheet-scanner';
import { ShownNumbers } from './shown-numbers';
import type { FileNotice, ReadingChoice, Sheet } from './spreadsheet';
import type { ReadingSteps, ReadSheets, SpreadsheetFile, SpreadsheetReader } from './spreadsheet-reader';
import { unpackWhole } from './unpack-part';
import { type ListedWorksheet, WorkbookArchive } from './workbook-archive';
import { readFormats, readStruckStyles } from './workbook-parts';
import { BadXml } from './xml-scanner';
import { damagedWorkbook, readZipDirectory, type ZipEntry } from './zip-directory';

/** Reads every worksheet of a workbook as the text that Excel shows. */
export const workbookReader: SpreadsheetReader = { format: 'workbook', read: readWorkbook };

async function readWorkbook(
  file: SpreadsheetFile,
  _choice: ReadingChoice,
  steps: ReadingSteps,
): Promise<ReadSheets> {
  const entries = readZipDirectory(file.bytes);
  refuseDoctypes(file.bytes, entries);
  try {
    return await readAll(new WorkbookArchive(file.bytes, entries), steps);
  } catch (error) {
    throw error instanceof BadXml ? damagedWorkbook() : error;
  }
}

async function readAll(archive: WorkbookArchive, steps: ReadingSteps): Promise<ReadSheets> {
  const { worksheets, startsIn1904, styles, sharedStrings } = await archive.readContents();
  steps.reached(0.02);
  const stylesXml = styles === null ? null : await unpackWhole(archive.bytes, styles);
  const formats = stylesXml === null ? [] : readFormats(stylesXml);
  const context: WorkbookContext = {
    strings: await readStrings(archive.bytes, sharedStrings, steps),
    numbers: new ShownNumbers(formats, startsIn1904),
    struckStyles: stylesXml === null ? new Set() : readStruckStyles(stylesXml),
  };
  return readSheets(archive, worksheets, context, steps);
}

async function readSheets(
  archive: WorkbookArchive,
  worksheets: readonly ListedWorksheet[],
  context: WorkbookContext,
  steps: ReadingSteps,
): Promise<ReadSheets> {
  const linked: LinkedSheet[] = [];
  const sheets: Sheet[] = [];
  const notices: FileNotice[] = [];
  const tooLong: (readonly number[])[] = [];
  const read = new Set<ZipEntry>();
  for (const [index, { partName, name, isHidden }] of worksheets.entries()) {
    const entry = archive.needPart(partName);
    // One part as many sheets would be read many times over.
    if (read.has(entry)) throw damagedWorkbook();
    read.add(entry);
    const scanner = new SheetScanner(context, await archive.relationsOf(partName));
    const reached = (count: number) => 0.2 + (0.8 * count) / worksheets.length;
    await scanPart(archive.bytes, entry, scanner, steps, [reached(index), reached(index + 1)]);
    tooLong.push(scanner.tooLong);
    sheets.push(toSheet(name, isHidden ? 'hidden' : 'visible', scanner.rows, scanner.hiddenSpans));
    if (!isHidden) notices.push(...scanner.oddCells.toNotices(worksheets.length > 1 ? name : null));
    linked.push({ name, rows: scanner.rows, formulas: scanner.formulas });
  }
  // The rows of a sheet are those that have been scanned: links are put into both at once.
  notices.push(...resolveFormulaLinks(linked));
  return { sheets, reading: null, notices, tooLong };
}

async function readStrings(
  bytes: Uint8Array,
  entry: ZipEntry | null,
  steps: ReadingSteps,
): Promise<readonly string[]> {
  const scanner = new SharedStrings();
  if (entry !== null) await scanPart(bytes, entry, scanner, steps, [0.02, 0.2]);
  return scanner.strings;
}
