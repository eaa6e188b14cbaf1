import type { NewBatchStep, SheetUse } from '../new-batch/new-batch-state';

/** The choices of what a sheet is for; `as-edited` only for an exported pipeline. */
export const sheetUseLabels: Readonly<Record<SheetUse, string>> = {
  'as-edited': 'Do what was edited',
  invite: 'Invite',
  add: 'Add to a pipeline',
  move: 'Move to a stage',
  reject: 'Reject',
};

/** Where a sheet goes on after its first step. */
export function firstStepOf(use: SheetUse): NewBatchStep {
  if (use === 'invite') return 'map-columns';
  return use === 'as-edited' ? 'pipeline-review' : 'pipeline-columns';
}
