// Runs as handlers and the terminal use them: start, pause, resume, cancel, run again, read. One run at a time for a workspace.
import { AppError } from '../../shared/errors/app-error';
import type { BatchSource } from '../../shared/operations/batch';
import type { InviteOrder } from '../../shared/operations/invite-target';
import type { RunCause, RunRow, RunSummary } from '../../shared/runs/progress';
import type { RunSettings } from '../../shared/runs/run-settings';
import type { WriteApi } from '../operations/operation';
import { operationOf } from '../operations/registry';
import { type Clock, systemClock } from './clock';
import { planRun, type RunRequest } from './plan-run';
import { createProgressPublisher } from './progress-publisher';
import { createRateLimiter, type RateLimiter } from './rate-limiter';
import { findRepeatable, notSentCause, toRunCause } from './run-causes';
import { type RunEngine, startRunEngine } from './run-engine';
import type { ResultRow, RowQuery, RunLedger, RunRecord } from './run-ledger';
import { type RecoveredRun, recoverRuns } from './run-recovery';

export interface RunServiceDeps {
  readonly ledger: RunLedger;
  readonly api: WriteApi;
  readonly clock?: Clock;
  /** For waits between tries; Math.random. */
  readonly random?: () => number;
}

/** Everything that a file of results is made of. `rows` reads from the ledger as it goes, in the sheet's order. */
export interface RunResults {
  readonly summary: RunSummary;
  readonly source: BatchSource;
  readonly order: InviteOrder;
  rows(): Iterable<ResultRow>;
}

export interface RunService {
  /**
   * Checks all rows, plans a run and starts it. `ordinals`: only these rows of the batch.
   * @throws AppError `batch/…`, `workspace/busy`, `workspace/not-found`, `run/nothing-to-repeat` (a run of this batch was there before).
   */
  startRun(
    batchId: string,
    settings: RunSettings,
    options?: { readonly ordinals?: readonly number[] },
  ): Promise<RunSummary>;
  /** Answers at once; the run is `pausing` until what is in flight has settled. @throws AppError `run/not-found`, `run/wrong-state`. */
  pauseRun(runId: string): Promise<RunSummary>;
  /** @throws AppError `run/not-found`, `run/wrong-state`, `workspace/busy`, `store/unwritable`. */
  resumeRun(runId: string): Promise<RunSummary>;
  /** Answers at once; the run is `cancelling` until what is in flight has settled. @throws AppError `run/not-found`, `run/wrong-state`. */
  cancelRun(runId: string): Promise<RunSummary>;
  /**
   * A new run, pointing to this one, of the rows that were refused for this cause, or (`not-sent`) left over by a cancelled run.
   * @throws AppError `run/nothing-to-repeat`, `run/wrong-state`, and as `startRun`.
   */
  runAgain(runId: string, causeCode: string, settings: RunSettings): Promise<RunSummary>;
  /** How many people `runAgain` would send to. @throws as `runAgain`. */
  countRunAgain(runId: string, causeCode: string): number;
  /** @throws AppError `run/not-found`. */
  getSummary(runId: string): RunSummary;
  /** Newest first. */
  listRuns(limit: number): RunSummary[];
  listRows(query: RowQuery): { readonly rows: RunRow[]; readonly matching: number };
  listCauses(runId: string): RunCause[];
  readResults(runId: string): RunResults;
  /** Resolves when the run is finished, cancelled or paused; a wait that ends by itself is no pause. */
  whenAtRest(runId: string): Promise<RunSummary>;
  /** To be called once at start-up, before anything is started. */
  recoverRuns(): RecoveredRun[];
  /** Pauses what runs and waits a few seconds for answers in flight. Nothing can be started afterwards. */
  shutdown(): Promise<void>;
  /** Progress of every run, at most four times a second each. Answers the function that ends listening. */
  onProgress(listener: (summary: RunSummary) => void): () => void;
}

/** What a person who closes the app waits for at most; answers that come later are looked at as unknown next time. */
const shutdownWaitMs = 4000;
const resultRowsPerRead = 500;

