import type { RunSummary } from '../../../shared/runs/progress';
import { bridge } from '../../bridge';

/** The rows that somebody has decided to send to again, in a run that has ended. */
const youDecided = 'not-sent/you-decided';

interface StartAgain {
  readonly run: RunSummary;
  /** How many people were asked about, by name and number. */
  readonly count: number;
  readonly settings: { readonly concurrency?: number; readonly peoplePerRequest?: number };
  readonly holdSeconds: number;
  /** The number as it was typed; null where none is asked for. */
  readonly typedNumber: string | null;
}

/**
 * Starts the new run of those who were just decided about, and gives its id. Null where others wait besides, from an earlier
 * decision: then the old run's own screen says how many they are, and nothing has been started.
 * @throws BridgeFailure where the run may not start.
 */
export async function startAgain(wanted: StartAgain): Promise<string | null> {
  const { run, count, settings, holdSeconds, typedNumber } = wanted;
  const { causes } = await bridge.ask('runs:list-causes', { runId: run.runId });
  const waiting = causes.find(({ causeCode }) => causeCode === youDecided);
  if (waiting?.repeatableCount !== count) return null;
  const { runId } = await bridge.ask('runs:run-again', {
    runId: run.runId,
    causeCode: youDecided,
    settings,
    start: { firstRows: null, holdSeconds },
    typedNumber,
  });
  return runId;
}
