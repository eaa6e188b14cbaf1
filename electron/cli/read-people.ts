// A file on disk → the table of people that is meant, and which column is what. The same readers, finders and mappers as in the window.

import { toHandedOverMapping } from '../../shared/hand-over/handed-over-choices';
import { inviteFields } from '../../shared/operations/field';
import type { Mapping } from '../../shared/operations/mapping';
import { otherListNotices } from '../../shared/spreadsheets/other-list';
import type { FileNotice, OpenedSpreadsheet, Sheet, Table } from '../../shared/spreadsheets/spreadsheet';
import type { OpenedBatchFile } from './batch-file';
import { chooseMapping, readKnownMappings } from './choose-mapping';
import type { CliIo } from './cli-io';
import { CliRefusal } from './cli-refusal';
import { parseHeaderPairs } from './flag-values';
import type { CommandWords, FlagKind } from './parse-arguments';
import { chooseTable, openFile } from './read-table';

/** The flags that say how a file is read. */
export const fileFlags = {
  sheet: 'value',
  'header-row': 'value',
  map: 'values',
  mapping: 'value',
  'no-remembered': 'switch',
} as const satisfies Record<string, FlagKind>;

export interface PeopleFile {
  readonly opened: OpenedSpreadsheet;
  readonly sheet: Sheet;
  readonly table: Table;
  readonly mapping: Mapping;
  /** Hex, of the file's bytes; of a batch file, of what it holds. */
  readonly sha256: string;
}

/** A file that says nothing that could be read, and why. */
export interface UnreadableFile {
  readonly fileName: string;
  readonly notice: FileNotice;
  /** The header, where there is one and nobody below it. */
  readonly emptyTable: Table | null;
}

export type ReadFile =
  | { readonly kind: 'read'; readonly people: PeopleFile }
  | { readonly kind: 'unreadable'; readonly file: UnreadableFile };

/** The people of a batch file. @throws CliRefusal where it is work on a pipeline. */
export function toPeopleFile({ opened, handedOver }: OpenedBatchFile): PeopleFile {
  const { table, head, contentSha256 } = handedOver;
  const [sheet] = opened.sheets;
  if (head.work.operation !== 'invite' || sheet === undefined)
    throw new CliRefusal(
      'This batch file holds work on a pipeline, which is looked at when it is run. Nothing was done.',
    );
  return { opened, sheet, table, mapping: toHandedOverMapping(head.work), sha256: contentSha256 };
}

/** Opens the file, picks the sheet and its header, and maps the columns as the flags say. @throws CliRefusal */
export async function readPeople(filePath: string, words: CommandWords, io: CliIo): Promise<ReadFile> {
  const pairs = parseHeaderPairs(words.values('map'), inviteFields);
  const known = await readKnownMappings(words, io);
  const { opened, sha256, blocking } = await openFile(filePath);
  if (blocking !== null)
    return {
      kind: 'unreadable',
      file: { fileName: opened.fileName, notice: blocking, emptyTable: opened.emptyTable ?? null },
    };
  const { sheet, table } = chooseTable(opened, words, known);
  const chosen = chooseMapping(table, known, pairs);
  if (chosen.mappingFrom === 'remembered')
    io.say('The columns are used as last time. --no-remembered proposes them anew.');
  return { kind: 'read', people: { opened, sheet, table, mapping: chosen.mapping, sha256 } };
}

/** The same for a command that can do nothing without them; what is odd about the file is said. @throws CliRefusal */
export async function needPeople(filePath: string, words: CommandWords, io: CliIo): Promise<PeopleFile> {
  const result = await readPeople(filePath, words, io);
  if (result.kind === 'unreadable') throw new CliRefusal(result.file.notice.message);
  const { opened, table } = result.people;
  for (const { message } of [...opened.notices, ...otherListNotices(table)]) io.say(message);
  return result.people;
}
