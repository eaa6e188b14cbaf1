// From a table and its columns to the rows of a pipeline sheet: the one path for the window's worker and the command line.
// Finds no ids and decides nothing: what a row means, the main process says when it has read the pipeline.
import { cellText } from '../operations/cell-text';
import { toPerson } from '../operations/to-person';
import type { SheetRow, Table } from '../spreadsheets/spreadsheet';
import type { PipelineField, PipelineMapping } from './pipeline-field';
import type { PipelineSheetRow } from './pipeline-sheet';

export interface PipelineRowsInput {
  readonly table: Table;
  readonly mapping: PipelineMapping;
  /** The fields that count; columns of others are left alone. */
  readonly fields: readonly PipelineField[];
  /** Of an exported workbook: where the stage at its export stands. */
  readonly stageBeforeColumn: number | null;
}

/** Excel's own limit for a cell; only a text file can hold more, and the reader has said so. */
const maxCellLength = 32_767;

/** Rows `fromIndex` (0-based) up to, not including, `toIndex` of the table. */
export function toPipelineSheetRows(
  { table, mapping, fields, stageBeforeColumn }: PipelineRowsInput,
  fromIndex: number,
  toIndex: number,
): PipelineSheetRow[] {
  const columns = Object.fromEntries(
    fields.flatMap((field) => {
      const columnIndex = mapping.columns[field];
      return columnIndex === undefined ? [] : [[field, columnIndex]];
    }),
  ) as PipelineMapping['columns'];
  const { email, firstname, lastname, fullname, ats_candidate_id } = columns;
  const people = {
    columns: withoutUndefined({ email, firstname, lastname, fullname, ats_candidate_id }),
    nameOrder: mapping.nameOrder,
  };
  return table.rows.slice(fromIndex, toIndex).map((row) => {
    const person = toPerson(row, people);
    const text = (field: PipelineField) => textIn(row, columns[field]);
    return {
      rowNumber: row.rowNumber,
      cells: table.columns.map(({ columnIndex }) => clip(row.cells[columnIndex] ?? '')),
      email: clipped(person.email),
      firstname: clipped(person.firstname),
      lastname: clipped(person.lastname),
      atsCandidateId: clipped(person.ats_candidate_id),
      candidateId: text('tal_candidate_id'),
      applicationId: text('application_id'),
      project: text('project'),
      jobPost: text('job_post'),
      stage: text('stage'),
      stageBefore: textIn(row, stageBeforeColumn ?? undefined),
    };
  });
}

function withoutUndefined<Key extends string>(
  columns: Readonly<Record<Key, number | undefined>>,
): Partial<Record<Key, number>> {
  return Object.fromEntries(Object.entries(columns).filter(([, column]) => column !== undefined)) as Partial<
    Record<Key, number>
  >;
}

function textIn(row: SheetRow, columnIndex: number | undefined): string | null {
  return columnIndex === undefined ? null : clipped(cellText(row.cells[columnIndex]));
}

function clip(text: string): string {
  return text.length <= maxCellLength ? text : text.slice(0, maxCellLength);
}

function clipped(text: string | null): string | null {
  return text === null ? null : clip(text);
}
