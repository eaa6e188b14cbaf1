// When, by the server's clock, a request could have made its record. Pure.
import type { ListedRecord } from './look-up';
import type { ServerClock } from './server-clock';
import { isWithin, type TimeSpan } from './time-spans';

/** Clocks are not exact, and several servers have several of them. */
const slackMs = 1000;
/** All time limits of one request together (connection, first byte, body). */
const longestRequestMs = 100_000;
/** A server that lost the connection, or whose gateway gave up, still works on for so long: gateways wait 60 s as a rule. */
const lateMs = 60_000;
/** Nothing has been heard of that works on for longer than this. */
const latestMs = 5 * 60_000;

export interface RequestTime {
  readonly attemptNo: number;
  readonly sentAtMs: number;
  /** Null where the app ended first. */
  readonly endedAtMs: number | null;
}

const always: TimeSpan = { fromMs: Number.NEGATIVE_INFINITY, toMs: Number.POSITIVE_INFINITY };

/** From the request to its end: when its record was made, as a rule. Null where the clocks cannot tell. */
export function toLikelySpan(request: RequestTime, clock: ServerClock | null): TimeSpan | null {
  return isTimed(request, clock) ? toSpan(request, clock, 0) : null;
}

/** With the time in which a server may work on. All time where the clocks cannot tell. */
export function toPossibleSpan(
  request: RequestTime,
  clock: ServerClock | null,
  how: 'late' | 'ever' = 'late',
): TimeSpan {
  return isTimed(request, clock) ? toSpan(request, clock, how === 'late' ? lateMs : latestMs) : always;
}

/** Whether the record can be the request's; one without a time can be anybody's. Without a clock all time is possible. */
export function isPossible(
  request: RequestTime,
  { createdAtMs }: Pick<ListedRecord, 'createdAtMs'>,
  clock: ServerClock | null,
  how: 'late' | 'ever' = 'late',
): boolean {
  if (createdAtMs === null || clock === null) return true;
  return isWithin(
    createdAtMs,
    how === 'late' ? toSpan(request, clock, lateMs) : toPossibleSpan(request, clock, how),
  );
}

/** The clock was seen to hold before the request left, and did not go backwards during it. */
function isTimed(request: RequestTime, clock: ServerClock | null): clock is ServerClock {
  const { attemptNo, sentAtMs, endedAtMs } = request;
  return clock !== null && attemptNo > clock.sinceAttemptNo && (endedAtMs ?? sentAtMs) >= sentAtMs;
}

function toSpan({ sentAtMs, endedAtMs }: RequestTime, clock: ServerClock, moreMs: number): TimeSpan {
  const endMs = Math.max(endedAtMs ?? sentAtMs + longestRequestMs, sentAtMs);
  return { fromMs: sentAtMs + clock.leastMs - slackMs, toMs: endMs + clock.mostMs + slackMs + moreMs };
}
