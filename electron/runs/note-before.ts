// What is there before a run's rows are sent: read at its start and again when it goes on, so that nothing is undone or done anew
// that somebody changed meanwhile. Reads, and leaves rows out; sends nothing.
import { AppError } from '../../shared/errors/app-error';
import type { ReadApi } from '../operations/look-up';
import type { BoundOperation, RowToSend } from '../operations/operation';
import type { Clock } from './clock';
import type { RunLedger } from './run-ledger';

/** Rows read and written between two turns of the event loop. */
const rowsPerTurn = 2000;

export interface NoteBeforeDeps {
  readonly ledger: RunLedger;
  readonly api: ReadApi;
  readonly clock: Clock;
}

/**
 * Notes what is there before each row that is still to be sent. A key that may not read leaves nothing noted: then nothing can be
 * undone, and rows that ask for it go as they are. @throws AppError where Flowmingo cannot be asked.
 */
export async function noteBefore(
  { ledger, api, clock }: NoteBeforeDeps,
  runId: string,
  workspaceId: string,
  operation: BoundOperation,
): Promise<void> {
  const rows: RowToSend[] = [];
  for (let from = 0; ; ) {
    const chunk = ledger.readOpenRows(runId, from, rowsPerTurn);
    const last = chunk.at(-1);
    if (last === undefined) break;
    rows.push(...chunk);
    from = last.ordinal + 1;
  }
  try {
    const found = await operation.readBefore(api, workspaceId, rows);
    if (found === null) return;
    for (let from = 0; from < found.length; from += rowsPerTurn)
      await ledger.noteBefore(runId, found.slice(from, from + rowsPerTurn), clock.nowMs());
  } catch (error) {
    if (error instanceof AppError && error.code === 'api/scope-missing') return;
    throw error;
  }
}
