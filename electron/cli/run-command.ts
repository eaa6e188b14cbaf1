// run FILE: checks, then invites (or works on a pipeline), then writes the results. Everything that can be refused is refused before the first request leaves.

import { toPreparedRows } from '../../shared/batches/prepare-rows';
import { countShared, sameFileHashes } from '../../shared/batches/replay';
import type { RowChoices, SheetCheck } from '../../shared/batches/sheet-check';
import type { InviteWork } from '../../shared/hand-over/batch-file';
import type { InviteOrder, InviteTarget } from '../../shared/operations/invite-target';
import type { RunSummary } from '../../shared/runs/progress';
import type { RunSettings, RunStart } from '../../shared/runs/run-settings';
import type { WorkspaceView } from '../../shared/workspaces/workspace-view';
import { checkWorld } from '../batches/preflight';
import type { AppContext } from '../context/app-context';
import { type OpenedBatchFile, openBatchFile, toOperationWord, toPreparedText } from './batch-file';
import { chooseWorkspace, openCliContext } from './cli-context';
import type { CliIo } from './cli-io';
import { CliRefusal } from './cli-refusal';
import { numberFlag, numberHelp } from './confirm-number';
import { endRun } from './end-run';
import { refuseFlags } from './flag-values';
import type { CommandForm, CommandWords } from './parse-arguments';
import {
  announceRows,
  checkPeople,
  prepareWithHistory,
  refuseProblems,
  storeBatch,
  toChoices,
  toPeopleSource,
} from './prepare-batch';
import { readOrder } from './read-order';
import { fileFlags, needPeople, type PeopleFile, toPeopleFile } from './read-people';
import { checkResultsPlace, type ResultsPlace } from './results-place';
import { readRunSettings, readRunStart, startFlags, startHelp, workFlags } from './run-flags';
import { pipelineOperations, runPipelineCommand } from './run-pipeline-command';
import { exitCodeHelp } from './run-words';
import { sayNotices } from './say-notices';
import { sayReplay } from './say-replay';
import { watchRun } from './watch-run';

export const runForm: CommandForm = {
  name: 'run',
  operands: ['FILE'],
  flags: {
    ...fileFlags,
    ...workFlags,
    ...numberFlag,
    ...startFlags,
    'skip-problems': 'switch',
    workspace: 'value',
    results: 'value',
    json: 'switch',
  },
};

export const runHelp = `run FILE --operation invite (--set ID | --project ID) [--job-post ID] --send-invite yes|no
    [--message-file F | --template NAME] [--name-fallback TEXT] [--sheet NAME] [--header-row N] [--map "Header=field"]...
    [--mapping FILE.json] [--no-remembered | --near-remembered]
    [--first N] [--concurrency N] [--people-per-request N] [--skip-problems] [--workspace NAME]
    --results OUT.xlsx|OUT.csv [--json]
run FILE --operation add|move|reject [--project P] [--stage S] [--job-post J] [--map "Header=field"]...
    [--sheet NAME] [--header-row N] [--skip-problems] [--yes-number N] --results OUT [--json]
run FILE --operation changes [--skip-problems] [--yes-number N] --results OUT [--json]
run X.flowbatch [--set ID | --project ID] [--send-invite yes|no] [--message-file F] [--first N] … --results OUT [--json]

Invites the people in a file, or adds, moves or rejects them in a pipeline, and writes what happened to each of them.
  --set, --project, --job-post   where to, by id
  --send-invite yes|no   whether Flowmingo emails each person; there is no default
  --message-file F       text or HTML, 10 to 5,000 characters; without it, Flowmingo decides what the email says
  --template NAME        a message that was kept in the app, with what it says to people without a first name
  --name-fallback TEXT   what people without a first name read in place of {{candidate_name}}
${startHelp}
  --skip-problems        send the others where rows have a problem that stops them
For add, move and reject, --project, --stage and --job-post take an id or a title, for rows that say nothing themselves.
  fields for --map: email, firstname, lastname, fullname, ats_candidate_id, tal_candidate_id, application_id,
                    project, job_post, stage
  changes                a pipeline that was exported: does what was edited in its Stage column, and nothing else
${numberHelp}
A batch file (prepare, or the app's “Hand over as a file”) says itself what is to be done; a flag that is given counts instead,
and --first 0 sends to all at once.
  --workspace NAME       which of the connected ones; not with FLOWMINGO_API_KEY
  --sheet, --header-row, --map, --mapping, --no-remembered, --near-remembered   as for check
  --results OUT          the results, .xlsx or .csv
  --json                 one object on the last line
The key comes from FLOWMINGO_API_KEY or the keychain. Ctrl C pauses; resume goes on.
People without a clear answer are looked up before the run ends. With no connection or no clear answers for
2 minutes it stops; resume goes on.
${exitCodeHelp}`;

interface PreparedBatch {
  readonly people: PeopleFile;
  readonly check: SheetCheck;
  readonly choices: RowChoices;
  readonly order: InviteOrder;
}

interface PreparedCommand {
  readonly place: ResultsPlace;
  /** Hands the batch over, once. */
  take(): PreparedBatch;
}

