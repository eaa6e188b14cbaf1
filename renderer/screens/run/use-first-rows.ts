import { useCallback } from 'react';
import type { RunRow, RunSummary } from '../../../shared/runs/progress';
import { bridge } from '../../bridge';
import { type Asked, useAsked } from '../../components/use-asked';

/** More would push the list below off the screen; they stand there too. */
const shownCount = 6;

interface FirstRows {
  /** In the sheet's order. */
  readonly rows: readonly RunRow[];
  /** How many have come back besides. */
  readonly moreCount: number;
}

/** The rows that have come back before the run paused for a look. */
export function useFirstRows({ runId, counts }: RunSummary): {
  readonly asked: Asked<FirstRows>;
  readonly askAgain: () => void;
} {
  const { done, alreadyThere, refused, unknown } = counts;
  const mark = `${done} ${alreadyThere} ${refused} ${unknown}`;
  return useAsked(
    useCallback(async (): Promise<FirstRows> => {
      // `mark` makes it another question: a decision or a look-up changes an outcome.
      const settledCount = mark.split(' ').reduce((sum, count) => sum + Number(count), 0);
      const { rows } = await bridge.ask('runs:list-rows', {
        runId,
        outcome: null,
        causeCode: null,
        search: '',
        order: 'latest',
        offset: 0,
        limit: shownCount,
      });
      const happened = rows.filter(({ outcome }) => outcome !== 'notSent' && outcome !== 'skipped');
      return {
        rows: happened.sort((one, other) => one.rowNumber - other.rowNumber),
        moreCount: Math.max(0, settledCount - happened.length),
      };
    }, [runId, mark]),
  );
}
