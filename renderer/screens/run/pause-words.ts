import { isPipelineKind } from '../../../shared/operations/operation-kind';
import type { RunSummary } from '../../../shared/runs/progress';
import type { PauseReason } from '../../../shared/runs/run-state';
import { formatNumber } from '../../components/format-number';

/** What lets a paused run go on. */
export type WayOn = 'go-on' | 'go-on-anyway' | 'send-the-rest' | 'try-again' | 'new-key' | 'none';

interface PauseWords {
  readonly tone: 'info' | 'warning' | 'refused';
  readonly title: string;
  readonly sentence: string;
  readonly way: WayOn;
}

const pauseWords: Readonly<Record<PauseReason, PauseWords>> = {
  user: {
    tone: 'info',
    title: 'The run is paused.',
    sentence: 'Nothing is sent until you go on.',
    way: 'go-on',
  },
  'app-closed': {
    tone: 'info',
    title: 'The app was closed in the middle of this run.',
    sentence: 'Nothing was sent twice, and nothing is sent until you go on.',
    way: 'go-on',
  },
  'first-rows': {
    tone: 'info',
    title: 'The first ones have come back.',
    sentence: 'Look at them. Nothing more is sent until you send the rest.',
    way: 'send-the-rest',
  },
  'rate-limited': {
    tone: 'warning',
    title: 'Flowmingo asked us to wait.',
    sentence: 'For more than a day, so the run is paused, and nothing is sent. Go on when that time is over.',
    way: 'go-on',
  },
  offline: {
    tone: 'warning',
    title: 'Flowmingo cannot be reached.',
    sentence: 'The run is paused, and nothing is sent. Check the network, and try again.',
    way: 'try-again',
  },
  'auth-expired': {
    tone: 'refused',
    title: 'Flowmingo no longer accepts this key.',
    sentence:
      'It was deleted or has expired. The run is paused, and nothing more was sent. Put in a new key to go on.',
    way: 'new-key',
  },
  'scope-missing': {
    tone: 'refused',
    title: 'This key may not invite people.',
    sentence: 'The run is paused, and nothing more was sent. Put in a key that may invite people to go on.',
    way: 'new-key',
  },
  'target-gone': {
    tone: 'refused',
    title: 'Flowmingo no longer has this interview set or project.',
    sentence:
      'The run is paused, and nothing more was sent. Put it back in Flowmingo and try again, or cancel the run.',
    way: 'try-again',
  },
  suspended: {
    tone: 'info',
    title: 'The computer was asleep.',
    sentence: 'The run is paused, and nothing was sent twice.',
    way: 'go-on',
  },
  'too-many-failures': {
    tone: 'refused',
    title: 'Too many requests failed in a row.',
    sentence:
      'The run is paused so that no more people fail. Look at what happened below, and try again when it is mended.',
    way: 'try-again',
  },
  'storage-error': {
    tone: 'refused',
    title: 'The run history cannot be written.',
    sentence:
      'The run is paused, and nothing more was sent. Make room on the disk, or allow writing there, and try again.',
    way: 'try-again',
  },
  restored: {
    tone: 'warning',
    title: 'This run comes from a backup.',
    sentence:
      'If it went on after the backup was made, here or on another computer, going on would send to the same people twice. Look in Flowmingo first, or cancel the run.',
    way: 'go-on-anyway',
  },
};

/** Where an invitation's words would be wrong for work on a pipeline. */
const pipelinePauseWords: Readonly<Partial<Record<PauseReason, PauseWords>>> = {
  'scope-missing': {
    tone: 'refused',
    title: 'This key may not change the pipeline.',
    sentence:
      'The run is paused, and nothing more was changed. Put in a key that may add, move or reject people to go on.',
    way: 'new-key',
  },
  'target-gone': {
    tone: 'refused',
    title: 'Flowmingo no longer has this project or stage.',
    sentence:
      'The run is paused, and nothing more was changed. Put it back in Flowmingo and try again, or cancel the run.',
    way: 'try-again',
  },
};

const newKeyWords: PauseWords = {
  tone: 'info',
  title: 'The new key is in.',
  sentence: 'Nothing was sent in the meantime. Go on when you are ready.',
  way: 'go-on',
};

/** Why a run stands still, and the way on. Null while it goes or when it has ended. */
export function toPauseWords(
  { state, pauseReason, operation }: Pick<RunSummary, 'state' | 'pauseReason' | 'operation'>,
  hasNewKey = false,
): PauseWords | null {
  if (state === 'interrupted')
    return {
      tone: 'warning',
      title: 'The app was closed part way.',
      sentence: 'What was on its way is unknown. Nothing was sent twice.',
      way: 'none',
    };
  if (state !== 'paused') return null;
  const reason = pauseReason ?? 'user';
  const words = (isPipelineKind(operation) ? pipelinePauseWords[reason] : undefined) ?? pauseWords[reason];
  return words.way === 'new-key' && hasNewKey ? newKeyWords : words;
}

/** The label of the way on, with the number of people that it sends to. */
export function toWayOnLabel(way: Exclude<WayOn, 'none'>, notSent: number): string {
  if (way === 'new-key') return 'Put in a new key';
  if (way === 'go-on-anyway') return `It did not go on: send the other ${formatNumber(notSent)}`;
  if (way === 'send-the-rest') return `Send the other ${formatNumber(notSent)}`;
  return way === 'try-again' ? 'Try again' : `Go on with ${formatNumber(notSent)}`;
}
