// Spans of time, and whether moments can be shared out among them. Pure.

/** Both ends belong to it. */
export interface TimeSpan {
  readonly fromMs: number;
  readonly toMs: number;
}

/** A moment that nobody knows is in no span. */
export function isWithin(atMs: number | null, { fromMs, toMs }: TimeSpan): boolean {
  return atMs !== null && fromMs <= atMs && atMs <= toMs;
}

/** Whether every span can be given a moment of its own that lies in it, with none left over: the earliest end takes first. */
export function matchSpans(spans: readonly TimeSpan[], momentsMs: readonly number[]): boolean {
  if (spans.length !== momentsMs.length) return false;
  const free = [...spans].sort((left, right) => left.toMs - right.toMs);
  for (const atMs of [...momentsMs].sort((left, right) => left - right)) {
    const index = free.findIndex((span) => isWithin(atMs, span));
    if (index === -1) return false;
    free.splice(index, 1);
  }
  return true;
}
