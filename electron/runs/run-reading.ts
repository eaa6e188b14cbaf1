// How a run looks from outside: what the ledger holds, with what only a going engine knows. Writes nothing.
import type { RunSummary } from '../../shared/runs/progress';
import type { RunEngine } from './run-engine';
import type { ResultRow, RunLedger, RunOrigin } from './run-ledger';

const resultRowsPerRead = 500;

/** Everything that a file of results is made of. `rows` reads from the ledger as it goes, in the sheet's order. */
export interface RunResults extends RunOrigin {
  readonly summary: RunSummary;
  rows(): Iterable<ResultRow>;
}

/**
 * The summary with the engine's waits and rate. A ledger that cannot be written shows as a pause, whatever it says, and people whose
 * answer could not be written as unknown: "not sent" would be wrong, and the next start of the app calls them so.
 */
export function withLive(summary: RunSummary, engine: RunEngine | undefined): RunSummary {
  if (engine === undefined) return summary;
  const { hold, ratePerSecond, storageFailure } = engine.live();
  if (storageFailure !== null) {
    const { counts, inFlight } = summary;
    return {
      ...summary,
      state: 'paused',
      pauseReason: 'storage-error',
      pauseDetail: storageFailure,
      counts: { ...counts, unknown: counts.unknown + inFlight, notSent: counts.notSent - inFlight },
    };
  }
  return summary.state === 'running'
    ? { ...summary, ratePerSecond, wait: hold }
    : { ...summary, ratePerSecond };
}

/** Every row from an ordinal on, in the sheet's order, read as it goes. `isStalled`: rows on their way are unknown, as in `withLive`. */
export function* readAllRows(
  ledger: RunLedger,
  runId: string,
  isStalled: boolean,
  firstOrdinal: number,
): Generator<ResultRow> {
  let fromOrdinal = firstOrdinal;
  for (;;) {
    const rows = ledger.readResultRows(runId, fromOrdinal, resultRowsPerRead);
    yield* isStalled ? rows.map(toStalled) : rows;
    const last = rows.at(-1);
    if (last === undefined) return;
    fromOrdinal = last.ordinal + 1;
  }
}

function toStalled(row: ResultRow): ResultRow {
  if (row.state !== 'sending') return row;
  const sentence = 'Its answer could not be written down, so we cannot tell';
  return { ...row, outcome: 'unknown', causeCode: 'unknown/unwritten', sentence };
}
