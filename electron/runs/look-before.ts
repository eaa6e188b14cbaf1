// Looks at the world before requests leave: at a run's start and each time it goes on. Reads and leaves rows out; sends nothing.
import type { ReadApi } from '../operations/look-up';
import { operationOf } from '../operations/registry';
import { readBaseline } from './baseline';
import type { Clock } from './clock';
import { noteBefore } from './note-before';
import type { RunLedger } from './run-ledger';

export interface LookBeforeDeps {
  readonly ledger: RunLedger;
  readonly api: ReadApi;
  readonly clock: Clock;
}

/**
 * Leaves out who was invited meanwhile; at the start keeps what the target holds; notes what is there before each row of a pipeline.
 * @throws AppError where a pipeline cannot be read.
 */
export async function lookBefore(deps: LookBeforeDeps, runId: string, isStart: boolean): Promise<void> {
  const { workspaceId, operation: kind, order } = deps.ledger.getRun(runId);
  const operation = operationOf(kind).bind(order);
  deps.ledger.skipInvitedMeanwhile(runId, deps.clock.nowMs());
  if (isStart) await readBaseline(deps, runId, workspaceId, operation);
  await noteBefore(deps, runId, workspaceId, operation);
}
