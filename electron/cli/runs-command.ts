// runs: what was sent so far, newest first. Sends nothing and asks no keychain.
import { openCliContext } from './cli-context';
import type { CliIo } from './cli-io';
import type { CommandForm, CommandWords } from './parse-arguments';
import { toCountsText } from './run-words';

export const runsForm: CommandForm = { name: 'runs', operands: [], flags: { json: 'switch' } };

export const runsHelp = `runs [--json]

Lists all runs, newest first, with their numbers, ids, states and counts.`;

/** More runs than anybody has; the bound keeps the answer from growing without end. */
const mostRuns = 10_000;

/** @throws CliRefusal, AppError `store/…` */
export async function runsCommand(words: CommandWords, io: CliIo): Promise<number> {
  const context = await openCliContext(io, 'reads-history');
  try {
    const runs = context.runs.listRuns(mostRuns);
    if (words.has('json')) {
      const list = runs.map(({ runId, runNumber, state, total, counts, undecidedCount, startedAtMs }) => ({
        runId,
        run: runNumber,
        state,
        total,
        counts,
        undecided: undecidedCount,
        startedAt: startedAtMs === null ? null : new Date(startedAtMs).toISOString(),
      }));
      io.print(JSON.stringify({ runs: list }));
      return 0;
    }
    if (runs.length === 0) io.print('No run yet.');
    for (const run of runs) {
      const at = new Date(run.startedAtMs ?? run.createdAtMs).toLocaleString('en-GB');
      const waiting = run.undecidedCount === 0 ? '' : `; ${run.undecidedCount} wait for a decision`;
      io.print(
        `Run ${run.runNumber}  ${run.runId}  ${run.state}  ${at}  ${run.environment.toUpperCase()}  ${run.batchName} to ${run.targetTitle}: ${run.total} rows, ${toCountsText(run)}${waiting}`,
      );
    }
    return 0;
  } finally {
    await context.close();
  }
}
