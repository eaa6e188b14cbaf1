import type { PipelineFilter } from '../../../shared/pipeline/pipeline-view';
import type { ChangeCounts, ChangeKind } from '../../../shared/pipeline/snapshot';
import { formatNumber } from '../../components/format-number';

/** Everybody. */
export const noFilter: PipelineFilter = {
  stageId: null,
  score: null,
  submission: null,
  change: null,
  search: '',
};

/** How a change is called in the list of filters. Who is gone is in no list any more, so there is no filter for it. */
export const changeWords: Readonly<Record<Exclude<ChangeKind, 'gone'>, string>> = {
  new: 'New',
  moved: 'Moved',
  'newly-scored': 'Newly scored',
};

/** The changes that there are, with their counts: "Moved, 14". */
export function toChangeChoices(
  changes: ChangeCounts,
): readonly { readonly kind: Exclude<ChangeKind, 'gone'>; readonly label: string }[] {
  const counts = {
    new: changes.new,
    moved: changes.movedTo.reduce((sum, { count }) => sum + count, 0),
    'newly-scored': changes.newlyScored,
  } as const;
  const kinds = ['new', 'moved', 'newly-scored'] as const;
  return kinds
    .filter((kind) => counts[kind] > 0)
    .map((kind) => ({ kind, label: `${changeWords[kind]}, ${formatNumber(counts[kind])}` }));
}

/** Whether a filter leaves anybody out. */
export function isFiltered({ stageId, score, submission, change, search }: PipelineFilter): boolean {
  return stageId !== null || score !== null || submission !== null || change !== null || search !== '';
}
