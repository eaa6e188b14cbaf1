import { useCallback, useEffect } from 'react';
import type { RunSummary } from '../../shared/runs/progress';
import { bridge } from '../bridge';
import { type Asked, useAsked } from './use-asked';

/** The latest runs, newest first, kept up to date while they go on. */
export function useRuns(limit: number): {
  readonly asked: Asked<readonly RunSummary[]>;
  readonly askAgain: () => void;
} {
  const question = useCallback(
    async (): Promise<readonly RunSummary[]> => (await bridge.ask('runs:list', { limit })).runs,
    [limit],
  );
  const { asked, askAgain, setValue } = useAsked(question);

  useEffect(
    () =>
      bridge.listen('runs:progressed', ({ summary }) => {
        if (asked.kind !== 'ready') return;
        if (asked.value.some(({ runId }) => runId === summary.runId)) {
          setValue(asked.value.map((run) => (run.runId === summary.runId ? summary : run)));
        } else {
          setValue([summary, ...asked.value].slice(0, limit));
        }
      }),
    [asked, limit, setValue],
  );
  return { asked, askAgain };
}
