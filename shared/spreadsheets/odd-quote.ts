// What is said of quotation marks that stand where none belongs: rows may have been read as one.
import type { FileNotice } from './spreadsheet';

/** One notice for all such rows, with the first of them; none where there are no such rows. Never blocking. */
export function oddQuoteNotice(rowNumbers: readonly number[]): readonly FileNotice[] {
  const [first] = rowNumbers;
  if (first === undefined) return [];
  const others = rowNumbers.length - 1;
  const rows = others === 0 ? '' : others === 1 ? ' (and 1 more row)' : ` (and ${others} more rows)`;
  return [
    {
      kind: 'odd-quote',
      blocking: false,
      rowNumber: first,
      message: `In row ${first}${rows} a quotation mark (") stands where none belongs, so cells or rows may have been read as one. All text was kept. Look at row ${first}; where it is wrong, correct the mark in the file and open it again.`,
    },
  ];
}
