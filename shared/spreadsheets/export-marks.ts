// What programs write into text files for what is nothing, or no plain letter: `\N` for an empty field, `&#39;` for an apostrophe.
// Never touches a workbook or a page, which say themselves what a cell shows, nor a sign that is not written to its end.
import { withoutEntities } from './html-entities';
import { hasText, toSheet } from './sheet-rows';
import type { Sheet, SheetRow } from './spreadsheet';

const ampersand = 0x26;
const backslash = 0x5c;

/** The sheet of a text file without such marks: nobody is called `O&#39;Hara`, and `\N` is how MySQL says that there is nothing. */
export function withoutExportMarks(sheet: Sheet, bytes: Uint8Array): Sheet {
  // Most files have none, which their bytes tell at once.
  if (!mayHold(bytes, ampersand, isEntityStart) && !mayHold(bytes, backslash, isNull)) return sheet;
  const rows = sheet.rows.map(withoutMarks);
  if (rows.every((row, index) => row === sheet.rows[index])) return sheet;
  return toSheet(
    sheet.name,
    sheet.visibility,
    rows.filter(({ cells }) => hasText(cells)),
  );
}

/** True where the sign stands in front of such a byte; of UTF-16 a zero lies between. */
function mayHold(bytes: Uint8Array, sign: number, isNext: (byte: number) => boolean): boolean {
  for (let at = bytes.indexOf(sign); at !== -1; at = bytes.indexOf(sign, at + 1))
    if (isNext(bytes[at + 1] || (bytes[at + 2] ?? 0))) return true;
  return false;
}

function isEntityStart(byte: number): boolean {
  const small = byte | 0x20;
  return byte === 0x23 || (small >= 0x61 && small <= 0x7a);
}

function isNull(byte: number): boolean {
  return byte === 0x4e;
}

function withoutMarks(row: SheetRow): SheetRow {
  return row.cells.some(isMarked) ? { ...row, cells: row.cells.map(plain) } : row;
}

function isMarked(cell: string): boolean {
  return cell === '\\N' || (cell.includes('&') && plain(cell) !== cell);
}

function plain(cell: string): string {
  if (cell === '\\N') return '';
  return cell.replace(/&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,9});/gi, (reference) => {
    const letter = withoutEntities(reference);
    // Signs that nobody sees are left as they are written, where they are seen.
    return /^[\0-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]$/.test(letter) ? reference : letter;
  });
}
