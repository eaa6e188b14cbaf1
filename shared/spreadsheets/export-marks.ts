// What programs write into text files for what is nothing, or no plain letter: `\N` for an empty field, `&#39;` for an apostrophe.
// Never touches a workbook or a page, which say themselves what a cell shows, nor a sign that is not written to its end.
import { withoutEntities } from './html-entities';

/** The cell of a text file without such marks: nobody is called `O&#39;Hara`, and `\N` is how MySQL says that there is nothing. */
export function withoutExportMarks(cell: string): string {
  if (cell === '\\N') return '';
  if (!cell.includes('&')) return cell;
  return cell.replace(/&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,9});/gi, (reference) => {
    const letter = withoutEntities(reference).replace('\u00a0', ' ');
    // Signs that nobody sees are left as they are written, where they are seen.
    return /^[\0-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]$/.test(letter) ? reference : letter;
  });
}

/** The longest of the references below, with its sign. */
const longestReference = 9;

/** True where a semicolon at `at` is the end of a reference, as in `O&#39;Hara`, and parts no cells. */
export function endsReference(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - longestReference), at);
  return /&(?:#\d{1,6}|#x[\da-f]{1,6}|amp|apos|quot|nbsp)$/i.test(before);
}
