// Follows a run in the terminal until it rests. Ctrl C pauses it; a second one leaves at once, and what is in flight is unknown then.
import type { RunSummary } from '../../shared/runs/progress';
import type { WaitReason } from '../../shared/runs/run-state';
import type { RunService } from '../runs/run-service';
import type { CliIo } from './cli-io';
import { toProgressText } from './run-words';

/** Where nobody looks on, a log with a line every few seconds is enough. */
const logEveryMs = 5000;
/** What shells report for a program that a signal ended (128 + SIGINT). */
const exitCodeOfSignal = 130;

/** The run at rest: finished, cancelled or paused. */
export async function watchRun(runs: RunService, runId: string, io: CliIo): Promise<RunSummary> {
  let lastLogAtMs = Date.now();
  let lastWait: WaitReason | null = null;
  const stopListening = runs.onProgress((summary) => {
    if (summary.runId !== runId) return;
    const nowMs = Date.now();
    const why = summary.wait?.why ?? null;
    // A log says at once why nothing moves any more, and later until when, but not each time that Flowmingo is being asked.
    const isNewWait = why !== null && why !== lastWait;
    const isDue = nowMs - lastLogAtMs >= logEveryMs && !isAsking(summary);
    if (io.isTerminal) io.showLine(toProgressText(summary));
    else if (isNewWait || isDue) {
      lastLogAtMs = nowMs;
      io.say(toProgressText(summary));
    }
    lastWait = why;
  });
  let stopsAsked = 0;
  const stopWatchingSignals = io.onStopAsked(() => {
    stopsAsked += 1;
    if (stopsAsked > 1) {
      io.say(`Left at once. Who was in flight is unknown. Go on with: resume ${runId}`);
      io.exitNow(exitCodeOfSignal);
    }
    io.say(
      'Pausing: no new request leaves, and the answers on their way are waited for. Ctrl C once more leaves at once.',
    );
    // A run that has just come to rest needs no pause.
    runs.pauseRun(runId).catch(() => undefined);
  });
  try {
    return await runs.whenAtRest(runId);
  } finally {
    stopWatchingSignals();
    stopListening();
  }
}

function isAsking({ wait }: RunSummary): boolean {
  return wait !== null && wait.untilMs === null;
}
