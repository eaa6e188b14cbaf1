// Answers that came and could not be written (a full disk): tried again for a while, then kept until the run is resumed.
// A program that ends before that finds their rows "sending" at its next start and calls them unknown.
import type { Clock } from './clock';
import type { UnwrittenAnswer } from './request-executor';
import type { RunLedger } from './run-ledger';

/** Waits between tries, in ms: long enough for a disk that is full for a moment, short enough for somebody who watches. */
const waitsMs = [100, 300, 1000, 3000];

export interface UnwrittenAnswers {
  /** True once it is written; false when it was kept for later. */
  write(answer: UnwrittenAnswer): Promise<boolean>;
  /** Writes everything that was kept. Rejects where the ledger still cannot be written. */
  writeAll(): Promise<void>;
}

export function createUnwrittenAnswers(
  ledger: Pick<RunLedger, 'closeAttempt'>,
  clock: Clock,
  runId: string,
): UnwrittenAnswers {
  const kept = new Set<UnwrittenAnswer>();
  const tryOnce = ({ attemptNo, end, changes }: UnwrittenAnswer) =>
    ledger.closeAttempt(runId, attemptNo, end, changes, clock.nowMs());
  return {
    write: async (answer) => {
      for (const waitMs of waitsMs) {
        await clock.sleep(waitMs);
        try {
          await tryOnce(answer);
          return true;
        } catch {
          // Tried again after the next wait; the caller has said already that the run stands still.
        }
      }
      kept.add(answer);
      return false;
    },
    writeAll: async () => {
      for (const answer of kept) {
        await tryOnce(answer);
        kept.delete(answer);
      }
    },
  };
}
