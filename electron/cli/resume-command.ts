// resume RUN_ID: goes on with a paused run. Sends only rows that were certainly not sent, and unknown ones where a person said so.
import type { RunSummary } from '../../shared/runs/progress';
import { checkWorld } from '../batches/preflight';
import type { AppContext } from '../context/app-context';
import { nothingHappenedCause } from '../runs/run-causes';
import { adoptRunKey } from './adopt-run-key';
import { openCliContext } from './cli-context';
import type { CliIo } from './cli-io';
import { CliRefusal } from './cli-refusal';
import { counted } from './counted';
import { endRun } from './end-run';
import { refuseFlags } from './flag-values';
import { lookAgain } from './look-again';
import type { CommandForm, CommandWords } from './parse-arguments';
import { checkResultsPlace } from './results-place';
import { exitCodeHelp } from './run-words';
import { sayNotices } from './say-notices';
import { watchRun } from './watch-run';

export const resumeForm: CommandForm = {
  name: 'resume',
  operands: ['RUN_ID'],
  flags: { results: 'value', json: 'switch', 'even-if-twice': 'switch' },
};

export const resumeHelp = `resume RUN_ID [--results OUT.xlsx|OUT.csv] [--even-if-twice] [--json]

Goes on with a run that is paused or had stopped part way, also after the first rows (run --first).
Unknown people are sent to again only where you said so with unsure.
A run that comes from a backup may have gone on since: it is only gone on with where --even-if-twice is added.
A run that has ended already sends nothing; its results are written all the same. Where it ended before its last
look-up was over, its unknown people are looked up now.
${exitCodeHelp}`;

/** @throws CliRefusal, AppError */
export async function resumeCommand(words: CommandWords, io: CliIo): Promise<number> {
  const runId = words.operands[0] as string;
  const resultsPath = words.value('results');
  const place = resultsPath === null ? null : await checkResultsPlace('results', resultsPath, null);
  const context = await openCliContext(io, 'sends');
  try {
    const { runs } = context;
    const before = runs.getSummary(runId);
    const isRestored = before.state === 'paused' && before.pauseReason === 'restored';
    if (!isRestored) refuseFlags(words, ['even-if-twice'], 'for a run that does not come from a backup');
    if (isRestored && !words.has('even-if-twice'))
      throw new CliRefusal(
        `Run ${runId} comes from a backup. If it went on after that was made, going on sends to the same people twice. Nothing was sent. Look in Flowmingo first, and add --even-if-twice if it did not go on.`,
      );
    const summary =
      before.state === 'paused' ? await goOn(context, before, io) : await leave(context, before, io);
    return await endRun({ runs, summary, place, isJson: words.has('json') }, io);
  } finally {
    await context.close();
  }
}

async function goOn(context: AppContext, paused: RunSummary, io: CliIo): Promise<RunSummary> {
  const { runs, ledger } = context;
  const { runId, workspaceId, counts } = paused;
  await adoptRunKey(context, paused, io);
  const me = await checkWorld(context, workspaceId, runs.readResults(runId).work);
  sayNotices(me, counts.notSent, ledger.runs.getRun(runId), io);
  await runs.resumeRun(runId);
  return await watchRun(runs, runId, io);
}

/** A run that has ended: nothing goes to anybody, but a look-up that a death cut short is made up for. */
async function leave(context: AppContext, ended: RunSummary, io: CliIo): Promise<RunSummary> {
  const { runId, state } = ended;
  io.say(`The run is ${state} already. Nothing was sent.`);
  if (!context.runs.needsLookUp(runId)) return ended;
  const after = await lookAgain(context, ended, io);
  const freedCount = context.runs.countRunAgain(runId, nothingHappenedCause);
  if (freedCount > 0)
    io.say(
      `Nothing had happened for ${counted(freedCount, 'person', 'people')}. Send to them with: again ${runId} --cause ${nothingHappenedCause}`,
    );
  return after;
}
