import { useCallback } from 'react';
import type { RunCause, RunSummary } from '../../../shared/runs/progress';
import { bridge } from '../../bridge';
import { type Asked, useAsked } from '../../components/use-asked';

/** The causes of a run that stands still; read again where it stops anew. */
export function useRunCauses({ runId, state, counts }: RunSummary): {
  readonly asked: Asked<readonly RunCause[]>;
  readonly askAgain: () => void;
} {
  const mark = `${state} ${Object.values(counts).join(' ')}`;
  return useAsked(
    useCallback(async (): Promise<readonly RunCause[]> => {
      // `mark` makes it another question.
      return mark === '' ? [] : (await bridge.ask('runs:list-causes', { runId })).causes;
    }, [runId, mark]),
  );
}