interface BatchChoices {
  readonly settings: RunSettings;
  readonly firstRows: number | null;
  readonly skipsProblems: boolean;
}

interface StartChoices {
  readonly settings: RunSettings;
  readonly start: RunStart;
  readonly skipsProblems: boolean;
  readonly workspaceName: string | null;
}

/** @throws CliRefusal, AppError */
export async function runCommand(words: CommandWords, io: CliIo): Promise<number> {
  const batchFile = await openBatchFile(words);
  if (batchFile !== null) io.say(toPreparedText(batchFile.handedOver));
  const work = batchFile?.handedOver.head.work ?? null;
  const operation = work === null ? words.need('operation') : toOperationWord(work);
  const onPipeline = pipelineOperations.find((one) => one === operation);
  if (onPipeline !== undefined) return await runPipelineCommand(onPipeline, words, io, batchFile);
  if (operation !== 'invite')
    throw new CliRefusal('--operation takes invite, add, move, reject or changes. Nothing was done.');
  const invite = work?.operation === 'invite' ? work : null;
  refuseFlags(words, ['stage', 'yes-number'], 'with --operation invite');
  const prepared = await prepareCommand(words, io, invite, batchFile);
  const { place } = prepared;
  const choices = {
    settings: readRunSettings(words, invite?.settings ?? null),
    start: readRunStart(words, invite?.firstRows),
    skipsProblems: words.has('skip-problems'),
    workspaceName: words.value('workspace'),
  };
  const context = await openCliContext(io, 'sends');
  try {
    const { runId } = await startRun(context, prepared, choices, io);
    const summary = await watchRun(context.runs, runId, io);
    return await endRun({ runs: context.runs, summary, place, isJson: words.has('json') }, io);
  } finally {
    await context.close();
  }
}

/** From here on the rows are in the ledger. They are taken out of `prepared`: a long run must not hold the whole file. */
async function startRun(
  context: AppContext,
  prepared: PreparedCommand,
  { settings, start, skipsProblems, workspaceName }: StartChoices,
  io: CliIo,
): Promise<RunSummary> {
  const workspace = await chooseWorkspace(context, io, workspaceName);
  const choices = { settings, firstRows: start.firstRows, skipsProblems };
  const batchId = await prepareBatch(context, workspace, prepared.take(), choices, io);
  return await context.runs.startRun(batchId, settings, start);
}

/** All that can be said without a key, a network or the ledger. */
async function prepareCommand(
  words: CommandWords,
  io: CliIo,
  work: InviteWork | null,
  batchFile: OpenedBatchFile | null,
): Promise<PreparedCommand> {
  const filePath = words.operands[0] as string;
  const order = await readOrder(words, io, work);
  const place = await checkResultsPlace('results', words.need('results'), filePath);
  const people = batchFile === null ? await needPeople(filePath, words, io) : toPeopleFile(batchFile);
  const choices = toChoices(people);
  const check = checkPeople(people, choices);
  refuseProblems(toPreparedRows(check), words.has('skip-problems'));
  let batch: PreparedBatch | null = { people, check, choices, order };
  const take = (): PreparedBatch => {
    if (batch === null) throw new Error('The batch was handed over before.');
    const taken = batch;
    batch = null;
    return taken;
  };
  return { place, take };
}

async function prepareBatch(
  context: AppContext,
  workspace: WorkspaceView,
  { people, check, choices, order }: PreparedBatch,
  { settings, firstRows, skipsProblems }: BatchChoices,
  io: CliIo,
): Promise<string> {
  const { workspaceId } = workspace;
  const me = await checkWorld(context, workspaceId, { operation: 'invite', order });
  const named = { ...order, target: await withTitles(context, workspace, order.target) };
  const { rows, invites } = prepareWithHistory(context, check, choices, workspaceId, named.target);
  refuseProblems(rows, skipsProblems);
  const shared = countShared(
    invites,
    rows.rows.map(({ person }) => person),
    named.target,
  );
  const hashes = sameFileHashes(toPeopleSource(people));
  sayReplay(context, { workspaceId, hashes, shared, total: rows.rows.length, target: named.target }, io);
  const sendable = announceRows(rows, workspace, named, firstRows, io);
  sayNotices(me, sendable, settings, io);
  return storeBatch(context, people, rows, workspaceId, named);
}

/** The titles for history and results, where the key may read them. */
async function withTitles(
  context: AppContext,
  workspace: WorkspaceView,
  target: InviteTarget,
): Promise<InviteTarget> {
  if (!workspace.scopes.includes('read_hiring')) return target;
  const lists = await context.targets.readLists(workspace.workspaceId, false);
  const titleOf = (items: readonly { id: string; title: string }[], id: string | null) =>
    items.find((item) => item.id === id)?.title ?? null;
  return {
    ...target,
    setTitle: titleOf(lists.interviewSets, target.setId),
    projectTitle: titleOf(lists.projects, target.projectId),
    jobPostTitle: titleOf(lists.jobPosts, target.jobPostId),
  };
}
