// What parts the cells of a text file. Scored on many rows, quotes heeded; never decided by the first row alone.
import type { TextReading } from './spreadsheet';

export type Delimiter = TextReading['delimiter'];

export const delimiters: readonly Delimiter[] = [',', ';', '\t', '|'];

/** A delimiter with the number of columns it gives and how well it fits. */
export interface DelimiterGuess {
  readonly delimiter: Delimiter;
  readonly columnCount: number;
  readonly score: number;
}

/** Rows that are scored: enough to outvote titles and notes. */
const scoredRows = 400;

/** Characters that are scored: 400 rows of 5,000, where they are as long as that. */
const scoredLength = 2_000_000;

/** The delimiters in the order of their fit, the best first; a comma where nothing parts the rows. */
export function guessDelimiter(text: string): readonly DelimiterGuess[] {
  return delimiters
    .map((delimiter) => scoreDelimiter(text, delimiter))
    .sort((one, other) => other.score - one.score);
}

function scoreDelimiter(text: string, delimiter: Delimiter): DelimiterGuess {
  const widths = rowWidths(text, delimiter);
  const times = new Map<number, number>();
  for (const width of widths) times.set(width, (times.get(width) ?? 0) + 1);
  let columnCount = 1;
  let best = 0;
  for (const [width, rows] of times) {
    // Rows that are a little shorter or longer (cells left off at the end) speak for the same table, less clearly.
    let near = rows;
    for (const [other, count] of times)
      if (other > 1 && other !== width && Math.abs(other - width) <= Math.max(2, width * 0.25))
        near += count * 0.5;
    const score = width === 1 ? 0 : (near / widths.length) ** 1.5 * (1 + Math.log2(width));
    if (score > best) {
      best = score;
      columnCount = width;
    }
  }
  return { delimiter, columnCount, score: best };
}

/** How many cells each of the first rows has; blank rows are left out. */
function rowWidths(text: string, delimiter: string): number[] {
  const widths: number[] = [];
  let width = 1;
  let cellStart = true;
  let rowStart = 0;
  const length = Math.min(text.length, scoredLength);
  for (let index = 0; index < length && widths.length < scoredRows; index++) {
    const character = text[index];
    if (character === '"' && cellStart) {
      const end = endOfQuotes(text, index + 1);
      // An open quote would swallow the sample: it is taken as a letter here and told when the rows are read.
      if (end !== -1) index = end;
      cellStart = false;
    } else if (character === delimiter) {
      width++;
      cellStart = true;
    } else if (character === '\n' || character === '\r') {
      if (index > rowStart) widths.push(width);
      width = 1;
      cellStart = true;
      rowStart = index + 1;
    } else cellStart = false;
  }
  if (rowStart < length && widths.length < scoredRows) widths.push(width);
  return widths;
}

/** The furthest a quoted cell may reach in the sample: longer ones are quotes left open. */
const longestQuoted = 40_000;

function endOfQuotes(text: string, from: number): number {
  for (
    let index = text.indexOf('"', from);
    index !== -1 && index - from < longestQuoted;
    index = text.indexOf('"', index + 2)
  ) {
    if (text[index + 1] !== '"') return index;
  }
  return -1;
}

/** The delimiter that a first line `sep=;` names for Excel, with the rest of the text. Excel hides that line and does not count it. */
export function readSepLine(text: string): { delimiter: Delimiter | null; rest: string } {
  const found = /^"?sep=(.)"?(?:\r\n?|\n|$)/i.exec(text);
  if (!found) return { delimiter: null, rest: text };
  const named = delimiters.find((delimiter) => delimiter === found[1]) ?? null;
  return { delimiter: named, rest: text.slice(found[0].length) };
}
