// Text whose quotes are written otherwise than Excel writes them: escaped by a backslash, behind a blank, single ones.
// Tried only where plain reading leaves its signs, and kept only where nothing odd is left then.
import { splitRows, type TextRows } from './split-rows';
import { UnreadableFile } from './spreadsheet-reader';

/** Rows that show how quotes are written. */
const lookedAt = 200;

/** The rows as whoever wrote them meant them. @throws UnreadableFile where a quote stays open in every dialect */
export function splitInDialect(text: string, delimiter: string): TextRows {
  let plain: TextRows | UnreadableFile;
  try {
    plain = splitRows(text, delimiter);
  } catch (error) {
    if (!(error instanceof UnreadableFile) || error.notice.kind !== 'unterminated-quote') throw error;
    plain = error;
  }
  const isOdd = plain instanceof UnreadableFile || plain.oddQuotes.length > 0;
  const otherwise =
    (isOdd && text.includes('\\"') ? withBackslashes(text, delimiter) : null) ??
    (!(plain instanceof UnreadableFile) && hasSpacedQuotes(plain) ? spaced(text, delimiter) : null) ??
    (/^\s*'/.test(text) && !(plain instanceof UnreadableFile) && hasSingleQuotes(plain)
      ? singleQuoted(text, delimiter)
      : null) ??
    (/^\s*[“„]/.test(text) && !(plain instanceof UnreadableFile) && hasCurlyQuotes(plain)
      ? attempt(text.replace(/[“”„]/g, '"'), delimiter)
      : null);
  if (otherwise !== null) return otherwise;
  if (plain instanceof UnreadableFile) throw plain;
  return plain;
}

/** True where rows that were split plainly are what their writer meant, whatever dialect the quotes might be in. */
export function isPlain(rows: TextRows, head: string): boolean {
  return rows.oddQuotes.length === 0 && !hasSpacedQuotes(rows) && /^\s*[^\s'“„]/.test(head);
}

/** Null where the text is odd so too. */
function attempt(text: string, delimiter: string): TextRows | null {
  try {
    const rows = splitRows(text, delimiter);
    return rows.oddQuotes.length === 0 ? rows : null;
  } catch {
    return null;
  }
}

/** `"Ann \"Annie\" Lee"`, as databases write it. A backslash stands for itself where it is doubled. */
function withBackslashes(text: string, delimiter: string): TextRows | null {
  return attempt(
    text.replace(/\\(["\\])/g, (_whole, sign: string) => (sign === '"' ? '""' : '\\')),
    delimiter,
  );
}

/** `"Ann", "Lee, Jr."`: half of the cells and more begin with a blank and a quote, or such quotes were parted, as in ` "Lee` and ` Jr."`. */
function hasSpacedQuotes({ rows }: TextRows): boolean {
  const cells = rows.slice(0, lookedAt).flatMap((row) => row.cells.slice(1));
  const spacedCount = cells.filter((cell) => /^ +"/.test(cell)).length;
  const isParted = (cell: string, index: number) =>
    /^ +"[^"]+$/.test(cell) && /^[^"]+"\s*$/.test(cells[index + 1] ?? '');
  return (
    spacedCount > 0 &&
    (spacedCount >= cells.filter((cell) => cell.trim() !== '').length / 2 || cells.some(isParted))
  );
}

function spaced(text: string, delimiter: string): TextRows | null {
  return attempt(text.replaceAll(new RegExp(`\\${delimiter} +"`, 'g'), `${delimiter}"`), delimiter);
}

/** `“Ann”,“Lee”`: a word processor has turned the quotes. */
function hasCurlyQuotes({ rows }: TextRows): boolean {
  const cells = rows.slice(0, lookedAt).flatMap((row) => row.cells.filter((cell) => cell.trim() !== ''));
  return cells.filter((cell) => /^[“„]|[“”]$/u.test(cell.trim())).length >= cells.length * 0.8;
}

/** `'Ann','O''Hara'`: nearly all cells stand in single quotes. */
function hasSingleQuotes({ rows }: TextRows): boolean {
  const cells = rows.slice(0, lookedAt).flatMap((row) => row.cells.filter((cell) => cell.trim() !== ''));
  const quoted = cells.filter((cell) => /^'|'$/.test(cell.trim())).length;
  return cells.length > 1 && quoted >= cells.length * 0.8;
}

function singleQuoted(text: string, delimiter: string): TextRows | null {
  const read = attempt(swapped(text), delimiter);
  if (read === null) return null;
  return { ...read, rows: read.rows.map((row) => ({ ...row, cells: row.cells.map(swapped) })) };
}

function swapped(text: string): string {
  return text.replace(/['"]/g, (quote) => (quote === '"' ? "'" : '"'));
}
