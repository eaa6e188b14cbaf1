// How many requests may be in flight: half as many after each "too many requests", one more after each round that went well.

export interface AdaptiveConcurrency {
  current(): number;
  slowDown(): void;
  /** To be called for each answer that was no complaint. */
  speedUp(): void;
}

/** Never above `most`, never below one (additive increase, multiplicative decrease). */
export function createAdaptiveConcurrency(most: number): AdaptiveConcurrency {
  let allowed = most;
  return {
    current: () => Math.floor(allowed),
    slowDown: () => {
      allowed = Math.max(1, allowed / 2);
    },
    speedUp: () => {
      allowed = Math.min(most, allowed + 1 / Math.floor(allowed));
    },
  };
}
