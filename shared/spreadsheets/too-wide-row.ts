// A row wider than any sheet, in words.
import { UnreadableFile } from './spreadsheet-reader';

/** What is said of a file with a row of more columns than a sheet can have. */
export function tooWideRow(rowNumber: number): UnreadableFile {
  return new UnreadableFile(
    'file-too-large',
    `Row ${rowNumber} of this file has more than 16,384 columns, more than any sheet can hold. Nothing was read. Look whether line ends are missing there, or leave out the columns that are not needed, and open the file again.`,
    rowNumber,
  );
}
