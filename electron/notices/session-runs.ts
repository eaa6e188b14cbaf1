// The runs that went on since the app was started, as they stand now. It watches and asks; it never changes a run.
import type { RunSummary } from '../../shared/runs/progress';
import type { RunState } from '../../shared/runs/run-state';
import type { RunService } from '../runs/run-service';

/** States in which requests leave, or answers are still on their way. */
export const goingStates: ReadonlySet<RunState> = new Set(['running', 'pausing', 'cancelling']);

export interface SessionRuns {
  /** Runs that go on or pause; one that has ended is not among them. */
  unended(): RunSummary[];
  /** Runs from which something is still to leave or to come. */
  going(): RunSummary[];
  /** Told after each change of a run, at most four times a second each. */
  onChange(listener: (summary: RunSummary) => void): void;
}

const endStates: ReadonlySet<RunState> = new Set(['finished', 'cancelled']);

export function createSessionRuns(runs: Pick<RunService, 'onProgress' | 'getSummary'>): SessionRuns {
  const seen = new Map<string, RunSummary>();
  const listeners: ((summary: RunSummary) => void)[] = [];
  runs.onProgress((summary) => {
    // A run that was at rest before, and is only looked up, has not gone on.
    if (seen.has(summary.runId) || goingStates.has(summary.state)) seen.set(summary.runId, summary);
    for (const listener of listeners) listener(summary);
    if (endStates.has(summary.state)) seen.delete(summary.runId);
  });
  return {
    unended: () => [...seen.values()].filter(({ state }) => !endStates.has(state)),
    going: () =>
      [...seen.keys()].map((runId) => runs.getSummary(runId)).filter(({ state }) => goingStates.has(state)),
    onChange: (listener) => void listeners.push(listener),
  };
}
