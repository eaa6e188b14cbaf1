import { useCallback, useState } from 'react';
import type { RunSummary } from '../../../shared/runs/progress';
import type { UnsurePerson } from '../../../shared/runs/unsure';
import { type BridgeFailure, bridge, toBridgeFailure } from '../../bridge';
import { useRowPages } from '../new-batch/use-row-pages';

export interface UnsureList {
  readonly count: number;
  /** The person, or undefined while they are on their way. */
  readonly personAt: (index: number) => UnsurePerson | undefined;
  readonly onRangeChange: (from: number, to: number) => void;
  readonly failure: BridgeFailure | null;
  readonly readAgain: () => void;
}

/** The unknown people of a run, read by pages as the list moves, and anew whenever their number changes or a look is over. */
export function useUnsureList({ runId, counts, undecidedCount, wait }: RunSummary): UnsureList {
  const [total, setTotal] = useState<number | null>(null);
  const [failure, setFailure] = useState<BridgeFailure | null>(null);
  const [retries, setRetries] = useState(0);
  const mark = `${counts.unknown} ${undecidedCount} ${wait?.why} ${wait?.untilMs}`;
  const [seen, setSeen] = useState({ mark, revision: 0 });
  if (seen.mark !== mark) setSeen({ mark, revision: seen.revision + 1 });

  const read = useCallback(
    async (from: number, to: number) => {
      try {
        const page = await bridge.ask('runs:list-unsure', { runId, offset: from, limit: to - from });
        setTotal(page.total);
        setFailure(null);
        return page.people;
      } catch (thrown) {
        setFailure(toBridgeFailure(thrown));
        throw thrown;
      }
    },
    [runId],
  );
  // The run says at once how many there are; an answer knows better.
  const count = Math.min(total ?? counts.unknown, counts.unknown);
  const pages = useRowPages({ read, rowCount: count, listKey: runId, revision: seen.revision + retries });
  return {
    count,
    personAt: pages.rowAt,
    onRangeChange: pages.onRangeChange,
    failure,
    readAgain: () => setRetries((before) => before + 1),
  };
}
