// Text to rows of cells, the way Excel reads it: RFC 4180, and where quotes are damaged, what Excel makes of them.
// Never merges two rows because their line ends differ, never hides an open quote, and says where a quote looks wrong.
import { endsReference, nullMark } from './export-marks';
import { RepeatedTexts } from './repeated-texts';
import { hasText, hasTooLong, isBlank, maxCellLength, maxColumnCount, widened } from './sheet-rows';
import type { SheetRow } from './spreadsheet';
import { UnreadableFile } from './spreadsheet-reader';
import { tooWideRow } from './too-wide-row';

/** The rows of a text, and what was odd about them. Row numbers are Excel's. */
export interface TextRows {
  /** Rows that show something; blank ones are left out, their numbers are not reused. */
  readonly rows: SheetRow[];
  /** The width of the widest row, empty cells at the end not counted. */
  readonly columnCount: number;
  /** True where a row came as one cell. */
  readonly hasSingleCells: boolean;
  /** Rows with a cell longer than Excel keeps. */
  readonly tooLong: readonly number[];
  /** Rows with text behind the quote that closes a cell, or with rows of other people inside a quoted cell. */
  readonly oddQuotes: readonly number[];
}

/** The rows of a text, and how far it reaches. */
export interface SplitText extends TextRows {
  /** The number of the row that would follow. */
  readonly nextRowNumber: number;
  /** Cells of all rows, blank ones too. */
  readonly cellCount: number;
  /** Where the row starts that goes on behind the text; the text's length where none does. */
  readonly restFrom: number;
}

/**
 * CR, LF and CRLF are all row ends, mixed in one file too; inside quotes they become LF, as Excel shows them.
 * A cell that begins with a quote ends at the next single quote; text between that and the delimiter belongs to the cell.
 * The first row is `firstRowNumber`. Of a piece with more to come (`goesOn`), the row whose quote stays open is left as the rest.
 * @throws UnreadableFile `unterminated-quote` where a quote stays open up to the end of the file.
 */
export function splitRows(text: string, delimiter: string, firstRowNumber = 1, goesOn = false): SplitText {
  const rows: SheetRow[] = [];
  const tooLong: number[] = [];
  const oddQuotes: number[] = [];
  const length = text.length;
  // Cells are gathered here and copied out: an array that grows by itself would keep room for sixteen.
  const gathered: string[] = [];
  let cellCount = 0;
  let allCells = 0;
  let rowNumber = firstRowNumber;
  let rowStart = 0;
  let index = 0;
  // The next of each is searched once and kept until it is passed: most rows hold many cells, many files no quote.
  let nextDelimiter = indexOr(text, delimiter, 0);
  let nextLf = indexOr(text, '\n', 0);
  let nextCr = indexOr(text, '\r', 0);
  let columnCount = 0;
  let hasSingleCells = false;
  let isOdd = false;
  const hasReferences = delimiter === ';' && text.includes('&');
  while (index < length) {
    const firstCode = text.charCodeAt(index);
    // Files that were put together have the mark of the second one in front of its first row.
    if (firstCode === markCode && index === rowStart) {
      index++;
      continue;
    }
    const isQuoted = firstCode === quoteCode;
    let cell = '';
    if (isQuoted) {
      const end = closingQuote(text, index + 1);
      if (end === -1 && goesOn) break;
      if (end === -1) throw openQuote(rowNumber, oddQuotes[0]);
      cell = unquoted(text.slice(index + 1, end));
      isOdd ||= holdsRows(cell, delimiter);
      index = end + 1;
    }
    if (nextDelimiter < index) nextDelimiter = indexOr(text, delimiter, index);
    if (hasReferences)
      while (endsReference(text, nextDelimiter)) nextDelimiter = indexOr(text, delimiter, nextDelimiter + 1);
    if (nextLf < index) nextLf = indexOr(text, '\n', index);
    if (nextCr < index) nextCr = indexOr(text, '\r', index);
    const lineEnd = Math.min(nextLf, nextCr);
    const end = Math.min(nextDelimiter, lineEnd);
    if (end > index) {
      const plain = text.slice(index, end);
      // Mail programs write `"Poe, Cy" <cy@example.com>`.
      isOdd ||= isQuoted && !isBlank(plain) && !/^\s*<[^\s<>]+@[^\s<>]+>\s*$/.test(plain);
      cell = isQuoted ? cell + plain : plain;
    }
    // Looked for here, and not in the text as a whole: zero bytes are slow to find where every letter takes two.
    const isDressed =
      isQuoted || firstCode === equalsCode || firstCode === backslashCode || text.charCodeAt(end - 1) === 0;
    gathered[cellCount] = repeated.take(isDressed ? shownText(cell) : cell, cellCount);
    cellCount++;
    index = end + 1;
    const hasMore = end < lineEnd && index < length;
    // A delimiter at the very end has an empty cell behind it.
    if (end < lineEnd && !hasMore) gathered[cellCount++] = '';
    if (cellCount > maxColumnCount) throw tooWideRow(rowNumber);
    if (hasMore) continue;
    const cells = firstOf(gathered, cellCount);
    if (hasText(cells)) {
      rows.push({ rowNumber, cells, hidden: false });
      columnCount = widened(columnCount, cells);
      hasSingleCells ||= cellCount === 1;
      if (end - rowStart > maxCellLength && hasTooLong(cells)) tooLong.push(rowNumber);
    }
    if (isOdd) oddQuotes.push(rowNumber);
    allCells += cellCount;
    if (allCells > maxCells) throw tooManyCells();
    rowNumber++;
    cellCount = 0;
    isOdd = false;
    rowStart = end === nextCr && nextLf === nextCr + 1 ? index + 1 : index;
    index = rowStart;
  }
  const restFrom = Math.min(rowStart, length);
  const counted = { columnCount, hasSingleCells, cellCount: allCells, nextRowNumber: rowNumber };
  return { rows, ...counted, tooLong, oddQuotes, restFrom };
}

