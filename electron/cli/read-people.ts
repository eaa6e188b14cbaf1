// A file on disk → the table of people that is meant, and which column is what. The same readers, finders and mappers as in the window.

import { toHandedOverMapping } from '../../shared/hand-over/handed-over-choices';
import { headerDifference } from '../../shared/mappings/header-difference';
import { inviteFields } from '../../shared/operations/field';
import type { Mapping } from '../../shared/operations/mapping';
import { otherListNotices } from '../../shared/spreadsheets/other-list';
import type { FileNotice, OpenedSpreadsheet, Sheet, Table } from '../../shared/spreadsheets/spreadsheet';
import type { OpenedBatchFile } from './batch-file';
import { chooseMapping, type NearMapping, readKnownMappings } from './choose-mapping';
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
  'near-remembered': 'switch',
} as const satisfies Record<string, FlagKind>;

export interface PeopleFile {
  readonly opened: OpenedSpreadsheet;
  readonly sheet: Sheet;
  readonly table: Table;
  readonly mapping: Mapping;
  /** A header that is nearly this one was mapped otherwise, and nobody has said which counts. */
  readonly offered: NearMapping | null;
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
  return {
    opened,
    sheet,
    table,
    mapping: toHandedOverMapping(head.work),
    offered: null,
    sha256: contentSha256,
  };
}

/** Opens the file, picks the sheet and its header, and maps the columns as the flags say. @throws CliRefusal */
export async function readPeople(filePath: string, words: CommandWords, io: CliIo): Promise<ReadFile> {
  const pairs = parseHeaderPairs(words.values('map'), inviteFields);
  if (words.has('no-remembered') && words.has('near-remembered'))
    throw new CliRefusal(
      '--no-remembered and --near-remembered say two things. Nothing was done. Leave one of them out.',
    );
  const known = await readKnownMappings(words, io);
  const { opened, sha256, blocking } = await openFile(filePath);
  if (blocking !== null)
    return {
      kind: 'unreadable',
      file: { fileName: opened.fileName, notice: blocking, emptyTable: opened.emptyTable ?? null },
    };
  const { sheet, table } = chooseTable(opened, words, known);
  const { mapping, mappingFrom, offered, difference } = chooseMapping(
    table,
    known,
    pairs,
    words.has('near-remembered'),
  );
  if (mappingFrom === 'remembered' && difference === null)
    io.say('The columns are used as last time. --no-remembered proposes them anew.');
  if (difference !== null)
    io.say(`The columns are used as those of nearly this header, of which ${difference}.`);
  return { kind: 'read', people: { opened, sheet, table, mapping, offered, sha256 } };
}

/** Which columns are other ones than last time: "email was “Work mail” and is “Private mail” now". */
export function offeredDifference({ table, mapping }: PeopleFile, offered: NearMapping): string {
  const headerOf = (columnIndex: number | undefined): string => {
    const column = table.columns.find((one) => one.columnIndex === columnIndex);
    return column === undefined ? 'no column' : `“${column.header === '' ? column.letter : column.header}”`;
  };
  const changes = inviteFields
    .filter((field) => offered.mapping.columns[field] !== mapping.columns[field])
    .map(
      (field) =>
        `${field} was ${headerOf(offered.mapping.columns[field])} and is ${headerOf(mapping.columns[field])} now`,
    );
  return changes.length === 0 ? 'whole names were split in another way' : changes.join('; ');
}

/** "These columns are nearly ones that are remembered: …", with both ways on. */
export function offeredSentence(people: PeopleFile, offered: NearMapping): string {
  return `These columns are nearly ones that are remembered: ${headerDifference(offered)}. Last time ${offeredDifference(people, offered)}.`;
}

/** The same for a command that can do nothing without them, and that does not choose between two mappings. @throws CliRefusal */
export async function needPeople(filePath: string, words: CommandWords, io: CliIo): Promise<PeopleFile> {
  const result = await readPeople(filePath, words, io);
  if (result.kind === 'unreadable') throw new CliRefusal(result.file.notice.message);
  const { people } = result;
  for (const { message } of [...people.opened.notices, ...otherListNotices(people.table)]) io.say(message);
  if (people.offered !== null)
    throw new CliRefusal(
      `${offeredSentence(people, people.offered)} Nothing was done. Add --near-remembered to use them as last time, or --no-remembered for what is proposed.`,
    );
  return people;
}
