// run FILE --operation add|move|reject|changes: prepares the sheet against the pipeline as it is now, then runs it, then writes the results.
// Everything that can be refused is refused before the first request leaves.
import { sameFileHashes } from '../../shared/batches/replay';
import type { PipelineSheetOperation } from '../../shared/pipeline/pipeline-sheet';
import { checkWorld } from '../batches/preflight';
import { prepareSheet } from '../snapshots/prepare-sheet';
import type { OpenedBatchFile } from './batch-file';
import { choosePlace, readPlaceFlags } from './choose-place';
import { chooseWorkspace, openCliContext } from './cli-context';
import type { CliIo } from './cli-io';
import { needYesNumber } from './confirm-number';
import { endRun } from './end-run';
import { refuseFlags } from './flag-values';
import type { CommandWords } from './parse-arguments';
import { readPipelineSheet, readPreparedSheet } from './read-pipeline-sheet';
import { checkResultsPlace } from './results-place';
import { readRunSettings, readRunStart } from './run-flags';
import { sayNotices } from './say-notices';
import { needBatch, sayPrepared } from './say-prepared';
import { sayReplay } from './say-replay';
import { watchRun } from './watch-run';

/** What --operation takes besides invite. */
export const pipelineOperations = ['add', 'move', 'reject', 'changes'] as const;
export type PipelineOperation = (typeof pipelineOperations)[number];

/** What means something for invitations only. */
const inviteFlags = [
  'set',
  'send-invite',
  'message-file',
  'template',
  'name-fallback',
  'mapping',
  'near-remembered',
  'people-per-request',
];
/** An exported workbook says these itself. */
const placeFlags = ['project', 'stage', 'job-post', 'map', 'sheet', 'header-row', 'no-remembered'];

/** @throws CliRefusal, AppError */
export async function runPipelineCommand(
  operation: PipelineOperation,
  words: CommandWords,
  io: CliIo,
  batchFile: OpenedBatchFile | null = null,
): Promise<number> {
  refuseForeignFlags(operation, words);
  const filePath = words.operands[0] as string;
  const place = await checkResultsPlace('results', words.need('results'), filePath);
  const settings = readRunSettings(words);
  const start = readRunStart(words);
  const work = batchFile?.handedOver.head.work;
  const typed = readPlaceFlags(words, work === undefined || work.operation === 'invite' ? null : work.place);
  const file =
    batchFile !== null
      ? readPreparedSheet(batchFile, typed)
      : await readPipelineSheet(filePath, operation, typed, words, io);
  const context = await openCliContext(io, 'sends');
  try {
    const { workspaces, ledger, runs } = context;
    const workspace = await chooseWorkspace(context, io, words.value('workspace'));
    const { workspaceId, environment } = workspace;
    const me = await checkWorld(context, workspaceId, { operation, order: { title: operation } });
    const defaults = await choosePlace(await workspaces.clientOf(workspaceId), typed);
    const asked: PipelineSheetOperation = operation === 'changes' ? 'as-edited' : operation;
    const parts = {
      people: ledger.people,
      batches: ledger.batches,
      clientOf: workspaces.clientOf,
      environmentOf: () => environment,
    };
    const sheet = { workspaceId, operation: asked, source: file.source, defaults };
    const prepared = await prepareSheet(parts, sheet, file.rows);
    const hashes = sameFileHashes(file.source);
    sayReplay(context, { workspaceId, hashes, shared: [], total: 0, target: null }, io);
    sayPrepared(prepared, operation === 'changes' ? prepared.unchangedCount : null, workspace, io);
    const batchId = needBatch(prepared, words.has('skip-problems'));
    needYesNumber(words, prepared.sendable, prepared.asksForNumber);
    sayNotices(me, prepared.sendable, settings, io);
    const { runId } = await runs.startRun(batchId, settings, start);
    const summary = await watchRun(runs, runId, io);
    return await endRun({ runs, summary, place, isJson: words.has('json') }, io);
  } finally {
    await context.close();
  }
}

/** @throws CliRefusal naming the first flag that means nothing here. */
export function refuseForeignFlags(operation: PipelineOperation, words: CommandWords): void {
  const foreign = [...inviteFlags, ...(operation === 'changes' ? placeFlags : [])];
  if (operation === 'reject') foreign.push('stage', 'job-post');
  if (operation === 'move') foreign.push('job-post');
  refuseFlags(words, foreign, `with --operation ${operation}`);
}
