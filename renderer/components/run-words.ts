import type { RunSummary } from '../../shared/runs/progress';
import { type OutcomeCounts, outcomeLabels, outcomes } from '../../shared/runs/row-state';
import type { PauseReason, RunState, WaitReason } from '../../shared/runs/run-state';
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
  'first-rows': 'Waits for your look',
  'rate-limited': 'Told to wait',
  offline: 'Waits for the network',
  'auth-expired': 'Needs a new key',
  'scope-missing': 'Key may not do this',
  'target-gone': 'Set or project is gone',
  suspended: 'Computer was asleep',
  'too-many-failures': 'Too many failures',
  'storage-error': 'Disk cannot be written',
  restored: 'From a backup',
};

const waitWords: Readonly<Record<WaitReason, string>> = {
  'before-first': 'Starts in a moment',
  'rate-limited': 'Told to wait',
  offline: 'Waits for the network',
  outage: 'Waits for Flowmingo',
  'looking-up': 'Looking people up',
};

/** The state of a run in a word or two; a paused or waiting one with its reason. */
export function toRunStateWords({
  state,
  pauseReason,
  wait,
}: Pick<RunSummary, 'state' | 'pauseReason' | 'wait'>): string {
  if (state === 'paused') return pauseWords[pauseReason ?? 'user'];
  if (state === 'running' && wait !== null) return waitWords[wait.why];
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
export function isStoppedPartWay({ state, counts }: RunSummary): boolean {
  return (state === 'interrupted' || state === 'paused') && counts.notSent > 0;
}

/** Of how many unknown people somebody is to decide now: none while the run goes, since it may still find them out. */
export function toUndecidedCount({ state, undecidedCount }: RunSummary): number {
  return state === 'paused' || isEnded(state) ? undecidedCount : 0;
}

/** Whether a run has an end: nothing about it will change any more. */
export function isEnded(state: RunState): boolean {
  return state === 'finished' || state === 'cancelled';
}
