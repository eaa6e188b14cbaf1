import { useCallback, useEffect, useState } from 'react';
import type { PipelineFilter, PipelineRow, pipelineSorts } from '../../../shared/pipeline/pipeline-view';
import { type BridgeFailure, bridge, toBridgeFailure } from '../../bridge';
import { useRowPages } from '../new-batch/use-row-pages';

/** Which pipeline, compared with which earlier reading. */
export interface PipelinePlace {
  readonly snapshotId: string;
  readonly projectId: string;
  readonly sinceSnapshotId: string | null;
}

export interface PipelineOrder {
  readonly sort: (typeof pipelineSorts)[number];
  readonly isDescending: boolean;
}

export interface PipelineRows {
  /** How many the filter finds; null until that is known. */
  readonly matching: number | null;
  readonly rowAt: (rowIndex: number) => PipelineRow | undefined;
  readonly onRangeChange: (from: number, to: number) => void;
  readonly failure: BridgeFailure | null;
  readonly readAgain: () => void;
  /** The applications of rows `from` to `to`, both included, in the order of the grid. */
  readonly idsBetween: (from: number, to: number) => Promise<readonly string[]>;
  /** All that the filter finds, at most 50,000. */
  readonly allIds: () => Promise<readonly string[]>;
}

/** As many as one question brings. */
const mostAtOnce = 500;

/** The rows that a filter finds, read by pages as the grid moves. `revision` grows where names were added. */
export function usePipelineRows(
  place: PipelinePlace,
  filter: PipelineFilter,
  { sort, isDescending }: PipelineOrder,
  revision: number,
): PipelineRows {
  const { snapshotId, projectId, sinceSnapshotId } = place;
  const [retries, setRetries] = useState(0);
  const [failure, setFailure] = useState<BridgeFailure | null>(null);
  const [found, setFound] = useState<{ readonly filterKey: string; readonly matching: number } | null>(null);
  const filterKey = JSON.stringify([snapshotId, projectId, sinceSnapshotId, filter]);

  const ask = useCallback(
    async (offset: number, limit: number) => {
      try {
        const answer = await bridge.ask('pipeline:list-rows', {
          snapshotId,
          projectId,
          sinceSnapshotId,
          filter,
          sort,
          isDescending,
          offset,
          limit,
        });
        setFailure(null);
        setFound({ filterKey, matching: answer.matching });
        return answer.rows;
      } catch (thrown) {
        setFailure(toBridgeFailure(thrown));
        throw thrown;
      }
    },
    [snapshotId, projectId, sinceSnapshotId, filter, filterKey, sort, isDescending],
  );
  const read = useCallback((from: number, to: number) => ask(from, to - from), [ask]);
  const wanted = revision + retries;

  // The first question only counts: pages are asked for when it is known how many there are.
  useEffect(() => {
    if (wanted >= 0) ask(0, 1).catch(() => undefined);
  }, [ask, wanted]);

  const matching = found?.filterKey === filterKey ? found.matching : null;
  const pages = useRowPages({
    read,
    rowCount: matching ?? 0,
    listKey: `${filterKey} ${sort} ${isDescending}`,
    revision: wanted,
  });

  const idsBetween = async (from: number, to: number): Promise<readonly string[]> => {
    const ids: string[] = [];
    for (let offset = from; offset <= to; offset += mostAtOnce) {
      const rows = await ask(offset, Math.min(mostAtOnce, to - offset + 1));
      for (const { applicationId } of rows) ids.push(applicationId);
    }
    return ids;
  };
  const allIds = async (): Promise<readonly string[]> => {
    const { applicationIds } = await bridge.ask('pipeline:list-ids', {
      snapshotId,
      projectId,
      sinceSnapshotId,
      filter,
    });
    return applicationIds;
  };
  return {
    matching,
    ...pages,
    failure,
    readAgain: () => setRetries((before) => before + 1),
    idsBetween,
    allIds,
  };
}
