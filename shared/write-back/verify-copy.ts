// The look at a copy before anybody gets it: opened by our own reader, every old cell must be the same, and ours must read as they were meant.
// Never lets a copy pass that could not be opened again.

import { toCellText } from '../spreadsheets/cell-text';
import { decodeText } from '../spreadsheets/decode-text';
import { guardFormula } from '../spreadsheets/formula-guard';
import { openSpreadsheet } from '../spreadsheets/open-spreadsheet';
import type { OpenedSpreadsheet, Sheet, SheetRow } from '../spreadsheets/spreadsheet';
import { toXlsxText } from '../spreadsheets/xlsx-text';
import { packedBytesOf, readZipDirectory } from '../spreadsheets/zip-directory';
import { createTextEncoding } from './encode-text';
import type { PatchedFile } from './patch-workbook';
import type { SheetAdditions } from './write-back-order';
import { copyDiffers } from './write-back-refused';

/** A copy with what went into it. */
export interface CopyToVerify {
  readonly source: OpenedSpreadsheet;
  readonly sheetIndex: number;
  readonly additions: SheetAdditions;
  readonly patched: PatchedFile;
}

/** @throws WriteBackRefused where anything is not as it should be; AbortError once `signal` is aborted. */
export async function verifyCopy(
  { source, sheetIndex, additions, patched }: CopyToVerify,
  options: { signal?: AbortSignal; onProgress?: (fraction: number) => void } = {},
): Promise<void> {
  const { reading } = source;
  const { bytes } = patched;
  const copy = await openSpreadsheet({ fileName: source.fileName, bytes }, reading ?? {}, options);
  if (copy.notices.some(({ blocking }) => blocking)) throw copyDiffers('it could not be opened again');
  if (copy.sheets.length !== source.sheets.length) throw copyDiffers('its sheets were not the same');
  const toShown = reading === null ? toWorkbookText : textShownIn(reading.encoding);
  source.sheets.forEach((sheet, index) => {
    const other = copy.sheets[index];
    if (other === undefined || other.name !== sheet.name || other.visibility !== sheet.visibility)
      throw copyDiffers('its sheets were not the same');
    const added = index === sheetIndex ? toTexts(additions, toShown) : new Map<number, readonly string[]>();
    compareSheets(sheet, other, added, patched.firstColumn);
  });
}

/** Every part but those that were patched has the bytes that it had. @throws WriteBackRefused */
export function verifyParts(source: Uint8Array, copy: Uint8Array, changedParts: ReadonlySet<string>): void {
  const before = readZipDirectory(source);
  const after = readZipDirectory(copy);
  const isSame = before.every((entry, index) => {
    const other = after[index];
    return (
      other?.name === entry.name &&
      (changedParts.has(entry.name) ||
        (other.checksum === entry.checksum &&
          sameBytes(packedBytesOf(source, entry), packedBytesOf(copy, other))))
    );
  });
  if (!isSame || after.length !== before.length) throw copyDiffers('another part of it had changed');
}

function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}

/** What is to be read in our columns, by row. */
function toTexts(
  { headerRow, columns, rows }: SheetAdditions,
  toShown: (text: string) => string,
): ReadonlyMap<number, readonly string[]> {
  const texts = new Map<number, readonly string[]>();
  for (const [rowNumber, values] of rows)
    texts.set(
      rowNumber,
      values.map((value) => (value.kind === 'none' ? '' : toShown(value.text))),
    );
  if (headerRow !== null)
    texts.set(
      headerRow,
      columns.map(({ header }) => toShown(header)),
    );
  return texts;
}

function compareSheets(
  before: Sheet,
  after: Sheet,
  added: ReadonlyMap<number, readonly string[]>,
  firstColumn: number,
): void {
  const old = new Map(before.rows.map((row) => [row.rowNumber, row]));
  let seen = 0;
  for (const row of after.rows) {
    const was = old.get(row.rowNumber);
    const ours = added.get(row.rowNumber);
    if (was !== undefined) seen++;
    else if (ours === undefined) throw copyDiffers(`row ${row.rowNumber} was new`);
    if (!isAsMeant(row, was, ours ?? [], firstColumn))
      throw copyDiffers(`row ${row.rowNumber} did not read as it should`);
  }
  if (seen !== before.rows.length) throw copyDiffers('rows were missing');
}

function isAsMeant(
  { cells, hidden, links }: SheetRow,
  was: SheetRow | undefined,
  ours: readonly string[],
  firstColumn: number,
): boolean {
  const width = Math.max(cells.length, was?.cells.length ?? 0, firstColumn + ours.length);
  for (let column = 0; column < width; column++) {
    const meant = (column < firstColumn ? was?.cells[column] : ours[column - firstColumn]) ?? '';
    if ((cells[column] ?? '') !== meant) return false;
  }
  const oldLinks = [...(was?.links ?? [])];
  return (
    hidden === (was?.hidden ?? false) &&
    oldLinks.length === (links?.size ?? 0) &&
    oldLinks.every(([column, target]) => links?.get(column) === target)
  );
}

function toWorkbookText(text: string): string {
  return toCellText(toXlsxText(text));
}

/** As a text file of this encoding gives it back. */
function textShownIn(encoding: string): (text: string) => string {
  const writer = createTextEncoding(encoding);
  return (text) => {
    const guarded = guardFormula(text).replace(/\r\n?/g, '\n');
    return encoding === 'utf-8' ? guarded.normalize('NFC') : decodeText(writer.encode(guarded), encoding);
  };
}
