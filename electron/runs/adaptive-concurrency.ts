// How many requests may be in flight. One more after each round that went well; half as many after a complaint; no more where
// more only wait longer (the server's knee). Pure. Never above what the recruiter set, never below one.

export interface AdaptiveConcurrency {
  current(): number;
  /** Too many requests, a time-out, a 5xx. */
  slowDown(): void;
  /** An answer said neither yes nor no: one at a time, until one is clear again. */
  goOneByOne(): void;
  /** An answer that was no complaint, and how long it took. */
  noteAnswer(tookMs: number): void;
}

/** The first requests of a run: enough to be quick, few enough to be taken back by a person's eye. */
const startsWith = 4;
/** So many requests may wait behind the knee before nothing is added, and before one is taken away. */
const queueToStay = 0.75;
const queueToShrink = 1.25;
/** The same for many in flight, as a share of them: times vary. */
const shareToStay = 0.15;
const shareToShrink = 0.25;

/**
 * Additive increase, multiplicative decrease below `most`. What waits at the server is estimated as TCP Vegas does
 * (Brakmo and Peterson, 1995): in flight × (1 − shortest time / present time), with the median of each round.
 */
export function createAdaptiveConcurrency(most: number): AdaptiveConcurrency {
  let allowed = Math.min(most, startsWith);
  let isOneByOne = false;
  let shortestMs = Number.POSITIVE_INFINITY;
  let round: number[] = [];

  const endRound = () => {
    const sorted = [...round].sort((left, right) => left - right);
    const medianMs = sorted[Math.floor(sorted.length / 2)] ?? 0;
    round = [];
    // One alone waits behind nobody, so its time is the network's: one that became slower is believed then.
    shortestMs = allowed === 1 ? medianMs : Math.min(shortestMs, medianMs);
    const queue = medianMs === 0 ? 0 : allowed * (1 - shortestMs / medianMs);
    if (queue > Math.max(queueToShrink, shareToShrink * allowed)) allowed = Math.max(1, allowed - 1);
    else if (queue < Math.max(queueToStay, shareToStay * allowed)) allowed = Math.min(most, allowed + 1);
  };

  return {
    current: () => (isOneByOne ? 1 : allowed),
    slowDown: () => {
      allowed = Math.max(1, Math.floor(allowed / 2));
      round = [];
    },
    goOneByOne: () => {
      isOneByOne = true;
      round = [];
    },
    noteAnswer: (tookMs) => {
      isOneByOne = false;
      round.push(tookMs);
      if (round.length >= allowed) endRound();
    },
  };
}
