// Runs as handlers and the terminal use them: start, pause, resume, cancel, run again, read. One run at a time for a workspace.
import { AppError } from '../../shared/errors/app-error';
import type { RunCause, RunRow, RunSummary } from '../../shared/runs/progress';
import type { RunSettings, RunStart } from '../../shared/runs/run-settings';
import type { EngineApi } from '../operations/operation';
import { operationOf } from '../operations/registry';
import { type Clock, systemClock, waitAtMost } from './clock';
import { lookBefore } from './look-before';
import type { LookUpWaits } from './look-ups';
import { defaultOutageLimitMs } from './outage-watch';
import { planRun, type RunRequest, wholeBatch } from './plan-run';
import { createProgressPublisher } from './progress-publisher';
import { createRateLimiter, type RateLimiter } from './rate-limiter';
import type { ReadCap } from './request-cap';
import { findRepeatable, notSentCause, toRunCause } from './run-causes';
import { type EngineStart, type RunEngine, startRunEngine } from './run-engine';
import type { ResultRow, RowQuery, RunLedger, RunOrigin, RunRecord, RunStarter } from './run-ledger';
import { type RunResults, readAllRows, withLive } from './run-reading';
import { type RecoveredRun, recoverRuns } from './run-recovery';
import { createUnsureRuns, type UnsureService } from './unsure-runs';

export interface RunServiceDeps {
  readonly ledger: RunLedger;
  readonly api: EngineApi;
  readonly clock?: Clock;
  /** Who starts runs here. */
  readonly startedBy?: RunStarter;
  /** How long an outage is waited for before the run pauses; half an hour where somebody has a window, less in a terminal. */
  readonly outageLimitMs?: number | undefined;
  /** The most requests a second that somebody set, of each workspace. */
  readonly readCap?: ReadCap;
  readonly lookUpWaits?: LookUpWaits;
  /** For waits between tries; Math.random. */
  readonly random?: () => number;
}

export interface RunService extends UnsureService {
  /**
   * Checks all rows, plans a run, reads what the target holds before it, and starts; a start that fails leaves no run behind.
   * `ordinals`: only these rows of the batch. `isFromQueue`: refused (`queue/was-started`) where any run of the batch is there.
   * @throws AppError `batch/…`, `workspace/…`, `run/nothing-to-repeat` (a run of this batch was there before).
   */
  startRun(
    batchId: string,
    settings: RunSettings,
    options?: Partial<RunStart> & { readonly ordinals?: readonly number[]; readonly isFromQueue?: boolean },
  ): Promise<RunSummary>;
  /** Answers at once; the run is `pausing` until what is in flight has settled. @throws AppError `run/not-found`, `run/wrong-state`. */
  pauseRun(runId: string): Promise<RunSummary>;
  /** @throws AppError `run/not-found`, `run/wrong-state`, `workspace/busy`, `store/unwritable`. */
  resumeRun(runId: string): Promise<RunSummary>;
  /** Answers at once; the run is `cancelling` until what is in flight has settled. @throws AppError `run/not-found`, `run/wrong-state`. */
  cancelRun(runId: string): Promise<RunSummary>;
  /**
   * A new run, pointing to this one, of the rows that were refused for this cause, left over by a cancelled run (`not-sent`), or
   * freed after its end (`not-sent/…`). @throws AppError `run/nothing-to-repeat`, `run/wrong-state`, and as `startRun`.
   */
  runAgain(
    runId: string,
    causeCode: string,
    settings: RunSettings,
    start?: Partial<RunStart>,
  ): Promise<RunSummary>;
  /** How many people `runAgain` would send to. @throws as `runAgain`. */
  countRunAgain(runId: string, causeCode: string): number;
  /** @throws AppError `run/not-found`. */
  getSummary(runId: string): RunSummary;
  /** Newest first. */
  listRuns(limit: number): RunSummary[];
  listRows(query: RowQuery): { readonly rows: RunRow[]; readonly matching: number };
  listCauses(runId: string): RunCause[];
  /** The computer goes to sleep: what runs pauses. */
  suspend(): void;
  /** The computer is awake: runs that sleep paused go on, after Flowmingo has answered. */
  wake(): Promise<void>;
  readResults(runId: string): RunResults;
  /** What a run was made of, without counting anything. @throws AppError `run/not-found`. */
  readOrigin(runId: string): RunOrigin;
  /** Its rows from an ordinal on, in the sheet's order, read from the ledger as they are taken. @throws AppError `run/not-found`. */
  readRows(runId: string, fromOrdinal: number): Iterable<ResultRow>;
  /** Resolves when the run is finished, cancelled or paused; a wait that ends by itself is no pause. */
  whenAtRest(runId: string): Promise<RunSummary>;
  /** To be called once at start-up, before anything is started. */
  recoverRuns(): RecoveredRun[];
  /** Pauses what runs, and waits so long at most for answers in flight. Nothing can be started afterwards. */
  shutdown(waitMs?: number): Promise<void>;
  /** Progress of every run, at most four times a second each. Answers the function that ends listening. */
  onProgress(listener: (summary: RunSummary) => void): () => void;
}

