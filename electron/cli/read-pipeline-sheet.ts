// A file on disk → the rows of a pipeline sheet. The same recognition, mapping and reading as in the window.
import { toBatchSource } from '../../shared/batches/batch-source';
import { toHandedOverPipelineMapping } from '../../shared/hand-over/handed-over-choices';
import { recallPipelineMapping } from '../../shared/mappings/saved-pipeline-mapping';
import type { BatchSource } from '../../shared/operations/batch';
import { findExportedPipeline } from '../../shared/pipeline/exported-pipeline';
import { findMissing } from '../../shared/pipeline/missing-parts';
import {
  assignPipelineColumn,
  fieldsOf,
  type PipelineField,
  type PipelineMapping,
  type PipelineSheetUse,
  pipelineFields,
} from '../../shared/pipeline/pipeline-field';
import type { PipelineDefaults, PipelineSheetRow } from '../../shared/pipeline/pipeline-sheet';
import { toPipelineSheetRows } from '../../shared/pipeline/pipeline-sheet-rows';
import { proposePipelineMapping } from '../../shared/pipeline/propose-pipeline-mapping';
import type { Table } from '../../shared/spreadsheets/spreadsheet';
import { toDataDir } from '../context/data-dir';
import { peekPipelineMappings } from '../store/peek-pipeline-mappings';
import type { OpenedBatchFile } from './batch-file';
import { assignPairs } from './choose-mapping';
import type { CliIo } from './cli-io';
import { CliRefusal } from './cli-refusal';
import { type HeaderPair, parseHeaderPairs } from './flag-values';
import type { CommandWords } from './parse-arguments';
import { chooseTable, openFile } from './read-table';

export interface PipelineSheetFile {
  readonly source: BatchSource;
  readonly rows: readonly PipelineSheetRow[];
}

/** No mapping of invitations is asked for a pipeline sheet. */
const noMappings = { from: 'remembered', mappings: [] } as const;

/** A pipeline sheet with its columns, before its rows are read. */
export interface PipelineTable {
  readonly source: BatchSource;
  readonly table: Table;
  readonly mapping: PipelineMapping;
  /** The fields that count. */
  readonly fields: readonly PipelineField[];
  readonly stageBeforeColumn: number | null;
}

/** The rows of a sheet on disk. @throws CliRefusal where they do not say who and where. */
export async function readPipelineSheet(
  filePath: string,
  operation: PipelineSheetUse | 'changes',
  defaults: PipelineDefaults,
  words: CommandWords,
  io: CliIo,
): Promise<PipelineSheetFile> {
  return toSheetFile(await readPipelineTable(filePath, operation, defaults, words, io));
}

/** The table of a sheet on disk. @throws CliRefusal */
export async function readPipelineTable(
  filePath: string,
  operation: PipelineSheetUse | 'changes',
  defaults: PipelineDefaults,
  words: CommandWords,
  io: CliIo,
): Promise<PipelineTable> {
  return operation === 'changes'
    ? await readExportedTable(filePath)
    : await readMappedTable(filePath, operation, defaults, words, io);
}

function toSheetFile({ source, table, ...input }: PipelineTable): PipelineSheetFile {
  return { source, rows: toPipelineSheetRows({ table, ...input }, 0, table.rows.length) };
}

/** The edits of an exported workbook. @throws CliRefusal where it is none. */
async function readExportedTable(filePath: string): Promise<PipelineTable> {
  const { opened, sha256, blocking } = await openFile(filePath);
  if (blocking !== null) throw new CliRefusal(blocking.message);
  const exported = findExportedPipeline(opened.sheets);
  const sheet = opened.sheets[exported?.sheetIndex ?? -1];
  if (exported === null || sheet === undefined)
    throw new CliRefusal(
      `${opened.fileName} is no exported pipeline: no sheet has the columns Application ID, Stage and Stage when exported. Nothing was done. Use --operation add, move or reject for other sheets.`,
    );
  const { table, mapping, stageBeforeColumn } = exported;
  return {
    source: toBatchSource(opened, sheet, table, sha256),
    table,
    mapping,
    fields: pipelineFields,
    stageBeforeColumn,
  };
}

/** The rows of a batch file, in the columns that it names. @throws CliRefusal where they do not say who and where. */
export function readPreparedSheet(
  { opened, handedOver: { table, head, contentSha256 } }: OpenedBatchFile,
  defaults: PipelineDefaults,
): PipelineSheetFile {
  const [sheet] = opened.sheets;
  const { work } = head;
  if (work.operation === 'invite' || sheet === undefined)
    throw new Error('This batch file holds invitations.');
  const source = toBatchSource(opened, sheet, table, contentSha256);
  if (work.operation === 'as-edited') {
    const exported = findExportedPipeline([sheet]);
    if (exported === null)
      throw new CliRefusal(
        'This batch file is of edits, but its columns are not those of an exported pipeline. Nothing was done.',
      );
    const { mapping, stageBeforeColumn } = exported;
    return toSheetFile({ source, table: exported.table, mapping, fields: pipelineFields, stageBeforeColumn });
  }
  const mapping = toHandedOverPipelineMapping(work);
  const missing = findMissing(work.operation, mapping, defaults);
  if (missing !== null) throw new CliRefusal(`${missing} Nothing was done.`);
  return toSheetFile({ source, table, mapping, fields: fieldsOf(work.operation), stageBeforeColumn: null });
}

/** The rows of any other sheet, mapped as last time or as proposed, and as --map says. @throws CliRefusal where they do not say who and where. */
async function readMappedTable(
  filePath: string,
  use: PipelineSheetUse,
  defaults: PipelineDefaults,
  words: CommandWords,
  io: CliIo,
): Promise<PipelineTable> {
  const fields = fieldsOf(use);
  const pairs = parseHeaderPairs(words.values('map'), fields);
  const { opened, sha256, blocking } = await openFile(filePath);
  if (blocking !== null) throw new CliRefusal(blocking.message);
  const { sheet, table } = chooseTable(opened, words, noMappings);
  const remembered = words.has('no-remembered') ? [] : peekPipelineMappings(toDataDir(io));
  const recalled = recallPipelineMapping(table, remembered);
  if (recalled !== null) io.say('The columns are used as last time. --no-remembered proposes them anew.');
  const mapping = withPairs(table, recalled ?? proposePipelineMapping(table).mapping, pairs);
  const used = Object.fromEntries(
    Object.entries(mapping.columns).filter(([field]) => fields.some((one) => one === field)),
  );
  const missing = findMissing(use, { columns: used }, defaults);
  if (missing !== null)
    throw new CliRefusal(`${missing} Nothing was done. Name columns with --map "Header=field".`);
  return {
    source: toBatchSource(opened, sheet, table, sha256),
    table,
    mapping,
    fields,
    stageBeforeColumn: null,
  };
}

function withPairs(
  table: Table,
  start: PipelineMapping,
  pairs: readonly HeaderPair<(typeof pipelineFields)[number]>[],
): PipelineMapping {
  return assignPairs(table, pairs, start, assignPipelineColumn);
}
