// Reads CSV, TSV and other delimited text. Never coerces a cell: what stands in the file is what the recruiter gets, composed (NFC).
import { decodeText } from './decode-text';
import { type DelimiterGuess, guessDelimiter, readSepLine } from './find-delimiter';
import { type EncodingGuess, guessEncoding, telltaleBytes } from './guess-encoding';
import { encodingSamples } from './encoding-samples';
import { hasText, maxCellLength, toSheet } from './sheet-rows';
import { splitRows, withPlainLineEnds } from './split-rows';
import type { FileNotice, ReadingChoice, SheetRow, TextReading } from './spreadsheet';
import type { ReadSheets, ReadingSteps, SpreadsheetFile, SpreadsheetReader } from './spreadsheet-reader';
import { encodingLabel } from './text-encodings';

/** Other encodings that are offered beside the one chosen. */
const offeredEncodings = 6;

/** Reads delimited text in the encoding and with the delimiter that were chosen or are likeliest. */
export const textReader: SpreadsheetReader = { format: 'text', read: readText };

async function readText(file: SpreadsheetFile, choice: ReadingChoice, steps: ReadingSteps): Promise<ReadSheets> {
  const guesses = withChoiceFirst(guessEncoding(file.bytes), choice.encoding);
  const encoding = guesses[0]?.encoding ?? 'utf-8';
  steps.reached(0.1);
  const { delimiter: named, rest } = readSepLine(withPlainLineEnds(decodeText(file.bytes, encoding)));
  steps.reached(0.3);
  const byFit = guessDelimiter(rest);
  const delimiter = choice.delimiter ?? named ?? byFit[0]?.delimiter ?? ',';
  const parted = splitRows(rest, delimiter);
  steps.reached(0.9);
  const { rows, notices } = toSheetRows(parted);
  return {
    sheets: [toSheet(null, 'visible', rows)],
    reading: {
      encoding,
      delimiter,
      encodingChoices: toEncodingChoices(file.bytes, guesses),
      delimiterChoices: toDelimiterChoices(delimiter, byFit),
    },
    notices,
  };
}

function withChoiceFirst(guesses: readonly EncodingGuess[], chosen: string | undefined): readonly EncodingGuess[] {
  if (chosen === undefined) return guesses;
  const others = guesses.filter((guess) => guess.encoding !== chosen).map((guess) => ({ ...guess, certain: false }));
  return [{ encoding: chosen, score: 1, certain: false }, ...others];
}

function toSheetRows(parted: readonly string[][]): { rows: SheetRow[]; notices: FileNotice[] } {
  const rows: SheetRow[] = [];
  const notices: FileNotice[] = [];
  parted.forEach((cells, rowIndex) => {
    if (!hasText(cells)) return;
    rows.push({ rowNumber: rowIndex + 1, cells, hidden: false });
    for (const cell of cells) if (cell.length > maxCellLength) notices.push(tooLongCell(rowIndex + 1));
  });
  return { rows, notices };
}

/** What is said of a cell that no sheet program could hold. */
export function tooLongCell(rowNumber: number): FileNotice {
  return {
    kind: 'cell-too-long',
    blocking: false,
    rowNumber,
    message: `A cell in row ${rowNumber} holds more than 32,767 characters, more than Excel keeps. The row was read; look whether a quotation mark is missing there.`,
  };
}

function toEncodingChoices(bytes: Uint8Array, guesses: readonly EncodingGuess[]): TextReading['encodingChoices'] {
  const first = guesses[0];
  if (!first) return [];
  if (first.certain) return [{ encoding: first.encoding, label: encodingLabel(first.encoding), samples: [] }];
  const likely = guesses.filter((guess, index) => index === 0 || guess.score > -1).slice(0, offeredEncodings + 1);
  const samples = encodingSamples(telltaleBytes(bytes), likely.map((guess) => guess.encoding));
  return likely.map((guess, index) => ({ encoding: guess.encoding, label: encodingLabel(guess.encoding), samples: samples[index] ?? [] }));
}

function toDelimiterChoices(delimiter: TextReading['delimiter'], byFit: readonly DelimiterGuess[]): TextReading['delimiterChoices'] {
  const first = byFit.filter((guess) => guess.delimiter === delimiter);
  const others = byFit.filter((guess) => guess.delimiter !== delimiter);
  return [...first, ...others].map((guess) => ({ delimiter: guess.delimiter, columnCount: guess.columnCount }));
}
