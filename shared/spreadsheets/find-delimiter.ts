// What parts the cells of a text file. Scored on many rows, quotes heeded; never decided by the first row alone.
import type { Delimiter } from './spreadsheet';

/** What can part the cells of a text file, the commonest first. */
export const delimiters = [',', ';', '\t', '|', '^', '~'] as const satisfies readonly Delimiter[];

/** A delimiter with the number of columns it gives and how well it fits. */
export interface DelimiterGuess {
  readonly delimiter: Delimiter;
  readonly columnCount: number;
  readonly score: number;
}

/** Rows that are scored: enough to outvote titles and notes. */
const scoredRows = 400;
/** Characters that are scored at most: 400 rows of the widest sheets, and no wait where a file has no row ends. */
export const scoredLength = 400_000;
/** A score below this is one row in eight and less: a sign in somebody's note, where a single column is the table. */
const leastScore = 0.05;
/** What is left of a score where every separator is followed by a blank, as in sentences and addresses. */
const proseWeight = 0.4;
/** What is left of a score that leaves no address alone in its cell, though rows hold addresses. */
const unclearWeight = 0.4;

/** One of the first rows, parted. */
interface ScoredRow {
  readonly width: number;
  /** Separators with a blank behind and none in front. */
  readonly spaced: number;
  /** What became of the row's addresses: alone in a cell, or still beside other text. */
  readonly addresses: 'none' | 'clear' | 'unclear';
}

/**
 * The delimiters in the order of their fit, the best first. Where nothing parts the rows, the first one does not occur in them.
 */
export function guessDelimiter(text: string): readonly DelimiterGuess[] {
  const sample = text.slice(0, scoredLength);
  return delimiters
    .map((delimiter) => scoreDelimiter(sample, delimiter))
    .sort((one, other) => other.score - one.score || one.columnCount - other.columnCount);
}

function scoreDelimiter(text: string, delimiter: Delimiter): DelimiterGuess {
  const rows = scoredRowsOf(text, delimiter);
  const times = new Map<number, number>();
  for (const { width } of rows) times.set(width, (times.get(width) ?? 0) + 1);
  let columnCount = 1;
  let best = 0;
  for (const [width, count] of times) {
    // Rows that are a little shorter or longer (cells left off at the end) speak for the same table, less clearly.
    let near = count;
    for (const [other, otherCount] of times)
      if (other > 1 && other !== width && Math.abs(other - width) <= Math.max(2, width * 0.25))
        near += otherCount * 0.5;
    const score = width === 1 ? 0 : (near / rows.length) ** 1.5 * (1 + Math.log2(width));
    if (score > best) {
      best = score;
      columnCount = width;
    }
  }
  const weighed = best * weightOf(rows, delimiter);
  const score = weighed < leastScore ? 0 : weighed;
  return { delimiter, columnCount: score > 0 ? columnCount : Math.max(...times.keys(), 1), score };
}

/** 0 where the separators are commas of sentences in a single column, 1 for a table. */
function weightOf(rows: readonly ScoredRow[], delimiter: Delimiter): number {
  let separators = 0;
  let spaced = 0;
  let clear = 0;
  let unclear = 0;
  for (const row of rows) {
    separators += row.width - 1;
    spaced += row.spaced;
    if (row.addresses === 'clear') clear++;
    else if (row.addresses === 'unclear') unclear++;
  }
  const prose = separators === 0 ? 0 : spaced / separators;
  // A header of one cell, and then people at once, as in `Lee, Ann <ann@example.com>`; below a title comes a header of many.
  const isOneColumn =
    prose > 0.9 && rows[0]?.width === 1 && rows.find((row) => row.width > 1)?.addresses === 'clear';
  const clearShare = clear + unclear === 0 ? 1 : clear / (clear + unclear);
  // Tabs and bars hardly stand in sentences at all.
  const rare = delimiter === '\t' || delimiter === '|' ? 1.15 : 1;
  return isOneColumn
    ? 0
    : rare * (1 - (1 - proseWeight) * prose) * (unclearWeight + (1 - unclearWeight) * clearShare);
}

/** The first rows that are not blank. An open quote would swallow them: it is taken as a letter here, and told when the rows are read. */
function scoredRowsOf(text: string, delimiter: string): ScoredRow[] {
  const rows: ScoredRow[] = [];
  let index = 0;
  while (index < text.length && rows.length < scoredRows) {
    const rowStart = index;
    let cellStart = index;
    let width = 1;
    let spaced = 0;
    let clear = false;
    for (; index <= text.length; index++) {
      const character = text[index];
      if (character === '"' && index === cellStart) index = Math.max(index, endOfQuotes(text, index + 1));
      else if (character === delimiter || isLineEnd(character)) {
        clear ||= isAddressCell(text.slice(cellStart, index));
        if (character !== delimiter) break;
        width++;
        if (text[index + 1] === ' ' && text[index - 1] !== ' ') spaced++;
        cellStart = index + 1;
      }
    }
    const row = text.slice(rowStart, index);
    if (row !== '')
      rows.push({ width, spaced, addresses: clear ? 'clear' : row.includes('@') ? 'unclear' : 'none' });
    index++;
  }
  return rows;
}

function isLineEnd(character: string | undefined): boolean {
  return character === '\n' || character === '\r' || character === undefined;
}

/** True for an address alone, for several parted by a sign and nothing else, and for one in angle brackets behind a name. */
function isAddressCell(cell: string): boolean {
  return /^\s*"?(?:mailto:)?[^\s@<>"|;,]+@[^\s@<>"|;,]+(?:\s*[;,|]\s*[^\s@<>"|;,]+@[^\s@<>"|;,]+)*"?\s*$|^[^@<>|;\t]*<[^\s@<>]+@[^\s@<>]+>\s*"?\s*$/.test(
    cell,
  );
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
