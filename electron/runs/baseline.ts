// What the target holds before a run's first request, so that a later look-up can tell what is new. Reads only.
import { AppError } from '../../shared/errors/app-error';
import type { ReadApi } from '../operations/look-up';
import type { BoundOperation } from '../operations/operation';
import type { Clock } from './clock';
import type { RunLedger } from './run-ledger';

export interface BaselineDeps {
  readonly ledger: RunLedger;
  readonly api: ReadApi;
  readonly clock: Clock;
}

/**
 * Keeps the ids of everything that is there. Without it look-ups go by the time of creation alone, so a key that may not read,
 * a list that is too long or a server that does not answer stop nothing.
 */
export async function readBaseline(
  { ledger, api, clock }: BaselineDeps,
  runId: string,
  workspaceId: string,
  operation: BoundOperation,
): Promise<void> {
  try {
    const atMs = clock.nowMs();
    const { records, isWhole } = await operation.readRecords(api, workspaceId);
    if (!isWhole) return;
    ledger.saveBaseline(
      runId,
      records.map(({ id }) => id),
      atMs,
    );
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
  }
}
