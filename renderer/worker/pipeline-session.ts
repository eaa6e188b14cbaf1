// A sheet of adds, moves or rejections, or an exported pipeline that was edited: its columns, its rows, and what was changed in them by
// hand. It finds no IDs: what a row means, the main process says when it has read the pipeline.
import { toHandedOverPipelineMapping } from '../../shared/hand-over/handed-over-choices';
import type { SavedPipelineMapping } from '../../shared/mappings/saved-pipeline-mapping';
import { maxRowsPerChunk } from '../../shared/operations/batch';
import { cellText } from '../../shared/operations/cell-text';
import type { PipelineField, PipelineSheetUse } from '../../shared/pipeline/pipeline-field';
import type { PipelineSheetOperation, PipelineSheetRow } from '../../shared/pipeline/pipeline-sheet';
import { type EditedField, editedFields } from './edited-pipeline-row';
import { MappedPipeline } from './mapped-pipeline';
import type { RowChange } from './row-changes';
import { changeSentence } from './row-fixes';
import type { PipelineColumnsView } from './session-types';
import { SheetSession } from './sheet-session';

/** The session's part in work on pipelines. */
export class PipelineSession extends SheetSession {
  /** The columns for work on a pipeline, with what each is used as in a sheet of this use. */
  pipelineColumns(use: PipelineSheetUse): PipelineColumnsView {
    return this.needPipeline().columns(use);
  }

  assignPipeline(
    use: PipelineSheetUse,
    columnIndex: number,
    field: PipelineField | null,
  ): PipelineColumnsView {
    this.changeColumns((pipeline) => pipeline.assign(columnIndex, field));
    return this.pipelineColumns(use);
  }

  pipelineRowCount(operation: PipelineSheetOperation): number {
    return this.needPipeline().rowCount(operation);
  }

  /** Rows for the main process from an index (0-based) on, at most `maxRowsPerChunk`; an empty list after the last. */
  pipelineRows(operation: PipelineSheetOperation, from: number): PipelineSheetRow[] {
    return this.needPipeline().rows(operation, from, from + maxRowsPerChunk, this.changes);
  }

  /** The rows with these numbers, with what was changed by hand. */
  pipelineRowsNumbered(operation: PipelineSheetOperation, rowNumbers: readonly number[]): PipelineSheetRow[] {
    return this.needPipeline().rowsNumbered(operation, rowNumbers, this.changes);
  }

  /** Puts a value into a cell of a row of work on a pipeline, as one step for Undo; answers the row as it is then. */
  editPipeline(
    operation: PipelineSheetOperation,
    rowNumber: number,
    field: EditedField,
    value: string,
  ): PipelineSheetRow[] {
    const changes: RowChange[] = [{ kind: 'value', rowNumber, field, value: cellText(value) }];
    this.changes.apply(changeSentence('Changed', changes), changes);
    return this.pipelineRowsNumbered(operation, [rowNumber]);
  }

  /** Takes the last change of a cell back, or makes it again. Answers what could be taken back or made again next, in words. */
  stepPipeline(way: 'undo' | 'redo' | 'stay'): {
    readonly undoes: string | null;
    readonly redoes: string | null;
  } {
    if (way === 'undo') this.changes.undo();
    if (way === 'redo') this.changes.redo();
    const { undoes, redoes } = this.changes;
    return { undoes, redoes };
  }

  /** Puts to use what is remembered of this header, the first time; answers the columns. */
  recallPipeline(use: PipelineSheetUse, saved: readonly SavedPipelineMapping[]): PipelineColumnsView {
    this.needPipeline().recall(saved);
    return this.pipelineColumns(use);
  }

  /** Proposes the columns as if nothing were remembered. */
  proposePipelineAnew(use: PipelineSheetUse): PipelineColumnsView {
    this.changeColumns((pipeline) => pipeline.proposeAnew());
    return this.pipelineColumns(use);
  }

  /** What to remember of the columns as they are used now; null where nothing should be. */
  pipelineMappingToRemember(): SavedPipelineMapping | null {
    return this.needPipeline().toRemember();
  }

  /** What was changed by hand in a field that comes from another column now is forgotten, as for invitations. */
  private changeColumns(change: (pipeline: MappedPipeline) => void): void {
    const pipeline = this.needPipeline();
    const before = pipeline.mapping.columns;
    change(pipeline);
    const after = pipeline.mapping.columns;
    const isOther = (field: PipelineField) => before[field] !== after[field];
    this.changes.forgetFields(
      editedFields.filter(
        (field) =>
          this.changes.hasEdits(field) &&
          (isOther(field) || ((field === 'firstname' || field === 'lastname') && isOther('fullname'))),
      ),
    );
  }

  protected needPipeline(): MappedPipeline {
    if (this.pipeline !== null) return this.pipeline;
    const { sheet, table } = this.needFile();
    if (sheet === null || table === null) throw new Error('The file has no sheet with people.');
    const work = this.needFile().opened.handedOver?.head.work;
    this.pipeline = new MappedPipeline(
      table,
      sheet,
      work === undefined || work.operation === 'invite' ? null : toHandedOverPipelineMapping(work),
    );
    return this.pipeline;
  }
}
