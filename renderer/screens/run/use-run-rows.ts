import { useCallback, useEffect, useRef, useState } from 'react';
import type { RunRow, RunSummary } from '../../../shared/runs/progress';
import type { Outcome } from '../../../shared/runs/row-state';
import { type BridgeFailure, bridge, toBridgeFailure } from '../../bridge';
import { useRowPages } from '../new-batch/use-row-pages';

export interface RowQuestion {
  readonly outcome: Outcome | null;
  readonly search: string;
  readonly order: 'sheet' | 'latest';
}

interface RunRows {
  readonly rowCount: number;
  readonly rowAt: (rowIndex: number) => RunRow | undefined;
  readonly onRangeChange: (from: number, to: number) => void;
  readonly failure: BridgeFailure | null;
  readonly readAgain: () => void;
}

/** Rows on their way are read again no more often than this: the list is looked at, the numbers above are exact. */
const rereadMs = 1000;

/** Moves on whenever the run has changed, at most once in `rereadMs`; the last change is always seen. */
function useRevision(run: RunSummary): number {
  const [revision, setRevision] = useState(0);
  const { state, inFlight, counts, wait } = run;
  const mark = `${state} ${inFlight} ${wait?.untilMs} ${Object.values(counts).join(' ')}`;
  const [seen, setSeen] = useState(mark);
  const latest = useRef(mark);
  latest.current = mark;
  const isStale = mark !== seen;
  useEffect(() => {
    if (!isStale) return;
    // The wait begins with the first change and is not put off by later ones.
    const timer = setTimeout(() => {
      setSeen(latest.current);
      setRevision((before) => before + 1);
    }, rereadMs);
    return () => clearTimeout(timer);
  }, [isStale]);
  return revision;
}

/** The rows of a run that a question finds, read by pages as the grid moves. */
export function useRunRows(run: RunSummary, { outcome, search, order }: RowQuestion): RunRows {
  const { runId } = run;
  const [retries, setRetries] = useState(0);
  const [failure, setFailure] = useState<BridgeFailure | null>(null);
  const [found, setFound] = useState<{ readonly listKey: string; readonly matching: number } | null>(null);
  const revision = useRevision(run) + retries;
  const listKey = JSON.stringify([runId, outcome, search, order]);

  const ask = useCallback(
    async (offset: number, limit: number) => {
      try {
        const answer = await bridge.ask('runs:list-rows', {
          runId,
          outcome,
          causeCode: null,
          search,
          order,
          offset,
          limit,
        });
        setFailure(null);
        return answer;
      } catch (thrown) {
        setFailure(toBridgeFailure(thrown));
        throw thrown;
      }
    },
    [runId, outcome, search, order],
  );
  const read = useCallback(async (from: number, to: number) => (await ask(from, to - from)).rows, [ask]);

  // Without a search the counts of the run say how many rows there are; how many have happened is asked.
  const isKnown = search === '' && (order === 'sheet' || outcome !== null);
  useEffect(() => {
    if (isKnown || revision < 0) return;
    let isWanted = true;
    ask(0, 1).then(
      ({ matching }) => isWanted && setFound({ listKey, matching }),
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [ask, isKnown, listKey, revision]);

  const { counts, total, inFlight } = run;
  const happened = total - counts.notSent - counts.skipped + inFlight;
  const counted = outcome === null ? (order === 'sheet' ? total : happened) : counts[outcome];
  const asked = found?.listKey === listKey ? found.matching : null;
  const rowCount = isKnown ? counted : (asked ?? (search === '' ? counted : 0));
  const pages = useRowPages({ read, rowCount, listKey, revision });
  return { rowCount, ...pages, failure, readAgain: () => setRetries((before) => before + 1) };
}
