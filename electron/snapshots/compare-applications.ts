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

export interface ChangeCount {
  /** One that is there now, with what `changesOf` said of it. Each once. */
  add(now: Pick<Compared, 'stageTitle'>, changes: readonly ChangeKind[]): void;
  /** `earlierCount`: how many were there before; `stageOrder`: stage titles in pipeline order. */
  end(
    earlierCount: number,
    since: { readonly sinceMs: number; readonly sinceSnapshotId: string },
    stageOrder: readonly string[],
  ): ChangeCounts;
}

/** Counts changes, one application after the other. */
export function createChangeCount(): ChangeCount {
  let added = 0;
  let newlyScored = 0;
  let stayed = 0;
  const movedTo = new Map<string | null, number>();
  return {
    add: ({ stageTitle }, changes) => {
      if (changes.includes('new')) added += 1;
      else stayed += 1;
      if (changes.includes('newly-scored')) newlyScored += 1;
      if (changes.includes('moved')) movedTo.set(stageTitle, (movedTo.get(stageTitle) ?? 0) + 1);
    },
    end: (earlierCount, since, stageOrder) => {
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
        gone: earlierCount - stayed,
        movedTo: [...movedTo]
          .map(([stageTitle, count]) => ({ stageTitle, count }))
          .sort((left, right) => place(left.stageTitle) - place(right.stageTitle)),
      };
    },
  };
}
