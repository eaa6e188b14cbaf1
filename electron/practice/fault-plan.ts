// Decides for each request what, if anything, goes wrong with it. Pure bookkeeping: does no I/O and waits for nothing.
import type { FaultScope, ParsedFaults, PracticeFailure, RetryAfterStyle } from './faults';
import { hashFraction } from './seeded-random';
import { toEmailKey } from './world';

/** What happens to one request. */
export type FaultVerdict =
  | { kind: 'answer' }
  | { kind: 'limit'; cause: 'rate-limit' | 'storm'; retryAfterSeconds: number; style: RetryAfterStyle }
  | { kind: 'fail'; failure: PracticeFailure; moment: 'before' | 'after' };

/** The faults at work, with their counters. Counters begin at 1 whenever faults are set. */
export interface FaultPlan {
  readonly faults: ParsedFaults;
  /** The verdict on the next request; counts it. */
  decide(isWrite: boolean, nowMs: number): FaultVerdict;
  /** How long the next request takes, in milliseconds. */
  nextLatencyMs(): number;
}

const FAILURES_AFTER_BY_DEFAULT: readonly PracticeFailure['kind'][] = [
  'cut-answer',
  'stalled-answer',
  'garbled-json',
  'empty-body',
];

/** Starts counting for these faults. */
export function createFaultPlan(faults: ParsedFaults, seed: number): FaultPlan {
  const counts: Record<FaultScope, number> = { writes: 0, reads: 0, all: 0 };
  const takeToken = createTokenBucket(faults.rateLimit);
  let stormRequestCount = 0;
  let latencyCount = 0;

  return {
    faults,
    decide(isWrite, nowMs) {
      const { rateLimit, storm } = faults;
      if (rateLimit !== undefined && isInScope(rateLimit.appliesTo, isWrite) && !takeToken(nowMs)) {
        return {
          kind: 'limit',
          cause: 'rate-limit',
          retryAfterSeconds: rateLimit.retryAfterSeconds,
          style: rateLimit.style,
        };
      }
      if (storm !== undefined && isInScope(storm.appliesTo, isWrite)) {
        stormRequestCount += 1;
        if (
          stormRequestCount > storm.afterRequests &&
          stormRequestCount <= storm.afterRequests + storm.count
        ) {
          return {
            kind: 'limit',
            cause: 'storm',
            retryAfterSeconds: storm.retryAfterSeconds,
            style: storm.style,
          };
        }
      }
      counts.all += 1;
      counts[isWrite ? 'writes' : 'reads'] += 1;
      const failure = faults.failures?.find((candidate, index) => {
        const scope = candidate.appliesTo ?? 'writes';
        return isInScope(scope, isWrite) && isHit(candidate, index, counts[scope], seed);
      });
      if (failure === undefined) return { kind: 'answer' };
      const defaultMoment = FAILURES_AFTER_BY_DEFAULT.includes(failure.kind) ? 'after' : 'before';
      return { kind: 'fail', failure, moment: failure.moment ?? defaultMoment };
    },
    nextLatencyMs() {
      latencyCount += 1;
      const { latencyMs } = faults;
      if (latencyMs === undefined || typeof latencyMs === 'number') return latencyMs ?? 0;
      return Math.round(
        latencyMs.fromMs + (latencyMs.toMs - latencyMs.fromMs) * hashFraction(seed, 'latency', latencyCount),
      );
    },
  };
}

function isInScope(scope: FaultScope, isWrite: boolean): boolean {
  return scope === 'all' || (scope === 'writes') === isWrite;
}

function isHit(failure: PracticeFailure, index: number, requestNumber: number, seed: number): boolean {
  const { share, everyNth, requestNumbers } = failure;
  if (share === undefined && everyNth === undefined && requestNumbers === undefined) return true;
  if (everyNth !== undefined && requestNumber % everyNth === 0) return true;
  if (requestNumbers?.includes(requestNumber)) return true;
  return share !== undefined && hashFraction(seed, failure.kind, index, requestNumber) < share;
}

function createTokenBucket(rateLimit: ParsedFaults['rateLimit']): (nowMs: number) => boolean {
  if (rateLimit === undefined) return () => true;
  let tokens = rateLimit.burst;
  let filledAtMs: number | null = null;
  return (nowMs) => {
    const elapsedMs = filledAtMs === null ? 0 : Math.max(0, nowMs - filledAtMs);
    tokens = Math.min(rateLimit.burst, tokens + (elapsedMs / 1000) * rateLimit.perSecond);
    filledAtMs = nowMs;
    if (tokens < 1) return false;
    tokens -= 1;
    return true;
  };
}

/** Whether the fault `refusedShare` refuses this person; the same answer every time for one seed. */
export function isRefusedByFault(email: string, refusedShare: number, seed: number): boolean {
  return hashFraction(seed, 'refused', toEmailKey(email)) < refusedShare;
}

/** Whether the fault `invitationRefusedShare` lets this person's invitation fail. */
export function isInvitationRefusedByFault(
  email: string,
  invitationRefusedShare: number,
  seed: number,
): boolean {
  return hashFraction(seed, 'invitation', toEmailKey(email)) < invitationRefusedShare;
}
