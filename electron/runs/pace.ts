// How many requests may leave in a second: as many as the API bears. Learnt from its "too many requests", since no answer names
// the limit. Pure, but for the clock that it is given.
import type { Clock } from './clock';

export interface Pace {
  /** Milliseconds until the next request may leave; 0 for now. */
  waitMs(): number;
  /** A request takes its turn, and leaves as soon as it is written down. */
  take(): void;
  /** It has left, perhaps later than its turn: what comes after it keeps its distance all the same. */
  noteLeft(): void;
  /** A request was accepted, whatever came of it. */
  noteAccepted(): void;
  /** The API said that there were too many. To be called once for what left together. */
  noteTooMany(): void;
  /** Requests a second; Infinity while nobody has complained. */
  perSecond(): number;
}

const secondMs = 1000;
/** Six a minute: slower limits are a matter of waits. */
const leastPerSecond = 0.1;
/** Timers come late, by a millisecond or two; more is not caught up with, since some limits are as strict as "one in 100 ms". */
const catchUpMs = 2;
/** So many accepted in a rush before the first complaint may well be the limit of a second; fewer only say that rushes are refused. */
const leastRush = 5;
/** Just below what was too fast. */
const below = 0.96;
/** What is kept of the pace at a complaint, at least. */
const leastKept = 0.7;
/** It comes near to its aim within seconds, ever more slowly. */
const approachS = 2;
/** A complaint at a pace below so many times the guess confirms it. */
const nearGuess = 1.5;
/** A search that is refused after fewer was perhaps refused for what came before it. */
const leastToTell = 3;
/** A search begins here at least. */
const searchFrom = 2;
/** Where nothing is known to be too fast, each accepted request adds so much: twice as fast every second and a half. */
const searchPerAccepted = 0.5;
/** After so long without a complaint it looks whether more is borne: hardly faster at first, by a tenth a second in the end. */
const calm = { ms: 30_000, growth: 0.01, moreEachSecond: 0.0025, mostGrowth: 0.1 };
/** The same for a limit that was only guessed from a rush. */
const calmAfterGuess = { ms: 3000, growth: 0.04, moreEachSecond: 0.02, mostGrowth: 0.2 };

/** Starts without a limit; after a complaint it begins at what was accepted and finds the limit from below. */
export function createPace(clock: Clock): Pace {
  let perSecond = Number.POSITIVE_INFINITY;
  /** As fast as is thought to be borne; Infinity while it searches. */
  let aim = Number.POSITIVE_INFINITY;
  /** What a rush let guess; null without a rush, and once it is known better. */
  let guessed: number | null = null;
  /** Accepted of what left before the first complaint. */
  let rush = 0;
  let isRushOver = false;
  let nextAtMs = 0;
  /** Whether it is the pace that holds requests back, and not something else. */
  let isBinding = false;
  /** Somebody had to wait for the next turn. */
  let wasHeld = false;
  let complainedAtMs = 0;
  let acceptedCount = 0;
  /** Of the last second. */
  let acceptedAtMs: number[] = [];

  const dropOld = () => {
    const fromMs = clock.nowMs() - secondMs;
    acceptedAtMs = acceptedAtMs.filter((atMs) => atMs > fromMs);
  };
  /** What was accepted a second, by the times in between; null where they are too few to say. */
  const recentRate = (): number | null => {
    dropOld();
    const spanMs = (acceptedAtMs.at(-1) ?? 0) - (acceptedAtMs[0] ?? 0);
    return spanMs < secondMs / 2 ? null : ((acceptedAtMs.length - 1) * secondMs) / spanMs;
  };
  const grow = () => {
    if (aim === Number.POSITIVE_INFINITY) {
      perSecond += searchPerAccepted;
      return;
    }
    const { ms, growth, moreEachSecond, mostGrowth } = guessed !== null ? calmAfterGuess : calm;
    const calmS = (clock.nowMs() - complainedAtMs - ms) / secondMs;
    if (calmS > 0) aim *= 1 + Math.min(mostGrowth, growth + moreEachSecond * calmS) / perSecond;
    perSecond += Math.max(0, aim - perSecond) / Math.max(1, perSecond * approachS);
  };
  const guess = () => {
    perSecond = rush < leastRush ? Math.max(searchFrom, rush) : below * rush;
    if (rush < leastRush) return;
    guessed = perSecond;
    aim = perSecond;
  };
  const narrow = () => {
    const tooFast = Math.min(perSecond, recentRate() ?? perSecond);
    const borne = (acceptedCount * secondMs) / (clock.nowMs() - complainedAtMs);
    if (aim === Number.POSITIVE_INFINITY && acceptedCount < leastToTell) perSecond /= 2;
    else if (aim === Number.POSITIVE_INFINITY) {
      // What was accepted last was slower by one step.
      perSecond = below * Math.max(searchPerAccepted, perSecond - searchPerAccepted);
      aim = perSecond;
    } else if (guessed !== null && tooFast < nearGuess * guessed) {
      perSecond = guessed;
      aim = guessed;
    } else {
      // The limit lies between what was borne, waits included, and what was too fast.
      aim = below * tooFast;
      perSecond = Math.min(aim, Math.max(leastKept * tooFast, Math.sqrt(borne * tooFast)));
    }
    guessed = null;
  };

  return {
    waitMs: () => {
      // A clock that was set back must not hold a request for longer than any turn takes.
      nextAtMs = Math.min(nextAtMs, clock.nowMs() + secondMs / leastPerSecond);
      const waitMs = Math.max(0, nextAtMs - clock.nowMs());
      wasHeld ||= waitMs > 0;
      return waitMs;
    },
    take: () => {
      if (perSecond === Number.POSITIVE_INFINITY) return;
      const nowMs = clock.nowMs();
      isRushOver = true;
      isBinding = wasHeld;
      wasHeld = false;
      const atMs = nextAtMs < nowMs - catchUpMs ? nowMs : nextAtMs;
      nextAtMs = atMs + secondMs / perSecond;
    },
    noteLeft: () => {
      if (perSecond === Number.POSITIVE_INFINITY) return;
      nextAtMs = Math.max(nextAtMs, clock.nowMs() + secondMs / perSecond - catchUpMs);
    },
    noteAccepted: () => {
      if (perSecond !== Number.POSITIVE_INFINITY && !isRushOver) {
        rush += 1;
        guess();
        return;
      }
      acceptedCount += 1;
      acceptedAtMs.push(clock.nowMs());
      if (acceptedAtMs.length % 64 === 0) dropOld();
      if (isBinding) grow();
    },
    noteTooMany: () => {
      isBinding = false;
      if (perSecond === Number.POSITIVE_INFINITY) {
        dropOld();
        rush = acceptedAtMs.length;
        guess();
      }
      // Where nothing was accepted since the last complaint, the wait was too short, not the pace too fast.
      else if (acceptedCount > 0) narrow();
      perSecond = Math.max(leastPerSecond, perSecond);
      complainedAtMs = clock.nowMs();
      acceptedCount = 0;
      acceptedAtMs = [];
    },
    perSecond: () => perSecond,
  };
}
