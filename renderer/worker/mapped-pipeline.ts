// A sheet of work on a pipeline: its columns proposed, changed by the recruiter, and its rows as they are handed over.
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
import type { PipelineColumnsView } from './session-types';

export class MappedPipeline {
  private readonly proposal: PipelineMappingProposal;
  private readonly exported: ExportedPipeline | null;
  private chosen: PipelineMapping;

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
      const proposed = this.proposal.columns[index];
      const reason =
        held !== null && field === null
          ? 'Not needed here'
          : proposed !== undefined && proposed.field === held
            ? proposed.reason
            : held !== null && this.handedOver?.columns[held] === columnIndex
              ? 'Used so when it was prepared'
              : field === null
                ? 'You chose not to use it'
                : 'You chose this';
      const values = firstValues(this.table, columnIndex);
      return { columnIndex, letter, header, values, field, reason, isHidden };
    });
    return {
      columns,
      mapped: Object.fromEntries(
        columns.flatMap(({ field, columnIndex }) => (field === null ? [] : [[field, columnIndex]])),
      ),
    };
  }

  assign(columnIndex: number, field: PipelineField | null): void {
    this.chosen = assignPipelineColumn(this.chosen, columnIndex, field);
  }

  /** How many rows this use hands over. */
  rowCount(operation: PipelineSheetOperation): number {
    return this.tableOf(operation).rows.length;
  }

  /** Rows `from` (0-based) up to, not including, `to`. */
  rows(operation: PipelineSheetOperation, from: number, to: number): PipelineSheetRow[] {
    const isEdits = operation === 'as-edited';
    return toPipelineSheetRows(
      {
        table: this.tableOf(operation),
        mapping: isEdits ? this.needExported().mapping : this.chosen,
        fields: isEdits ? pipelineFields : fieldsOf(operation),
        stageBeforeColumn: isEdits ? this.needExported().stageBeforeColumn : null,
      },
      from,
      to,
    );
  }

  private tableOf(operation: PipelineSheetOperation): Table {
    return operation === 'as-edited' ? this.needExported().table : this.table;
  }

  private needExported(): ExportedPipeline {
    if (this.exported === null) throw new Error('This sheet is no exported pipeline.');
    return this.exported;
  }
}
