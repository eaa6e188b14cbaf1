// One opened file: its sheets, the one chosen, its header row, and the lines of the preview.

import type { SavedSheet } from '../../shared/drafts/draft';
import { findExportedPipeline } from '../../shared/pipeline/exported-pipeline';
import { bestSheet } from '../../shared/spreadsheets/best-sheet';
import { findTable } from '../../shared/spreadsheets/find-table';
import { otherListNotices } from '../../shared/spreadsheets/other-list';
import type { OpenedSpreadsheet, Sheet, SheetRow, Table } from '../../shared/spreadsheets/spreadsheet';
import { toHandedOverView } from './handed-over-view';
import { type FileSummary, mostPreviewColumns, type RawRow, type TableSummary } from './session-types';

/** A preview cell shows a line; the rest of a very long text is not sent to the window. */
const shownCellLength = 300;

export class OpenedFile {
  private readonly foundTables = new Map<number, Table>();
  private sheetIndex: number;
  private chosenHeader: { readonly row: number | null; readonly reason: string | null } | null = null;
  private shownTable: Table | null = null;
  private exportedTable: Table | null = null;

  constructor(
    readonly opened: OpenedSpreadsheet,
    readonly openId: string,
  ) {
    const { handedOver } = opened;
    if (handedOver !== undefined) {
      this.sheetIndex = 0;
      this.foundTables.set(0, handedOver.table);
      this.recognizeExport();
      return;
    }
    const exported = findExportedPipeline(opened.sheets);
    const best = bestSheet(opened);
    this.sheetIndex = exported?.sheetIndex ?? (best === null ? -1 : opened.sheets.indexOf(best));
    this.recognizeExport();
  }

  /** Whether the chosen sheet is a pipeline that this app has exported. */
  get isPipelineExport(): boolean {
    return this.exportedTable !== null;
  }

  /** The sheet that is looked at; null where nothing could be read. */
  get sheet(): Sheet | null {
    return this.opened.sheets[this.sheetIndex] ?? null;
  }

  /** The people of the chosen sheet under the chosen header. */
  get table(): Table | null {
    const sheet = this.sheet;
    if (sheet === null) return null;
    if (this.chosenHeader === null) return this.exportedTable ?? this.foundTable(this.sheetIndex, sheet);
    if (this.shownTable === null) {
      const { row, reason } = this.chosenHeader;
      const table = findTable(sheet, row);
      this.shownTable = reason === null ? table : { ...table, headerReason: reason };
    }
    return this.shownTable;
  }

  /** What was chosen or found, as a draft keeps it. @throws Error where nothing could be read. */
  choices(): Pick<SavedSheet, 'sheetIndex' | 'header'> {
    const { table } = this;
    if (table === null) throw new Error('The file has no sheet with people.');
    const kind = this.chosenHeader === null ? 'found' : 'chosen';
    return { sheetIndex: this.sheetIndex, header: { kind, row: table.headerRow } };
  }

  chooseSheet(sheetIndex: number): void {
    if (this.opened.sheets[sheetIndex] === undefined)
      throw new RangeError(`There is no sheet ${sheetIndex}.`);
    this.sheetIndex = sheetIndex;
    this.chosenHeader = null;
    this.shownTable = null;
    this.recognizeExport();
  }

  /**
   * @param headerRow the row number of the header, or null where the first row is a person already
   * @param reason why it is this one, where nobody has chosen it by hand
   */
  chooseHeaderRow(headerRow: number | null, reason: string | null = null): void {
    this.chosenHeader = { row: headerRow, reason };
    this.shownTable = null;
  }

  toSummary(): FileSummary {
    const { fileName, sizeBytes, format, sheets, reading, notices, handedOver } = this.opened;
    return {
      openId: this.openId,
      fileName,
      sizeBytes,
      format,
      reading,
      notices,
      sheets: sheets.map((sheet, sheetIndex) => ({
        sheetIndex,
        name: sheet.name,
        visibility: sheet.visibility,
        peopleCount: this.foundTable(sheetIndex, sheet).rows.length,
      })),
      table: this.toTableSummary(),
      isPipelineExport: this.isPipelineExport,
      handedOver: handedOver === undefined ? null : toHandedOverView(handedOver),
    };
  }

