// Asks Flowmingo about the unknown people of a run at rest. Only reads.
import type { RunSummary } from '../../shared/runs/progress';
import type { AppContext } from '../context/app-context';
import { adoptRunKey } from './adopt-run-key';
import type { CliIo } from './cli-io';
import { counted } from './counted';

/** Looks twice and says what became clear; answers the run as it is then. @throws CliRefusal, AppError */
export async function lookAgain(context: AppContext, before: RunSummary, io: CliIo): Promise<RunSummary> {
  await adoptRunKey(context, before, io);
  io.say(
    `Asking Flowmingo about ${counted(before.counts.unknown, 'person', 'people')}, twice with some seconds between. Nothing is sent.`,
  );
  const after = await context.runs.lookUp(before.runId);
  const solvedCount = before.counts.unknown - after.counts.unknown;
  io.say(solvedCount === 0 ? 'Nobody more is clear now.' : `${counted(solvedCount, 'is', 'are')} clear now.`);
  return after;
}
