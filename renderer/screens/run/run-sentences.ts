import { isPipelineKind } from '../../../shared/operations/operation-kind';
import type { RunRow, RunSummary } from '../../../shared/runs/progress';
import { formatDuration, formatMoment, formatTime, formatTimeLeft } from '../../components/format-date';
import { formatCount, formatNumber, formatRate } from '../../components/format-number';
import { toDoneWord } from '../../components/operation-words';
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
export function toTimeLeft({ state, counts, ratePerSecond, wait }: RunSummary): string | null {
  if (state !== 'running' || wait !== null || counts.notSent === 0) return null;
  if (ratePerSecond === null || ratePerSecond <= 0) return null;
  return `${formatTimeLeft((counts.notSent / ratePerSecond) * 1000)} left`;
}

/** "2.4 a second", while something is sent. */
export function toRateWords({ state, ratePerSecond, wait }: RunSummary): string | null {
  if (state !== 'running' || wait !== null || ratePerSecond === null || ratePerSecond <= 0) return null;
  return formatRate(ratePerSecond);
}

/** What `count` people got by this run. */
function toDoneWords(run: RunSummary, count: number): string {
  if (isPipelineKind(run.operation))
    return `${count === 1 ? 'person was' : 'people were'} ${toDoneWord(run.operation)}`;
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
  const { settled, people } = toProgress(run);
  if (run.state === 'cancelled' && settled === 0)
    return `${verb} ${when}. Nothing was ${isPipelineKind(run.operation) ? 'changed' : 'sent'}.`;
  const result = `${formatNumber(run.counts.done)} of ${formatNumber(people)} ${toDoneWords(run, people)}`;
  return `${verb} ${when}${took}. ${result}.`;
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
