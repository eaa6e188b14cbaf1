/** What a server's record and a client's notes say about speed and waits. Pure. */

/**
 * @typedef {import('./strict-server.mjs').Arrival} Arrival
 * @typedef {import('./watched-run.mjs').ClientEvent} ClientEvent
 */

/** Clocks of two processes on one machine agree to a millisecond; a wait of a second is not shortened by 20. */
const graceMs = 20;

/** Between the first byte of an answer and its meaning a synced commit may lie: what leaves in this time was on its way. */
const understoodMs = 25;

const isInvite = ({ method }) => method === 'POST';

/** Accepted invites a second in this time. @param {Arrival[]} arrivals */
export function perSecondIn(arrivals, { fromMs, toMs }) {
  const accepted = arrivals.filter(
    (one) => isInvite(one) && one.status === 201 && one.atMs >= fromMs && one.atMs < toMs,
  );
  return (accepted.length * 1000) / (toMs - fromMs);
}

/** @param {number[]} values @param {number} fraction 0.5: half of them are no larger */
export function percentile(values, fraction) {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(fraction * sorted.length) - 1)] ?? Number.NaN;
}

/** Invites answered with this status since then. @param {Arrival[]} arrivals */
export function statusCount(arrivals, status, fromMs) {
  return arrivals.filter((one) => isInvite(one) && one.status === status && one.atMs >= fromMs).length;
}

/**
 * How many invites arrived before a wait was over that the client had been told of before they left. By the server's
 * clock no more may have arrived until its end than had left when the client read the 429.
 *
 * @param {Arrival[]} arrivals @param {ClientEvent[]} events @param {number} waitMs
 */
export function findTooEarly(arrivals, events, waitMs) {
  const told = arrivals.filter((one) => isInvite(one) && one.status === 429);
  const read = events.filter(({ kind, status }) => kind === 'answered' && status === 429);
  const left = events.filter((one) => one.kind === 'left' && isInvite(one));
  const arrived = arrivals.filter(isInvite);
  const byAnswer = told.toSorted((one, other) => one.answeredAtMs - other.answeredAtMs);
  let tooEarly = 0;
  for (const [index, { answeredAtMs }] of byAnswer.entries()) {
    const readAtMs = read[index]?.atMs ?? Number.POSITIVE_INFINITY;
    const leftBefore = left.filter(({ atMs }) => atMs <= readAtMs + understoodMs).length;
    const arrivedBefore = arrived.filter(({ atMs }) => atMs < answeredAtMs + waitMs - graceMs).length;
    tooEarly = Math.max(tooEarly, arrivedBefore - leftBefore);
  }
  return tooEarly;
}
