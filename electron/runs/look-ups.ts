// Looks the people without a clear answer of one run up: once soon after, once more some seconds later. Only reads and writes down;
// sending again is the engine's, and only for what was found not to have been processed.
import { AppError } from '../../shared/errors/app-error';
import type { ReadApi } from '../operations/look-up';
import type { BoundOperation } from '../operations/operation';
import type { Clock } from './clock';
import type { AppliedFindings, RunLedger, RunRecord } from './run-ledger';

/** Times between the last failure, the first look and the second: for a server to finish and for its lists to show it. */
export interface LookUpWaits {
  readonly beforeFirstMs: number;
  readonly beforeSecondMs: number;
}
export const defaultLookUpWaits: LookUpWaits = { beforeFirstMs: 2000, beforeSecondMs: 8000 };

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
  const wait = async (untilMs: number) => {
    task.onWait(untilMs);
    await clock.sleep(untilMs - clock.nowMs(), task.signal);
  };
  const rows = ledger.readUnknown(runId, task.onlyUndecided);
  if (rows.length === 0) return changed;
  const lastEndMs = Math.max(...rows.map(({ sentAtMs, endedAtMs }) => endedAtMs ?? sentAtMs));
  await wait(lastEndMs + waits.beforeFirstMs);
  for (const isLastLook of [false, true]) {
    if (task.signal.aborted) break;
    const applied = await look(deps, task, isLastLook);
    if (applied === null) break;
    changed.doneCount += applied.doneCount;
    changed.notProcessedCount += applied.notProcessedCount;
    const hasMore = ledger.readUnknown(runId, task.onlyUndecided).length > 0;
    if (isLastLook || !hasMore) break;
    await wait(clock.nowMs() + waits.beforeSecondMs);
  }
  return changed;
}

/** One look; null where Flowmingo could not be asked. */
async function look(
  { ledger, api, clock }: LookUpDeps,
  { run, operation, onlyUndecided }: LookUpTask,
  isLastLook: boolean,
): Promise<AppliedFindings | null> {
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
    return await ledger.applyFindings(runId, findings, clock.nowMs());
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
