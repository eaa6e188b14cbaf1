// A run in the words of the terminal, and as the answer that programs read.
import type { RunSummary } from '../../shared/runs/progress';
import { outcomeLabels, outcomes } from '../../shared/runs/row-state';
import type { PauseReason } from '../../shared/runs/run-state';

/** 0: every row is done or was there already. 2: some are not. 3: unknown ones wait for a decision. */
export function toExitCode({ counts, total }: Pick<RunSummary, 'counts' | 'total'>): 0 | 2 | 3 {
  if (counts.unknown > 0) return 3;
  return counts.done + counts.alreadyThere === total ? 0 : 2;
}

/** The answer of `run`, `resume` and `results` with --json; `results` is the file, or null where none was written. */
export function toRunJson({ runId, state, total, counts }: RunSummary, results: string | null) {
  return { runId, state, total, counts, results };
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
  'rate-limited': 'The run is paused, since Flowmingo asks for a longer wait.',
  offline: 'The run is paused, since Flowmingo cannot be reached.',
  'auth-expired': 'Flowmingo no longer accepts this key. The run is paused.',
  'scope-missing': 'This key may not invite. The run is paused.',
  'target-gone': 'Flowmingo no longer has the interview set or project. The run is paused.',
  suspended: 'The computer went to sleep. The run is paused.',
  'too-many-failures': 'Too many requests failed one after another. The run is paused.',
  'storage-error': 'The run history could not be written. The run is paused.',
};

/** What became of the run, in sentences for people. */
export function toEndText(summary: RunSummary): string {
  const { state, pauseReason, pauseDetail, counts, total } = summary;
  const lead =
    state === 'paused'
      ? pauseSentences[pauseReason ?? 'user']
      : state === 'cancelled'
        ? 'The run was cancelled.'
        : 'The run is finished.';
  const detail =
    state === 'paused' && pauseDetail !== null && pauseDetail !== ''
      ? ` Flowmingo or the system said: ${pauseDetail}`
      : '';
  const unknown =
    counts.unknown === 0
      ? ''
      : ` ${counts.unknown} ${counts.unknown === 1 ? 'person is' : 'people are'} unknown: they may have been invited, and are never sent again by themselves.`;
  return `${lead}${detail} ${total} rows: ${toCountsText(summary)}.${unknown}`;
}

const msPerSecond = 1000;
const secondsPerMinute = 60;

/** One line while it runs: how far, how fast, how long, or until when it waits. */
export function toProgressText(summary: RunSummary, nowMs: number): string {
  const { total, counts, ratePerSecond, resumeAtMs, state } = summary;
  const settled = total - counts.notSent;
  const head = `${settled} of ${total} · ${toCountsText(summary)}`;
  if (state === 'pausing') return `${head} · pausing, waiting for ${summary.inFlight} on their way`;
  if (resumeAtMs !== null && resumeAtMs > nowMs)
    return `${head} · waiting ${Math.ceil((resumeAtMs - nowMs) / msPerSecond)} s, then it goes on by itself`;
  if (ratePerSecond === null || ratePerSecond <= 0) return head;
  const seconds = Math.round(counts.notSent / ratePerSecond);
  const left = seconds < secondsPerMinute ? `${seconds} s` : `${Math.round(seconds / secondsPerMinute)} min`;
  return `${head} · ${ratePerSecond.toFixed(1)}/s, about ${left} left`;
}
