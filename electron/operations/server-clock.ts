// How far the server's clock is ahead of ours, from what it stamped on records whose requests we timed. Pure.
// Must say nothing (null) as soon as one of the clocks may have been set meanwhile.
import type { ClockRange, ListedRecord, NamedRecord } from './look-up';

/** A clock that holds for tries after this one, and for times of ours from `sinceMs` on. Before, nobody knows what our clock showed. */
export interface ServerClock extends ClockRange {
  readonly sinceAttemptNo: number;
  readonly sinceMs: number;
}

const never = Number.POSITIVE_INFINITY;
/** Servers stamp whole seconds, cut or rounded, where all their times are such. */
const coarseStepMs = 1000;
/** Several servers behind one address, a gateway that stamps the Date header: so far apart, their clocks are one. */
const toleranceMs = 2000;

/**
 * The range that all named records allow: each was created between its request and its answer. `now` is the Date header of the
 * look-up: where it speaks against them, or they contradict each other, a clock was set meanwhile, and the answer is null.
 * Without any named record, `now` holds for requests from now on.
 */
export function toServerClock(
  records: readonly ListedRecord[],
  named: readonly NamedRecord[],
  now: ClockRange | null,
): ServerClock | null {
  const timed = named.flatMap((one) => {
    const createdAtMs = findNamed(records, one)?.createdAtMs ?? null;
    return createdAtMs === null ? [] : [{ ...one, createdAtMs }];
  });
  if (timed.length === 0) return now === null ? null : { ...now, sinceAttemptNo: never, sinceMs: never };
  const stepMs = timed.every(({ createdAtMs }) => createdAtMs % coarseStepMs === 0) ? coarseStepMs : 0;
  const leasts = timed.map(({ createdAtMs, answeredAtMs }) => createdAtMs - stepMs - answeredAtMs);
  const mosts = timed.map(({ createdAtMs, sentAtMs }) => createdAtMs + stepMs - sentAtMs);
  const [leastMs, mostMs] = [Math.max(...leasts), Math.min(...mosts)];
  const range = { leastMs: Math.min(leastMs, mostMs), mostMs: Math.max(leastMs, mostMs) };
  const isContradicted = leastMs - mostMs > toleranceMs || (now !== null && areApart(range, now));
  if (isContradicted) return null;
  return {
    ...range,
    sinceAttemptNo: Math.min(...timed.map(({ attemptNo }) => attemptNo)),
    sinceMs: Math.min(...timed.map(({ sentAtMs }) => sentAtMs)),
  };
}

/** The record that an answer named; where it named the candidate alone, the candidate's only one. */
export function findNamed(
  records: readonly ListedRecord[],
  { recordId, candidateId }: NamedRecord,
): ListedRecord | undefined {
  if (recordId !== null) return records.find(({ id }) => id === recordId);
  const ofCandidate = records.filter((record) => record.candidateId === candidateId);
  return candidateId !== null && ofCandidate.length === 1 ? ofCandidate[0] : undefined;
}

function areApart(left: ClockRange, right: ClockRange): boolean {
  return left.leastMs - right.mostMs > toleranceMs || right.leastMs - left.mostMs > toleranceMs;
}
