// A file on disk → the sheet and the table that are meant. The same readers and finders as in the window.
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { recallHeaderRow } from '../../shared/mappings/recall-header-row';
import { bestSheet } from '../../shared/spreadsheets/best-sheet';
import { findTable } from '../../shared/spreadsheets/find-table';
import { openSpreadsheet } from '../../shared/spreadsheets/open-spreadsheet';
import type { FileNotice, OpenedSpreadsheet, Sheet, Table } from '../../shared/spreadsheets/spreadsheet';
import type { KnownMappings } from './choose-mapping';
import { CliRefusal } from './cli-refusal';
import { readNumberFlag } from './flag-values';
import type { CommandWords } from './parse-arguments';

/** What `openSpreadsheet` takes at most; more is not even brought into memory. */
const maxFileBytes = 100 * 1024 ** 2;
/** Excel's last row. */
const lastRow = 1_048_576;

/** A file that was opened, before a sheet of it is chosen. */
export interface OpenedFile {
  readonly opened: OpenedSpreadsheet;
  /** Hex, of the file's bytes. */
  readonly sha256: string;
  /** Why nothing could be read; null where it could. */
  readonly blocking: FileNotice | null;
}

/** @throws CliRefusal where the file cannot be had; one that says nothing that could be read comes back with `blocking`. */
export async function openFile(filePath: string): Promise<OpenedFile> {
  const bytes = await readBytes(filePath);
  const opened = await openSpreadsheet({ fileName: path.basename(filePath), bytes });
  return {
    opened,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    blocking: opened.notices.find((notice) => notice.blocking) ?? null,
  };
}

/** The sheet and header that the flags name, or that look most like people. @throws CliRefusal also where nobody stands there. */
export function chooseTable(
  opened: OpenedSpreadsheet,
  words: CommandWords,
  known: KnownMappings,
): { readonly sheet: Sheet; readonly table: Table } {
  const headerRow = readNumberFlag(words, 'header-row', 0, lastRow);
  const sheet = pickSheet(opened, words.value('sheet'));
  const table = pickTable(sheet, headerRow, known);
  if (table.rows.length === 0)
    throw new CliRefusal(
      `There is nobody below row ${headerRow ?? table.headerRow ?? 1}. Nothing was done. Choose another --header-row or --sheet.`,
    );
  return { sheet, table };
}

/** @throws CliRefusal where the file cannot be had. */
export async function readBytes(filePath: string): Promise<Uint8Array> {
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
