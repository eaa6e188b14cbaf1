// Sends the rows of one run, a bounded number at a time, and is the only part that moves a run from state to state.
// Knows no HTTP, no SQL and no Electron. Must never send a row that the ledger does not call pending or told to wait.
import pLimit from 'p-limit';
import { AppError } from '../../shared/errors/app-error';
import type { PauseReason, RunEvent } from '../../shared/runs/run-state';
import type { BoundOperation, RowToSend } from '../operations/operation';
import { createAdaptiveConcurrency } from './adaptive-concurrency';
import { backoffMs } from './backoff';
import { createFailureGuard } from './failure-guard';
import { createInFlight } from './in-flight';
import type { Hold, RateLimiter } from './rate-limiter';
import { createRateMeter } from './rate-meter';
import { type ExecutorDeps, executeRequest, type RequestVerdict } from './request-executor';
import type { RunRecord } from './run-ledger';
import { createUnwrittenAnswers } from './unwritten-answers';

export interface EngineDeps extends ExecutorDeps {
  /** Of the run's workspace; it outlives the run. */
  readonly limiter: RateLimiter;
  /** Rows changed, on disk. */
  readonly onChange: () => void;
  /** The run changed its state, on disk. */
  readonly onStateChange: () => void;
  readonly random?: () => number;
}

/** What only a going run knows. */
export interface EngineLive {
  readonly hold: Hold | null;
  readonly ratePerSecond: number | null;
  /** The ledger could not be written: whatever state it shows, the run stands still. */
  readonly storageFailure: string | null;
}

export interface RunEngine {
  /** No new request leaves from now on; what is in flight settles first. The first reason stays. */
  pause(reason: PauseReason, detail?: string | null): void;
  cancel(): void;
  live(): EngineLive;
  /** Resolves when nothing is in flight and nothing more will be sent. Never rejects. */
  readonly atRest: Promise<void>;
  /** After a storage failure: writes what is still to be written and brings the ledger to rest. @throws AppError `store/unwritable`. */
  repair(): Promise<void>;
}

/** Rows read ahead: enough for a second or two at full speed, never a whole file. */
const rowsReadAhead = 200;
/** Tries in a row that found no network, before the run pauses; with the waits between them some ten seconds. */
const offlineTries = 5;

