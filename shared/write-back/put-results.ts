// Results of a run put into a copy of the recruiter's own file: the file opened, its rows matched, columns added, the copy opened again and compared.
// Never changes the file itself, and never gives out a copy that was not compared.
import type { BatchSource } from '../operations/batch';
import { fileKind } from '../spreadsheets/file-kind';
import { openSpreadsheet } from '../spreadsheets/open-spreadsheet';
import { toReadingSteps, UnreadableFile } from '../spreadsheets/spreadsheet-reader';
import { BadXml } from '../spreadsheets/xml-scanner';
import { type CopyName, toCopyName } from './copy-name';
import { matchRows } from './match-rows';
import { patchText } from './patch-text';
import { type PatchedFile, patchWorkbook } from './patch-workbook';
import { verifyCopy, verifyParts } from './verify-copy';
import type { SheetAdditions, WriteBackOrder, WriteBackRow } from './write-back-order';
import { WriteBackRefused } from './write-back-refused';

/** The file that results go into. */
export interface FileToFill {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** Hex. */
  readonly sha256: string;
}

/** A copy that was compared with the file. */
export interface FilledCopy {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** How many rows of the run have their result in it. */
  readonly rowCount: number;
  /** Rows of the run, by their numbers then, that are not in the file or not there alone. */
  readonly missing: readonly number[];
  /** What to know of the copy, a sentence each. */
  readonly notices: readonly string[];
  readonly name: CopyName;
}

/**
 * @throws WriteBackRefused with the sentence for the screen; AbortError once `signal` is aborted. `onProgress` gets 0–1.
 */
export async function putResults(
  file: FileToFill,
  { source, columns }: WriteBackOrder,
  rows: readonly WriteBackRow[],
  options: { signal?: AbortSignal; onProgress?: (fraction: number) => void } = {},
): Promise<FilledCopy> {
  try {
    return await fill(file, source, { columns, rows }, options);
  } catch (error) {
    if (error instanceof UnreadableFile) throw new WriteBackRefused(error.message);
    if (error instanceof BadXml)
      throw new WriteBackRefused(
        'This workbook is damaged inside. Nothing was saved. Open it in Excel, save it there, and choose it here again.',
      );
    throw error;
  }
}

async function fill(
  { fileName, bytes, sha256 }: FileToFill,
  source: BatchSource,
  { columns, rows }: { readonly columns: WriteBackOrder['columns']; readonly rows: readonly WriteBackRow[] },
  { signal, onProgress }: { signal?: AbortSignal; onProgress?: (fraction: number) => void },
): Promise<FilledCopy> {
  const share = (from: number, to: number) => ({
    ...(signal !== undefined && { signal }),
    onProgress: (fraction: number) => onProgress?.(from + (to - from) * fraction),
  });
  const isSameFile = sha256 === source.sha256;
  refuseOtherKinds(bytes, fileName);
  const opened = await openSpreadsheet(
    { fileName, bytes },
    (isSameFile ? source.reading : undefined) ?? {},
    share(0, 0.3),
  );
  const blocking = opened.notices.find((notice) => notice.blocking);
  if (blocking !== undefined) throw new WriteBackRefused(blocking.message);
  const matched = matchRows(opened, source, rows, isSameFile);
  const additions: SheetAdditions = withoutEmptyColumns({ ...matched, columns });
  const patched: PatchedFile & { readonly changedParts?: ReadonlySet<string> } =
    opened.reading === null || opened.reading.delimiter === null
      ? await patchWorkbook(bytes, matched, additions, toReadingSteps(share(0.3, 0.7)))
      : patchText(bytes, { ...opened.reading, delimiter: opened.reading.delimiter }, additions);
  if (patched.changedParts !== undefined) verifyParts(bytes, patched.bytes, patched.changedParts);
  await verifyCopy({ source: opened, sheetIndex: matched.sheetIndex, additions, patched }, share(0.7, 1));
  return {
    bytes: patched.bytes,
    rowCount: matched.rows.size,
    missing: matched.missing,
    notices: patched.notices,
    name: toCopyName(fileName, opened.reading !== null),
  };
}

/** @throws WriteBackRefused for files that are read, but not written. */
function refuseOtherKinds(bytes: Uint8Array, fileName: string): void {
  const kind = fileKind(bytes);
  if (kind === 'workbook' || kind === 'text') return;
  const what =
    kind === 'html'
      ? 'a web page, whatever its name says'
      : kind === 'old-workbook'
        ? 'a workbook of Excel 97–2003 (.xls)'
        : kind === 'batch-file'
          ? 'a batch file'
          : 'an OpenDocument spreadsheet (.ods)';
  const instead =
    kind === 'batch-file'
      ? 'Choose the spreadsheet that the batch was prepared from'
      : 'Open it in Excel, save it as .xlsx and choose that file';
  throw new WriteBackRefused(
    `${fileName} is ${what}, and results can be put into .xlsx, .xlsm, .csv and .tsv files only. Nothing was saved. ${instead}, or use Save as XLSX for a workbook of its own.`,
  );
}

/** The first column is the outcome and always has something; one that nobody has anything in would only be in the way. */
function withoutEmptyColumns({ headerRow, columns, rows }: SheetAdditions): SheetAdditions {
  const isKept = columns.map((_, index) =>
    [...rows.values()].some((values) => (values[index]?.kind ?? 'none') !== 'none'),
  );
  const keep = <Thing>(things: readonly Thing[]) => things.filter((_, index) => isKept[index]);
  return {
    headerRow,
    columns: keep(columns),
    rows: new Map([...rows].map(([rowNumber, values]) => [rowNumber, keep(values)])),
  };
}
