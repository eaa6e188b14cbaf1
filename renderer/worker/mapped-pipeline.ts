// A sheet of work on a pipeline: its columns proposed, changed by the recruiter, and its rows as they are handed over.
import {
  recallPipelineMapping,
  type SavedPipelineMapping,
  toSavedPipelineMapping,
} from '../../shared/mappings/saved-pipeline-mapping';
import { type ExportedPipeline, findExportedPipeline } from '../../shared/pipeline/exported-pipeline';
import {
  assignPipelineColumn,
  fieldsOf,
  type PipelineField,
  type PipelineMapping,
  type PipelineSheetUse,
  pipelineFields,
} from '../../shared/pipeline/pipeline-field';
import type { PipelineSheetOperation, PipelineSheetRow } from '../../shared/pipeline/pipeline-sheet';
import { toPipelineSheetRows } from '../../shared/pipeline/pipeline-sheet-rows';
import {
  type PipelineMappingProposal,
  proposePipelineMapping,
} from '../../shared/pipeline/propose-pipeline-mapping';
import type { Sheet, Table } from '../../shared/spreadsheets/spreadsheet';
import { firstValues } from './column-views';
import { withEdits } from './edited-pipeline-row';
import type { RowChanges } from './row-changes';
import type { PipelineColumnsView } from './session-types';

export class MappedPipeline {
  private readonly proposal: PipelineMappingProposal;
  private readonly exported: ExportedPipeline | null;
  private chosen: PipelineMapping;
  /** Put to use, and not let go of. */
  private recalled: PipelineMapping | null = null;
  private isTouched = false;

  constructor(
    readonly table: Table,
    sheet: Sheet,
    private readonly handedOver: PipelineMapping | null = null,
  ) {
    this.proposal = proposePipelineMapping(table);
    this.exported = findExportedPipeline([sheet]);
    this.chosen = handedOver ?? this.proposal.mapping;
  }

  get mapping(): PipelineMapping {
    return this.chosen;
  }

  /** Puts to use what is remembered of exactly this header, unless somebody has chosen already. */
  recall(saved: readonly SavedPipelineMapping[]): void {
    if (this.isTouched || this.handedOver !== null) return;
    this.isTouched = true;
    this.recalled = recallPipelineMapping(this.table, saved);
    this.chosen = this.recalled ?? this.chosen;
  }

  /** Lets go of what is remembered, and proposes from header and values. */
  proposeAnew(): void {
    this.recalled = null;
    this.chosen = this.proposal.mapping;
  }

  /** What to remember of these columns; null where nothing should be. */
  toRemember(): SavedPipelineMapping | null {
    return toSavedPipelineMapping(this.table, this.chosen);
  }

  columns(use: PipelineSheetUse): PipelineColumnsView {
    const fields = fieldsOf(use);
    const fieldOf = new Map(
      (Object.entries(this.chosen.columns) as [PipelineField, number][]).map(([field, columnIndex]) => [
        columnIndex,
        field,
      ]),
    );
    const columns = this.table.columns.map(({ columnIndex, letter, header, isHidden = false }, index) => {
      const held = fieldOf.get(columnIndex) ?? null;
      const field = held !== null && fields.includes(held) ? held : null;
      const reason =
        held !== null && field === null ? 'Not needed here' : this.reasonOf(columnIndex, index, held);
      const values = firstValues(this.table, columnIndex);
      return { columnIndex, letter, header, values, field, reason, isHidden };
    });
    return {
      columns,
      mapped: Object.fromEntries(
        columns.flatMap(({ field, columnIndex }) => (field === null ? [] : [[field, columnIndex]])),
      ),
      isRecalled: this.recalled !== null,
    };
  }

  assign(columnIndex: number, field: PipelineField | null): void {
    this.isTouched = true;
    this.chosen = assignPipelineColumn(this.chosen, columnIndex, field);
  }

  /** How many rows this use hands over. */
  rowCount(operation: PipelineSheetOperation): number {
    return this.tableOf(operation).rows.length;
  }

  /** Rows `from` (0-based) up to, not including, `to`, with what was changed by hand. */
  rows(
    operation: PipelineSheetOperation,
    from: number,
    to: number,
    edits: Pick<RowChanges, 'edits' | 'workEdits'>,
  ): PipelineSheetRow[] {
    return this.toRows(operation, this.tableOf(operation).rows.slice(from, to), edits);
  }

  /** The rows with these numbers, in the order of the sheet. */
  rowsNumbered(
    operation: PipelineSheetOperation,
    rowNumbers: readonly number[],
    edits: Pick<RowChanges, 'edits' | 'workEdits'>,
  ): PipelineSheetRow[] {
    const wanted = new Set(rowNumbers);
    const rows = this.tableOf(operation).rows.filter(({ rowNumber }) => wanted.has(rowNumber));
    return this.toRows(operation, rows, edits);
  }

  /** The table with what was changed by hand in the cells, for a colleague. */
  editedTable({ edits, workEdits }: Pick<RowChanges, 'edits' | 'workEdits'>): Table {
    const columns = Object.entries(this.chosen.columns) as [keyof typeof this.chosen.columns, number][];
    const rows = this.table.rows.map((row) => {
      const changed = new Map(
        Object.entries({ ...edits.get(row.rowNumber), ...workEdits.get(row.rowNumber) }),
      );
      if (changed.size === 0) return row;
      const cells = [...row.cells];
      for (const [field, columnIndex] of columns)
        if (changed.has(field)) cells[columnIndex] = changed.get(field) ?? '';
      return { ...row, cells };
    });
    return { ...this.table, rows };
  }

  private toRows(
    operation: PipelineSheetOperation,
    rows: Table['rows'],
    { edits, workEdits }: Pick<RowChanges, 'edits' | 'workEdits'>,
  ): PipelineSheetRow[] {
    const isEdits = operation === 'as-edited';
    const read = toPipelineSheetRows(
      {
        table: { ...this.tableOf(operation), rows },
        mapping: isEdits ? this.needExported().mapping : this.chosen,
        fields: isEdits ? pipelineFields : fieldsOf(operation),
        stageBeforeColumn: isEdits ? this.needExported().stageBeforeColumn : null,
      },
      0,
      rows.length,
    );
    return read.map((row) =>
      withEdits(row, { ...edits.get(row.rowNumber), ...workEdits.get(row.rowNumber) }),
    );
  }

  private reasonOf(columnIndex: number, index: number, held: PipelineField | null): string {
    const proposed = this.proposal.columns[index];
    if (held === null) {
      if (proposed !== undefined && proposed.field === null) return proposed.reason;
      const wasUsed = Object.values(this.recalled?.columns ?? {}).includes(columnIndex);
      return this.recalled !== null && !wasUsed ? 'Not used last time' : 'You chose not to use it';
    }
    if (this.recalled?.columns[held] === columnIndex) return 'As last time';
    if (proposed?.field === held) return proposed.reason;
    return this.handedOver?.columns[held] === columnIndex ? 'Used so when it was prepared' : 'You chose this';
  }

  private tableOf(operation: PipelineSheetOperation): Table {
    return operation === 'as-edited' ? this.needExported().table : this.table;
  }

  private needExported(): ExportedPipeline {
    if (this.exported === null) throw new Error('This sheet is no exported pipeline.');
    return this.exported;
  }
}
