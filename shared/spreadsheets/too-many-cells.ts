// What is said of a sheet that spreads over more cells than memory is meant for. Such a file is not read in part.
import { UnreadableFile } from './spreadsheet-reader';

/** The error for a worksheet with more cells, gaps counted, than are read. */
export function tooManyCells(): UnreadableFile {
  return new UnreadableFile(
    'file-too-large',
    'A sheet of this workbook spreads over more than 30 million cells. Nothing was read. Copy the rows and columns you need into a new workbook and open that one.',
  );
}
