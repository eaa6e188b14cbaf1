// What is still needed before a sheet of adds, moves or rejections can be prepared. The window and the command line judge it alike.
import type { PipelineMapping, PipelineSheetUse } from './pipeline-field';
import type { PipelineDefaults } from './pipeline-sheet';

/** The first thing that is missing, in a sentence that says what to do; null where nothing is. */
export function findMissing(
  use: PipelineSheetUse,
  { columns }: Pick<PipelineMapping, 'columns'>,
  defaults: PipelineDefaults,
): string | null {
  const saysWho = [columns.email, columns.ats_candidate_id, columns.tal_candidate_id].some(
    (column) => column !== undefined,
  );
  const saysApplication = use !== 'add' && columns.application_id !== undefined;
  if (!saysWho && !saysApplication)
    return use === 'add'
      ? 'No column says who: an email, your candidate ID or Flowmingo’s candidate ID.'
      : 'No column says who: an application ID, an email, your candidate ID or Flowmingo’s candidate ID.';
  if (!saysApplication && columns.project === undefined && defaults.projectId === null)
    return 'Nothing says which project. Choose one, or the column that names it.';
  if (use === 'move' && columns.stage === undefined && defaults.stageId === null)
    return 'Nothing says which stage to move to. Choose one, or the column that names it.';
  return null;
}
