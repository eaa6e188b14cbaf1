// prepare FILE --out X.flowbatch: everything that `run` chooses without a key, as one file for whoever has the key. Sends nothing,
// goes to no network, and opens no ledger.
import { access } from 'node:fs/promises';
import path from 'node:path';
import { toPreparedRows } from '../../shared/batches/prepare-rows';
import { type BatchFileHead, batchFileExtension } from '../../shared/hand-over/batch-file';
import {
  type PackedBatchFile,
  packBatchFile,
  tooLargeToHandOver,
} from '../../shared/hand-over/pack-batch-file';
import {
  toFileColumns,
  toFileSource,
  toInviteFileRows,
  toPipelineFileRows,
  toPlaces,
} from '../../shared/hand-over/to-batch-file';
import { noMessageFact } from '../../shared/messages/no-message-words';
import type { BatchRow } from '../../shared/operations/batch';
import { writeWholeFile } from '../workbooks/whole-file';
import { isCalledBatchFile } from './batch-file';
import { readPlaceFlags } from './choose-place';
import type { CliIo } from './cli-io';
import { CliRefusal } from './cli-refusal';
import { readNumberFlag, refuseFlags } from './flag-values';
import type { CommandForm, CommandWords } from './parse-arguments';
import { checkPeople, refuseProblems, toBatchName, toChoices, toPeopleSource } from './prepare-batch';
import { readOpenOrder } from './read-order';
import { fileFlags, needPeople } from './read-people';
import { readPipelineTable } from './read-pipeline-sheet';
import { needWritableFolder } from './results-place';
import { readRunSettings, startFlags, workFlags } from './run-flags';
import { pipelineOperations, refuseForeignFlags } from './run-pipeline-command';

export const prepareForm: CommandForm = {
  name: 'prepare',
  operands: ['FILE'],
  flags: {
    ...fileFlags,
    ...workFlags,
    ...startFlags,
    'skip-problems': 'switch',
    name: 'value',
    out: 'value',
    json: 'switch',
  },
};

export const prepareHelp = `prepare FILE --operation invite [--set ID] [--project ID] [--job-post ID] [--send-invite yes|no]
    [--message-file F | --template NAME] [--name-fallback TEXT] [--sheet NAME] [--header-row N] [--map "Header=field"]... [--mapping FILE.json]
    [--no-remembered | --near-remembered] [--first N] [--concurrency N] [--people-per-request N] [--skip-problems]
    [--name NAME] --out X.flowbatch [--json]
prepare FILE --operation add|move|reject [--project P] [--stage S] [--job-post J] [--map "Header=field"]...
    [--sheet NAME] [--header-row N] [--name NAME] --out X.flowbatch [--json]
prepare FILE --operation changes [--name NAME] --out X.flowbatch [--json]

Puts the people of a file and what is chosen for them into one batch file, for somebody who has the key: they open it in
the app, or start it with run X.flowbatch. Sends nothing; needs no key and no network; the file holds no key either.
  --set, --project, --send-invite   may be left out: whoever runs it chooses then
  --skip-problems   leave out the rows that have a problem that stops them
  --name NAME       what the batch is called; the name of FILE without it
  --out X.flowbatch where to; a file that is there already is not written over
Everything else as for run.`;

/** Work on a pipeline is compared with it when it is run, and only then is known what stops a row. */
const saidAtTheRun = ['skip-problems', 'first', 'concurrency'];
const longestName = 200;

interface Prepared {
  readonly head: BatchFileHead;
  readonly packed: PackedBatchFile;
  readonly sendCount: number;
}