  /** Lines `fromRowNumber` to `toRowNumber`, both included, blank ones too. */
  rawRows(fromRowNumber: number, toRowNumber: number): RawRow[] {
    const { sheet, table } = this;
    if (sheet === null || table === null) return [];
    const leftOut = new Set(table.leftOut.map(({ rowNumber }) => rowNumber));
    const firstPerson = table.rows[0]?.rowNumber ?? Number.POSITIVE_INFINITY;
    const rawRows: RawRow[] = [];
    let index = indexFrom(sheet.rows, fromRowNumber);
    for (let rowNumber = fromRowNumber; rowNumber <= toRowNumber; rowNumber++) {
      const row = sheet.rows[index];
      if (row?.rowNumber !== rowNumber) {
        rawRows.push({ rowNumber, cells: [], hidden: false, role: 'blank' });
        continue;
      }
      index++;
      const role =
        rowNumber === table.headerRow
          ? 'header'
          : rowNumber < (table.headerRow ?? firstPerson)
            ? 'above'
            : leftOut.has(rowNumber)
              ? 'left-out'
              : 'person';
      rawRows.push({
        rowNumber,
        cells: withoutEmptyEnd(row.cells.slice(0, mostPreviewColumns)).map(cutForScreen),
        hidden: row.hidden,
        role,
      });
    }
    return rawRows;
  }

  /** In a pipeline that this app has exported every row counts, also one that looks like a total. */
  private recognizeExport(): void {
    const { sheet } = this;
    const { handedOver } = this.opened;
    // A batch file says what it is for; only one of edits has to be told by its headers once more.
    const mayBe = handedOver === undefined || handedOver.head.work.operation === 'as-edited';
    const exported = sheet === null || !mayBe ? null : findExportedPipeline([sheet]);
    this.exportedTable =
      exported === null
        ? null
        : { ...exported.table, headerReason: 'This pipeline was exported by Flowmingo Batch.' };
  }

  private foundTable(sheetIndex: number, sheet: Sheet): Table {
    const known = this.foundTables.get(sheetIndex);
    if (known !== undefined) return known;
    const table = findTable(sheet, 'auto');
    this.foundTables.set(sheetIndex, table);
    return table;
  }

  private toTableSummary(): TableSummary | null {
    const { sheet, table } = this;
    if (sheet === null || table === null) return null;
    return {
      sheetIndex: this.sheetIndex,
      headerRow: table.headerRow,
      headerReason: table.headerReason,
      peopleCount: table.rows.length,
      firstRowNumber: table.rows[0]?.rowNumber ?? null,
      lastRowNumber: table.rows.at(-1)?.rowNumber ?? null,
      hiddenPeopleCount: table.rows.reduce((count, row) => count + (row.hidden ? 1 : 0), 0),
      leftOutCount: table.leftOut.filter(({ why }) => why !== 'other-list').length,
      columnCount: sheet.columnCount,
      hiddenColumns: sheet.hiddenColumns ?? [],
      notices: otherListNotices(table),
      lineCount: sheet.rows.at(-1)?.rowNumber ?? 0,
    };
  }
}

function withoutEmptyEnd(cells: readonly string[]): readonly string[] {
  let length = cells.length;
  while (length > 0 && cells[length - 1] === '') length--;
  return cells.slice(0, length);
}

function cutForScreen(text: string): string {
  return text.length <= shownCellLength ? text : `${text.slice(0, shownCellLength)}…`;
}

/** The index of the first row whose number is not below `rowNumber`. */
function indexFrom(rows: readonly SheetRow[], rowNumber: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.rowNumber ?? 0) < rowNumber) low = middle + 1;
    else high = middle;
  }
  return low;
}
