// Reads OpenDocument spreadsheets (.ods). Their cells hold the text that was last shown beside the value, and that text is what is taken.
// Never unpacks more than the limits allow, never runs a formula or a macro.
import { resolveFormulaLinks } from './formula-links';
import { OpenDocumentScanner } from './open-document-scanner';
import { refuseDoctypes } from './refuse-doctypes';
import { scanPart } from './scan-part';
import { tooLongRows, toSheet } from './sheet-rows';
import type { ReadingChoice } from './spreadsheet';
import {
  type ReadingSteps,
  type ReadSheets,
  type SpreadsheetFile,
  type SpreadsheetReader,
  UnreadableFile,
} from './spreadsheet-reader';
import { unpackWhole } from './unpack-part';
import { BadXml } from './xml-scanner';
import { damagedWorkbook, readZipDirectory, type ZipEntry } from './zip-directory';

/** Reads every sheet of an OpenDocument spreadsheet as the text that its program shows. */
export const openDocumentReader: SpreadsheetReader = { format: 'workbook', read: readOpenDocument };

async function readOpenDocument(
  file: SpreadsheetFile,
  _choice: ReadingChoice,
  steps: ReadingSteps,
): Promise<ReadSheets> {
  const entries = readZipDirectory(file.bytes);
  await refuseEncrypted(file.bytes, entries);
  const content = entries.find(({ name }) => name === 'content.xml');
  if (content === undefined) throw damagedWorkbook();
  refuseDoctypes(file.bytes, [content]);
  const scanner = new OpenDocumentScanner();
  try {
    await scanPart(file.bytes, content, scanner, steps, [0, 1]);
  } catch (error) {
    throw error instanceof BadXml ? damagedWorkbook() : error;
  }
  const { tables } = scanner;
  if (tables.length === 0) throw damagedWorkbook();
  const linkNotices = resolveFormulaLinks(tables);
  return {
    sheets: tables.map(({ name, isHidden, rows, hiddenSpans }) =>
      toSheet(name, isHidden ? 'hidden' : 'visible', rows, hiddenSpans),
    ),
    reading: null,
    notices: linkNotices,
    tooLong: tables.map(({ rows }) => tooLongRows(rows)),
  };
}

/** The manifest of a protected document says how each part is encrypted; the parts themselves look like noise. */
async function refuseEncrypted(bytes: Uint8Array, entries: readonly ZipEntry[]): Promise<void> {
  const manifest = entries.find(({ name }) => name === 'META-INF/manifest.xml');
  if (manifest === undefined) return;
  const text = new TextDecoder().decode(await unpackWhole(bytes, manifest));
  if (!text.includes('encryption-data')) return;
  throw new UnreadableFile(
    'file-encrypted',
    'This spreadsheet is protected with a password. Nothing was read. Open it with its password, save it without one (File > Save As, without “Save with password”), and open that file here.',
  );
}
