// How a run looks from outside: what the ledger holds, with what only a going engine knows. Writes nothing.
import type { RunSummary } from '../../shared/runs/progress';
import type { RunEngine } from './run-engine';
import type { ResultRow, RunLedger } from './run-ledger';

const resultRowsPerRead = 500;

/** The summary with the engine's waits and rate. A ledger that cannot be written shows as a pause, whatever it says. */
export function withLive(summary: RunSummary, engine: RunEngine | undefined): RunSummary {
  if (engine === undefined) return summary;
  const { hold, ratePerSecond, storageFailure } = engine.live();
  if (storageFailure !== null)
    return { ...summary, state: 'paused', pauseReason: 'storage-error', pauseDetail: storageFailure };
  return summary.state === 'running'
    ? { ...summary, ratePerSecond, wait: hold }
    : { ...summary, ratePerSecond };
}

/** Every row in the sheet's order, read as it goes. */
export function* readAllRows(ledger: RunLedger, runId: string): Generator<ResultRow> {
  let fromOrdinal = 0;
  for (;;) {
    const rows = ledger.readResultRows(runId, fromOrdinal, resultRowsPerRead);
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined) return;
    fromOrdinal = last.ordinal + 1;
  }
}
