// Reads CSV, TSV and other delimited text. Never coerces a cell: what stands in the file is what the recruiter gets, composed (NFC).
import { decodeStrictUtf8, decodeText, encodingOfMark } from './decode-text';
import { toEncodingChoices, withChoiceFirst } from './encoding-choices';
import { type DelimiterGuess, guessDelimiter, readSepLine } from './find-delimiter';
import { hasWideAddresses, splitFixedWidth } from './fixed-width';
import { type EncodingGuess, guessEncoding } from './guess-encoding';
import { isLarge, readLargeUtf8 } from './large-text';
import { lostLetter, lostLetterNotice } from './lost-letters';
import { oddQuoteNotice } from './odd-quote';
import { type UnpackedLines, unpackAddresses, unpackLines, withPartedLines } from './packed-lines';
import { splitInDialect } from './quote-dialects';
import { splitRows, type TextRows } from './split-rows';
import type { Delimiter, ReadingChoice, TextReading } from './spreadsheet';
import type { ReadingSteps, ReadSheets, SpreadsheetFile, SpreadsheetReader } from './spreadsheet-reader';

/** Reads delimited text in the encoding and with the delimiter that were chosen or are likeliest. */
export const textReader: SpreadsheetReader = { format: 'text', read: readText };

async function readText(
  file: SpreadsheetFile,
  choice: ReadingChoice,
  steps: ReadingSteps,
): Promise<ReadSheets> {
  const read = readInPieces(file.bytes, choice) ?? readWhole(file.bytes, choice, steps);
  const { bytes, guesses, encoding } = read;
  const { rows, delimiter, byFit } = read.lines;
  steps.reached(0.9);
  return {
    sheets: [{ name: null, visibility: 'visible', columnCount: rows.columnCount, rows: rows.rows }],
    reading: {
      encoding,
      delimiter,
      encodingChoices: toEncodingChoices(bytes, guesses),
      delimiterChoices: toDelimiterChoices(delimiter, byFit),
    },
    notices: [...oddQuoteNotice(rows.oddQuotes), ...(read.isDamaged ? lostLetterNotice(rows.rows) : [])],
    tooLong: [rows.tooLong],
  };
}

/** What the bytes are, and the rows that they hold. */
interface ReadText {
  /** Without a mark that tells nothing. */
  readonly bytes: Uint8Array;
  /** The first one is the reading that was taken. */
  readonly guesses: readonly EncodingGuess[];
  readonly encoding: string;
  readonly lines: UnpackedLines;
  /** True where letters were lost. */
  readonly isDamaged: boolean;
}

/** Null unless the file is large, in UTF-8 and a plain table. */
function readInPieces(bytes: Uint8Array, choice: ReadingChoice): ReadText | null {
  if (!isLarge(bytes)) return null;
  // Where the bytes are not UTF-8 to the last one, there are no lines.
  const guesses = withChoiceFirst(guessEncoding(bytes, true), choice.encoding);
  if (guesses[0]?.encoding !== 'utf-8') return null;
  const lines = readLargeUtf8(bytes, choice.delimiter ?? null);
  return lines && { bytes, guesses, encoding: 'utf-8', lines, isDamaged: lines.isDamaged };
}

function readWhole(fileBytes: Uint8Array, choice: ReadingChoice, steps: ReadingSteps): ReadText {
  // UTF-16 that happens to be valid UTF-8 (its zero bytes are) is told by its zeros first.
  const strict = decodeStrictUtf8(fileBytes);
  const bytes = strict === null ? withoutFalseMark(fileBytes) : fileBytes;
  const guesses = withChoiceFirst(guessEncoding(bytes, strict !== null), choice.encoding);
  const encoding = guesses[0]?.encoding ?? 'utf-8';
  steps.reached(0.1);
  const text = encoding === 'utf-8' && strict !== null ? strict : decodeText(bytes, encoding);
  steps.reached(0.3);
  const lines = readLines(text, choice.delimiter ?? null);
  return { bytes, guesses, encoding, lines, isDamaged: text.includes(lostLetter) };
}

function readLines(text: string, chosen: Delimiter | null): UnpackedLines {
  const { delimiter: named, rest } = readSepLine(text);
  const byFit = guessDelimiter(rest);
  const delimiter = chosen ?? named ?? byFit[0]?.delimiter ?? ',';
  // A draft gives the delimiter that was found: what follows must come to the same then.
  const addresses = unpackAddresses(rest);
  if (addresses !== null) return { rows: addresses, delimiter, byFit };
  const rows = splitInDialect(rest, delimiter);
  const fixed = readFixedWidth(rest, rows);
  if (fixed !== null) return { rows: fixed, delimiter, byFit };
  return unpackLines(rows, chosen ?? named) ?? { rows: withPartedLines(rows, delimiter), delimiter, byFit };
}

/** Null unless no delimiter parts the addresses from other text. */
function readFixedWidth(text: string, parted: TextRows): TextRows | null {
  if (!hasWideAddresses(parted)) return null;
  return splitFixedWidth(parted.columnCount === 1 ? parted : splitRows(text, noDelimiter));
}

/** Stands in no text. */
const noDelimiter = '\u0000\u0001';

/** A mark of UTF-8 in front of bytes that are none is what programs leave that put files together: it tells nothing. */
function withoutFalseMark(bytes: Uint8Array): Uint8Array {
  return encodingOfMark(bytes) === 'utf-8' ? bytes.subarray(3) : bytes;
}

function toDelimiterChoices(
  delimiter: Delimiter,
  byFit: readonly DelimiterGuess[],
): TextReading['delimiterChoices'] {
  const first = byFit.filter((guess) => guess.delimiter === delimiter);
  const others = byFit.filter((guess) => guess.delimiter !== delimiter);
  return [...first, ...others].map((guess) => ({
    delimiter: guess.delimiter,
    columnCount: guess.columnCount,
  }));
}
