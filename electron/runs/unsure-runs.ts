// Look-ups of runs at rest: asked for by a person, or at the start of the app. One at a time for a run; a run that goes on ends it.
import { AppError } from '../../shared/errors/app-error';
import type { RunSummary } from '../../shared/runs/progress';
import type { AttemptView, UnsurePerson } from '../../shared/runs/unsure';
import type { EngineApi } from '../operations/operation';
import { operationOf } from '../operations/registry';
import type { Clock } from './clock';
import { type LookUpWaits, lookUpUnknown } from './look-ups';
import { needsLook } from './needs-look';
import type { RunLedger } from './run-ledger';

export interface UnsureRunsDeps {
  readonly ledger: RunLedger;
  readonly api: EngineApi;
  readonly clock: Clock;
  readonly lookUpWaits?: LookUpWaits | undefined;
  readonly onChange: (runId: string) => void;
  readonly getSummary: (runId: string) => RunSummary;
}

/** What can be asked about people without a clear answer. */
export interface UnsureService {
  /** The unknown people with the evidence, undecided ones first. */
  listUnsure(
    runId: string,
    offset: number,
    limit: number,
  ): { readonly people: UnsurePerson[]; readonly total: number };
  /** Asks about the unknown people twice, some seconds apart; sends nothing. @throws AppError `run/wrong-state` while the run goes. */
  lookUp(runId: string): Promise<RunSummary>;
  /** Whether somebody of the run is undecided whose look-up never began, or ended before its second look. @throws AppError `run/not-found`. */
  needsLookUp(runId: string): boolean;
  /** Looks up, one after another, the people of the newest runs at rest who need it. Never rejects. */
  lookUpAtStart(): Promise<void>;
  /** Does what a person decided about unknown rows, by ordinal. @throws AppError `run/wrong-state` while the run goes. */
  decideUnsure(
    runId: string,
    decision: { readonly leaveAlone: readonly number[]; readonly sendAgain: readonly number[] },
  ): Promise<RunSummary>;
  /** The request's body for one row, as JSON, and every try. @throws AppError `run/not-found`. */
  getExchange(
    runId: string,
    ordinal: number,
  ): { readonly requestText: string; readonly attempts: AttemptView[] };
}

export interface UnsureRuns extends UnsureService {
  /** Looks up without anybody waiting for it; what goes wrong is noted with the rows. */
  lookUpInBackground(runId: string): void;
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

export function createUnsureRuns(deps: UnsureRunsDeps): UnsureRuns {
  const { ledger, api, clock, lookUpWaits, onChange, getSummary } = deps;
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
  const needsLookUp = (runId: string): boolean => {
    const { undecidedCount } = ledger.getSummary(runId);
    return undecidedCount > 0 && ledger.listUnsure(runId, 0, undecidedCount).people.some(needsLook);
  };

  /** Ends a look-up; resolves when it has. */
  const stop = async (runId: string) => {
    const now = going.get(runId);
    now?.controller.abort();
    await now?.over.catch(() => undefined);
  };
  const refuseGoing = (runId: string) => {
    const { state } = getSummary(runId);
    if (state !== 'paused' && state !== 'finished' && state !== 'cancelled')
      throw new AppError('run/wrong-state', { state });
  };

  return {
    listUnsure: (runId, offset, limit) => ledger.listUnsure(runId, offset, limit),
    needsLookUp,
    lookUp: async (runId) => {
      refuseGoing(runId);
      await (going.get(runId) ?? start(runId, false)).over;
      return getSummary(runId);
    },
    decideUnsure: async (runId, { leaveAlone, sendAgain }) => {
      refuseGoing(runId);
      await stop(runId);
      await ledger.decide(runId, leaveAlone, 'leave-alone', clock.nowMs());
      await ledger.decide(runId, sendAgain, 'send-again', clock.nowMs());
      onChange(runId);
      return getSummary(runId);
    },
    getExchange: (runId, ordinal) => {
      const { operation, order } = ledger.getRun(runId);
      const { row, attempts } = ledger.readAttempts(runId, ordinal);
      return { requestText: operationOf(operation).bind(order).toRequestText(row), attempts };
    },
    lookUpAtStart: async () => {
      const resting = ledger
        .listSummaries(runsAtStart)
        .filter(({ state }) => state === 'paused' || state === 'finished' || state === 'cancelled');
      for (const { runId, undecidedCount } of resting) {
        if (isStopped) return;
        if (undecidedCount === 0 || going.has(runId) || !needsLookUp(runId)) continue;
        if (ledger.getRun(runId).state === 'running') continue;
        // What goes wrong here is noted with the rows, and can be tried again by hand.
        await start(runId, true).over.catch(() => undefined);
      }
    },
    lookUpInBackground: (runId) => {
      if (going.has(runId) || isStopped) return;
      start(runId, true).over.catch(() => undefined);
    },
    stop,
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