/** @throws CliRefusal, AppError */
export async function prepareCommand(words: CommandWords, io: CliIo): Promise<number> {
  const operation = words.need('operation');
  const filePath = words.operands[0] as string;
  if (isCalledBatchFile(filePath))
    throw new CliRefusal(
      'This is a batch file already. Nothing was done. Run it, or prepare the spreadsheet.',
    );
  const out = await checkOut(words.need('out'));
  const onPipeline = pipelineOperations.find((one) => one === operation);
  if (onPipeline === undefined && operation !== 'invite')
    throw new CliRefusal('--operation takes invite, add, move, reject or changes. Nothing was done.');
  const { head, packed, sendCount } =
    onPipeline === undefined
      ? await prepareInvite(filePath, words, io)
      : await preparePipeline(onPipeline, filePath, words, io);
  if (packed.kind === 'too-large') throw new CliRefusal(tooLargeToHandOver);
  await writeWholeFile(out, async (file) => {
    await file.writeFile(packed.bytes);
  });
  io.say(
    `${out} holds ${sendCount} of ${head.rowCount} rows to be sent. Nothing was sent, and there is no key in it.`,
  );
  if (head.work.operation === 'invite' && head.work.sendInvite === true && head.work.message === null)
    io.say(`Message: ${noMessageFact}.`);
  if (words.has('json'))
    io.print(
      JSON.stringify({
        file: out,
        name: head.name,
        operation,
        rows: head.rowCount,
        sendable: sendCount,
        sha256: packed.contentSha256,
      }),
    );
  return 0;
}

async function prepareInvite(filePath: string, words: CommandWords, io: CliIo): Promise<Prepared> {
  refuseFlags(words, ['stage'], 'with --operation invite');
  const order = await readOpenOrder(words, io);
  const people = await needPeople(filePath, words, io);
  const check = checkPeople(people, toChoices(people));
  const prepared = toPreparedRows(check);
  refuseProblems(prepared, words.has('skip-problems'));
  const { opened, table, mapping } = people;
  const columns = toPlaces(table, mapping.columns);
  const hasSettings = words.has('concurrency') || words.has('people-per-request');
  const head = toHead(words, opened.fileName, {
    source: toFileSource(toPeopleSource(people)),
    columns: toFileColumns(table),
    work: {
      operation: 'invite',
      mapping: { columns, nameOrder: mapping.nameOrder },
      ...order,
      settings: hasSettings ? readRunSettings(words) : null,
      firstRows: readNumberFlag(words, 'first', 1, 50),
    },
    rowCount: table.rows.length,
  });
  const packed = await packBatchFile(head, toInviteFileRows(table, prepared.rows.map(toDecided), null));
  return { head, packed, sendCount: prepared.rows.filter(({ skip }) => skip === null).length };
}

async function preparePipeline(
  operation: (typeof pipelineOperations)[number],
  filePath: string,
  words: CommandWords,
  io: CliIo,
): Promise<Prepared> {
  refuseForeignFlags(operation, words);
  refuseFlags(words, saidAtTheRun, 'in a batch file of work on a pipeline: whoever runs it says it');
  const place = readPlaceFlags(words);
  const { source, table, mapping } = await readPipelineTable(filePath, operation, place, words, io);
  const columns = toPlaces(table, mapping.columns);
  const head = toHead(words, source.fileName, {
    source: toFileSource(source),
    columns: toFileColumns(table),
    work: {
      operation: operation === 'changes' ? 'as-edited' : operation,
      mapping: { columns, nameOrder: mapping.nameOrder },
      place,
    },
    rowCount: table.rows.length,
  });
  const packed = await packBatchFile(head, toPipelineFileRows(table));
  return { head, packed, sendCount: table.rows.length };
}

function toHead(words: CommandWords, fileName: string, rest: Omit<BatchFileHead, 'name'>): BatchFileHead {
  return { name: readName(words) ?? toBatchName(fileName), ...rest };
}

/** @throws CliRefusal where it is longer than a batch file takes. */
function readName(words: CommandWords): string | null {
  const name = words.value('name')?.trim() ?? null;
  if (name !== null && name.length > longestName)
    throw new CliRefusal(`--name takes at most ${longestName} characters. Nothing was done.`);
  return name;
}

/** With --skip-problems a row that cannot go is left out for good, not to be looked at again. */
function toDecided(row: BatchRow): BatchRow {
  return row.skip?.why === 'blocked' ? { ...row, skip: { ...row.skip, why: 'left-out-by-you' } } : row;
}

/** @throws CliRefusal where it is no place for a new batch file. */
async function checkOut(out: string): Promise<string> {
  if (!isCalledBatchFile(out))
    throw new CliRefusal(`--out takes a file that ends in .${batchFileExtension}. Nothing was done.`);
  await needWritableFolder(path.dirname(path.resolve(out)));
  const isThere = await access(out).then(
    () => true,
    () => false,
  );
  if (isThere) throw new CliRefusal(`${out} is there already. Nothing was done. Choose another name.`);
  return out;
}
