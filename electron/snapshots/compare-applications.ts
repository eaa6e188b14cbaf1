// What changed about an application since an earlier snapshot. Pure.
import type { ChangeCounts, ChangeKind } from '../../shared/pipeline/snapshot';
import type { ApplicationEntry } from '../flowmingo/pipeline-lists';

type Compared = Pick<ApplicationEntry, 'stageId' | 'stageTitle' | 'score'>;

/** The changes of one application that is there now; `before` undefined where it was not there. */
export function changesOf(now: Compared, before: Compared | undefined): ChangeKind[] {
  if (before === undefined) return ['new'];
  const changes: ChangeKind[] = [];
  if (now.stageId !== before.stageId) changes.push('moved');
  if (now.score !== null && before.score === null) changes.push('newly-scored');
  return changes;
}

/** All changes, counted. `stageOrder`: stage titles in pipeline order. */
export function countChanges(
  now: ReadonlyMap<string, Compared>,
  before: ReadonlyMap<string, Compared>,
  since: { readonly sinceMs: number; readonly sinceSnapshotId: string },
  stageOrder: readonly string[],
): ChangeCounts {
  let added = 0;
  let newlyScored = 0;
  const movedTo = new Map<string | null, number>();
  for (const [id, one] of now) {
    const changes = changesOf(one, before.get(id));
    if (changes.includes('new')) added += 1;
    if (changes.includes('newly-scored')) newlyScored += 1;
    if (changes.includes('moved')) movedTo.set(one.stageTitle, (movedTo.get(one.stageTitle) ?? 0) + 1);
  }
  const gone = [...before.keys()].filter((id) => !now.has(id)).length;
  const place = (title: string | null) =>
    title === null
      ? stageOrder.length + 1
      : stageOrder.includes(title)
        ? stageOrder.indexOf(title)
        : stageOrder.length;
  return {
    ...since,
    new: added,
    newlyScored,
    gone,
    movedTo: [...movedTo]
      .map(([stageTitle, count]) => ({ stageTitle, count }))
      .sort((left, right) => place(left.stageTitle) - place(right.stageTitle)),
  };
}
