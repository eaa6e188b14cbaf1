/**
 * What servers do against too many requests. Each limit is asked as a request arrives; `release` is called as its answer
 * has left. Pure, but for the time that it is given.
 *
 * @typedef {{ kind: 'none' }
 *   | { kind: 'bucket', perSecond: number, burst: number }
 *   | { kind: 'window', perSecond: number }
 *   | { kind: 'in-flight', most: number }} LimitPlan
 * @typedef {{ admits: (nowMs: number) => boolean, release: () => void }} Limit
 */

/** @param {LimitPlan} plan @returns {Limit} */
export function createLimit(plan) {
  switch (plan.kind) {
    case 'none':
      return { admits: () => true, release: () => undefined };
    case 'bucket':
      return { admits: createBucket(plan), release: () => undefined };
    case 'window':
      return { admits: createWindow(plan), release: () => undefined };
    case 'in-flight':
      return createInFlightLimit(plan);
    default:
      throw new Error(`There is no limit called ${plan.kind}.`);
  }
}

/** A token bucket: what finds no whole token is refused. */
function createBucket({ perSecond, burst }) {
  let tokens = burst;
  let filledAtMs = Number.NaN;
  return (nowMs) => {
    if (!Number.isNaN(filledAtMs))
      tokens = Math.min(burst, tokens + ((nowMs - filledAtMs) / 1000) * perSecond);
    filledAtMs = nowMs;
    if (tokens < 1) return false;
    tokens -= 1;
    return true;
  };
}

/** So many in any second; refused ones do not count. */
function createWindow({ perSecond }) {
  let admittedAtMs = [];
  return (nowMs) => {
    admittedAtMs = admittedAtMs.filter((atMs) => atMs > nowMs - 1000);
    if (admittedAtMs.length >= perSecond) return false;
    admittedAtMs.push(nowMs);
    return true;
  };
}

/** So many at work at once; one more is refused at once. */
function createInFlightLimit({ most }) {
  let count = 0;
  return {
    admits: () => {
      if (count >= most) return false;
      count += 1;
      return true;
    },
    release: () => {
      count -= 1;
    },
  };
}
