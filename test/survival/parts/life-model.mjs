/**
 * How long a process will live if nobody kills it, learnt from those that lived: a start, so much for each row, an end.
 * With it a moment can be drawn out of a life that is still to come.
 */

/**
 * @typedef {'begins' | 'goes-on'} LifeKind
 * @typedef {{ kind: LifeKind, startedAtMs: number, endedAtMs: number | null, arrivalsAtMs: number[] }} LivedLife
 *   `endedAtMs` is null where it was killed; `arrivalsAtMs` are the server's times of its invites
 */

/**
 * Nothing is in flight at the start (opening, recovery) and at the end (looking back, writing results). They are drawn
 * this often at most, however long they take, so that most deaths are among the requests.
 */
const mostStartShare = 0.15;
const mostEndShare = 0.15;

/** @param {{ rowCount: number, startMs: Record<LifeKind, number>, msPerRow: number }} guess until a life has been seen */
export function makeLifeModel({ rowCount, startMs, msPerRow }) {
  const known = { startMs: { ...startMs }, msPerRow, endMs: 0 };
  return {
    /** @param {LivedLife} life */
    learn({ kind, startedAtMs, endedAtMs, arrivalsAtMs }) {
      if (arrivalsAtMs.length === 0) return;
      const first = Math.min(...arrivalsAtMs);
      const last = Math.max(...arrivalsAtMs);
      known.startMs[kind] = Math.max(0, first - startedAtMs);
      // A few rows say little about the pace.
      if (arrivalsAtMs.length > rowCount / 10) known.msPerRow = (last - first) / arrivalsAtMs.length;
      if (endedAtMs !== null) known.endMs = Math.max(0, endedAtMs - last);
    },
    /**
     * The moment for a fraction from 0 to 1: within start, sending and end all moments are equally likely.
     * `sinceFirstInvite` says what `afterMs` counts from: the life's first invite, or its start.
     *
     * @param {{ kind: LifeKind, rowsLeft: number, fraction: number }} life
     */
    drawMoment({ kind, rowsLeft, fraction }) {
      const startMs = known.startMs[kind];
      const sendMs = rowsLeft * known.msPerRow;
      const wholeMs = startMs + sendMs + known.endMs;
      const startShare = Math.min(startMs / wholeMs, mostStartShare);
      const endShare = Math.min(known.endMs / wholeMs, mostEndShare);
      const sendShare = 1 - startShare - endShare;
      if (fraction < startShare)
        return { sinceFirstInvite: false, afterMs: (fraction / startShare) * startMs };
      const rest = fraction - startShare;
      const afterMs =
        rest < sendShare
          ? (rest / sendShare) * sendMs
          : sendMs + ((rest - sendShare) / endShare) * known.endMs;
      return { sinceFirstInvite: true, afterMs };
    },
  };
}
