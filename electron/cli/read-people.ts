// A file on disk → the table of people that is meant, and which column is what. The same readers, finders and mappers as in the window.
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { assignColumn, mappingByHeaders } from '../../shared/operations/change-mapping';
import type { Mapping } from '../../shared/operations/mapping';
import { proposeMapping } from '../../shared/operations/propose-mapping';
import { bestSheet } from '../../shared/spreadsheets/best-sheet';
import { findTable } from '../../shared/spreadsheets/find-table';
import { openSpreadsheet } from '../../shared/spreadsheets/open-spreadsheet';
import type { FileNotice, OpenedSpreadsheet, Sheet, Table } from '../../shared/spreadsheets/spreadsheet';
import { CliRefusal } from './cli-refusal';
import { type HeaderPair, parseHeaderPairs, readNumberFlag } from './flag-values';
import type { CommandWords, FlagKind } from './parse-arguments';

/** The flags that say how a file is read. */
export const fileFlags = { sheet: 'value', 'header-row': 'value', map: 'values' } as const satisfies Record<
  string,
  FlagKind
>;

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
export async function readPeople(filePath: string, words: CommandWords): Promise<ReadFile> {
  const pairs = parseHeaderPairs(words.values('map'));
  const headerRow = readNumberFlag(words, 'header-row', 0, lastRow);
  const bytes = await readBytes(filePath);
  const opened = await openSpreadsheet({ fileName: path.basename(filePath), bytes });
  const blocking = opened.notices.find((notice) => notice.blocking);
  if (blocking !== undefined)
    return {
      kind: 'unreadable',
      file: { fileName: opened.fileName, notice: blocking, emptyTable: opened.emptyTable ?? null },
    };
  const sheet = pickSheet(opened, words.value('sheet'));
  const table = findTable(sheet, headerRow === null ? 'auto' : headerRow === 0 ? null : headerRow);
  if (table.rows.length === 0)
    throw new CliRefusal(
      `There is nobody below row ${headerRow ?? table.headerRow ?? 1}. Nothing was done. Choose another --header-row or --sheet.`,
    );
  return {
    kind: 'read',
    people: {
      opened,
      sheet,
      table,
      mapping: toMapping(table, pairs),
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

/** The proposal, with the columns that were named put in the place of the proposed ones. */
function toMapping(table: Table, pairs: readonly HeaderPair[]): Mapping {
  let { mapping } = proposeMapping(table);
  for (const { header, field } of pairs) {
    const named = mappingByHeaders(table, [{ header, field }]);
    if ('unknownHeader' in named) {
      const headers = table.columns.map((column) => (column.header === '' ? column.letter : column.header));
      throw new CliRefusal(
        `There is no column “${header}”. Nothing was done. The columns are: ${headers.join(', ')}.`,
      );
    }
    const column = named.columns[field];
    if (column !== undefined) mapping = assignColumn(mapping, column, field);
  }
  return mapping;
}
