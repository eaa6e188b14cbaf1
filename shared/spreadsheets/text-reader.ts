// Reads CSV, TSV and other delimited text. Never coerces a cell: what stands in the file is what the recruiter gets, composed (NFC).
import { decodeStrictUtf8, decodeText, encodingOfMark } from './decode-text';
import { encodingSamples } from './encoding-samples';
import { type DelimiterGuess, guessDelimiter, readSepLine } from './find-delimiter';
import { type EncodingGuess, guessEncoding, telltaleBytes } from './guess-encoding';
import { oddQuoteNotice } from './odd-quote';
import { splitRows } from './split-rows';
import type { ReadingChoice, TextReading } from './spreadsheet';
import type { ReadingSteps, ReadSheets, SpreadsheetFile, SpreadsheetReader } from './spreadsheet-reader';
import { encodingLabel } from './text-encodings';
import { tooLongCell } from './too-long-cell';

/** Other encodings that are offered beside the one chosen. */
const offeredEncodings = 6;
/** A reading that scores less is full of signs that no text holds. */
const leastOfferedScore = -2.5;

/** Reads delimited text in the encoding and with the delimiter that were chosen or are likeliest. */
export const textReader: SpreadsheetReader = { format: 'text', read: readText };

async function readText(
  file: SpreadsheetFile,
  choice: ReadingChoice,
  steps: ReadingSteps,
): Promise<ReadSheets> {
  // UTF-16 that happens to be valid UTF-8 (its zero bytes are) is told by its zeros first.
  const strict = decodeStrictUtf8(file.bytes);
  const bytes = strict === null ? withoutFalseMark(file.bytes) : file.bytes;
  const guesses = withChoiceFirst(guessEncoding(bytes, strict !== null), choice.encoding);
  const encoding = guesses[0]?.encoding ?? 'utf-8';
  steps.reached(0.1);
  const { delimiter: named, rest } = readSepLine(
    encoding === 'utf-8' && strict !== null ? strict : decodeText(bytes, encoding),
  );
  steps.reached(0.3);
  const byFit = guessDelimiter(rest);
  const delimiter = choice.delimiter ?? named ?? byFit[0]?.delimiter ?? ',';
  const { rows, columnCount, tooLong, oddQuotes } = splitRows(rest, delimiter);
  steps.reached(0.9);
  return {
    sheets: [{ name: null, visibility: 'visible', columnCount, rows }],
    reading: {
      encoding,
      delimiter,
      encodingChoices: toEncodingChoices(bytes, guesses),
      delimiterChoices: toDelimiterChoices(delimiter, byFit),
    },
    notices: [...oddQuoteNotice(oddQuotes), ...tooLong.map(tooLongCell)],
  };
}

/** A mark of UTF-8 in front of bytes that are none is what programs leave that put files together: it tells nothing. */
function withoutFalseMark(bytes: Uint8Array): Uint8Array {
  return encodingOfMark(bytes) === 'utf-8' ? bytes.subarray(3) : bytes;
}

function withChoiceFirst(
  guesses: readonly EncodingGuess[],
  chosen: string | undefined,
): readonly EncodingGuess[] {
  if (chosen === undefined) return guesses;
  const others = guesses
    .filter((guess) => guess.encoding !== chosen)
    .map((guess) => ({ ...guess, certain: false }));
  return [{ encoding: chosen, score: 1, certain: false }, ...others];
}

function toEncodingChoices(
  bytes: Uint8Array,
  guesses: readonly EncodingGuess[],
): TextReading['encodingChoices'] {
  const first = guesses[0];
  if (!first) return [];
  if (first.certain) return [{ encoding: first.encoding, label: encodingLabel(first.encoding), samples: [] }];
  const others = guesses.slice(1).filter((guess) => guess.score > leastOfferedScore);
  return encodingSamples(
    telltaleBytes(bytes),
    [first, ...others].map((guess) => guess.encoding),
    offeredEncodings + 1,
  ).map(({ encoding, samples }) => ({
    encoding,
    label: encodingLabel(encoding),
    samples,
  }));
}

function toDelimiterChoices(
  delimiter: TextReading['delimiter'],
  byFit: readonly DelimiterGuess[],
): TextReading['delimiterChoices'] {
  const first = byFit.filter((guess) => guess.delimiter === delimiter);
  const others = byFit.filter((guess) => guess.delimiter !== delimiter);
  return [...first, ...others].map((guess) => ({
    delimiter: guess.delimiter,
    columnCount: guess.columnCount,
  }));
}
