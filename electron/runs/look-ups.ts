// Looks the people without a clear answer of one run up: once soon after, once more some seconds later. Only reads and writes down;
// sending again is the engine's, and only for what was found not to have been processed.
import { AppError } from '../../shared/errors/app-error';
import type { Finding, ReadApi } from '../operations/look-up';
import type { BoundOperation } from '../operations/operation';
import type { Clock } from './clock';
import { mayBeClearerLater } from './needs-look';
import type { AppliedFindings, RunLedger, RunRecord } from './run-ledger';

/** When it is looked: for a server to finish what it was asked, and for its lists to show it. */
export interface LookUpWaits {
  /** From the last failure to the first look. */
  readonly beforeFirstMs: number;
  /** From one look to the next, at least. */
  readonly betweenMs: number;
  /** From a failure to the last look, at least. */
  settleMs(causeCode: string): number;
}

/** A server that gave no answer in time, or whose gateway gave up on it, may still be at work. */
const slowCauses: readonly string[] = ['unknown/timed-out', 'unknown/server-error'];

/** More than any wait of ours: a clock that was set back since a request ended must not make one longer. */
const longestWaitMs = 60_000;

export const defaultLookUpWaits: LookUpWaits = {
  beforeFirstMs: 2000,
  betweenMs: 8000,
  settleMs: (causeCode) => (slowCauses.includes(causeCode) ? 45_000 : 15_000),
};

export interface LookUpDeps {
  readonly ledger: RunLedger;
  readonly api: ReadApi;
  readonly clock: Clock;
  readonly waits?: LookUpWaits | undefined;
}

export interface LookUpTask {
  readonly run: RunRecord;
  readonly operation: BoundOperation;
  /** Without those that a person has decided to leave alone. */
  readonly onlyUndecided: boolean;
  readonly signal: AbortSignal;
  /** Called before each wait: when the next look is. */
  readonly onWait: (untilMs: number) => void;
}

/** Answers what changed. Where Flowmingo cannot be asked, that is noted with the rows, and nothing changes. Never rejects for it. */
export async function lookUpUnknown(deps: LookUpDeps, task: LookUpTask): Promise<AppliedFindings> {
  const { ledger, clock, waits = defaultLookUpWaits } = deps;
  const { runId } = task.run;
  const changed = { doneCount: 0, notProcessedCount: 0 };
  const wait = async (wantedMs: number) => {
    const untilMs = Math.min(wantedMs, clock.nowMs() + longestWaitMs);
    task.onWait(untilMs);
    await clock.sleep(untilMs - clock.nowMs(), task.signal);
  };
  const rows = ledger.readUnknown(runId, task.onlyUndecided);
  if (rows.length === 0) return changed;
  // Nobody knows when the app ended: as late as now.
  const nowMs = clock.nowMs();
  const endMs = rows.map(({ endedAtMs }) => endedAtMs ?? nowMs);
  const settledAtMs = rows.map(({ causeCode }, index) => (endMs[index] ?? nowMs) + waits.settleMs(causeCode));
  await wait(Math.max(...endMs) + waits.beforeFirstMs);
  for (const isLastLook of [false, true]) {
    if (task.signal.aborted) break;
    const applied = await look(deps, task, isLastLook);
    if (applied === null) break;
    changed.doneCount += applied.doneCount;
    changed.notProcessedCount += applied.notProcessedCount;
    if (isLastLook || !applied.isWorthAnotherLook) break;
    await wait(Math.max(clock.nowMs() + waits.betweenMs, ...settledAtMs));
  }
  return changed;
}

/** One look; null where Flowmingo could not be asked. */
async function look(
  { ledger, api, clock }: LookUpDeps,
  { run, operation, onlyUndecided }: LookUpTask,
  isLastLook: boolean,
): Promise<(AppliedFindings & { readonly isWorthAnotherLook: boolean }) | null> {
  const { runId, workspaceId } = run;
  const rows = ledger.readUnknown(runId, onlyUndecided);
  try {
    const findings = await operation.lookUp(api, workspaceId, {
      rows,
      baseline: ledger.readBaseline(runId),
      runStartedAtMs: run.startedAtMs ?? 0,
      isLastLook,
      history: ledger.historyFor(runId),
    });
    const applied = await ledger.applyFindings(runId, findings, clock.nowMs());
    return { ...applied, isWorthAnotherLook: findings.some(mayChange) };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const obstacle = error.code === 'api/scope-missing' ? 'no-scope' : 'no-answer';
    await ledger.noteObstacle(
      runId,
      rows.map(({ ordinal }) => ordinal),
      obstacle,
    );
    return null;
  }
}

function mayChange({ verdict, evidence }: Finding): boolean {
  return verdict === 'open' && mayBeClearerLater(evidence.obstacle);
}
