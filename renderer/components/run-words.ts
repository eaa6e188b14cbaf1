import type { RunSummary } from '../../shared/runs/progress';
import { type OutcomeCounts, outcomeLabels, outcomes } from '../../shared/runs/row-state';
import type { PauseReason, RunState } from '../../shared/runs/run-state';
import { formatNumber } from './format-number';

const stateWords: Readonly<Record<Exclude<RunState, 'paused'>, string>> = {
  planned: 'Not started',
  running: 'Sending',
  pausing: 'Pausing',
  cancelling: 'Cancelling',
  cancelled: 'Cancelled',
  finished: 'Finished',
  interrupted: 'Stopped part way',
};

const pauseWords: Readonly<Record<PauseReason, string>> = {
  user: 'Paused',
  'app-closed': 'Stopped part way',
  'rate-limited': 'Told to wait',
  offline: 'Waits for the network',
  'auth-expired': 'Needs a new key',
  'scope-missing': 'Key may not do this',
  'target-gone': 'Set or project is gone',
  suspended: 'Computer was asleep',
  'too-many-failures': 'Too many failures',
  'storage-error': 'Disk cannot be written',
};

/** The state of a run in a word or two; a paused one with its reason. */
export function toRunStateWords({ state, pauseReason }: Pick<RunSummary, 'state' | 'pauseReason'>): string {
  if (state === 'paused') return pauseWords[pauseReason ?? 'user'];
  if (state === 'running' && pauseReason === 'rate-limited') return pauseWords['rate-limited'];
  return stateWords[state];
}

/** "284 done, 5 already there, 9 refused, 3 unknown": what is not nought, in the outcomes' order. */
export function toCountsSentence(counts: OutcomeCounts): string {
  const parts = outcomes
    .filter((name) => counts[name] > 0)
    .map((name) => `${formatNumber(counts[name])} ${outcomeLabels[name].toLowerCase()}`);
  return parts.length === 0 ? 'No rows' : parts.join(', ');
}

/** Whether a run stands still with people not sent, and will not go on by itself. */
export function isStoppedPartWay({ state, counts, resumeAtMs }: RunSummary): boolean {
  return (state === 'interrupted' || state === 'paused') && counts.notSent > 0 && resumeAtMs === null;
}

/** Whether a run has an end: nothing about it will change any more. */
export function isEnded(state: RunState): boolean {
  return state === 'finished' || state === 'cancelled';
}
