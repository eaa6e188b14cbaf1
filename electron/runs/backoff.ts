// How long to wait before the next try when nobody said how long. Pure.

/** The first wait; a person hardly notices it. */
const firstMs = 1000;
/** No wait of ours is longer: after ten minutes somebody should see whether things are well again. */
export const longestBackoffMs = 10 * 60 * 1000;
/** Full jitter may come out as nothing; this much is always waited. */
const shortestMs = 100;

/**
 * Exponential with full jitter: anywhere between nothing and 1 s, 2 s, 4 s … 10 min for the first, second, third … failure in a row,
 * so that many clients do not come back at the same moment.
 */
export function backoffMs(failuresInARow: number, random: () => number = Math.random): number {
  const ceilingMs = Math.min(longestBackoffMs, firstMs * 2 ** Math.max(0, failuresInARow - 1));
  return Math.max(shortestMs, Math.round(random() * ceilingMs));
}
