// resume RUN_ID: goes on with a paused run. Sends only rows that were certainly not sent; unknown ones stay as they are.
import { AppError } from '../../shared/errors/app-error';
import type { RunSummary } from '../../shared/runs/progress';
import { checkWorld } from '../batches/preflight';
import type { AppContext } from '../context/app-context';
import { practiceWorkspaceId } from '../workspaces/practice-workspace';
import { openCliContext } from './cli-context';
import type { CliIo } from './cli-io';
import { CliRefusal } from './cli-refusal';
import { endRun } from './end-run';
import type { CommandForm, CommandWords } from './parse-arguments';
import { checkResultsPlace } from './results-place';
import { watchRun } from './watch-run';

export const resumeForm: CommandForm = {
  name: 'resume',
  operands: ['RUN_ID'],
  flags: { results: 'value', json: 'switch' },
};

export const resumeHelp = `resume RUN_ID [--results OUT.xlsx|OUT.csv] [--json]

Goes on with a run that is paused or had stopped part way. Unknown rows are not sent again.
A run that has ended already sends nothing; its results are written all the same.
Exit 0: all done. 2: some rows not done. 3: unknown rows wait for a decision. 1: nothing ran.`;

/** @throws CliRefusal, AppError */
export async function resumeCommand(words: CommandWords, io: CliIo): Promise<number> {
  const runId = words.operands[0] as string;
  const resultsPath = words.value('results');
  const place = resultsPath === null ? null : await checkResultsPlace('results', resultsPath, null);
  const context = await openCliContext(io, 'sends');
  try {
    const { runs } = context;
    const before = runs.getSummary(runId);
    const summary = before.state === 'paused' ? await goOn(context, before, io) : before;
    if (before.state !== 'paused') io.say(`The run is ${before.state} already. Nothing was sent.`);
    return await endRun({ runs, summary, place, isJson: words.has('json') }, io);
  } finally {
    await context.close();
  }
}

async function goOn(
  context: AppContext,
  { runId, workspaceId, workspaceName }: RunSummary,
  io: CliIo,
): Promise<RunSummary> {
  const { runs, workspaces } = context;
  const key = io.env.FLOWMINGO_API_KEY;
  if (key !== undefined && key.trim() !== '' && workspaceId !== practiceWorkspaceId) {
    const adopted = await workspaces.adoptKey(key);
    if (adopted.workspaceId !== workspaceId) {
      throw new CliRefusal(
        `The run belongs to the workspace ${workspaceName}, and the key in FLOWMINGO_API_KEY to another. Nothing was sent. Use a key of that workspace.`,
      );
    }
  }
  if (context.ledger.workspaces.get(workspaceId) === null) throw new AppError('workspace/not-found');
  await checkWorld(context, workspaceId, runs.readResults(runId).order.target);
  await runs.resumeRun(runId);
  return await watchRun(runs, runId, io);
}