/** Where nobody says how long may be waited for; answers that come later are looked at as unknown next time. */
const shutdownWaitMs = 4000;

export function createRunService(deps: RunServiceDeps): RunService {
  const { ledger, api, clock = systemClock, random, lookUpWaits } = deps;
  const engines = new Map<string, RunEngine>();
  const limiters = new Map<string, RateLimiter>();
  const busyWorkspaces = new Set<string>();
  const sleeping = new Set<string>();
  let isShutDown = false;
  const liveOf = (summary: RunSummary) => unsure.withLive(withLive(summary, engines.get(summary.runId)));
  const getSummary = (runId: string) => liveOf(ledger.getSummary(runId));
  const publisher = createProgressPublisher(getSummary);
  const unsure = createUnsureRuns({
    ledger,
    api,
    clock,
    lookUpWaits,
    onChange: publisher.changedState,
    getSummary,
  });

  const limiterOf = (workspaceId: string): RateLimiter => {
    const limiter = limiters.get(workspaceId) ?? createRateLimiter(clock, deps.readCap);
    limiters.set(workspaceId, limiter);
    return limiter;
  };
  const occupy = (workspaceId: string) => {
    if (busyWorkspaces.has(workspaceId) || isShutDown) throw new AppError('workspace/busy');
    busyWorkspaces.add(workspaceId);
  };
  const startEngine = (run: RunRecord, start: EngineStart) => {
    const { runId, workspaceId } = run;
    const engine = startRunEngine(
      {
        ledger,
        api,
        clock,
        random,
        outageLimitMs: deps.outageLimitMs ?? defaultOutageLimitMs,
        lookUpWaits,
        limiter: limiterOf(workspaceId),
        onChange: () => publisher.changed(runId),
        onStateChange: () => publisher.changedState(runId),
      },
      run,
      operationOf(run.operation).bind(run.order),
      start,
    );
    engines.set(runId, engine);
    // What the engine told as it began was read without it, and knew of no hold.
    publisher.changedState(runId);
    void engine.atRest.then(() => {
      busyWorkspaces.delete(workspaceId);
      // An engine whose answers could not be written stays, so that they are not lost.
      if (engine.live().storageFailure === null) engines.delete(runId);
      publisher.changedState(runId);
      if (isShutDown) return;
      const { state, undecidedCount } = getSummary(runId);
      // A run that rests may rest for long: what can be known of its people is looked up meanwhile.
      if (state === 'paused' && undecidedCount > 0) unsure.lookUpInBackground(runId);
    });
  };
  const plan = async (request: RunRequest, holdSeconds: number): Promise<RunSummary> => {
    const batch = ledger.getBatchForRun(request.batchId);
    occupy(batch.workspaceId);
    let runId: string | null = null;
    try {
      const operation = operationOf(batch.operation).bind(batch.order);
      runId = await planRun(ledger, operation, request, clock.nowMs(), deps.startedBy);
      await lookBefore({ ledger, api, clock }, runId, true);
      if (isShutDown) throw new AppError('workspace/busy');
      startEngine(ledger.changeState(runId, 'started', { atMs: clock.nowMs() }), {
        isFirst: true,
        holdMs: holdSeconds * 1000,
        probesFirst: false,
      });
      return getSummary(runId);
    } catch (error) {
      busyWorkspaces.delete(batch.workspaceId);
      if (runId !== null && !isShutDown) ledger.dropPlanned(runId);
      throw error;
    }
  };
  const goingEngine = (runId: string): RunEngine | null => {
    const engine = engines.get(runId);
    if (engine === undefined || engine.live().storageFailure !== null) return null;
    return ['running', 'pausing', 'cancelling'].includes(ledger.getRun(runId).state) ? engine : null;
  };
  const isStalled = (runId: string) => (engines.get(runId)?.live().storageFailure ?? null) !== null;
  const wrongState = (runId: string) => new AppError('run/wrong-state', { state: getSummary(runId).state });
  const resume = async (runId: string, probesFirst: boolean): Promise<RunSummary> => {
    const { workspaceId } = ledger.getRun(runId);
    const stalled = engines.get(runId);
    if (goingEngine(runId) !== null) throw wrongState(runId);
    occupy(workspaceId);
    try {
      await unsure.stop(runId);
      if (stalled !== undefined) {
        await stalled.atRest;
        await stalled.repair();
        engines.delete(runId);
      }
      if (ledger.getRun(runId).state !== 'paused') throw wrongState(runId);
      sleeping.delete(runId);
      await lookBefore({ ledger, api, clock }, runId, false);
      startEngine(ledger.changeState(runId, 'resumed', { atMs: clock.nowMs() }), {
        isFirst: false,
        holdMs: 0,
        probesFirst,
      });
    } catch (error) {
      busyWorkspaces.delete(workspaceId);
      throw error;
    }
    return getSummary(runId);
  };
  return {
    startRun: (batchId, settings, { holdSeconds = 0, ...options } = {}) =>
      plan({ ...wholeBatch, batchId, settings, ...options }, holdSeconds),
    pauseRun: async (runId) => {
      const engine = goingEngine(runId);
      if (engine === null) throw wrongState(runId);
      engine.pause('user');
      return getSummary(runId);
    },
    resumeRun: (runId) => resume(runId, false),
    cancelRun: async (runId) => {
      const engine = goingEngine(runId);
      if (engine !== null) {
        engine.cancel();
        return getSummary(runId);
      }
      const stalled = engines.get(runId);
      await unsure.stop(runId);
      await stalled?.repair();
      engines.delete(runId);
      const { state } = ledger.getRun(runId);
      if (state !== 'paused') throw wrongState(runId);
      ledger.changeState(runId, 'cancel-asked', { atMs: clock.nowMs() });
      ledger.changeState(runId, 'in-flight-settled', { atMs: clock.nowMs() });
      publisher.changedState(runId);
      return getSummary(runId);
    },
    runAgain: async (runId, causeCode, settings, { firstRows = null, holdSeconds = 0 } = {}) => {
      const ordinals = findRepeatable(ledger, getSummary(runId), causeCode);
      if (ordinals.length === 0) throw new AppError('run/nothing-to-repeat');
      const { batchId } = ledger.getRun(runId);
      return plan({ ...wholeBatch, batchId, settings, firstRows, parentRunId: runId, ordinals }, holdSeconds);
    },
    countRunAgain: (runId, causeCode) => findRepeatable(ledger, getSummary(runId), causeCode).length,
    getSummary,
    listRuns: (limit) => ledger.listSummaries(limit).map(liveOf),
    listRows: (query) => ledger.listRows(query),
    listCauses: (runId) => {
      const summary = getSummary(runId);
      const isOver = summary.state === 'finished' || summary.state === 'cancelled';
      return ledger.listCauses(runId).map((cause) => {
        const mayRepeat = isOver || (summary.state === 'paused' && cause.causeCode !== notSentCause);
        return toRunCause(cause, mayRepeat ? findRepeatable(ledger, summary, cause.causeCode).length : 0);
      });
    },
    listUnsure: unsure.listUnsure,
    needsLookUp: unsure.needsLookUp,
    lookUp: unsure.lookUp,
    lookUpAtStart: unsure.lookUpAtStart,
    decideUnsure: unsure.decideUnsure,
    getExchange: unsure.getExchange,
    suspend: () => {
      for (const [runId, engine] of engines) {
        if (goingEngine(runId) === null) continue;
        sleeping.add(runId);
        engine.pause('suspended');
      }
    },
    wake: async () => {
      for (const runId of [...sleeping]) {
        sleeping.delete(runId);
        await engines.get(runId)?.atRest;
        const { state, pauseReason } = ledger.getRun(runId);
        if (state === 'paused' && pauseReason === 'suspended')
          await resume(runId, true).catch(() => undefined);
      }
    },
    readResults: (runId) => ({
      summary: getSummary(runId),
      ...ledger.getOrigin(runId),
      rows: () => readAllRows(ledger, runId, isStalled(runId), 0),
    }),
    readOrigin: (runId) => ledger.getOrigin(runId),
    readRows: (runId, fromOrdinal) => readAllRows(ledger, runId, isStalled(runId), fromOrdinal),
    whenAtRest: async (runId) => {
      await engines.get(runId)?.atRest;
      return getSummary(runId);
    },
    recoverRuns: () => recoverRuns(ledger, clock),
    shutdown: async (waitMs = shutdownWaitMs) => {
      isShutDown = true;
      unsure.stopAll();
      const going = [...engines.values()];
      for (const engine of going) engine.pause('app-closed');
      await waitAtMost(clock, waitMs, Promise.all(going.map(({ atRest }) => atRest)));
      publisher.stop();
    },
    onProgress: publisher.onProgress,
  };
}
