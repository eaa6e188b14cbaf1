// The breaker: after a failure that says nothing, it holds the workspace and asks `GET /me` until Flowmingo answers again.
// A probe is never an invite.
import type { EngineApi } from '../operations/operation';
import { backoffMs } from './backoff';
import type { Clock } from './clock';
import type { RateLimiter } from './rate-limiter';

/** Ten probes in the first minute, a little less often than every six seconds; the longest outages end within seconds of one. */
const probeEveryMs = 6100;
/** An outage of more than two minutes is asked about less often. */
const firstProbes = 20;
const laterProbeEveryMs = 15_000;

/** Somebody who went to lunch finds the run going on; after half an hour somebody should look. */
export const defaultOutageLimitMs = 30 * 60 * 1000;

export interface OutageWatch {
  /** Holds the workspace and begins to probe: at once, or after the wait that was asked for. During an outage it changes nothing. */
  begin(why: 'offline' | 'outage', detail: string, waitMs?: number): void;
  /** Resolves when no outage is on and no probe on its way. */
  whenQuiet(): Promise<void>;
}

export interface OutageWatchDeps {
  readonly api: Pick<EngineApi, 'probe'>;
  readonly workspaceId: string;
  readonly clock: Clock;
  readonly limiter: RateLimiter;
  /** Ends the probing. */
  readonly signal: AbortSignal;
  /** After so long the run pauses, for somebody to look. */
  readonly limitMs: number;
  readonly onGivenUp: (detail: string) => void;
  /** "Too many requests", said to a probe. */
  readonly onToldToWait: (waitMs: number, detail: string) => void;
  readonly onNoKey: (detail: string) => void;
  readonly onChange: () => void;
  readonly random?: (() => number) | undefined;
}

export function createOutageWatch(deps: OutageWatchDeps): OutageWatch {
  const { api, workspaceId, clock, limiter, signal } = deps;
  let probing: Promise<void> | null = null;
  const aborted = new Promise<null>((resolve) => {
    if (signal.aborted) resolve(null);
    else signal.addEventListener('abort', () => resolve(null));
  });

  const watch = async (
    why: 'offline' | 'outage',
    firstDetail: string,
    firstWaitMs: number,
  ): Promise<void> => {
    const startedAtMs = clock.nowMs();
    const leftMs = () => startedAtMs + deps.limitMs - clock.nowMs();
    let detail = firstDetail;
    const holdUntil = async (untilMs: number) => {
      limiter.holdForOutage({ why, untilMs, detail });
      deps.onChange();
      await clock.sleep(untilMs - clock.nowMs(), signal);
    };
    if (firstWaitMs > deps.limitMs) return deps.onGivenUp(detail);
    if (firstWaitMs > 0) await holdUntil(startedAtMs + firstWaitMs);
    for (let count = 1; !signal.aborted; count += 1) {
      const askedAtMs = clock.nowMs();
      limiter.holdForOutage({ why, untilMs: null, detail });
      deps.onChange();
      const answer = await Promise.race([api.probe(workspaceId), aborted]);
      if (answer === null || signal.aborted || answer.kind === 'up') return;
      if (answer.kind === 'no-key') return deps.onNoKey(answer.detail);
      detail = answer.detail;
      if (answer.kind === 'told-to-wait') {
        return deps.onToldToWait(answer.retryAfterMs ?? backoffMs(count, deps.random), detail);
      }
      const askedMs = answer.retryAfterMs ?? 0;
      if (leftMs() <= 0 || askedMs > leftMs()) return deps.onGivenUp(detail);
      const everyMs = count < firstProbes ? probeEveryMs : laterProbeEveryMs;
      await holdUntil(Math.max(askedAtMs + everyMs, clock.nowMs() + askedMs));
    }
  };

  return {
    begin: (why, detail, waitMs = 0) => {
      if (probing !== null || signal.aborted) return;
      limiter.holdForOutage({ why, untilMs: null, detail });
      probing = watch(why, detail, waitMs).finally(() => {
        probing = null;
        limiter.liftOutage();
        deps.onChange();
      });
    },
    whenQuiet: async () => {
      while (probing !== null) await probing;
    },
  };
}
