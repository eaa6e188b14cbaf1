// Sends the rows of one run, a bounded number at a time, and is the only part that moves a run from state to state.
// Knows no HTTP, no SQL and no Electron. Must never send a row that the ledger does not call pending or told to wait.
import pLimit from 'p-limit';
import { AppError } from '../../shared/errors/app-error';
import type { PauseReason, RunEvent } from '../../shared/runs/run-state';
import type { BoundOperation, EngineApi, RowToSend } from '../operations/operation';
import { createAdaptiveConcurrency } from './adaptive-concurrency';
import type { Clock } from './clock';
import { createInFlight } from './in-flight';
import { type LookUpWaits, lookUpUnknown } from './look-ups';
import { createOutageWatch } from './outage-watch';
import type { Hold, RateLimiter } from './rate-limiter';
import { createRateMeter } from './rate-meter';
import { createReactions, type Departure } from './reactions';
import { sendRequest, type UnwrittenAnswer } from './request-executor';
import { createRowSupply } from './row-supply';
import type { RunLedger, RunRecord } from './run-ledger';
import { createUnwrittenAnswers } from './unwritten-answers';

export interface EngineDeps {
  readonly ledger: RunLedger;
  readonly api: EngineApi;
  readonly clock: Clock;
  /** Of the run's workspace; it outlives the run. */
  readonly limiter: RateLimiter;
  /** After so long without an answer to any probe the run pauses. */
  readonly outageLimitMs: number;
  readonly lookUpWaits?: LookUpWaits | undefined;
  /** Rows changed, on disk. */
  readonly onChange: () => void;
  /** The run changed its state, on disk, or began or ended to wait. */
  readonly onStateChange: () => void;
  readonly random?: (() => number) | undefined;
}

