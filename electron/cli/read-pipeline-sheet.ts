// A file on disk → the rows of a pipeline sheet. The same recognition, mapping and reading as in the window.
import { toBatchSource } from '../../shared/batches/batch-source';
import type { BatchSource } from '../../shared/operations/batch';
import { findExportedPipeline } from '../../shared/pipeline/exported-pipeline';
import { findMissing } from '../../shared/pipeline/missing-parts';
import {
  assignPipelineColumn,
  fieldsOf,
  type PipelineMapping,
  type PipelineSheetUse,
  pipelineFields,
} from '../../shared/pipeline/pipeline-field';
import type { PipelineDefaults, PipelineSheetRow } from '../../shared/pipeline/pipeline-sheet';
import { toPipelineSheetRows } from '../../shared/pipeline/pipeline-sheet-rows';
import { proposePipelineMapping } from '../../shared/pipeline/propose-pipeline-mapping';
import type { Table } from '../../shared/spreadsheets/spreadsheet';
import { needColumn } from './choose-mapping';
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

/** The edits of an exported workbook. @throws CliRefusal where it is none. */
export async function readExportedSheet(filePath: string): Promise<PipelineSheetFile> {
  const { opened, sha256, blocking } = await openFile(filePath);
  if (blocking !== null) throw new CliRefusal(blocking.message);
  const exported = findExportedPipeline(opened.sheets);
  const sheet = opened.sheets[exported?.sheetIndex ?? -1];
  if (exported === null || sheet === undefined)
    throw new CliRefusal(
      `${opened.fileName} is no exported pipeline: no sheet has the columns Application ID, Stage and Stage when exported. Nothing was done. Use --operation add, move or reject for other sheets.`,
    );
  const { table, mapping, stageBeforeColumn } = exported;
  const input = { table, mapping, fields: pipelineFields, stageBeforeColumn };
  return {
    source: toBatchSource(opened, sheet, table, sha256),
    rows: toPipelineSheetRows(input, 0, table.rows.length),
  };
}

/** The rows of any other sheet, mapped as proposed and as --map says. @throws CliRefusal where they do not say who and where. */
export async function readPipelineSheet(
  filePath: string,
  use: PipelineSheetUse,
  defaults: PipelineDefaults,
  words: CommandWords,
): Promise<PipelineSheetFile> {
  const fields = fieldsOf(use);
  const pairs = parseHeaderPairs(words.values('map'), fields);
  const { opened, sha256, blocking } = await openFile(filePath);
  if (blocking !== null) throw new CliRefusal(blocking.message);
  const { sheet, table } = chooseTable(opened, words, noMappings);
  const mapping = withPairs(table, proposePipelineMapping(table).mapping, pairs);
  const used = Object.fromEntries(
    Object.entries(mapping.columns).filter(([field]) => fields.some((one) => one === field)),
  );
  const missing = findMissing(use, { columns: used }, defaults);
  if (missing !== null)
    throw new CliRefusal(`${missing} Nothing was done. Name columns with --map "Header=field".`);
  const input = { table, mapping, fields, stageBeforeColumn: null };
  return {
    source: toBatchSource(opened, sheet, table, sha256),
    rows: toPipelineSheetRows(input, 0, table.rows.length),
  };
}

function withPairs(
  table: Table,
  start: PipelineMapping,
  pairs: readonly HeaderPair<(typeof pipelineFields)[number]>[],
): PipelineMapping {
  return pairs.reduce(
    (mapping, { header, field }) => assignPipelineColumn(mapping, needColumn(table, header), field),
    start,
  );
}
