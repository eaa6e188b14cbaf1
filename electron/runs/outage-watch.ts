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
  /** Holds the workspace and begins to probe at once; during an outage it changes nothing. */
  begin(why: 'offline' | 'outage', detail: string): void;
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

  const watch = async (why: 'offline' | 'outage', firstDetail: string): Promise<void> => {
    const startedAtMs = clock.nowMs();
    let detail = firstDetail;
    for (let count = 1; !signal.aborted; count += 1) {
      const askedAtMs = clock.nowMs();
      limiter.holdForOutage({ why, untilMs: null, detail });
      deps.onChange();
      const answer = await Promise.race([api.probe(workspaceId), aborted]);
      if (answer === null || signal.aborted || answer.kind === 'up') return;
      if (answer.kind === 'no-key') return deps.onNoKey(answer.detail);
      detail = answer.detail;
      if (answer.kind === 'told-to-wait') {
        limiter.tellToWait(answer.retryAfterMs ?? backoffMs(count, deps.random), detail, false);
        return;
      }
      if (clock.nowMs() - startedAtMs >= deps.limitMs) return deps.onGivenUp(detail);
      const untilMs = askedAtMs + (count < firstProbes ? probeEveryMs : laterProbeEveryMs);
      limiter.holdForOutage({ why, untilMs, detail });
      deps.onChange();
      await clock.sleep(untilMs - clock.nowMs(), signal);
    }
  };

  return {
    begin: (why, detail) => {
      if (probing !== null || signal.aborted) return;
      limiter.holdForOutage({ why, untilMs: null, detail });
      probing = watch(why, detail).finally(() => {
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
