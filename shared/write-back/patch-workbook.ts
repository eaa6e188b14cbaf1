// Columns put into one sheet of an XLSX or XLSM file. Never goes through a workbook library: the sheet and the list of looks are patched,
// and every other part keeps its bytes, packed as they are.

import { inflateHead } from '../spreadsheets/inflate';
import { scanPart } from '../spreadsheets/scan-part';
import { columnLetter, maxColumnCount } from '../spreadsheets/sheet-rows';
import type { ReadingSteps } from '../spreadsheets/spreadsheet-reader';
import { isUtf8, unpackWhole } from '../spreadsheets/unpack-part';
import { WorkbookArchive } from '../spreadsheets/workbook-archive';
import { packedBytesOf, readZipDirectory, type ZipEntry } from '../spreadsheets/zip-directory';
import { toCellMarkup, toSerialDay } from './cell-markup';
import { LookBook } from './look-book';
import { type PackedPart, PartPacker, packWhole } from './pack-part';
import { type SheetPatch, SheetPatcher } from './patch-sheet';
import { patchZip } from './patch-zip';
import { surveyObjects } from './survey-objects';
import { SheetSurvey } from './survey-sheet';
import type { SheetAdditions, WriteBackValue } from './write-back-order';
import { WriteBackRefused } from './write-back-refused';

/** An XML part says in its first line how it is written. */
const headBytes = 200;

/** Which sheet, by its place among those with cells, and where its table ends. */
export interface WorkbookPlace {
  readonly sheetIndex: number;
  /** 0-based: the last column of the recruiter's table. */
  readonly lastTableColumn: number;
}

export interface PatchedFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** 0-based: where our columns begin. */
  readonly firstColumn: number;
  /** What the recruiter should know of the copy, a sentence each. */
  readonly notices: readonly string[];
}

export interface PatchedWorkbook extends PatchedFile {
  /** Names of the parts that are not as they were. */
  readonly changedParts: ReadonlySet<string>;
}

/** @throws WriteBackRefused where there is no room; UnreadableFile, BadXml where the file is damaged. */
export async function patchWorkbook(
  bytes: Uint8Array,
  place: WorkbookPlace,
  additions: SheetAdditions,
  steps: ReadingSteps,
): Promise<PatchedWorkbook> {
  const archive = new WorkbookArchive(bytes, readZipDirectory(bytes));
  const { worksheets, startsIn1904, styles } = await archive.readContents();
  const sheet = worksheets[place.sheetIndex];
  if (sheet === undefined) throw new Error('There is no such sheet.');
  const entry = archive.needPart(sheet.partName);
  for (const part of styles === null ? [entry] : [entry, styles]) refuseForeign(bytes, part);
  const rowNumbers = [...additions.rows.keys()];
  const firstRow = rowNumbers.reduce((least, one) => Math.min(least, one), Number.POSITIVE_INFINITY);
  const lastRow = rowNumbers.reduce((most, one) => Math.max(most, one), additions.headerRow ?? 1);
  const survey = new SheetSurvey(additions.headerRow, firstRow, lastRow);
  await scanPart(bytes, entry, survey, steps, [0, 0.3]);
  const objects = await surveyObjects(archive, sheet.partName);
  for (const range of objects.ranges) survey.reach(range);
  const firstColumn = Math.max(survey.usedColumns, objects.drawnColumns, place.lastTableColumn + 1);
  const lastColumn = firstColumn + additions.columns.length - 1;
  if (lastColumn >= maxColumnCount) throw noRoom(firstColumn);

  const looks = styles === null ? null : new LookBook(await unpackWhole(bytes, styles));
  const patch: SheetPatch = {
    firstColumn,
    lastColumn,
    firstRow: Math.min(additions.headerRow ?? firstRow, firstRow),
    lastRow,
    widths: additions.columns.map(({ width }, index) => ({ column: firstColumn + index, width })),
    besideColumn: place.lastTableColumn,
    neededRows: additions.headerRow === null ? [] : [additions.headerRow],
    ...toOurCells(additions, firstColumn, {
      looks: looks?.canAdd === true ? looks : null,
      headerStyle: leftOf(survey.headerStyles, place.lastTableColumn, () => true),
      usualStyle: leftOf(
        survey.firstRowStyles,
        place.lastTableColumn,
        (style) => looks?.isUnderlined(style) === false,
      ),
      startsIn1904,
    }),
  };
  const packer = new PartPacker();
  await scanPart(bytes, entry, new SheetPatcher(patch, packer), steps, [0.3, 1]);
  const changes = new Map<ZipEntry, PackedPart>([[entry, await packer.end()]]);
  const newLooks = looks?.toBytes() ?? null;
  if (styles !== null && newLooks !== null) changes.set(styles, await packWhole(newLooks));
  return {
    bytes: patchZip(bytes, archive.entries, changes),
    firstColumn,
    changedParts: new Set([...changes.keys()].map(({ name }) => name)),
    notices: toNotices(archive, survey.hasFilter || objects.hasTable),
  };
}

