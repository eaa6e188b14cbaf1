// A file on disk → the table of people that is meant, and which column is what. The same readers, finders and mappers as in the window.
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { recallHeaderRow } from '../../shared/mappings/recall-header-row';
import type { Mapping } from '../../shared/operations/mapping';
import { bestSheet } from '../../shared/spreadsheets/best-sheet';
import { findTable } from '../../shared/spreadsheets/find-table';
import { openSpreadsheet } from '../../shared/spreadsheets/open-spreadsheet';
import type { FileNotice, OpenedSpreadsheet, Sheet, Table } from '../../shared/spreadsheets/spreadsheet';
import { chooseMapping, type KnownMappings, readKnownMappings } from './choose-mapping';
import type { CliIo } from './cli-io';
import { CliRefusal } from './cli-refusal';
import { parseHeaderPairs, readNumberFlag } from './flag-values';
import type { CommandWords, FlagKind } from './parse-arguments';

/** The flags that say how a file is read. */
export const fileFlags = {
  sheet: 'value',
  'header-row': 'value',
  map: 'values',
  mapping: 'value',
  'no-remembered': 'switch',
} as const satisfies Record<string, FlagKind>;

/** What `openSpreadsheet` takes at most; more is not even brought into memory. */
const maxFileBytes = 100 * 1024 ** 2;
/** Excel's last row. */
const lastRow = 1_048_576;

export interface PeopleFile {
  readonly opened: OpenedSpreadsheet;
  readonly sheet: Sheet;
  readonly table: Table;
  readonly mapping: Mapping;
  /** Hex, of the file's bytes. */
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

/** Opens the file, picks the sheet and its header, and maps the columns as the flags say. @throws CliRefusal */
export async function readPeople(filePath: string, words: CommandWords, io: CliIo): Promise<ReadFile> {
  const pairs = parseHeaderPairs(words.values('map'));
  const headerRow = readNumberFlag(words, 'header-row', 0, lastRow);
  const known = await readKnownMappings(words, io);
  const bytes = await readBytes(filePath);
  const opened = await openSpreadsheet({ fileName: path.basename(filePath), bytes });
  const blocking = opened.notices.find((notice) => notice.blocking);
  if (blocking !== undefined)
    return {
      kind: 'unreadable',
      file: { fileName: opened.fileName, notice: blocking, emptyTable: opened.emptyTable ?? null },
    };
  const sheet = pickSheet(opened, words.value('sheet'));
  const table = pickTable(sheet, headerRow, known);
  if (table.rows.length === 0)
    throw new CliRefusal(
      `There is nobody below row ${headerRow ?? table.headerRow ?? 1}. Nothing was done. Choose another --header-row or --sheet.`,
    );
  const chosen = chooseMapping(table, known, pairs);
  if (chosen.mappingFrom === 'remembered')
    io.say('The columns are used as last time. --no-remembered proposes them anew.');
  return {
    kind: 'read',
    people: {
      opened,
      sheet,
      table,
      mapping: chosen.mapping,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    },
  };
}

async function readBytes(filePath: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(filePath);
    if (size > maxFileBytes)
      throw new CliRefusal(
        `${filePath} is larger than 100 MB. Nothing was read. Part the list into smaller files.`,
      );
    return new Uint8Array(await readFile(filePath));
  } catch (error) {
    if (error instanceof CliRefusal) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const why =
      code === 'ENOENT'
        ? 'there is no such file'
        : code === 'EISDIR'
          ? 'it is a folder'
          : code === 'EACCES'
            ? 'reading it is not allowed'
            : `the system says ${code || 'no'}`;
    throw new CliRefusal(`${filePath} cannot be read: ${why}. Nothing was done.`);
  }
}

function pickSheet(opened: OpenedSpreadsheet, name: string | null): Sheet {
  if (name === null) {
    const best = bestSheet(opened) ?? opened.sheets.find(({ rows }) => rows.length > 0);
    if (best === undefined) throw new CliRefusal(`${opened.fileName} has no row. Nothing was done.`);
    return best;
  }
  const wanted = name.trim().toLowerCase();
  const sheet =
    opened.sheets.find((one) => one.name === name) ??
    opened.sheets.find((one) => one.name?.trim().toLowerCase() === wanted);
  if (sheet !== undefined) return sheet;
  const names = opened.sheets.flatMap((one) => one.name ?? []);
  throw new CliRefusal(
    names.length === 0
      ? `${opened.fileName} is a text file and has no sheets. Nothing was done. Leave out --sheet.`
      : `There is no sheet with that name. Nothing was done. ${opened.fileName} has: ${names.join(', ')}.`,
  );
}

/** Below the row that is named, or the one that is remembered, or the one that looks like a header. */
function pickTable(sheet: Sheet, headerRow: number | null, known: KnownMappings): Table {
  if (headerRow !== null) return findTable(sheet, headerRow === 0 ? null : headerRow);
  const table = findTable(sheet, 'auto');
  const remembered = recallHeaderRow(sheet, table, known.mappings);
  return remembered === null ? table : findTable(sheet, remembered);
}
