/**
 * How long a process will live if nobody kills it, learnt from those that lived: start-up, so much for each row, an end.
 * With it a moment can be drawn that is uniform over a life that is still to come.
 */

/**
 * @typedef {'begins' | 'goes-on'} LifeKind
 * @typedef {{ kind: LifeKind, startedAtMs: number, endedAtMs: number | null, arrivalsAtMs: number[] }} LivedLife
 *   `endedAtMs` is null where it was killed; `arrivalsAtMs` are the server's times of its invites
 */

/** The quiet time at a run's end counts for no more than this share of a life: the dangerous moments are those of sending. */
const mostEndShare = 0.25;

/** @param {{ rowCount: number, startMs: Record<LifeKind, number>, msPerRow: number }} guess until a life has been seen */
export function makeLifeModel({ rowCount, startMs, msPerRow }) {
  const known = { startMs: { ...startMs }, msPerRow, endMs: 0 };
  return {
    /** @param {LivedLife} life */
    learn({ kind, startedAtMs, endedAtMs, arrivalsAtMs }) {
      const first = Math.min(...arrivalsAtMs);
      const last = Math.max(...arrivalsAtMs);
      if (arrivalsAtMs.length === 0) return;
      known.startMs[kind] = Math.max(0, first - startedAtMs);
      // A few rows say little about the pace.
      if (arrivalsAtMs.length > rowCount / 10) known.msPerRow = (last - first) / arrivalsAtMs.length;
      if (endedAtMs !== null) known.endMs = Math.max(0, endedAtMs - last);
    },
    /** @param {LifeKind} kind @param {number} rowsLeft */
    expectedMs(kind, rowsLeft) {
      const busyMs = known.startMs[kind] + rowsLeft * known.msPerRow;
      return busyMs + Math.min(known.endMs, (busyMs * mostEndShare) / (1 - mostEndShare));
    },
  };
}
