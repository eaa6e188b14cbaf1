// What is said of letters that are no longer in the file, or not in its encoding: they show as � and would be sent so.
// Never guesses what they were.
import type { FileNotice, SheetRow } from './spreadsheet';

/** What stands in place of bytes that are no letter. */
export const lostLetter = '\ufffd';

/** One notice for all such rows of a text, with the first of them; none where there are none. Never blocking. */
export function lostLetterNotice(rows: readonly SheetRow[]): readonly FileNotice[] {
  let first: number | null = null;
  let count = 0;
  for (const { rowNumber, cells } of rows) {
    if (!cells.some((cell) => cell.includes(lostLetter))) continue;
    first ??= rowNumber;
    count++;
  }
  if (first === null) return [];
  const where = count === 1 ? `Row ${first} has` : `${count} rows, the first is row ${first}, have`;
  return [
    {
      kind: 'letters-lost',
      blocking: false,
      rowNumber: first,
      message: `${where} letters that could not be read and show as �. Nothing was put in their place. Write them anew at the check, or get the file from its source once more.`,
    },
  ];
}