interface Looks {
  readonly looks: LookBook | null;
  /** Of the header's cell beside ours. */
  readonly headerStyle: number;
  /** For rows that have no cell beside ours. */
  readonly usualStyle: number;
  readonly startsIn1904: boolean;
}

function toOurCells(
  { headerRow, columns, rows }: SheetAdditions,
  firstColumn: number,
  { looks, headerStyle, usualStyle, startsIn1904 }: Looks,
): Pick<SheetPatch, 'isOurs' | 'toCells'> {
  const toBodyCell = (value: WriteBackValue, prefix: string, column: number, row: number, beside: number) => {
    if (value.kind === 'none') return '';
    const isDate = value.kind === 'time' && looks !== null;
    return toCellMarkup(
      prefix,
      column,
      row,
      looks === null ? null : looks.lookBeside(beside, isDate ? 'time' : 'text'),
      isDate
        ? { kind: 'number', value: toSerialDay(value.text, startsIn1904) }
        : { kind: 'text', text: value.text },
    );
  };
  return {
    isOurs: (rowNumber) => rowNumber === headerRow || rows.has(rowNumber),
    toCells: (rowNumber, prefix, beside) =>
      rowNumber === headerRow
        ? columns
            .map(({ header }, index) =>
              toCellMarkup(prefix, firstColumn + index, rowNumber, headerStyle, {
                kind: 'text',
                text: header,
              }),
            )
            .join('')
        : (rows.get(rowNumber) ?? [])
            .map((value, index) =>
              toBodyCell(value, prefix, firstColumn + index, rowNumber, beside ?? usualStyle),
            )
            .join(''),
  };
}

/** The style of the nearest cell at or left of a column that will do; 0 where there is none. */
function leftOf(
  styles: ReadonlyMap<number, number>,
  from: number,
  willDo: (style: number) => boolean,
): number {
  for (let column = from; column >= 0; column--) {
    const style = styles.get(column);
    if (style !== undefined && willDo(style)) return style;
  }
  return 0;
}

/** @throws WriteBackRefused where a part is not UTF-8: it is read translated, and would go back under the wrong name. */
function refuseForeign(bytes: Uint8Array, entry: ZipEntry): void {
  const packed = packedBytesOf(bytes, entry);
  const head = entry.method === 0 ? packed : inflateHead(packed, headBytes);
  if (head !== null && isUtf8(head.subarray(0, headBytes))) return;
  throw new WriteBackRefused(
    'This workbook is not written in UTF-8, as sheet programs write theirs. Nothing was saved. Open it in Excel, save it there, and choose it here again.',
  );
}

function toNotices(archive: WorkbookArchive, hasFilter: boolean): string[] {
  const notices: string[] = [];
  if (hasFilter)
    notices.push(
      'The table in this sheet has a filter of its own, and the new columns stand beside it. Before you sort by its buttons, let the table or the filter take in the new columns, or they stay where they are while the others move.',
    );
  if (archive.entries.some(({ name }) => /^\/?_xmlsignatures\//i.test(name)))
    notices.push(
      'Your workbook is signed. The copy is not what was signed, so Excel will say that its signature is not valid.',
    );
  return notices;
}

function noRoom(firstColumn: number): WriteBackRefused {
  return new WriteBackRefused(
    `Your sheet is used up to column ${columnLetter(Math.min(firstColumn, maxColumnCount) - 1)}, so there is no room to the right of it. Nothing was saved. Use Save as XLSX, or delete what stands far to the right and choose the workbook here.`,
  );
}
