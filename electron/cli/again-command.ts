// again RUN_ID: a new run for the rows that one cause kept from being done. Never takes somebody unknown; the checks are those of any start.
import { isPipelineKind } from '../../shared/operations/operation-kind';
import { asksForTypedNumber } from '../../shared/operations/typed-number';
import { checkWorld } from '../batches/preflight';
import type { AppContext } from '../context/app-context';
import type { RunService } from '../runs/run-service';
import { adoptRunKey } from './adopt-run-key';
import { announceSending } from './announce-sending';
import { openCliContext } from './cli-context';
import type { CliIo } from './cli-io';
import { CliRefusal } from './cli-refusal';
import { needYesNumber, numberFlag, numberHelp } from './confirm-number';
import { counted } from './counted';
import { endRun } from './end-run';
import { refuseFlags } from './flag-values';
import type { CommandForm, CommandWords } from './parse-arguments';
import { checkResultsPlace } from './results-place';
import { readRunSettings, readRunStart, startFlags, startHelp } from './run-flags';
import { exitCodeHelp } from './run-words';
import { sayNotices } from './say-notices';
import { watchRun } from './watch-run';

export const againForm: CommandForm = {
  name: 'again',
  operands: ['RUN_ID'],
  flags: { ...startFlags, ...numberFlag, cause: 'value', list: 'switch', results: 'value', json: 'switch' },
};

export const againHelp = `again RUN_ID --list [--json]
again RUN_ID --cause CODE [--first N] [--concurrency N] [--people-per-request N]
    [--yes-number N] [--results OUT.xlsx|OUT.csv] [--json]

Sends to the rows of a run that one cause kept from being done, as a new run.
  --list                 the causes, with how many rows may be run again; sends nothing
  --cause CODE           one of them
${numberHelp}
${startHelp}
  --results OUT          the results of the new run, .xlsx or .csv
  --json                 one object on the last line
Unknown people are never among them: see unsure.
${exitCodeHelp}`;

/** What says how the new run goes. */
const ofTheRun = [...Object.keys(startFlags), ...Object.keys(numberFlag), 'results'];

/** @throws CliRefusal, AppError */
export async function againCommand(words: CommandWords, io: CliIo): Promise<number> {
  const runId = words.operands[0] as string;
  const causeCode = words.value('cause');
  if (words.has('list') === (causeCode !== null))
    throw new CliRefusal('again takes either --list or --cause CODE. Nothing was done.');
  if (words.has('list')) refuseFlags(words, ofTheRun, 'with --list, which sends nothing');
  if (causeCode !== null) return await runAgain(words, runId, causeCode, io);
  const context = await openCliContext(io, 'reads-history');
  try {
    listCauses(context.runs, runId, words.has('json'), io);
    return 0;
  } finally {
    await context.close();
  }
}

function listCauses(runs: RunService, runId: string, isJson: boolean, io: CliIo): void {
  runs.getSummary(runId);
  const causes = runs.listCauses(runId);
  if (isJson) {
    io.print(JSON.stringify({ runId, causes }));
    return;
  }
  for (const { causeCode, title, count, repeatableCount } of causes)
    io.print(`${title}: ${repeatableCount} of ${count} may be run again. Cause: ${causeCode}`);
  if (causes.length === 0) io.print('Every row was done.');
}

async function runAgain(words: CommandWords, runId: string, causeCode: string, io: CliIo): Promise<number> {
  const resultsPath = words.value('results');
  const place = resultsPath === null ? null : await checkResultsPlace('results', resultsPath, null);
  const settings = readRunSettings(words);
  const start = readRunStart(words);
  const context = await openCliContext(io, 'sends');
  try {
    const { runs } = context;
    const count = countPeople(context, runId, causeCode);
    const earlier = runs.getSummary(runId);
    const { work } = runs.readResults(runId);
    const foreign = isPipelineKind(work.operation) ? 'people-per-request' : 'yes-number';
    refuseFlags(words, [foreign], `for a run that does this: ${work.operation}`);
    await adoptRunKey(context, earlier, io);
    const me = await checkWorld(context, earlier.workspaceId, work);
    const { environment, operation, workspaceName } = earlier;
    if (isPipelineKind(operation)) {
      io.say(`${environment.toUpperCase()}, ${workspaceName}: ${counted(count, 'row', 'rows')} again.`);
      needYesNumber(words, count, asksForTypedNumber(environment, operation, count));
    } else if (work.operation === 'invite')
      announceSending(
        { ...earlier, message: work.order.message },
        { people: count, withAddress: null, firstRows: start.firstRows },
        io,
      );
    sayNotices(me, count, settings, io);
    const started = await runs.runAgain(runId, causeCode, settings, start);
    const summary = await watchRun(runs, started.runId, io);
    return await endRun({ runs, summary, place, isJson: words.has('json') }, io);
  } finally {
    await context.close();
  }
}

/** @throws CliRefusal, AppError `run/not-found`, `run/wrong-state` */
function countPeople({ runs }: AppContext, runId: string, causeCode: string): number {
  runs.getSummary(runId);
  if (!runs.listCauses(runId).some((cause) => cause.causeCode === causeCode))
    throw new CliRefusal(
      `This run has no such cause. Nothing was sent. See the causes with: again ${runId} --list`,
    );
  const count = runs.countRunAgain(runId, causeCode);
  if (count === 0)
    throw new CliRefusal(
      `None of these rows may be run again. Nothing was sent. See the causes with: again ${runId} --list`,
    );
  return count;
}
