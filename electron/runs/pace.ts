// How many requests may leave in a second: as many as the API bears. Learnt from its "too many requests", since no answer names
// the limit. Pure, but for the clock that it is given.
import type { Clock } from './clock';

export interface Pace {
  /** Takes the next place in the line; answers how many milliseconds to wait for it. */
  take(): number;
  /** A request was accepted, whatever came of it. */
  noteAccepted(): void;
  /** The API said that there were too many. To be called once for what left together. */
  noteTooMany(): void;
  /** Requests a second; Infinity while nobody has complained. */
  perSecond(): number;
}

/** The measure of what the API bears: what it accepted in the last second. */
const measuredMs = 1000;
/** Just below what was accepted, so that what piled up is worked off. */
const cut = 0.95;
/** Near the known limit: half a per cent more each second, so that it is overstepped four times a minute at most. */
const slowGrowth = 0.005;
/** After so long without a complaint the limit may have been raised: five per cent a second. */
const calmMs = 20_000;
const calmGrowth = 0.05;
const leastPerSecond = 1;

/** Starts without a limit; after a complaint it begins at what was accepted and finds the limit from below. */
export function createPace(clock: Clock): Pace {
  let perSecond = Number.POSITIVE_INFINITY;
  /** Above this, complaints are to be expected. */
  let ceiling = Number.POSITIVE_INFINITY;
  let nextAtMs = 0;
  let complainedAtMs = 0;
  let acceptedAtMs: number[] = [];
  const dropOld = () => {
    const fromMs = clock.nowMs() - measuredMs;
    acceptedAtMs = acceptedAtMs.filter((atMs) => atMs > fromMs);
  };

  return {
    take: () => {
      if (!Number.isFinite(perSecond)) return 0;
      const intervalMs = 1000 / perSecond;
      const nowMs = clock.nowMs();
      // One place may be caught up with: timers come late, never early.
      nextAtMs = Math.max(nextAtMs, nowMs - intervalMs) + intervalMs;
      return Math.max(0, nextAtMs - nowMs);
    },
    noteAccepted: () => {
      acceptedAtMs.push(clock.nowMs());
      if (acceptedAtMs.length % 64 === 0) dropOld();
      if (!Number.isFinite(perSecond)) return;
      const isCalm = clock.nowMs() - complainedAtMs > calmMs;
      // Below the ceiling it doubles every second; one more for each that was accepted.
      if (perSecond < ceiling) perSecond = Math.min(ceiling, perSecond + 1);
      else perSecond += isCalm ? calmGrowth : slowGrowth;
    },
    noteTooMany: () => {
      dropOld();
      const measured = acceptedAtMs.length * (1000 / measuredMs);
      const before = Number.isFinite(perSecond) ? perSecond : Math.max(measured, leastPerSecond);
      // Where little was accepted for another reason, the old pace is only halved, and found again soon.
      perSecond = Math.max(leastPerSecond, cut * Math.min(before, Math.max(measured, before / 2)));
      ceiling = Math.max(
        leastPerSecond,
        cut * (measured >= before / 2 ? Math.min(measured, before) : before),
      );
      complainedAtMs = clock.nowMs();
      nextAtMs = 0;
    },
    perSecond: () => perSecond,
  };
}
