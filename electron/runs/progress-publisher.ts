// Tells listeners how runs stand, at most four times a second each; the last word is always said.
import type { RunSummary } from '../../shared/runs/progress';

/** Four times a second: what an eye can follow (design of the run screen). */
const intervalMs = 250;

export interface ProgressPublisher {
  /** Something of this run changed: told within the interval. */
  changed(runId: string): void;
  /** Told now, and nothing is left to tell: for changes of state, and for the end. */
  changedState(runId: string): void;
  /** Nothing is told any more: the ledger is about to be closed. */
  stop(): void;
  onProgress(listener: (summary: RunSummary) => void): () => void;
}

/** `read` gives the summary at the moment of telling, from the ledger. */
export function createProgressPublisher(read: (runId: string) => RunSummary): ProgressPublisher {
  const listeners = new Set<(summary: RunSummary) => void>();
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const toldAtMs = new Map<string, number>();

  let isStopped = false;

  const tell = (runId: string) => {
    clearTimeout(timers.get(runId));
    timers.delete(runId);
    toldAtMs.set(runId, Date.now());
    if (listeners.size === 0 || isStopped) return;
    const summary = read(runId);
    for (const listener of listeners) listener(summary);
  };

  return {
    changed: (runId) => {
      if (timers.has(runId) || isStopped) return;
      const waitMs = Math.max(0, (toldAtMs.get(runId) ?? 0) + intervalMs - Date.now());
      timers.set(
        runId,
        setTimeout(() => tell(runId), waitMs),
      );
    },
    changedState: tell,
    stop: () => {
      isStopped = true;
      for (const timer of timers.values()) clearTimeout(timer);
      timers.clear();
    },
    onProgress: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
