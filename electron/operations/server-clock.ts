// How far the server's clock is ahead of ours, from what it stamped on records whose requests we timed. Pure.
import type { ClockRange, ListedRecord, NamedRecord } from './look-up';

/**
 * The range that all known records allow: each was created between its request and its answer. Without any, `fallback`
 * (from a Date header) holds. Null where the records contradict each other: then one of the clocks was set meanwhile.
 */
export function toServerClock(
  records: readonly ListedRecord[],
  named: readonly NamedRecord[],
  fallback: ClockRange | null,
): ClockRange | null {
  const createdAtMs = new Map(records.map((record) => [record.id, record.createdAtMs]));
  let leastMs = Number.NEGATIVE_INFINITY;
  let mostMs = Number.POSITIVE_INFINITY;
  for (const { recordId, sentAtMs, answeredAtMs } of named) {
    const created = createdAtMs.get(recordId);
    if (created == null) continue;
    leastMs = Math.max(leastMs, created - answeredAtMs);
    mostMs = Math.min(mostMs, created - sentAtMs);
  }
  if (!Number.isFinite(leastMs)) return fallback;
  return leastMs <= mostMs ? { leastMs, mostMs } : null;
}
