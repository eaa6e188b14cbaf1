// Which column is what, for a command: a file of mappings, what the window has remembered, or a proposal; then what --map says.
// Never puts a mapping to use that only nearly fits, unless a flag says so.
import { readFile, stat } from 'node:fs/promises';
import { headerDifference } from '../../shared/mappings/header-difference';
import { longestMappingFile, parseMappingFile } from '../../shared/mappings/mapping-file';
import { type Recall, recallMapping } from '../../shared/mappings/recall-mapping';
import type { MappingContent } from '../../shared/mappings/saved-mapping';
import { assignColumn, mappingByHeaders } from '../../shared/operations/change-mapping';
import type { InviteField } from '../../shared/operations/field';
import { isSameMapping } from '../../shared/operations/is-same-mapping';
import type { Mapping } from '../../shared/operations/mapping';
import { proposeMapping } from '../../shared/operations/propose-mapping';
import type { Table } from '../../shared/spreadsheets/spreadsheet';
import { toDataDir } from '../context/data-dir';
import { peekMappings } from '../store/peek-mappings';
import type { CliIo } from './cli-io';
import { CliRefusal } from './cli-refusal';
import type { HeaderPair } from './flag-values';
import type { CommandWords } from './parse-arguments';

/** The mappings that may fit. `file`: named by a flag, so that one of them has to fit. */
export interface KnownMappings {
  readonly from: 'file' | 'remembered';
  readonly mappings: readonly MappingContent[];
}

/** What a header that is nearly this one was used as, and what differs. */
export interface NearMapping {
  readonly mapping: Mapping;
  readonly missing: readonly string[];
  readonly added: readonly string[];
}

export interface ChosenMapping {
  readonly mapping: Mapping;
  readonly mappingFrom: 'proposed' | 'remembered' | 'file';
  /** Nearly fits and maps otherwise than what is used; null where nothing does. */
  readonly offered: NearMapping | null;
  /** What differs from the header of the mapping that is used, in words; null where nothing does. */
  readonly difference: string | null;
}

/** Reads the file of --mapping, or what is remembered in the data folder. @throws CliRefusal */
export async function readKnownMappings(words: CommandWords, io: CliIo): Promise<KnownMappings> {
  const file = words.value('mapping');
  if (file !== null) return { from: 'file', mappings: await readMappingFile(file) };
  return {
    from: 'remembered',
    mappings: words.has('no-remembered') ? [] : peekMappings(toDataDir(io)),
  };
}

async function readMappingFile(filePath: string): Promise<readonly MappingContent[]> {
  const text = await (async () => {
    try {
      // Characters take at most 3 bytes in the file's UTF-8.
      if ((await stat(filePath)).size > longestMappingFile * 3) return ' '.repeat(longestMappingFile + 1);
      return await readFile(filePath, 'utf8');
    } catch {
      throw new CliRefusal(`${filePath} cannot be read. Nothing was done. Look whether it is there.`);
    }
  })();
  const parsed = parseMappingFile(text);
  if (parsed.kind === 'read') return parsed.mappings;
  throw new CliRefusal(`${filePath}: ${parsed.why}`);
}

/**
 * Maps the columns of a table. `usesNear`: what is remembered of nearly this header counts too.
 * @throws CliRefusal where the named file does not fit, nothing near is remembered, or a named column is not there.
 */
export function chooseMapping(
  table: Table,
  known: KnownMappings,
  pairs: readonly HeaderPair<InviteField>[],
  usesNear: boolean,
): ChosenMapping {
  const { mapping: proposed } = proposeMapping(table);
  const recall = recallMapping(table, proposed, known.mappings);
  const isUsed = recall !== null && (recall.kind === 'same' || isNearUsed(recall, known.from, usesNear));
  if (known.from === 'file' && !isUsed)
    throw new CliRefusal(
      'No mapping of the --mapping file fits these columns. Nothing was done. Leave --mapping out, or name the columns with --map.',
    );
  if (usesNear && recall === null)
    throw new CliRefusal(
      'No header that is remembered is nearly this one. Nothing was done. Leave --near-remembered out, or name the columns with --map.',
    );
  const mapping = withPairs(table, isUsed ? recall.mapping : proposed, pairs);
  const near = recall?.kind === 'near' ? recall : null;
  const offered =
    near === null || isUsed ? null : { ...near, mapping: withPairs(table, near.mapping, pairs) };
  return {
    mapping,
    mappingFrom: isUsed ? known.from : 'proposed',
    offered: offered === null || isSameMapping(offered.mapping, mapping) ? null : offered,
    difference: isUsed && near !== null ? headerDifference(near) : null,
  };
}

function isNearUsed(recall: Recall<MappingContent>, from: KnownMappings['from'], usesNear: boolean): boolean {
  return from === 'file' ? isWhole(recall) : usesNear;
}

/** Every column that the mapping used is there. */
function isWhole(recall: { readonly known: MappingContent; readonly missing?: readonly string[] }): boolean {
  const missing = recall.missing ?? [];
  return recall.known.columns.every(({ header }) => !missing.includes(header));
}

function withPairs(table: Table, start: Mapping, pairs: readonly HeaderPair<InviteField>[]): Mapping {
  return assignPairs(table, pairs, start, assignColumn);
}

/** What every --map says, one after another. @throws CliRefusal where a column is not there, or one word undoes another. */
export function assignPairs<
  Field extends string,
  Columns extends { readonly columns: Readonly<Partial<Record<Field, number>>> },
>(
  table: Table,
  pairs: readonly HeaderPair<Field>[],
  start: Columns,
  assign: (mapping: Columns, columnIndex: number, field: Field) => Columns,
): Columns {
  const named = pairs.map(({ header, field }) => ({ columnIndex: needColumn(table, header), field }));
  const mapping = named.reduce((before, { columnIndex, field }) => assign(before, columnIndex, field), start);
  const lost = named.find(({ columnIndex, field }) => mapping.columns[field] !== columnIndex);
  if (lost !== undefined)
    throw new CliRefusal(
      `--map names ${lost.field} and something that excludes it. Nothing was done. A column is one field, and fullname stands for firstname and lastname.`,
    );
  return mapping;
}

/** The column of this header or letter. @throws CliRefusal naming the columns that are there. */
function needColumn(table: Table, header: string): number {
  // Which field it is asked for does not matter: only where the header stands.
  const named = mappingByHeaders(table, [{ header, field: 'email' }]);
  if (!('unknownHeader' in named) && named.columns.email !== undefined) return named.columns.email;
  const headers = table.columns.map((one) => (one.header === '' ? one.letter : one.header));
  throw new CliRefusal(
    `There is no column “${header}”. Nothing was done. The columns are: ${headers.join(', ')}.`,
  );
}