/** How it begins. */
export interface EngineStart {
  /** Nothing of this run was answered before. */
  readonly isFirst: boolean;
  /** How long the first request is held back. */
  readonly holdMs: number;
  /** The network may be gone: it asks before anything is sent. */
  readonly probesFirst: boolean;
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

/** The longest quota that anybody counts is that of a day; whoever is told to wait for longer should know, and decide. */
const longestHoldMs = 24 * 3_600_000;
/** Rows that a look-up frees may be lost again; twice is enough, the rest is for a person. */
const mostLookUps = 2;

/** Starts sending the rows of a run that the ledger calls `running`. */
export function startRunEngine(
  deps: EngineDeps,
  run: RunRecord,
  operation: BoundOperation,
  start: EngineStart,
): RunEngine {
  const { ledger, api, clock, limiter, random } = deps;
  const { runId, workspaceId } = run;
  const limit = pLimit(run.concurrency);
  const allowed = createAdaptiveConcurrency(run.concurrency);
  const meter = createRateMeter(clock);
  const inFlight = createInFlight();
  const supply = createRowSupply(ledger, run, operation);
  const unwritten = createUnwrittenAnswers(ledger, clock, runId);
  const stopping = new AbortController();
  const closings = new Set<Promise<void>>();
  let stop: 'pause' | 'cancel' | null = null;
  let storageFailure: string | null = null;
  /** A wait of this run alone: the hold before its first request, or a look-up. */
  let ownHold: Hold | null = null;

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
  const tellToWait: RateLimiter['tellToWait'] = (waitMs, detail, isTooFast) => {
    if (waitMs > longestHoldMs) return pause('rate-limited', detail);
    limiter.tellToWait(waitMs, detail, isTooFast);
    deps.onStateChange();
  };
  const outage = createOutageWatch({
    api,
    workspaceId,
    clock,
    limiter,
    signal: stopping.signal,
    limitMs: deps.outageLimitMs,
    onGivenUp: (detail) => pause('offline', detail),
    onToldToWait: (waitMs, detail) => tellToWait(waitMs, detail, false),
    onNoKey: (detail) => pause('auth-expired', detail),
    onChange: deps.onStateChange,
    random,
  });

  const reactions = createReactions(
    { limiter, allowed, outage, meter, pause, tellToWait, random },
    start.isFirst,
  );
  /** Writes an answer. Where that fails, the run stops, and the answer is kept until it can be written. */
  const close = async (answer: UnwrittenAnswer): Promise<boolean> => {
    try {
      await ledger.closeAttempt(runId, answer.attemptNo, answer.end, answer.changes, clock.nowMs());
      deps.onChange();
      return true;
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      pause('storage-error', detail);
      if (await unwritten.write(answer)) return true;
      failStorage(detail);
      return false;
    }
  };
  const track = (closing: Promise<unknown>) => {
    const tracked = closing.then(() => {
      closings.delete(tracked);
    });
    closings.add(tracked);
  };

  const mayLeave = () => stop === null && limiter.current() === null;
  const sendRows = async (rows: readonly RowToSend[]): Promise<void> => {
    let departure: Departure | null = null;
    const sent = await sendRequest(deps, run, operation, rows, () => {
      if (!mayLeave()) return false;
      departure = reactions.noteDeparture();
      return true;
    });
    if (sent.kind === 'intent-failed') return pause('storage-error', sent.detail);
    // Queued first and awaited elsewhere: it is written together with the next intent, and never after it.
    const closing = close(sent.answer);
    track(closing);
    reactions.react(sent, departure);
    if (sent.verdict.kind !== 'to-split' || !(await closing)) return;
    const middle = Math.ceil(rows.length / 2);
    for (const half of [rows.slice(0, middle), rows.slice(middle)]) {
      await limiter.whenOpen(stopping.signal);
      await limiter.whenItsTurn(stopping.signal);
      if (stop === null) await sendRows(half);
    }
  };

  const sendAll = async () => {
    supply.countAnew();
    while (stop === null) {
      await limiter.whenOpen(stopping.signal);
      await inFlight.whenFewerThan(() => allowed.current());
      if (!mayLeave()) continue;
      const rows = supply.take(inFlight.ordinals);
      if (rows.length === 0) {
        if (inFlight.count() > 0) await inFlight.whenOneSettles();
        else if (closings.size === 0) return;
        await Promise.all(closings);
        // An answer that came meanwhile may not be written down yet: its row does not count as sent before.
        if (inFlight.count() === 0 && closings.size === 0) supply.countAnew();
        continue;
      }
      await limiter.whenItsTurn(stopping.signal);
      if (mayLeave() && inFlight.count() < allowed.current()) inFlight.track(rows, limit(sendRows, rows));
      else supply.putBack(rows);
    }
  };
  const settle = async () => {
    await inFlight.whenAllSettled();
    await Promise.all(closings);
  };
  const holdSelf = (why: Hold['why'], untilMs: number) => {
    const sinceMs = ownHold?.why === why ? ownHold.sinceMs : clock.nowMs();
    ownHold = { why, sinceMs, untilMs, detail: null };
    deps.onStateChange();
  };
  const letGo = () => {
    ownHold = null;
    deps.onStateChange();
  };
  /** Answers whether rows came back that may be sent again. */
  const lookUp = async (): Promise<boolean> => {
    const { notProcessedCount } = await lookUpUnknown(
      { ledger, api, clock, waits: deps.lookUpWaits },
      {
        run,
        operation,
        onlyUndecided: true,
        signal: stopping.signal,
        onWait: (untilMs) => {
          holdSelf('looking-up', untilMs);
        },
      },
    );
    letGo();
    return notProcessedCount > 0;
  };
  const comeToRest = () => {
    if (storageFailure !== null) return;
    if (stop === 'cancel') changeState('in-flight-settled');
    else if (!ledger.hasOpenRows(runId)) changeState('all-rows-settled');
    else if (stop === 'pause') changeState('in-flight-settled');
  };
  const go = async () => {
    try {
      if (start.holdMs > 0) {
        holdSelf('before-first', clock.nowMs() + start.holdMs);
        await clock.sleep(start.holdMs, stopping.signal);
        letGo();
      }
      if (start.probesFirst) outage.begin('offline', '');
      for (let round = 1; ; round += 1) {
        await sendAll();
        await settle();
        if (stop !== null || round > mostLookUps || !(await lookUp())) break;
      }
      if (stop === null && run.firstRows !== null && ledger.hasOpenRows(runId)) pause('first-rows');
      await outage.whenQuiet();
      comeToRest();
    } catch (error) {
      failStorage(error instanceof Error ? error.message : String(error));
      await settle().catch(() => undefined);
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
      hold: stop === null ? (ownHold ?? limiter.current()) : null,
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
