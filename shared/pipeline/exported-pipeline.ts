// Recognizes a pipeline workbook that this app has exported, when it comes back edited. Never takes a sheet for one that lacks a column
// which says what was edited.
import { findTable } from '../spreadsheets/find-table';
import { headerText } from '../spreadsheets/header-text';
import type { Sheet, Table } from '../spreadsheets/spreadsheet';
import { applicationsSheetName, exportHeaders } from './export-headers';
import type { PipelineField, PipelineMapping } from './pipeline-field';

export interface ExportedPipeline {
  readonly sheetIndex: number;
  /** Every row below the header that holds something; none is taken for a total. */
  readonly table: Table;
  readonly mapping: PipelineMapping;
  /** The column that says how the stage was when it was exported. */
  readonly stageBeforeColumn: number;
}

const fieldHeaders: readonly (readonly [PipelineField, string])[] = [
  ['email', exportHeaders.email],
  ['firstname', exportHeaders.firstname],
  ['lastname', exportHeaders.lastname],
  ['ats_candidate_id', exportHeaders.atsCandidateId],
  ['tal_candidate_id', exportHeaders.candidateId],
  ['application_id', exportHeaders.applicationId],
  ['project', exportHeaders.project],
  ['job_post', exportHeaders.jobPost],
  ['stage', exportHeaders.stage],
];
/** Without these three nobody can tell what was edited. */
const needed = [exportHeaders.applicationId, exportHeaders.stage, exportHeaders.stageBefore].map(headerText);
/** Somebody may have put a title and some notes above the header. */
const rowsLookedAt = 30;

/** The sheet and its columns, in whatever order they are; null where the file is no exported pipeline. */
export function findExportedPipeline(sheets: readonly Sheet[]): ExportedPipeline | null {
  const indexes = sheets.map((_, index) => index);
  const wanted = headerText(applicationsSheetName);
  const isNamed = (index: number) => headerText(sheets[index]?.name ?? '') === wanted;
  for (const sheetIndex of [...indexes.filter(isNamed), ...indexes.filter((index) => !isNamed(index))]) {
    const sheet = sheets[sheetIndex];
    const header = sheet?.rows
      .slice(0, rowsLookedAt)
      .find(({ cells }) => needed.every((text) => cells.some((cell) => headerText(cell) === text)));
    if (sheet !== undefined && header !== undefined)
      return toExported(sheet, sheetIndex, header.rowNumber, header.cells);
  }
  return null;
}

function toExported(
  sheet: Sheet,
  sheetIndex: number,
  headerRow: number,
  headers: readonly string[],
): ExportedPipeline {
  const columnOf = (header: string) => headers.findIndex((cell) => headerText(cell) === headerText(header));
  const columns = Object.fromEntries(
    fieldHeaders
      .map(([field, header]) => [field, columnOf(header)] as const)
      .filter(([, columnIndex]) => columnIndex !== -1),
  );
  return {
    sheetIndex,
    table: {
      ...findTable(sheet, headerRow),
      rows: sheet.rows.filter(
        ({ rowNumber, cells }) => rowNumber > headerRow && cells.some((cell) => cell.trim() !== ''),
      ),
      leftOut: [],
    },
    mapping: { columns, nameOrder: 'decide' },
    stageBeforeColumn: columnOf(exportHeaders.stageBefore),
  };
}
