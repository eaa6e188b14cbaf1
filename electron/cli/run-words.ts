// A run in the words of the terminal, and as the answer that programs read.
import { isPipelineKind } from '../../shared/operations/operation-kind';
import type { RunSummary } from '../../shared/runs/progress';
import { outcomeLabels, outcomes } from '../../shared/runs/row-state';
import type { PauseReason, WaitReason } from '../../shared/runs/run-state';
import { toMomentText } from './clock-text';
import { counted } from './counted';

/** What the exit codes of run, resume and again mean, as their help says it. */
export const exitCodeHelp =
  'Exit 0: all done. 2: some rows not done. 3: unknown people wait for a decision (see unsure). 1: nothing ran.\nPeople who are unknown and were left alone on purpose count as not done: 2.';

/** 0: every row is done or was there already. 2: some are not. 3: unknown people wait for a decision. */
export function toExitCode({
  counts,
  total,
  undecidedCount,
}: Pick<RunSummary, 'counts' | 'total' | 'undecidedCount'>): 0 | 2 | 3 {
  if (undecidedCount > 0) return 3;
  return counts.done + counts.alreadyThere === total ? 0 : 2;
}

/** The answer of `run`, `resume`, `again` and `results` with --json; `results` is the file, or null where none was written. */
export function toRunJson(
  { runId, state, pauseReason, total, counts, undecidedCount }: RunSummary,
  results: string | null,
) {
  return { runId, state, pauseReason, total, counts, undecided: undecidedCount, results };
}

/** "212 done · 9 refused · 3 unknown"; outcomes that nobody has are left out. */
export function toCountsText({ counts }: Pick<RunSummary, 'counts'>): string {
  const parts = outcomes
    .filter((outcome) => counts[outcome] > 0)
    .map((outcome) => `${counts[outcome]} ${outcomeLabels[outcome].toLowerCase()}`);
  return parts.join(' · ');
}

const pauseSentences: Readonly<Record<PauseReason, string>> = {
  user: 'The run is paused.',
  'app-closed': 'The run was stopped in the middle.',
  'first-rows': 'The first rows have come back, and the run waits for you to look at them.',
  'rate-limited': 'Flowmingo asks us to wait for more than a day. The run is paused.',
  offline: 'The run is paused, since Flowmingo could not be reached or gave no clear answer.',
  'auth-expired': 'Flowmingo no longer accepts this key. The run is paused.',
  'scope-missing': 'This key may not do this. The run is paused.',
  'target-gone': 'Flowmingo no longer has the interview set or project. The run is paused.',
  suspended: 'The computer went to sleep. The run is paused.',
  'too-many-failures': 'Too many requests failed one after another. The run is paused.',
  'storage-error': 'The run history could not be written. The run is paused.',
  restored:
    'The run comes from a backup. If it went on after that was made, going on sends to the same people twice: look in Flowmingo first.',
};

function toPauseText({ pauseReason, firstRows }: RunSummary): string {
  if (pauseReason !== 'first-rows' || firstRows === null) return pauseSentences[pauseReason ?? 'user'];
  return firstRows === 1
    ? 'The first one has come back, and the run waits for you to look.'
    : `The first ${firstRows} have come back, and the run waits for you to look at them.`;
}

/** Unknown people in one or two sentences; empty where there are none. */
function toUnknownText({ runId, operation, counts, undecidedCount }: RunSummary): string {
  const maybe = isPipelineKind(operation)
    ? 'it may have been done for them, and is'
    : 'they may have been invited, and are';
  const decidedCount = counts.unknown - undecidedCount;
  const waiting =
    undecidedCount === 0
      ? ''
      : ` ${counted(undecidedCount, 'person is', 'people are')} unknown: ${maybe} never sent ${isPipelineKind(operation) ? 'again by itself' : 'to again by themselves'}. See what is known with: unsure ${runId}`;
  const decided =
    decidedCount <= 0
      ? ''
      : ` ${counted(decidedCount, 'person is', 'people are')} unknown, as you decided about ${decidedCount === 1 ? 'them' : 'all of them'}.`;
  return decided + waiting;
}

/** What became of the run, in sentences for people. */
export function toEndText(summary: RunSummary): string {
  const { state, pauseDetail, total } = summary;
  const lead =
    state === 'paused'
      ? toPauseText(summary)
      : state === 'cancelled'
        ? 'The run was cancelled.'
        : 'The run is finished.';
  const detail =
    state === 'paused' && pauseDetail !== null && pauseDetail !== ''
      ? ` Flowmingo or the system said: “${pauseDetail}”.`
      : '';
  return `${lead}${detail} ${total} rows: ${toCountsText(summary)}.${toUnknownText(summary)}`;
}

const waitWords: Readonly<Record<WaitReason, string>> = {
  'before-first': 'nothing has left yet',
  'rate-limited': 'Flowmingo asked us to wait',
  offline: 'Flowmingo cannot be reached',
  outage: 'Flowmingo answers neither yes nor no',
  'looking-up': 'looking up people without a clear answer',
};
/** What happens when the wait is over: nothing that is sent to find out invites anybody. */
const thenWords: Readonly<Record<WaitReason, string>> = {
  'before-first': 'the first request leaves',
  'rate-limited': 'it goes on by itself',
  offline: 'asking Flowmingo again',
  outage: 'asking Flowmingo again',
  'looking-up': 'asking Flowmingo',
};

function toWaitText({ wait, undecidedCount }: RunSummary): string | null {
  if (wait === null) return null;
  const { why, sinceMs, untilMs } = wait;
  const what =
    why === 'looking-up' && undecidedCount > 0
      ? `looking up ${counted(undecidedCount, 'person', 'people')} without a clear answer`
      : waitWords[why];
  const then = untilMs === null ? '' : `, ${thenWords[why]} at ${toMomentText(untilMs, sinceMs)}`;
  return `${what}${then}; nothing is sent meanwhile`;
}

const secondsPerMinute = 60;

/** One line while it runs: how far, how fast, how long, or why and until when it waits. */
export function toProgressText(summary: RunSummary): string {
  const { total, counts, ratePerSecond, state } = summary;
  const settled = total - counts.notSent;
  const head = `${settled} of ${total} · ${toCountsText(summary)}`;
  if (state === 'pausing') return `${head} · pausing, waiting for ${summary.inFlight} on their way`;
  const wait = toWaitText(summary);
  if (wait !== null) return `${head} · ${wait}`;
  if (ratePerSecond === null || ratePerSecond <= 0) return head;
  const seconds = Math.round(counts.notSent / ratePerSecond);
  const left = seconds < secondsPerMinute ? `${seconds} s` : `${Math.round(seconds / secondsPerMinute)} min`;
  return `${head} · ${ratePerSecond.toFixed(1)}/s, about ${left} left`;
}
