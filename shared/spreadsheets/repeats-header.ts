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
  return (
    isSameAscii(one, other) ?? headerText(one).replaceAll(' ', '') === headerText(other).replaceAll(' ', '')
  );
}

/**
 * What folding both texts would say, by their characters: nearly every cell differs from the header in its first one. Null where
 * a character outside ASCII comes before the first difference.
 */
function isSameAscii(one: string, other: string): boolean | null {
  let place = 0;
  let otherPlace = 0;
  for (;;) {
    const code = foldedAt(one, place);
    const otherCode = foldedAt(other, otherPlace);
    if (code === skipped) place++;
    else if (otherCode === skipped) otherPlace++;
    else if (code === foreign || otherCode === foreign) return null;
    else if (code !== otherCode) return false;
    else if (code === atEnd) return true;
    else {
      place++;
      otherPlace++;
    }
  }
}

const atEnd = -1;
const skipped = -2;
const foreign = -3;

/** The character that `headerText` keeps of this one: small letters, digits and #. */
function foldedAt(text: string, place: number): number {
  if (place >= text.length) return atEnd;
  const code = text.charCodeAt(place);
  if (code >= 0x80) return foreign;
  if (code >= 0x41 && code <= 0x5a) return code | 0x20;
  const isKept = (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39) || code === 0x23;
  return isKept ? code : skipped;
}
