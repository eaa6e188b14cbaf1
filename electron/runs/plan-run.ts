// Checks a batch's rows once more and writes the run. Must never plan rows that another run may have sent.
import { AppError } from '../../shared/errors/app-error';
import type { RunSettings } from '../../shared/runs/run-settings';
import type { BoundOperation } from '../operations/operation';
import type { RunLedger, RunStarter } from './run-ledger';

/** Rows looked at between two turns of the event loop: some 10 ms. */
const rowsPerTurn = 1000;

export interface RunRequest {
  readonly batchId: string;
  readonly settings: RunSettings;
  readonly firstRows: number | null;
  readonly parentRunId: string | null;
  /** Null for the whole batch. */
  readonly ordinals: readonly number[] | null;
  readonly isFromQueue: boolean;
}

/** A first run of all rows. */
export const wholeBatch = { firstRows: null, parentRunId: null, ordinals: null, isFromQueue: false } as const;

/**
 * Plans a run and answers its id.
 * @throws AppError `batch/row-not-sendable`, `batch/nothing-to-send`, `run/nothing-to-repeat`, `queue/was-started`, `workspace/not-found`, `store/unwritable`.
 */
export async function planRun(
  ledger: RunLedger,
  operation: BoundOperation,
  request: RunRequest,
  atMs: number,
  startedBy?: RunStarter,
): Promise<string> {
  if (ledger.hasTakenRows(request.batchId, request.ordinals) && request.parentRunId === null)
    throw new AppError('run/nothing-to-repeat');
  await checkRows(ledger, operation, request);
  try {
    const settings = operation.takesSeveral ? request.settings : { ...request.settings, peoplePerRequest: 1 };
    return await ledger.planRun({ ...request, settings, atMs, startedBy });
  } catch (error) {
    throw error instanceof AppError
      ? error
      : new AppError('store/unwritable', { folder: ledger.folder }, { cause: error });
  }
}

async function checkRows(
  ledger: RunLedger,
  operation: BoundOperation,
  { batchId, ordinals }: RunRequest,
): Promise<void> {
  const wanted = ordinals === null ? null : new Set(ordinals);
  let sendableCount = 0;
  let fromOrdinal = 0;
  for (;;) {
    const rows = ledger.readPlannedRows(batchId, fromOrdinal, rowsPerTurn);
    for (const { ordinal, rowNumber, person, work, isSkipped } of rows) {
      if (isSkipped || wanted?.has(ordinal) === false) continue;
      const why = operation.whyNotSendable({ person, work });
      if (why !== null) throw new AppError('batch/row-not-sendable', { rowNumber, why });
      sendableCount += 1;
    }
    const last = rows.at(-1);
    if (last === undefined) break;
    fromOrdinal = last.ordinal + 1;
    await new Promise((resolve) => setImmediate(resolve));
  }
  if (sendableCount === 0) throw new AppError('batch/nothing-to-send');
}
