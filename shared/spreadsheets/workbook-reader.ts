// Reads XLSX and XLSM through hucre. Never lets it loose on a file that has not passed the limits and the search for DOCTYPEs.
import { readXlsx } from 'hucre/xlsx';
import { displayedNumber } from './displayed-number';
import { refuseDoctypes } from './refuse-doctypes';
import { hasText, hasTooLong, isBlank, toSheet } from './sheet-rows';
import type { FileNotice, ReadingChoice, Sheet, SheetRow } from './spreadsheet';
import { type ReadSheets, type ReadingSteps, type SpreadsheetFile, type SpreadsheetReader, UnreadableFile } from './spreadsheet-reader';
import { tooLongCell } from './too-long-cell';
import { damagedWorkbook, readZipDirectory } from './zip-directory';

/** Reads every sheet of a workbook as the text that Excel shows. */
export const workbookReader: SpreadsheetReader = { format: 'workbook', read: readWorkbook };

type HucreWorkbook = Awaited<ReturnType<typeof readXlsx>>;
type HucreSheet = HucreWorkbook['sheets'][number];
type HucreCell = NonNullable<HucreSheet['cells']> extends Map<string, infer Cell> ? Cell : never;

async function readWorkbook(file: SpreadsheetFile, _choice: ReadingChoice, steps: ReadingSteps): Promise<ReadSheets> {
  const entries = readZipDirectory(file.bytes);
  refuseDoctypes(file.bytes, entries);
  steps.reached(0.1);
  let workbook: HucreWorkbook;
  try {
    workbook = await readXlsx(file.bytes, { readStyles: true });
  } catch {
    throw damagedWorkbook();
  }
  steps.reached(0.7);
  const notices: FileNotice[] = [];
  const sheets = workbook.sheets.map((sheet, index) => {
    const read = readSheet(sheet, notices);
    steps.reached(0.7 + (0.3 * (index + 1)) / workbook.sheets.length);
    return read;
  });
  if (sheets.length === 0) throw new UnreadableFile('file-empty', 'This workbook holds no sheet with cells. Nothing was read. Open the workbook that holds the people.');
  return { sheets, reading: null, notices };
}

function readSheet(sheet: HucreSheet, notices: FileNotice[]): Sheet {
  const details = sheet.cells ?? new Map<string, HucreCell>();
  const links = linksByRow(details);
  const rows: SheetRow[] = [];
  sheet.rows.forEach((values, rowIndex) => {
    const cells = toCells(values, rowIndex, details);
    if (!hasText(cells)) return;
    const rowNumber = rowIndex + 1;
    if (hasTooLong(cells)) notices.push(tooLongCell(rowNumber));
    const hidden = sheet.rowDefs?.get(rowIndex)?.hidden === true;
    const rowLinks = linksOf(cells, links.get(rowIndex));
    rows.push(rowLinks ? { rowNumber, cells, hidden, links: rowLinks } : { rowNumber, cells, hidden });
  });
  return toSheet(sheet.name, sheet.hidden || sheet.veryHidden ? 'hidden' : 'visible', rows);
}

function toCells(values: readonly unknown[], rowIndex: number, details: ReadonlyMap<string, HucreCell>): string[] {
  let width = values.length;
  while (width > 0 && (values[width - 1] === null || values[width - 1] === '')) width--;
  const cells: string[] = new Array(width);
  for (let column = 0; column < width; column++) {
    const value = values[column];
    cells[column] = typeof value === 'string' ? value : toText(value, details.get(`${rowIndex},${column}`)?.style?.numFmt);
  }
  return cells;
}

/** Days from 30 December 1899, Excel's day 0, and what a day has of milliseconds. */
const dayZeroMs = Date.UTC(1899, 11, 30);
const dayMs = 86_400_000;

function toText(value: unknown, format: string | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'number') return displayedNumber(value, format ?? 'General');
  if (value instanceof Date) return displayedNumber((value.getTime() - dayZeroMs) / dayMs, format ?? 'yyyy-mm-dd');
  return String(value);
}

function linksByRow(details: ReadonlyMap<string, HucreCell>): ReadonlyMap<number, Map<number, string>> {
  const rows = new Map<number, Map<number, string>>();
  for (const [place, cell] of details) {
    const target = cell.hyperlink?.location ? '' : cell.hyperlink?.target;
    if (!target) continue;
    const [row, column] = place.split(',').map(Number);
    if (row === undefined || column === undefined) continue;
    const inRow = rows.get(row) ?? new Map<number, string>();
    inRow.set(column, target);
    rows.set(row, inRow);
  }
  return rows;
}

/** The addresses that differ from what their cells show. */
function linksOf(cells: readonly string[], targets: ReadonlyMap<number, string> | undefined): ReadonlyMap<number, string> | null {
  if (!targets) return null;
  const links = new Map<number, string>();
  for (const [column, target] of targets) if (!isBlank(cells[column] ?? '') && cells[column] !== target) links.set(column, target);
  return links.size > 0 ? links : null;
}
