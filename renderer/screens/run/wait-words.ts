import { isPipelineKind } from '../../../shared/operations/operation-kind';
import type { RunSummary } from '../../../shared/runs/progress';
import { formatExactMoment, formatExactTime } from '../../components/format-date';
import { formatCount, formatNumber } from '../../components/format-number';

/** A wait of a running run. */
export type Wait = NonNullable<RunSummary['wait']>;

interface WaitWords {
  readonly tone: 'info' | 'warning' | 'unknown';
  readonly title: string;
  readonly sentence: string;
}

const secondMs = 1000;

const minuteS = 60;
const hourS = 60 * minuteS;

/** "12 s", "25 min", "20 h": how long the whole wait is, from its own times. Never less than a second. */
function toLength({ sinceMs, untilMs }: Wait): string {
  const seconds = untilMs === null ? 1 : Math.max(1, Math.round((untilMs - sinceMs) / secondMs));
  if (seconds < 2 * minuteS) return `${formatNumber(seconds)} s`;
  return seconds < 2 * hourS
    ? `${formatNumber(Math.round(seconds / minuteS))} min`
    : `${formatNumber(Math.round(seconds / hourS))} h`;
}

/** "We try again at 14:52:31", or that it is being tried now. */
function toNextTry({ untilMs }: Wait, nowMs: number, verb: 'try' | 'ask'): string {
  return untilMs === null || untilMs <= nowMs
    ? `We ${verb} again now`
    : `We ${verb} again at ${formatExactMoment(untilMs, nowMs)}`;
}

const calm = 'Nothing is sent meanwhile, and no invitation is used to find out. The run goes on by itself.';
const calmForPipelines = 'Nothing is changed meanwhile. The run goes on by itself.';

/** The sentences of a wait: what happened, and that the run goes on by itself. Null where it does not wait. */
export function toWaitWords(
  {
    wait,
    counts,
    undecidedCount,
    operation,
  }: Pick<RunSummary, 'wait' | 'counts' | 'undecidedCount' | 'operation'>,
  nowMs: number,
): WaitWords | null {
  if (wait === null) return null;
  const isQuiet = isPipelineKind(operation) ? calmForPipelines : calm;
  switch (wait.why) {
    case 'before-first': {
      const seconds = Math.max(1, Math.ceil(((wait.untilMs ?? nowMs) - nowMs) / secondMs));
      return {
        tone: 'info',
        title: `The first request leaves in ${formatNumber(seconds)} s.`,
        sentence: isPipelineKind(operation)
          ? 'Until then, Stop changes nothing at all.'
          : 'Until then, Stop sends nothing at all.',
      };
    }
    case 'rate-limited':
      return {
        tone: 'warning',
        title:
          wait.untilMs === null
            ? 'Flowmingo asked us to wait.'
            : `Flowmingo asked us to wait ${toLength(wait)}.`,
        sentence:
          wait.untilMs === null
            ? 'Too many requests in a short time. The run goes on by itself, a little slower.'
            : `Too many requests in a short time. The run goes on by itself at ${formatExactMoment(wait.untilMs, nowMs)}, a little slower.`,
      };
    case 'offline':
      return {
        tone: 'warning',
        title: `No connection to Flowmingo since ${formatExactTime(wait.sinceMs)}.`,
        sentence: `${toNextTry(wait, nowMs, 'try')}. ${isQuiet}`,
      };
    case 'outage':
      return {
        tone: 'warning',
        title: `Flowmingo has given no clear answers since ${formatExactTime(wait.sinceMs)}.`,
        sentence: `${toNextTry(wait, nowMs, 'ask')}. ${isQuiet}`,
      };
    case 'looking-up': {
      const count = undecidedCount > 0 ? undecidedCount : counts.unknown;
      return {
        tone: 'unknown',
        title: `Asking Flowmingo about ${formatCount(count, 'person', 'people')} without a clear answer.`,
        sentence:
          wait.untilMs === null || wait.untilMs <= nowMs
            ? 'This sends nothing.'
            : `This sends nothing. The next look is at ${formatExactTime(wait.untilMs)}.`,
      };
    }
  }
}
