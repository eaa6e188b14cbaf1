// Time as the engine sees it, so that tests can hold it.

export interface Clock {
  /** UTC. */
  nowMs(): number;
  /** Resolves after the time, or as soon as the signal is aborted; never rejects. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** setTimeout counts up to 2^31 - 1 ms; a longer wait is made of several. */
const longestTimerMs = 2 ** 31 - 1;

export const systemClock: Clock = {
  nowMs: () => Date.now(),
  sleep: (ms, signal) =>
    new Promise((resolve) => {
      if (signal?.aborted === true) {
        resolve();
        return;
      }
      const end = () => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', end);
        resolve();
      };
      const timer = setTimeout(end, Math.min(Math.max(0, ms), longestTimerMs));
      signal?.addEventListener('abort', end);
    }),
};

/** Resolves when the work is done, or that much time has passed. Ended early, the wait keeps no process alive. */
export async function waitAtMost(clock: Clock, waitMs: number, work: Promise<unknown>): Promise<void> {
  const waiting = new AbortController();
  await Promise.race([work, clock.sleep(waitMs, waiting.signal)]);
  waiting.abort();
}
