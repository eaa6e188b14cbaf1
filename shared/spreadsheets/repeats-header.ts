// A header that stands in the sheet once more, as on every page of a print.
import { headerText } from './header-text';
import { isBlank } from './sheet-rows';
import type { SheetRow } from './spreadsheet';

/** True where `row` has the header's texts in nearly all of its cells; case, accents and hyphens are not told apart. */
export function repeatsHeader(row: SheetRow, header: SheetRow): boolean {
  let named = 0;
  let same = 0;
  for (let column = 0; column < header.cells.length; column++) {
    const text = header.cells[column] ?? '';
    if (isBlank(text)) continue;
    named++;
    if (isSame(text, row.cells[column] ?? '')) same++;
    else if (named > 3 && same === 0) return false;
  }
  if (named === 1) return same === 1 && row.cells.filter((cell) => !isBlank(cell)).length === 1;
  return named >= 2 && same >= named * 0.8;
}

function isSame(one: string, other: string): boolean {
  if (one === other) return true;
  // Twice as long, and it is another text: spares the folding for nearly every cell of a large sheet.
  if (other.length > one.length * 2 || one.length > other.length * 2) return false;
  return headerText(one).replaceAll(' ', '') === headerText(other).replaceAll(' ', '');
}