export function createRunService({ ledger, api, clock = systemClock, random }: RunServiceDeps): RunService {
  const engines = new Map<string, RunEngine>();
  const limiters = new Map<string, RateLimiter>();
  const busyWorkspaces = new Set<string>();
  let isShutDown = false;

  const getSummary = (runId: string) => withLive(ledger.getSummary(runId), engines.get(runId));
  const publisher = createProgressPublisher(getSummary);

  const limiterOf = (workspaceId: string): RateLimiter => {
    const limiter = limiters.get(workspaceId) ?? createRateLimiter(clock);
    limiters.set(workspaceId, limiter);
    return limiter;
  };
  const occupy = (workspaceId: string) => {
    if (busyWorkspaces.has(workspaceId) || isShutDown) throw new AppError('workspace/busy');
    busyWorkspaces.add(workspaceId);
  };
  const startEngine = (run: RunRecord, isFirstStart: boolean) => {
    const { runId, workspaceId } = run;
    const engine = startRunEngine(
      {
        ledger,
        api,
        clock,
        random,
        limiter: limiterOf(workspaceId),
        onChange: () => publisher.changed(runId),
        onStateChange: () => publisher.changedState(runId),
      },
      run,
      operationOf(run.operation).bind(run.order),
      isFirstStart,
    );
    engines.set(runId, engine);
    void engine.atRest.then(() => {
      busyWorkspaces.delete(workspaceId);
      // An engine whose answers could not be written stays, so that they are not lost.
      if (engine.live().storageFailure === null) engines.delete(runId);
      publisher.changedState(runId);
    });
  };
  const plan = async (request: RunRequest): Promise<RunSummary> => {
    const batch = ledger.getBatchForRun(request.batchId);
    occupy(batch.workspaceId);
    try {
      const runId = await planRun(
        ledger,
        operationOf(batch.operation).bind(batch.order),
        request,
        clock.nowMs(),
      );
      startEngine(ledger.changeState(runId, 'started', { atMs: clock.nowMs() }), true);
      return getSummary(runId);
    } catch (error) {
      busyWorkspaces.delete(batch.workspaceId);
      throw error;
    }
  };
  const goingEngine = (runId: string): RunEngine | null => {
    const engine = engines.get(runId);
    if (engine === undefined || engine.live().storageFailure !== null) return null;
    return ['running', 'pausing', 'cancelling'].includes(ledger.getRun(runId).state) ? engine : null;
  };
  const wrongState = (runId: string) => new AppError('run/wrong-state', { state: getSummary(runId).state });

  return {
    startRun: (batchId, settings, options = {}) =>
      plan({ batchId, settings, parentRunId: null, ordinals: options.ordinals ?? null }),
    pauseRun: async (runId) => {
      const engine = goingEngine(runId);
      if (engine === null) throw wrongState(runId);
      engine.pause('user');
      return getSummary(runId);
    },
    resumeRun: async (runId) => {
      const { workspaceId } = ledger.getRun(runId);
      const stalled = engines.get(runId);
      if (goingEngine(runId) !== null) throw wrongState(runId);
      occupy(workspaceId);
      try {
        if (stalled !== undefined) {
          await stalled.atRest;
          await stalled.repair();
          engines.delete(runId);
        }
        if (ledger.getRun(runId).state !== 'paused') throw wrongState(runId);
        startEngine(ledger.changeState(runId, 'resumed', { atMs: clock.nowMs() }), false);
      } catch (error) {
        busyWorkspaces.delete(workspaceId);
        throw error;
      }
      return getSummary(runId);
    },
    cancelRun: async (runId) => {
      const engine = goingEngine(runId);
      if (engine !== null) {
        engine.cancel();
        return getSummary(runId);
      }
      const stalled = engines.get(runId);
      await stalled?.repair();
      engines.delete(runId);
      const { state } = ledger.getRun(runId);
      if (state !== 'paused') throw wrongState(runId);
      ledger.changeState(runId, 'cancel-asked', { atMs: clock.nowMs() });
      ledger.changeState(runId, 'in-flight-settled', { atMs: clock.nowMs() });
      publisher.changedState(runId);
      return getSummary(runId);
    },
    runAgain: async (runId, causeCode, settings) => {
      const ordinals = findRepeatable(ledger, getSummary(runId), causeCode);
      if (ordinals.length === 0) throw new AppError('run/nothing-to-repeat');
      return plan({ batchId: ledger.getRun(runId).batchId, settings, parentRunId: runId, ordinals });
    },
    countRunAgain: (runId, causeCode) => findRepeatable(ledger, getSummary(runId), causeCode).length,
    getSummary,
    listRuns: (limit) =>
      ledger.listSummaries(limit).map((summary) => withLive(summary, engines.get(summary.runId))),
    listRows: (query) => ledger.listRows(query),
    listCauses: (runId) => {
      const summary = getSummary(runId);
      const isOver = summary.state === 'finished' || summary.state === 'cancelled';
      return ledger.listCauses(runId).map((cause) => {
        const mayRepeat = isOver || (summary.state === 'paused' && cause.causeCode !== notSentCause);
        return toRunCause(cause, mayRepeat ? findRepeatable(ledger, summary, cause.causeCode).length : 0);
      });
    },
    readResults: (runId) => ({
      summary: getSummary(runId),
      ...ledger.getOrigin(runId),
      rows: () => readAllRows(ledger, runId),
    }),
    whenAtRest: async (runId) => {
      await engines.get(runId)?.atRest;
      return getSummary(runId);
    },
    recoverRuns: () => recoverRuns(ledger, clock),
    shutdown: async () => {
      isShutDown = true;
      const going = [...engines.values()];
      for (const engine of going) engine.pause('app-closed');
      // Ended early, the wait must not keep a terminal's process alive.
      const waiting = new AbortController();
      await Promise.race([
        Promise.all(going.map(({ atRest }) => atRest)),
        clock.sleep(shutdownWaitMs, waiting.signal),
      ]);
      waiting.abort();
      publisher.stop();
    },
    onProgress: publisher.onProgress,
  };
}

function withLive(summary: RunSummary, engine: RunEngine | undefined): RunSummary {
  if (engine === undefined) return summary;
  const { hold, ratePerSecond, storageFailure } = engine.live();
  if (storageFailure !== null)
    return { ...summary, state: 'paused', pauseReason: 'storage-error', pauseDetail: storageFailure };
  if (hold === null || summary.state !== 'running') return { ...summary, ratePerSecond };
  return { ...summary, pauseReason: hold.reason, resumeAtMs: hold.untilMs, pauseDetail: hold.detail };
}

function* readAllRows(ledger: RunLedger, runId: string): Generator<ResultRow> {
  let fromOrdinal = 0;
  for (;;) {
    const rows = ledger.readResultRows(runId, fromOrdinal, resultRowsPerRead);
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined) return;
    fromOrdinal = last.ordinal + 1;
  }
}
