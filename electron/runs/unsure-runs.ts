// Look-ups of runs at rest: asked for by a person, or at the start of the app. One at a time for a run; a run that goes on ends it.
import type { RunSummary } from '../../shared/runs/progress';
import type { EngineApi } from '../operations/operation';
import { operationOf } from '../operations/registry';
import type { Clock } from './clock';
import { type LookUpWaits, lookUpUnknown } from './look-ups';
import type { RunLedger } from './run-ledger';

export interface UnsureRunsDeps {
  readonly ledger: RunLedger;
  readonly api: EngineApi;
  readonly clock: Clock;
  readonly lookUpWaits?: LookUpWaits | undefined;
  readonly onChange: (runId: string) => void;
}

export interface UnsureRuns {
  /** Resolves when both looks are over, or it was stopped. A second call waits for the first. */
  lookUp(runId: string): Promise<void>;
  lookUpAtStart(): Promise<void>;
  /** Ends a look-up; resolves when it has. */
  stop(runId: string): Promise<void>;
  stopAll(): void;
  /** With the wait of a look-up that is on. */
  withLive(summary: RunSummary): RunSummary;
}

/** Older runs are looked up when somebody opens them. */
const runsAtStart = 20;

interface Going {
  readonly controller: AbortController;
  readonly over: Promise<void>;
  readonly sinceMs: number;
  untilMs: number | null;
}

export function createUnsureRuns({ ledger, api, clock, lookUpWaits, onChange }: UnsureRunsDeps): UnsureRuns {
  const going = new Map<string, Going>();
  let isStopped = false;

  const start = (runId: string, onlyUndecided: boolean): Going => {
    const run = ledger.getRun(runId);
    const controller = new AbortController();
    const task = lookUpUnknown(
      { ledger, api, clock, waits: lookUpWaits },
      {
        run,
        operation: operationOf(run.operation).bind(run.order),
        onlyUndecided,
        signal: controller.signal,
        onWait: (untilMs) => {
          const now = going.get(runId);
          if (now !== undefined) now.untilMs = untilMs;
          onChange(runId);
        },
      },
    );
    const over = task
      .then(() => undefined)
      .finally(() => {
        going.delete(runId);
        if (!isStopped) onChange(runId);
      });
    const started = { controller, over, sinceMs: clock.nowMs(), untilMs: null };
    going.set(runId, started);
    return started;
  };
  const needsLook = (runId: string): boolean => {
    const { people } = ledger.listUnsure(runId, 0, 1);
    const [first] = people;
    return first !== undefined && first.decision === null && (first.evidence?.looksAtMs.length ?? 0) === 0;
  };

  return {
    lookUp: (runId) => (going.get(runId) ?? start(runId, false)).over,
    lookUpAtStart: async () => {
      const resting = ledger
        .listSummaries(runsAtStart)
        .filter(({ state }) => state === 'paused' || state === 'finished' || state === 'cancelled');
      for (const { runId, undecidedCount } of resting) {
        if (isStopped) return;
        if (undecidedCount === 0 || going.has(runId) || !needsLook(runId)) continue;
        if (ledger.getRun(runId).state === 'running') continue;
        // What goes wrong here is noted with the rows, and can be tried again by hand.
        await start(runId, true).over.catch(() => undefined);
      }
    },
    stop: async (runId) => {
      const now = going.get(runId);
      now?.controller.abort();
      await now?.over.catch(() => undefined);
    },
    stopAll: () => {
      isStopped = true;
      for (const { controller } of going.values()) controller.abort();
    },
    withLive: (summary) => {
      const now = going.get(summary.runId);
      if (now === undefined) return summary;
      return {
        ...summary,
        wait: { why: 'looking-up', sinceMs: now.sinceMs, untilMs: now.untilMs, detail: null },
      };
    },
  };
}
