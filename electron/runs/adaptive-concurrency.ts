// How many requests may be in flight. One more after each round that went well (at first after each answer); half as many after a
// complaint; no more where more only wait longer (the server's knee) or are refused. Pure. Never above what the recruiter set, never below one.

export interface AdaptiveConcurrency {
  current(): number;
  /** A time-out, a 5xx. */
  slowDown(): void;
  /**
   * Too many requests, said to one that was one of so many in flight. Answers whether that is the reason: as many had not been
   * accepted since the last complaint. Where they had, requests come too fast.
   */
  noteTooMany(inFlight: number): boolean;
  /** An answer said neither yes nor no: one at a time, until one is clear again. */
  goOneByOne(): void;
  /** An answer that was no complaint, how long it took, and of how many its request was one: as it left, and at most since. */
  noteAnswer(tookMs: number, among: { readonly inFlight: number; readonly mostInFlight: number }): void;
}

/** The first requests of a run: enough to be quick, few enough to be taken back by a person's eye. */
const startsWith = 4;
/** Fewer answers say little about how long they take. */
const leastRound = 8;
/** Until something waits at the server, each answer adds one more, judged by the median of so many: it doubles within the latency. */
const firstLooks = 3;
/** Of two at once the second is refused by the strictest limits of a second, too. */
const leastTold = 2;
/** So many requests may wait behind the knee before nothing is added, and before one is taken away. */
const queueToStay = 0.45;
const queueToShrink = 1.15;
/** The same for many in flight: a share of those above `few`, since times vary. */
const few = 5;
const shareToStay = 0.16;
const shareToShrink = 0.3;

/** After so many rounds without growth the shortest time is measured anew, with half as many in flight: the network may be slower now. */
const roundsToMeasure = 60;
/** A knee makes every round longer, a busy moment only one or two. */
const roundsToBelieve = 3;
/** After so many rounds one more is tried where one was taken away. */
const roundsToGrowAgain = 120;
/** After so many rounds one more than was refused is tried again: half a minute at least. */
const roundsToTryAgain = 500;

/**
 * Additive increase, multiplicative decrease below `most`. What waits at the server is estimated as TCP Vegas does
 * (Brakmo and Peterson, 1995): in flight × (1 − shortest time / present time), with the median of each round.
 */
export function createAdaptiveConcurrency(most: number): AdaptiveConcurrency {
  let allowed = Math.min(most, startsWith);
  let isOneByOne = false;
  let isMeasuring = false;
  /** Nothing has waited at the server yet. */
  let isFree = true;
  let shortestMs = Number.POSITIVE_INFINITY;
  /** One more was refused. */
  let ceiling = most;
  let roundsUnderCeiling = 0;
  /** Up to here it comes back quickly after a complaint. */
  let regain = 0;
  let mostAccepted = 0;
  let heldRounds = 0;
  /** So many waited too long, and how many rounds ago that was. */
  let tooMany = Number.POSITIVE_INFINITY;
  let roundsSinceTooMany = 0;
  let hasGrown = false;
  let longRounds = 0;
  let round: number[] = [];
  let wasUsed = false;
  /** Answers of requests that left before the last change. */
  let toSkip = 0;

  const current = () => (isOneByOne ? 1 : isMeasuring ? Math.max(1, Math.floor(allowed / 2)) : allowed);
  const startRound = (skipped: number) => {
    round = [];
    wasUsed = false;
    toSkip = skipped;
  };
  const set = (next: number) => {
    allowed = Math.max(1, Math.min(next, ceiling));
  };
  const queueAt = (medianMs: number) => (medianMs === 0 ? 0 : allowed * (1 - shortestMs / medianMs));
  const mayWait = () => queueToStay + shareToStay * Math.max(0, allowed - few);
  /** The start: one more with each answer until something waits; as many as wait are taken back at once. */
  const adjustFreely = (tookMs: number, isUsed: boolean) => {
    round = [...round, tookMs].slice(-firstLooks);
    const medianMs = toMedian(round);
    shortestMs = Math.min(shortestMs, medianMs);
    const queue = queueAt(medianMs);
    if (queue < mayWait()) {
      if (isUsed) set(allowed + 1);
      isFree = allowed < most;
      return;
    }
    isFree = false;
    const before = allowed;
    set(allowed - Math.floor(queue));
    startRound(before);
  };
  const adjust = (medianMs: number) => {
    shortestMs = Math.min(shortestMs, medianMs);
    const queue = queueAt(medianMs);
    if (ceiling < most) roundsUnderCeiling += 1;
    if (roundsUnderCeiling >= roundsToTryAgain) {
      ceiling += 1;
      roundsUnderCeiling = 0;
    }
    roundsSinceTooMany += 1;
    if (roundsSinceTooMany >= roundsToGrowAgain) tooMany = Number.POSITIVE_INFINITY;
    longRounds = queue > queueToShrink + shareToShrink * Math.max(0, allowed - few - 1) ? longRounds + 1 : 0;
    if (longRounds >= roundsToBelieve) {
      longRounds = 0;
      // Taken away one after another, only the first is too many; what was grown into and did not hold is, too.
      if (tooMany === Number.POSITIVE_INFINITY || hasGrown) {
        tooMany = allowed;
        roundsSinceTooMany = 0;
      }
      hasGrown = false;
      set(allowed - 1);
    } else if (longRounds === 0 && queue < mayWait()) {
      if (!wasUsed) return;
      if (allowed + 1 < tooMany) {
        heldRounds = 0;
        hasGrown = true;
        set(allowed + 1);
        return;
      }
    }
    heldRounds += 1;
  };
  const endRound = () => {
    const medianMs = toMedian(round);
    const before = current();
    if (isMeasuring) shortestMs = medianMs;
    else adjust(medianMs);
    isMeasuring = !isMeasuring && heldRounds >= roundsToMeasure;
    if (isMeasuring) heldRounds = 0;
    startRound(current() === before ? 0 : before);
  };
  const halve = () => {
    isFree = false;
    allowed = Math.max(1, Math.floor(allowed / 2));
    isMeasuring = false;
    startRound(0);
  };

  return {
    current,
    slowDown: () => {
      halve();
      regain = 0;
    },
    noteTooMany: (inFlight) => {
      const isTheReason = inFlight > Math.max(leastTold, mostAccepted);
      if (isTheReason) ceiling = inFlight - 1;
      else if (mostAccepted > 0) ceiling = most;
      regain = Math.min(allowed, ceiling);
      mostAccepted = 0;
      roundsUnderCeiling = 0;
      halve();
      allowed = Math.min(allowed, ceiling);
      return isTheReason;
    },
    goOneByOne: () => {
      isOneByOne = true;
      startRound(0);
    },
    noteAnswer: (tookMs, { inFlight, mostInFlight }) => {
      isOneByOne = false;
      mostAccepted = Math.max(mostAccepted, inFlight);
      if (allowed < regain) {
        allowed += 1;
        if (allowed === regain) regain = 0;
        return;
      }
      if (toSkip > 0) {
        toSkip -= 1;
        return;
      }
      // While it doubles, half as many as are allowed by now were in flight before the answer.
      if (isFree) return adjustFreely(tookMs, 2 * mostInFlight > current());
      round.push(tookMs);
      wasUsed ||= inFlight >= current();
      if (round.length >= Math.max(leastRound, current())) endRound();
    },
  };
}

function toMedian(times: readonly number[]): number {
  const sorted = [...times].sort((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
