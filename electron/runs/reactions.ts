// What the answer to one request means for the requests after it: faster, slower, one by one, not at all. Sends and writes nothing.
import type { PauseReason } from '../../shared/runs/run-state';
import type { AdaptiveConcurrency } from './adaptive-concurrency';
import { backoffMs } from './backoff';
import { createFailureGuard } from './failure-guard';
import type { OutageWatch } from './outage-watch';
import type { RateLimiter } from './rate-limiter';
import type { RateMeter } from './rate-meter';
import type { Sent } from './request-executor';

export interface ReactionParts {
  readonly limiter: RateLimiter;
  readonly allowed: AdaptiveConcurrency;
  readonly outage: OutageWatch;
  readonly meter: RateMeter;
  readonly pause: (reason: PauseReason, detail: string) => void;
  /** "Too many requests": holds the workspace, or pauses where the wait is too long to be waited for. */
  readonly tellToWait: RateLimiter['tellToWait'];
  readonly random?: (() => number) | undefined;
}

/** A request that left: its number, of how many in flight it was one then, and of how many at most until its answer. */
export interface Departure {
  readonly departureNo: number;
  readonly inFlight: number;
  readonly mostInFlight: number;
}

export interface Reactions {
  /** To be called as a request leaves. */
  noteDeparture(): Departure;
  /** To be called with each answer, before anything else leaves; null for a request that did not leave after all. */
  react(sent: Extract<Sent, { kind: 'answered' }>, departure: Departure | null): void;
}

/** `isFirst`: nothing of the run was answered before. */
export function createReactions(
  { limiter, allowed, outage, meter, pause, tellToWait, random }: ReactionParts,
  isFirst: boolean,
): Reactions {
  const guard = createFailureGuard(isFirst);
  let tooManyInARow = 0;
  let departures = 0;
  const going = new Set<{ -readonly [Key in keyof Departure]: Departure[Key] }>();
  let departuresAtFailure = 0;
  /** A failure of a request that left before the last failure was known says nothing new. */
  const isNewFailure = (departureNo: number): boolean => {
    if (departureNo <= departuresAtFailure) return false;
    departuresAtFailure = departures;
    return true;
  };
  const guardAgainst = (...noted: Parameters<typeof guard.note>): boolean => {
    const detail = guard.note(...noted);
    if (detail !== null) pause('too-many-failures', detail);
    return detail !== null;
  };

  const react: Reactions['react'] = ({ verdict, tookMs }, departure) => {
    if (departure === null) return;
    going.delete(departure);
    const { departureNo } = departure;
    switch (verdict.kind) {
      case 'settled':
        tooManyInARow = 0;
        allowed.noteAnswer(tookMs, departure);
        limiter.noteAccepted();
        meter.note(verdict.results.length);
        guardAgainst(verdict.results, false);
        return;
      case 'unclear': {
        const isNew = isNewFailure(departureNo);
        if (isNew) allowed.slowDown();
        allowed.goOneByOne();
        if (!guardAgainst(verdict.results, !isNew))
          outage.begin('outage', verdict.detail, verdict.retryAfterMs ?? 0);
        return;
      }
      case 'told-to-wait': {
        const isNew = isNewFailure(departureNo);
        if (!isNew && verdict.retryAfterMs === null) return;
        let isTooFast = false;
        if (isNew) {
          tooManyInARow += 1;
          isTooFast = !allowed.noteTooMany(departure.inFlight);
        }
        const waitMs = verdict.retryAfterMs ?? backoffMs(tooManyInARow, random);
        tellToWait(waitMs, verdict.detail, isTooFast);
        return;
      }
      case 'not-reached':
        isNewFailure(departureNo);
        allowed.goOneByOne();
        outage.begin('offline', verdict.detail);
        return;
      case 'to-pause':
        pause(verdict.reason, verdict.detail);
        return;
      case 'to-split':
        limiter.noteAccepted();
        return;
      case 'withdrawn':
        return;
    }
  };
  return {
    noteDeparture: () => {
      limiter.noteLeft();
      departures += 1;
      const inFlight = going.size + 1;
      const departure = { departureNo: departures, inFlight, mostInFlight: inFlight };
      going.add(departure);
      for (const each of going) each.mostInFlight = Math.max(each.mostInFlight, inFlight);
      return departure;
    },
    react,
  };
}
