import type { DraftStep, DraftSummary } from '../../../shared/drafts/draft';
import type { WorkspaceView } from '../../../shared/workspaces/workspace-view';
import { formatCount } from '../../components/format-number';
import { changesWords } from '../new-batch/changes-words';

const stepNames: Readonly<Record<DraftStep, string>> = {
  preview: 'File',
  'map-columns': 'Columns',
  'check-rows': 'Check rows',
  target: 'Target and message',
  'last-look': 'Last look',
};

/** "318 rows, 12 changes". */
export function toContentWords({ peopleCount, changeCount }: DraftSummary): string {
  const rows = formatCount(peopleCount, 'row');
  return changeCount === 0 ? rows : `${rows}, ${changesWords(changeCount)}`;
}

/** "Stopped at Check rows", and for which workspace where that is another than the present one. */
export function toPlaceWords(
  { step, workspaceId }: DraftSummary,
  workspaces: readonly WorkspaceView[],
  currentId: string | null,
): string {
  const stopped = `Stopped at ${stepNames[step]}`;
  const other = workspaces.find((workspace) => workspace.workspaceId === workspaceId);
  return other === undefined || workspaceId === currentId ? stopped : `${stopped}, for ${other.name}`;
}
