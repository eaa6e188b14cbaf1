// A cell longer than any sheet program keeps, in words.
import type { FileNotice } from './spreadsheet';

/** What is said of a cell that no sheet program could hold. */
export function tooLongCell(rowNumber: number): FileNotice {
  return {
    kind: 'cell-too-long',
    blocking: false,
    rowNumber,
    message: `A cell in row ${rowNumber} holds more than 32,767 characters, more than Excel keeps. The row was read; look whether a quotation mark is missing there.`,
  };
}
