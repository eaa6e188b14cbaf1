// Holds a whole workspace while the API asks for a wait, or while nothing can be reached. No request leaves before the wait is over.
import type { PauseReason } from '../../shared/runs/run-state';
import type { Clock } from './clock';

export interface Hold {
  readonly reason: Extract<PauseReason, 'rate-limited' | 'offline'>;
  /** When requests may leave again, UTC. */
  readonly untilMs: number;
  /** What the API or the system said. */
  readonly detail: string;
}

export interface RateLimiter {
  /** Holds until then; a hold that ends later stays. */
  hold(hold: Hold): void;
  /** The hold at this moment; null when requests may leave. */
  current(): Hold | null;
  /** Resolves as soon as requests may leave, or the signal is aborted. */
  whenOpen(signal: AbortSignal): Promise<void>;
}

export function createRateLimiter(clock: Clock): RateLimiter {
  let held: Hold | null = null;
  const current = () => (held !== null && clock.nowMs() < held.untilMs ? held : null);
  return {
    hold: (next) => {
      const running = current();
      if (running === null || running.untilMs < next.untilMs) held = next;
    },
    current,
    whenOpen: async (signal) => {
      for (let hold = current(); hold !== null && !signal.aborted; hold = current()) {
        await clock.sleep(hold.untilMs - clock.nowMs(), signal);
      }
    },
  };
}
