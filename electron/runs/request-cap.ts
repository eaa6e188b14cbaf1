// Keeps requests below the number a second that somebody set. Must never let two leave closer together than that.
import type { Clock } from './clock';

/** How many requests may leave in a second; null for no cap. Read before each request, so that a change holds at once. */
export type ReadCap = () => number | null;

const secondMs = 1000;

/** Answers how many milliseconds the next request waits. To be asked in the order in which they leave. */
export function createRequestCap(clock: Clock, readCap: ReadCap): () => number {
  let lastAtMs = Number.NEGATIVE_INFINITY;
  return () => {
    const perSecond = readCap();
    const nowMs = clock.nowMs();
    const gapMs = perSecond === null ? 0 : secondMs / perSecond;
    // A clock that was set back must not hold requests for longer than the gap.
    const waitMs = Math.min(gapMs, Math.max(0, lastAtMs + gapMs - nowMs));
    lastAtMs = nowMs + waitMs;
    return waitMs;
  };
}