/** Cells of all rows, blank ones too: 120 columns for 100,000 people. More do not fit beside the file's text in half a gigabyte. */
export const maxCells = 12_000_000;

/** What is said of a text with more cells than `maxCells`. */
export function tooManyCells(): UnreadableFile {
  return new UnreadableFile(
    'file-too-large',
    'This file holds more than 12 million cells or empty lines. Nothing was read. Split the list, or leave out the columns that are not needed, and open it again.',
  );
}

/** One for all texts: packed lines are split one by one, and making it takes longer than that. */
const repeated = new RepeatedTexts();

const quoteCode = 0x22;
const equalsCode = 0x3d;
const backslashCode = 0x5c;
const markCode = 0xfeff;

/** A copy of the first cells. Made with its size known: a fifth faster than `slice` over a large file. */
function firstOf(gathered: readonly string[], count: number): string[] {
  const cells = new Array<string>(count);
  for (let index = 0; index < count; index++) cells[index] = gathered[index] ?? '';
  return cells;
}

/** Where `found` stands from `from` on; the text's length where it does not. */
function indexOr(text: string, found: string, from: number): number {
  const index = text.indexOf(found, from);
  return index === -1 ? text.length : index;
}

/** The index of the quote that closes a cell; −1 where none does. Doubled quotes are text. */
function closingQuote(text: string, from: number): number {
  for (let index = text.indexOf('"', from); index !== -1; index = text.indexOf('"', index + 2)) {
    if (text.charCodeAt(index + 1) !== quoteCode) return index;
  }
  return -1;
}

function unquoted(text: string): string {
  const plain = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  return plain.includes('"') ? plain.replaceAll('""', '"') : plain;
}

/** `="00417"` is how programs make Excel keep zeros: it shows 00417. `\\N` is nothing. Zero bytes at the end fill a field up to its length. */
function shownText(cell: string): string {
  if (cell.endsWith('\0')) return cell.replace(/\0+$/, '');
  const found = cell.startsWith('="') ? /^="((?:[^"]|"")*)"$/.exec(cell.trimEnd()) : null;
  return found?.[1]?.replaceAll('""', '"') ?? (cell === nullMark ? '' : cell);
}

/** True where a line within a quoted cell is a row itself: several cells, one of them an address and nothing else. */
function holdsRows(cell: string, delimiter: string): boolean {
  if (!cell.includes('\n') || !cell.includes('@')) return false;
  return cell
    .split('\n')
    .slice(1)
    .some((line) => line.split(delimiter).length > 1 && line.split(delimiter).some(isAddress));
}

function isAddress(cell: string): boolean {
  return /^\s*"?[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+"?\s*$/.test(cell);
}

function openQuote(rowNumber: number, firstOdd = rowNumber): UnreadableFile {
  const where = firstOdd < rowNumber ? `row ${firstOdd}, where the first odd one stands` : `row ${rowNumber}`;
  return new UnreadableFile(
    'unterminated-quote',
    `In row ${rowNumber} a quotation mark (") opens and is never closed, so the rest of the file would be one cell. Nothing was read. Close or remove that mark in ${where}, save, and open the file again.`,
    rowNumber,
  );
}
