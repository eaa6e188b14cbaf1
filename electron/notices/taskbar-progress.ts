// What the dock or taskbar shows of the runs: how far they are, and whether one of them stands still. Pure.
import type { RunSummary } from '../../shared/runs/progress';
import type { PauseReason } from '../../shared/runs/run-state';

export interface TaskbarProgress {
  /** 0–1, of all people that are to be sent to. */
  readonly fraction: number;
  /** `error`: a run stands still until somebody mends something. */
  readonly mode: 'normal' | 'paused' | 'error';
}

const brokenBy: ReadonlySet<PauseReason> = new Set([
  'auth-expired',
  'scope-missing',
  'target-gone',
  'too-many-failures',
  'storage-error',
]);

/** Null where there is nothing to show: no run has begun that has not ended. */
export function toTaskbarProgress(unended: readonly RunSummary[]): TaskbarProgress | null {
  if (unended.length === 0) return null;
  let toSend = 0;
  let settled = 0;
  for (const { total, counts } of unended) {
    toSend += total - counts.skipped;
    settled += total - counts.skipped - counts.notSent;
  }
  const isBroken = unended.some(
    ({ state, pauseReason }) => state === 'paused' && pauseReason !== null && brokenBy.has(pauseReason),
  );
  // One that waits for a look does not hold those that go on.
  const isStill = unended.every(({ state, wait }) => state === 'paused' || wait !== null);
  return {
    fraction: toSend === 0 ? 0 : settled / toSend,
    mode: isBroken ? 'error' : isStill ? 'paused' : 'normal',
  };
}
