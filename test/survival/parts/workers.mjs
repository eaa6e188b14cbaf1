/** A server's hands: so many requests are worked on at once, each takes its time, the others wait in the order of their coming. */

/** @param {number} count @param {number} tookMs */
export function createWorkers(count, tookMs) {
  let free = count;
  const waiting = [];
  const next = () => {
    if (free === 0 || waiting.length === 0) return;
    free -= 1;
    const done = waiting.shift();
    setTimeout(() => {
      free += 1;
      done();
      next();
    }, tookMs);
  };
  return {
    /** Resolves when the work of one request is done. @returns {Promise<void>} */
    work: () =>
      new Promise((resolve) => {
        waiting.push(resolve);
        next();
      }),
  };
}
