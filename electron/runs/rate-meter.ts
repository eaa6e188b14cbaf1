// How many rows are settled per second, over the last seconds.
import type { Clock } from './clock';

/** Long enough to be calm, short enough to show a change. */
const windowMs = 5000;
/** Before that, a rate would be a guess. */
const shortestMs = 1000;

export interface RateMeter {
  note(rowCount: number): void;
  /** Null while there is too little to tell. */
  perSecond(): number | null;
}

export function createRateMeter(clock: Clock): RateMeter {
  const startedAtMs = clock.nowMs();
  let settled: { atMs: number; rowCount: number }[] = [];
  const dropOld = () => {
    const fromMs = clock.nowMs() - windowMs;
    if (settled.length > 0 && (settled[0]?.atMs ?? 0) < fromMs)
      settled = settled.filter(({ atMs }) => atMs >= fromMs);
  };
  return {
    note: (rowCount) => {
      dropOld();
      settled.push({ atMs: clock.nowMs(), rowCount });
    },
    perSecond: () => {
      dropOld();
      const spanMs = Math.min(windowMs, clock.nowMs() - startedAtMs);
      if (spanMs < shortestMs || settled.length === 0) return null;
      return (settled.reduce((sum, { rowCount }) => sum + rowCount, 0) / spanMs) * 1000;
    },
  };
}
