import { useCallback, useState } from 'react';
import { type BridgeFailure, toBridgeFailure } from '../../bridge';
import type { PipelineRows } from './use-pipeline-rows';

export interface Selection {
  readonly ids: ReadonlySet<string>;
  readonly has: (applicationId: string) => boolean;
  /** One row, or with Shift all from the last pressed one to this. */
  readonly toggle: (applicationId: string, rowIndex: number, withShift: boolean) => void;
  /** All that the filter finds besides those chosen already. */
  readonly addAll: () => void;
  /** Takes all that the filter finds out. */
  readonly removeAll: () => void;
  readonly clear: () => void;
  /** Whether all that were shown were chosen at once, and nothing was changed since. */
  readonly isAllShown: boolean;
  readonly failure: BridgeFailure | null;
}

const nobody: ReadonlySet<string> = new Set();

/** Who is chosen. `shownKey` tells one filter from another. It outlives filters and sorting; another reading of the pipeline begins anew. */
export function useSelection(snapshotId: string, shownKey: string, rows: PipelineRows): Selection {
  const [chosen, setChosen] = useState({
    snapshotId,
    ids: nobody,
    anchor: null as number | null,
    allOf: null as string | null,
  });
  const [failure, setFailure] = useState<BridgeFailure | null>(null);
  const isOfThis = chosen.snapshotId === snapshotId;
  const ids = isOfThis ? chosen.ids : nobody;
  const anchor = isOfThis ? chosen.anchor : null;

  const change = (
    changed: readonly string[],
    isAdding: boolean,
    nextAnchor: number | null,
    allOf: string | null,
  ) =>
    setChosen((before) => {
      const next = new Set(before.snapshotId === snapshotId ? before.ids : nobody);
      for (const id of changed)
        if (isAdding) next.add(id);
        else next.delete(id);
      return { snapshotId, ids: next, anchor: nextAnchor, allOf };
    });
  const changeBy = (
    read: Promise<readonly string[]>,
    isAdding: boolean,
    nextAnchor: number | null,
    allOf: string | null,
  ) => {
    setFailure(null);
    read.then(
      (changed) => change(changed, isAdding, nextAnchor, allOf),
      (thrown: unknown) => setFailure(toBridgeFailure(thrown)),
    );
  };

  return {
    ids,
    has: useCallback((applicationId: string) => ids.has(applicationId), [ids]),
    toggle: (applicationId, rowIndex, withShift) => {
      if (withShift && anchor !== null && anchor !== rowIndex)
        changeBy(
          rows.idsBetween(Math.min(anchor, rowIndex), Math.max(anchor, rowIndex)),
          true,
          rowIndex,
          null,
        );
      else change([applicationId], !ids.has(applicationId), rowIndex, null);
    },
    addAll: () => changeBy(rows.allIds(), true, null, shownKey),
    removeAll: () => changeBy(rows.allIds(), false, null, null),
    clear: () => setChosen({ snapshotId, ids: nobody, anchor: null, allOf: null }),
    isAllShown: isOfThis && chosen.allOf === shownKey && ids.size > 0,
    failure,
  };
}