/** Starts sending the rows of a run that the ledger calls `running`. */
export function startRunEngine(
  deps: EngineDeps,
  run: RunRecord,
  operation: BoundOperation,
  isFirstStart: boolean,
): RunEngine {
  const { ledger, clock, limiter, random } = deps;
  const { runId, peoplePerRequest } = run;
  const limit = pLimit(run.concurrency);
  const allowed = createAdaptiveConcurrency(run.concurrency);
  const guard = createFailureGuard(isFirstStart);
  const meter = createRateMeter(clock);
  const inFlight = createInFlight();
  const unwritten = createUnwrittenAnswers(ledger, clock, runId);
  const stopping = new AbortController();
  let stop: 'pause' | 'cancel' | null = null;
  let storageFailure: string | null = null;
  const failures = { offline: 0, rateLimited: 0, lastAtMs: Number.NEGATIVE_INFINITY };

  const changeState = (event: RunEvent, reason?: PauseReason, detail?: string | null) => {
    try {
      ledger.changeState(runId, event, { atMs: clock.nowMs(), pauseReason: reason, pauseDetail: detail });
    } catch (error) {
      storageFailure ??= error instanceof Error ? error.message : String(error);
    }
    deps.onStateChange();
  };
  const halt = (kind: 'pause' | 'cancel') => {
    stop = kind;
    stopping.abort();
  };
  const pause = (reason: PauseReason, detail: string | null = null) => {
    if (stop !== null) return;
    halt('pause');
    changeState('pause-asked', reason, detail);
  };
  const failStorage = (detail: string) => {
    pause('storage-error', detail);
    storageFailure ??= detail;
    deps.onStateChange();
  };

  /** A failure of a request that left before the last failure was known says nothing new. */
  const isNewFailure = (leftAtMs: number): boolean => {
    if (leftAtMs <= failures.lastAtMs) return false;
    failures.lastAtMs = clock.nowMs();
    return true;
  };
  const waitAsTold = (retryAfterMs: number | null, detail: string, leftAtMs: number) => {
    const isNew = isNewFailure(leftAtMs);
    if (isNew) {
      failures.rateLimited += 1;
      allowed.slowDown();
    }
    if (!isNew && retryAfterMs === null) return;
    limiter.hold({
      reason: 'rate-limited',
      untilMs: clock.nowMs() + (retryAfterMs ?? backoffMs(failures.rateLimited, random)),
      detail,
    });
  };
  const waitForNetwork = (detail: string, leftAtMs: number) => {
    if (!isNewFailure(leftAtMs)) return;
    failures.offline += 1;
    if (failures.offline >= offlineTries) pause('offline', detail);
    else
      limiter.hold({
        reason: 'offline',
        untilMs: clock.nowMs() + backoffMs(failures.offline, random),
        detail,
      });
  };

  const act = async (verdict: RequestVerdict, rows: readonly RowToSend[]): Promise<void> => {
    if (verdict.kind !== 'withdrawn' && verdict.kind !== 'intent-failed' && verdict.kind !== 'not-reached')
      failures.offline = 0;
    switch (verdict.kind) {
      case 'settled': {
        failures.rateLimited = 0;
        allowed.speedUp();
        meter.note(rows.length);
        const detail = guard.note(verdict.results);
        if (detail !== null) pause('too-many-failures', detail);
        return;
      }
      case 'to-split': {
        const middle = Math.ceil(rows.length / 2);
        await sendRows(rows.slice(0, middle));
        await sendRows(rows.slice(middle));
        return;
      }
      case 'told-to-wait':
        return waitAsTold(verdict.retryAfterMs, verdict.detail, verdict.leftAtMs);
      case 'not-reached':
        return waitForNetwork(verdict.detail, verdict.leftAtMs);
      case 'to-pause':
        return pause(verdict.reason, verdict.detail);
      case 'intent-failed':
        return pause('storage-error', verdict.detail);
      case 'answer-unwritten':
        pause('storage-error', verdict.detail);
        if (!(await unwritten.write(verdict.answer))) return failStorage(verdict.detail);
        return act(verdict.verdict, rows);
      case 'withdrawn':
        return;
    }
  };
  const mayLeave = () => stop === null && limiter.current() === null;
  const sendRows = async (rows: readonly RowToSend[]): Promise<void> => {
    await limiter.whenOpen(stopping.signal);
    if (stop !== null) return;
    const verdict = await executeRequest(deps, run, operation, rows, mayLeave);
    await act(verdict, rows);
    deps.onChange();
  };

  let ahead: RowToSend[] = [];
  const takeRows = (): RowToSend[] => {
    if (ahead.length === 0)
      ahead = ledger.nextRows(runId, Math.max(rowsReadAhead, peoplePerRequest), inFlight.ordinals);
    return ahead.splice(0, peoplePerRequest);
  };
  const sendAll = async () => {
    while (stop === null) {
      await limiter.whenOpen(stopping.signal);
      await inFlight.whenFewerThan(() => allowed.current());
      if (!mayLeave()) continue;
      const rows = takeRows();
      if (rows.length > 0) inFlight.track(rows, limit(sendRows, rows));
      else if (inFlight.count() === 0) return;
      else await inFlight.whenOneSettles();
    }
  };
  const comeToRest = () => {
    if (storageFailure !== null) return;
    if (stop === 'cancel') changeState('in-flight-settled');
    else if (!ledger.hasOpenRows(runId)) changeState('all-rows-settled');
    else if (stop === 'pause') changeState('in-flight-settled');
  };
  const go = async () => {
    try {
      await sendAll();
      await inFlight.whenAllSettled();
      comeToRest();
    } catch (error) {
      failStorage(error instanceof Error ? error.message : String(error));
      await inFlight.whenAllSettled();
      deps.onStateChange();
    }
  };

  return {
    pause,
    cancel: () => {
      if (stop === 'cancel') return;
      halt('cancel');
      changeState('cancel-asked');
    },
    live: () => ({
      hold: stop === null ? limiter.current() : null,
      ratePerSecond: stop === null && limiter.current() === null ? meter.perSecond() : null,
      storageFailure,
    }),
    atRest: go(),
    repair: async () => {
      const detail = storageFailure;
      if (detail === null) return;
      storageFailure = null;
      try {
        await unwritten.writeAll();
        const { state } = ledger.getRun(runId);
        if (state === 'running')
          ledger.changeState(runId, 'pause-asked', {
            atMs: clock.nowMs(),
            pauseReason: 'storage-error',
            pauseDetail: detail,
          });
        if (state !== 'paused') comeToRest();
      } catch (error) {
        storageFailure = detail;
        throw new AppError('store/unwritable', { folder: ledger.folder }, { cause: error });
      }
      if (storageFailure !== null) throw new AppError('store/unwritable', { folder: ledger.folder });
    },
  };
}
