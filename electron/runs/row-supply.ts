// Hands out the rows of a run that may be sent, in order, a request's worth at a time. Reads ahead, never a whole file.
import type { BoundOperation, RowToSend } from '../operations/operation';
import type { RunLedger, RunRecord } from './run-ledger';

/** Rows read ahead: enough for a second or two at full speed. */
const rowsReadAhead = 200;

export interface RowSupply {
  /** Rows for one request; empty where there are none at the moment, or where the first rows are all on their way. */
  take(inFlight: ReadonlySet<number>): RowToSend[];
  /** They were not sent after all. */
  putBack(rows: readonly RowToSend[]): void;
  /** To be called when nothing is in flight: what came back unsent belongs to the first rows still. */
  countAnew(): void;
}

export function createRowSupply(
  ledger: RunLedger,
  run: RunRecord,
  operation: Pick<BoundOperation, 'mayShare'>,
): RowSupply {
  const { runId, peoplePerRequest } = run;
  let ahead: RowToSend[] = [];
  let firstRowsLeft = Number.POSITIVE_INFINITY;
  /** How many of the next rows one request may hold: they stay in their order, so that the first rows are the first. */
  const countSharing = (most: number): number => {
    const [first] = ahead;
    const end = ahead.findIndex(
      (row, index) => index >= most || (first !== undefined && index > 0 && !operation.mayShare(first, row)),
    );
    return end === -1 ? ahead.length : end;
  };
  return {
    take: (inFlight) => {
      if (ahead.length === 0)
        ahead = ledger.nextRows(runId, Math.max(rowsReadAhead, peoplePerRequest), inFlight);
      const rows = ahead.splice(0, countSharing(Math.min(peoplePerRequest, firstRowsLeft)));
      firstRowsLeft -= rows.length;
      return rows;
    },
    putBack: (rows) => {
      ahead = [...rows, ...ahead];
      firstRowsLeft += rows.length;
    },
    countAnew: () => {
      if (run.firstRows === null) return;
      const { total, counts, inFlight } = ledger.getSummary(runId);
      const notYetSent = counts.skipped + counts.notSent - inFlight;
      firstRowsLeft = Math.max(0, run.firstRows - (total - notYetSent));
      ahead = [];
    },
  };
}
