// results RUN_ID --into [FILE] --out COPY: results as new columns in a copy of the recruiter's own file. Sends nothing, and never changes FILE.
import { createHash } from 'node:crypto';
import path from 'node:path';
import type { BatchSource } from '../../shared/operations/batch';
import { type FileToFill, type FilledCopy, putResults } from '../../shared/write-back/put-results';
import { WriteBackRefused } from '../../shared/write-back/write-back-refused';
import type { AppContext } from '../context/app-context';
import { toWriteBackOrder, toWriteBackRows } from '../write-back/write-back-results';
import { writeCopy } from '../write-back/write-copy';
import { openCliContext } from './cli-context';
import type { CliIo } from './cli-io';
import { CliRefusal } from './cli-refusal';
import { counted } from './counted';
import type { CommandWords } from './parse-arguments';
import { readBytes } from './read-table';
import { checkCopyPlace } from './results-place';

/** So many rows are named in a line; with --json all are. */
const rowsNamed = 20;

/** @throws CliRefusal, AppError `run/not-found`, `run/totals-differ`, `export/…`, `store/…` */
export async function intoCommand(runId: string, words: CommandWords, io: CliIo): Promise<number> {
  const copyPath = words.need('out');
  const filePath = words.value('into');
  await checkCopyPlace(copyPath, filePath);
  const context = await openCliContext(io, 'reads-history');
  try {
    const results = context.runs.readResults(runId);
    const order = toWriteBackOrder(results);
    const toRow = toWriteBackRows(results);
    const file = filePath === null ? await readKept(context, order.source) : await readChosen(filePath);
    const rows = [...results.rows()].map(toRow);
    const onProgress = (fraction: number) => {
      if (io.isTerminal) io.showLine(`Filling a copy of ${file.fileName}: ${Math.floor(fraction * 100)} %`);
    };
    const copy = await fill(() => putResults(file, order, rows, { onProgress }));
    refuseOtherEnding(copyPath, copy);
    await writeCopy(copyPath, copy.bytes, file.sha256);
    const { rowCount, missing, notices } = copy;
    if (words.has('json')) io.print(JSON.stringify({ runId, copy: copyPath, rowCount, missing, notices }));
    else io.print(`${counted(rowCount, 'row', 'rows')} of ${results.summary.total} written into ${copyPath}`);
    if (missing.length > 0) io.say(toMissingSentence(file.fileName, missing));
    for (const notice of notices) io.say(notice);
    return 0;
  } finally {
    await context.close();
  }
}

async function fill(work: () => Promise<FilledCopy>): Promise<FilledCopy> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof WriteBackRefused ? new CliRefusal(error.message) : error;
  }
}

async function readChosen(filePath: string): Promise<FileToFill> {
  const bytes = await readBytes(filePath);
  return {
    fileName: path.basename(filePath),
    bytes,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
}

async function readKept({ drafts }: AppContext, source: BatchSource): Promise<FileToFill> {
  const { fileName, sha256, sizeBytes } = source;
  if ((await drafts.files.inspect(sha256, sizeBytes)) !== 'whole')
    throw new CliRefusal(
      `The app has not kept the file of this run. Nothing was written. Name it: --into ${sizeBytes === 0 ? 'FILE' : JSON.stringify(fileName)}.`,
    );
  const bytes = new Uint8Array(sizeBytes);
  for (let offset = 0; offset < sizeBytes; ) {
    const piece = await drafts.files.read(sha256, offset);
    bytes.set(piece, offset);
    offset += piece.length;
  }
  return { fileName, bytes, sha256 };
}

/** Excel refuses a workbook whose name says something else than what is in it. */
function refuseOtherEnding(copyPath: string, { name }: FilledCopy): void {
  if (path.extname(copyPath).toLowerCase() === `.${name.format}`) return;
  throw new CliRefusal(
    `The copy is a file of kind .${name.format}, and --out names another. Nothing was written. Let --out end in .${name.format}.`,
  );
}

function toMissingSentence(fileName: string, missing: readonly number[]): string {
  const named = missing.slice(0, rowsNamed).join(', ');
  return `${counted(missing.length, 'row', 'rows')} of the run ${missing.length === 1 ? 'is' : 'are'} not in ${fileName} any more, or there twice, and got nothing: ${named}${missing.length > rowsNamed ? ' …' : ''}.`;
}
