import type { PipelineField } from '../../../shared/pipeline/pipeline-field';
import { pipelineFieldLabels } from '../../../shared/pipeline/pipeline-field';
import type { PipelineSheetRow } from '../../../shared/pipeline/pipeline-sheet';
import type { PreparedPipeline } from '../../../shared/pipeline/prepared-pipeline';
import type { DataGridColumn } from '../../components/data-grid/data-grid-types';
import { conflictSentence } from '../../components/pipeline-review/pipeline-review-words';
import { editedFields, fieldValue } from '../../worker/edited-pipeline-row';

/** A row that is left out, with why. */
export interface RowToFix {
  readonly row: PipelineSheetRow;
  readonly conflict: PreparedPipeline['conflicts'][number];
}

export type FixableField = (typeof editedFields)[number];

/** The column that says why. */
export const whyColumnId = 'why';

/** Whether a column of this grid is a field. */
export function isFixableField(columnId: string): columnId is FixableField {
  return editedFields.some((field) => field === columnId);
}

/** The fields that can be changed: those that have a column of the sheet; of edits in an exported pipeline the stage alone. */
export function fixableFields(
  isEdits: boolean,
  mapped: Readonly<Partial<Record<PipelineField, number>>>,
): readonly FixableField[] {
  return isEdits ? ['stage'] : editedFields.filter((field) => mapped[field] !== undefined);
}

/** Row, who, what can be changed, and why the row is left out. */
export function toFixColumns(fields: readonly FixableField[]): readonly DataGridColumn<RowToFix>[] {
  return [
    {
      id: 'row',
      header: 'Row',
      width: 56,
      isRowHeader: true,
      align: 'end',
      text: ({ row }) => String(row.rowNumber),
    },
    {
      id: 'who',
      header: 'Who',
      width: 160,
      tone: 'strong',
      text: ({ conflict }) => conflict.name ?? 'Name not known',
    },
    ...fields.map(
      (field): DataGridColumn<RowToFix> => ({
        id: field,
        header: pipelineFieldLabels[field],
        width: 144,
        text: ({ row }) => fieldValue(row, field) ?? '',
        canEdit: () => true,
        tint: ({ conflict }) => (conflict.choice?.field === field ? 'refused' : null),
        problem: ({ conflict }) =>
          conflict.choice?.field === field ? conflictSentence(conflict.sentence) : null,
      }),
    ),
    {
      id: whyColumnId,
      header: 'Why it is left out',
      width: 280,
      grows: true,
      tone: 'second',
      text: ({ conflict }) => conflictSentence(conflict.sentence),
      view: ({ conflict }) => (
        <span title={conflictSentence(conflict.sentence)}>{conflictSentence(conflict.sentence)}</span>
      ),
    },
  ];
}
