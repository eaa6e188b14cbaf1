// Large UTF-8 text, decoded and split piece by piece: while a piece is in the processor's cache, so that it takes less time.
// Gives the very rows that the text as a whole gives, or none: whatever needs a look at the whole is left to the reader of it.
import { decodeStrictUtf8 } from './decode-text';
import { guessDelimiter, readSepLine, scoredLength } from './find-delimiter';
import { hasWideAddresses } from './fixed-width';
import { lostLetter } from './lost-letters';
import { type UnpackedLines, withPartedLines } from './packed-lines';
import { isPlain } from './quote-dialects';
import { maxCells, splitRows, type TextRows, tooManyCells } from './split-rows';
import type { Delimiter, SheetRow } from './spreadsheet';
import { UnreadableFile } from './spreadsheet-reader';

/** Smaller files are read in the blink of an eye either way. */
const leastBytes = 2 * 1024 ** 2;
/** Holds what the delimiter is told by, also where every character takes three bytes. */
const headBytes = 1.5 * 1024 ** 2;
/** As text half a megabyte, which fits into the cache of a processor's core. */
const pieceBytes = 256 * 1024;
/** A line that is longer is none of a plain table, and a second copy of it would take the memory that its reader needs. */
const longestPieceBytes = 8 * 1024 ** 2;

const lineFeed = 0x0a;

/** True where it pays to read a text in pieces. */
export function isLarge(bytes: Uint8Array): boolean {
  return bytes.length >= leastBytes;
}

/** The lines of a large text; `isDamaged` where letters were lost before it was saved. */
export interface LargeText extends UnpackedLines {
  readonly isDamaged: boolean;
}

/** Null where the bytes are no UTF-8 to their end, or hold anything but a plain table of several columns. */
export function readLargeUtf8(bytes: Uint8Array, chosen: Delimiter | null): LargeText | null {
  const headEnd = pieceEnd(bytes, 0, headBytes);
  if (headEnd > longestPieceBytes) return null;
  const head = decodeStrictUtf8(bytes.subarray(0, headEnd));
  if (head === null) return null;
  const { delimiter: named, rest } = readSepLine(head);
  if (rest.length < scoredLength) return null;
  const byFit = guessDelimiter(rest);
  const delimiter = chosen ?? named ?? byFit[0]?.delimiter ?? ',';
  const split = splitOrNull(bytes, delimiter);
  if (split === null || split.rows.columnCount < 2 || split.rows.rows.length < 2) return null;
  if (!isPlain(split.rows, rest) || hasWideAddresses(split.rows)) return null;
  return { rows: withPartedLines(split.rows, delimiter), delimiter, byFit, isDamaged: split.isDamaged };
}

/**
 * Null where the rows cannot be read: what is wrong, and whether the quotes are of another dialect, shows in the whole.
 * @throws UnreadableFile `file-too-large`: the whole is no smaller, and would take the memory once more.
 */
function splitOrNull(bytes: Uint8Array, delimiter: Delimiter): SplitPieces | null {
  try {
    return splitPieces(bytes, delimiter);
  } catch (error) {
    if (error instanceof UnreadableFile && error.notice.kind !== 'file-too-large') return null;
    throw error;
  }
}

interface SplitPieces {
  readonly rows: TextRows;
  readonly isDamaged: boolean;
}

/** Null as soon as there is an odd quote. @throws UnreadableFile as splitting the whole would */
function splitPieces(bytes: Uint8Array, delimiter: Delimiter): SplitPieces | null {
  // Joined at the end: one list that grows to a million rows is copied again and again, and tells the garbage collector of each row.
  const rowsOfPieces: SheetRow[][] = [];
  const tooLong: number[] = [];
  let columnCount = 0;
  let hasSingleCells = false;
  let isDamaged = false;
  let cellCount = 0;
  let nextRowNumber = 1;
  let rest = '';
  for (let from = 0; from < bytes.length; ) {
    // A row that goes on is read again from its start: with pieces as long as it, never more than twice.
    const to = pieceEnd(bytes, from, Math.max(pieceBytes, rest.length));
    if (to - from > longestPieceBytes) return null;
    const text = decodeStrictUtf8(bytes.subarray(from, to), from === 0);
    if (text === null) return null;
    isDamaged ||= text.includes(lostLetter);
    const whole = from === 0 ? readSepLine(text).rest : rest + text;
    const piece = splitRows(whole, delimiter, nextRowNumber, to < bytes.length);
    if (piece.oddQuotes.length > 0) return null;
    rowsOfPieces.push(piece.rows);
    tooLong.push(...piece.tooLong);
    columnCount = Math.max(columnCount, piece.columnCount);
    hasSingleCells ||= piece.hasSingleCells;
    cellCount += piece.cellCount;
    if (cellCount > maxCells) throw tooManyCells();
    nextRowNumber = piece.nextRowNumber;
    rest = whole.slice(piece.restFrom);
    from = to;
  }
  const [first = [], ...others] = rowsOfPieces;
  const rows = { rows: first.concat(...others), columnCount, hasSingleCells, tooLong, oddQuotes: [] };
  return { rows, isDamaged };
}

/** Behind the last LF of a piece of about this size, or behind all bytes: no row and no composed character reaches over it. */
function pieceEnd(bytes: Uint8Array, from: number, sizeBytes: number): number {
  if (from + sizeBytes >= bytes.length) return bytes.length;
  const at = bytes.lastIndexOf(lineFeed, from + sizeBytes - 1);
  if (at >= from) return at + 1;
  const next = bytes.indexOf(lineFeed, from + sizeBytes);
  return next === -1 ? bytes.length : next + 1;
}
