import type { RunRow, RunSummary } from '../../../shared/runs/progress';
import type { PauseReason } from '../../../shared/runs/run-state';
import {
  formatDuration,
  formatExactTime,
  formatMoment,
  formatTime,
  formatTimeLeft,
} from '../../components/format-date';
import { formatCount, formatNumber, formatRate } from '../../components/format-number';
import type { OutcomeName } from '../../components/outcome-look';
import { isEnded, toCountsSentence, toRunStateWords } from '../../components/run-words';

/** Whether requests may leave, or answers are still awaited. */
export function isGoing({ state }: Pick<RunSummary, 'state'>): boolean {
  return state === 'planned' || state === 'running' || state === 'pausing' || state === 'cancelling';
}

/** How many people have an outcome, of how many the run is for; skipped rows are in neither number. */
export function toProgress({ total, counts }: Pick<RunSummary, 'total' | 'counts'>): {
  readonly settled: number;
  readonly people: number;
} {
  const people = total - counts.skipped;
  return { settled: people - counts.notSent, people };
}

/** Time left in words from the rate of the last seconds; null while there is no rate, nothing to do, or a wait. */
export function toTimeLeft({ state, counts, ratePerSecond, resumeAtMs }: RunSummary): string | null {
  if (state !== 'running' || resumeAtMs !== null || counts.notSent === 0) return null;
  if (ratePerSecond === null || ratePerSecond <= 0) return null;
  return `${formatTimeLeft((counts.notSent / ratePerSecond) * 1000)} left`;
}

/** "2.4 a second", while something is sent. */
export function toRateWords({ state, ratePerSecond }: RunSummary): string | null {
  return state === 'running' && ratePerSecond !== null && ratePerSecond > 0
    ? formatRate(ratePerSecond)
    : null;
}

/** What `count` people got by this run. */
function toDoneWords(run: RunSummary, count: number): string {
  if (!run.sendInvite) return `interview${count === 1 ? ' was' : 's were'} created`;
  return `${count === 1 ? 'person was' : 'people were'} invited`;
}

/** "Finished at 14:55 in 8 min. 284 of 301 people were invited." Null while the run has no end. */
export function toEndSentence(run: RunSummary, nowMs: number): string | null {
  if (!isEnded(run.state) || run.finishedAtMs === null) return null;
  const verb = run.state === 'finished' ? 'Finished' : 'Cancelled';
  const isToday = formatMoment(run.finishedAtMs, nowMs).startsWith('Today');
  const when = isToday ? `at ${formatTime(run.finishedAtMs)}` : formatMoment(run.finishedAtMs, nowMs);
  const took = run.startedAtMs === null ? '' : ` in ${formatDuration(run.finishedAtMs - run.startedAtMs)}`;
  const { people } = toProgress(run);
  const result = `${formatNumber(run.counts.done)} of ${formatNumber(people)} ${toDoneWords(run, people)}`;
  return `${verb} ${when}${took}. ${result}.`;
}

/** The sentences of a wait that ends by itself. `waitMs` is its whole length. */
export function toHoldSentences(
  { pauseReason, resumeAtMs }: Pick<RunSummary, 'pauseReason' | 'resumeAtMs'>,
  waitMs: number,
): { readonly title: string; readonly sentence: string } | null {
  if (resumeAtMs === null) return null;
  const seconds = `${formatNumber(Math.max(1, Math.round(waitMs / 1000)))} s`;
  const onward = `The run goes on by itself at ${formatExactTime(resumeAtMs)}`;
  if (pauseReason === 'offline')
    return { title: 'Flowmingo cannot be reached.', sentence: `We wait ${seconds}. ${onward}.` };
  return {
    title: `Flowmingo asked us to wait ${seconds}.`,
    sentence: `Too many requests in a short time. ${onward}, a little slower.`,
  };
}

/** What lets a paused run go on. */
export type WayOn = 'go-on' | 'try-again' | 'new-key' | 'none';

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
  'rate-limited': {
    tone: 'warning',
    title: 'Flowmingo asked us to wait.',
    sentence: 'Too many requests in a short time. Go on in a few minutes.',
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
};

const newKeyWords: PauseWords = {
  tone: 'info',
  title: 'The new key is in.',
  sentence: 'Nothing was sent in the meantime. Go on when you are ready.',
  way: 'go-on',
};

/** Why a run stands still, and the way on. Null while it goes or when it has ended. */
export function toPauseWords(
  { state, pauseReason }: Pick<RunSummary, 'state' | 'pauseReason'>,
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
  const words = pauseWords[pauseReason ?? 'user'];
  return words.way === 'new-key' && hasNewKey ? newKeyWords : words;
}

/** The label of the way on, with the number of people that it sends to. */
export function toWayOnLabel(way: Exclude<WayOn, 'none'>, notSent: number): string {
  if (way === 'new-key') return 'Put in a new key';
  return way === 'try-again' ? 'Try again' : `Go on with ${formatNumber(notSent)}`;
}

/** What a row is called on the screen; rows on their way have names of their own while the run goes. */
export function toRowOutcome(
  { state, outcome }: Pick<RunRow, 'state' | 'outcome'>,
  going: boolean,
): OutcomeName {
  if (state === 'sending') return 'inFlight';
  if (!going || outcome !== 'notSent') return outcome;
  return state === 'retry-wait' ? 'waiting' : 'toGo';
}

/** "019c…41aa": the ends of a long id. */
export function shortenId(id: string | null): string {
  if (id === null) return '';
  return id.length <= 12 ? id : `${id.slice(0, 4)}…${id.slice(-4)}`;
}

/** What a screen reader is told about a run. */
export function toAnnouncement(run: RunSummary): string {
  const { settled, people } = toProgress(run);
  const progress = `${formatNumber(settled)} of ${formatCount(people, 'person', 'people')}`;
  return `${toRunStateWords(run)}. ${progress}. ${toCountsSentence(run.counts)}.`;
}
