// Brings every run that a death left part way to a state of rest, before anything else happens. Must never send anything.
import type { RunSummary } from '../../shared/runs/progress';
import type { Clock } from './clock';
import type { RunLedger } from './run-ledger';

export interface RecoveredRun {
  readonly summary: RunSummary;
  /** People whose answer was not there yet when the app ended. */
  readonly unknownCount: number;
}

/**
 * Runs that were going become `paused` or `cancelled`, their rows in flight `unknown`; one with nobody left to send to is
 * `finished`. A run that was still being planned
 * sent nothing and is taken back: its batch, its draft and its place in the queue are as they were. To be called once, at start-up.
 */
export function recoverRuns(ledger: RunLedger, clock: Clock): RecoveredRun[] {
  for (const runId of ledger.findRunsIn(['planned'])) ledger.dropPlanned(runId);
  return ledger.findRunsIn(['running', 'pausing', 'cancelling', 'interrupted']).map((runId) => {
    const atMs = clock.nowMs();
    const { state, pauseReason } = ledger.getRun(runId);
    if (state !== 'interrupted') ledger.changeState(runId, 'found-at-start-up', { atMs });
    const unknownCount = ledger.closeLostAttempts(runId, atMs);
    const { counts } = ledger.getSummary(runId);
    if (state === 'cancelling') ledger.changeState(runId, 'reconciled-to-cancelled', { atMs });
    else if (counts.notSent === 0) ledger.changeState(runId, 'reconciled-to-finished', { atMs });
    else
      ledger.changeState(runId, 'reconciled-to-paused', {
        atMs,
        pauseReason: state === 'pausing' && pauseReason !== null ? pauseReason : 'app-closed',
      });
    return { summary: ledger.getSummary(runId), unknownCount };
  });
}
