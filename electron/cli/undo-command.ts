// undo RUN_ID: the way back of a run on a pipeline, as a new run. Shows first what goes back and what cannot; never undoes an invitation.
import type { PreparedPipeline } from '../../shared/pipeline/prepared-pipeline';
import { checkWorld } from '../batches/preflight';
import type { AppContext } from '../context/app-context';
import { prepareUndo } from '../snapshots/prepare-undo';
import { adoptRunKey } from './adopt-run-key';
import { openCliContext } from './cli-context';
import type { CliIo } from './cli-io';
import { CliRefusal } from './cli-refusal';
import { needYesNumber, numberFlag, numberHelp } from './confirm-number';
import { counted } from './counted';
import { endRun } from './end-run';
import { refuseFlags } from './flag-values';
import type { CommandForm, CommandWords } from './parse-arguments';
import { checkResultsPlace } from './results-place';
import { pipelineStartFlags, pipelineStartHelp, readRunSettings, readRunStart } from './run-flags';
import { exitCodeHelp } from './run-words';
import { sayNotices } from './say-notices';
import { watchRun } from './watch-run';

export const undoForm: CommandForm = {
  name: 'undo',
  operands: ['RUN_ID'],
  flags: {
    ...pipelineStartFlags,
    ...numberFlag,
    list: 'switch',
    results: 'value',
    json: 'switch',
  },
};

export const undoHelp = `undo RUN_ID --list [--json]
undo RUN_ID [--yes-number N] [--first N] [--concurrency N]
    [--results OUT.xlsx|OUT.csv] [--json]

Takes back what a run did in a pipeline, as a new run: people go back to the stage that they were in, where the
stage is still the run's; who was rejected is put back as a new application. Adds cannot be taken back.
  --list                 what would go back and what cannot, and why; sends nothing
${numberHelp}
${pipelineStartHelp}
  --results OUT          the results of the new run, .xlsx or .csv
  --json                 one object on the last line
${exitCodeHelp}`;

/** What says how the new run goes. */
const ofTheRun = [...Object.keys(pipelineStartFlags), ...Object.keys(numberFlag), 'results'];

/** @throws CliRefusal, AppError */
export async function undoCommand(words: CommandWords, io: CliIo): Promise<number> {
  const runId = words.operands[0] as string;
  if (words.has('list')) refuseFlags(words, ofTheRun, 'with --list, which sends nothing');
  const resultsPath = words.value('results');
  const place = resultsPath === null ? null : await checkResultsPlace('results', resultsPath, null);
  const settings = readRunSettings(words);
  const start = readRunStart(words);
  const isJson = words.has('json');
  const context = await openCliContext(io, 'sends');
  try {
    const { runs } = context;
    const prepared = await prepare(context, runId, io);
    const isListed = words.has('list');
    sayPrepared(prepared, isListed && !isJson ? io.print : io.say);
    if (isListed) {
      if (isJson) io.print(JSON.stringify({ runId, ...prepared, batchId: undefined }));
      return 0;
    }
    const { batchId, sendable } = prepared;
    if (batchId === null) throw new CliRefusal('Nothing can be taken back. Nothing was sent.');
    needYesNumber(words, sendable, prepared.asksForNumber);
    const { workspaceId, work } = context.ledger.batches.get(batchId);
    const me = await checkWorld(context, workspaceId, work);
    sayNotices(me, sendable, settings, io);
    const started = await runs.startRun(batchId, settings, start);
    const summary = await watchRun(runs, started.runId, io);
    return await endRun({ runs, summary, place, isJson }, io);
  } finally {
    await context.close();
  }
}

/** @throws CliRefusal for invitations; AppError `run/not-found`, `api/…` */
async function prepare(context: AppContext, runId: string, io: CliIo): Promise<PreparedPipeline> {
  const { ledger, runs, api, workspaces } = context;
  const earlier = runs.getSummary(runId);
  if (runs.readResults(runId).work.operation === 'invite')
    throw new CliRefusal('An invitation cannot be taken back. Nothing was sent.');
  await adoptRunKey(context, earlier, io);
  return await prepareUndo(
    {
      ledger: ledger.runs,
      batches: ledger.batches,
      api,
      environmentOf: (workspaceId) => workspaces.get(workspaceId).environment,
    },
    runId,
  );
}

function sayPrepared(
  { title, groups, conflicts, conflictCount }: PreparedPipeline,
  say: (line: string) => void,
): void {
  say(`${title}:`);
  for (const { kind, fromTitle, toTitle, count } of groups)
    say(
      kind === 'add'
        ? `  ${counted(count, 'person', 'people')} put back into ${toTitle}, as a new application`
        : `  ${counted(count, 'person', 'people')} from ${fromTitle ?? 'no stage'} back to ${toTitle ?? 'no stage'}`,
    );
  for (const { rowNumber, name, sentence } of conflicts)
    say(`  Row ${rowNumber}${name === null ? '' : `, ${name}`}: ${sentence}.`);
  if (conflictCount > conflicts.length) say(`  … and ${conflictCount - conflicts.length} more that cannot.`);
}
