// Text files whose rows are packed once more: each whole line in quotes, or all people in one line of a mail program.
// Unpacks only what leaves a table; anything else stays as it is.
import { type DelimiterGuess, delimiters, guessDelimiter } from './find-delimiter';
import { isBlank, widened } from './sheet-rows';
import { splitRows, type TextRows } from './split-rows';
import type { Delimiter, SheetRow } from './spreadsheet';

/** Rows that were unpacked, with what parts their cells. */
export interface UnpackedLines {
  readonly rows: TextRows;
  readonly delimiter: Delimiter;
  readonly byFit: readonly DelimiterGuess[];
}

/** Where so many rows come out as wide as the header, the lines are rows. */
const leastFitting = 0.9;

/**
 * `"Ann,Lee,ann@example.com"`: what is left of a list that Excel took as one column. Null where the cells are no rows:
 * the first one has to part as the others do. `chosen`: the delimiter, where the recruiter has said it.
 */
export function unpackLines(packed: TextRows, chosen: Delimiter | null): UnpackedLines | null {
  const { rows } = packed;
  if (packed.columnCount !== 1 || rows.length < 2) return null;
  const lines = rows.map(({ cells }) => (cells[0] ?? '').replaceAll('\n', ' '));
  const byFit = guessDelimiter(lines.join('\n'));
  const delimiter = chosen ?? byFit[0]?.delimiter ?? ',';
  if (byFit.every(({ score }) => score === 0)) return null;
  const unpacked: SheetRow[] = [];
  let columnCount = 0;
  for (const row of rows) {
    const cells = cellsOf(row.cells[0] ?? '', delimiter);
    if (cells === null) return null;
    unpacked.push({ ...row, cells });
    columnCount = widened(columnCount, cells);
  }
  const width = unpacked[0]?.cells.length ?? 1;
  const fitting = unpacked.filter(({ cells }) => cells.length === width).length;
  if (width < 2 || fitting < unpacked.length * leastFitting) return null;
  return { rows: { ...packed, rows: unpacked, columnCount }, delimiter, byFit };
}

/** Null where the line is no row, or more than one. */
function cellsOf(line: string, delimiter: string): readonly string[] | null {
  try {
    const { rows, oddQuotes } = splitRows(line, delimiter);
    return rows.length === 1 && oddQuotes.length === 0 ? (rows[0]?.cells ?? null) : null;
  } catch {
    return null;
  }
}

/** The rows with a first line that is parted by another sign than the people below it, as happens where lists are put together by hand. */
export function withPartedHeader(text: TextRows): TextRows {
  const [first, second] = text.rows;
  const line = first?.cells.length === 1 ? (first.cells[0] ?? '') : '';
  const width = second?.cells.length ?? 1;
  if (first === undefined || line === '' || line.includes('@') || width < 2) return text;
  for (const delimiter of delimiters) {
    const cells = line.split(delimiter);
    if (cells.length === width && !cells.some(isBlank))
      return { ...text, rows: [{ ...first, cells }, ...text.rows.slice(1)] };
  }
  return text;
}

/** `Ann <ann@example.com>; "Roe, Bo" <bo@example.com>`, the line of a mail program: each address becomes a row. Null for anything else. */
export function unpackAddresses(text: string): TextRows | null {
  const line = text.trim();
  if (line.length > longestLine || /[\r\n]/.test(line)) return null;
  const found =
    line
      .match(/(?:"[^"]*"|<[^<>]*>|[^",;<>])+/g)
      ?.map((piece) => piece.trim())
      .filter((piece) => !isBlank(piece)) ?? [];
  if (
    found.length < 2 ||
    !found.every((piece) => /^(?:[^<>@]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@"]+@[^\s<>@"]+)$/.test(piece))
  )
    return null;
  const rows = found.map((piece, index) => ({ rowNumber: index + 1, cells: [piece], hidden: false }));
  return { rows, columnCount: 1, tooLong: [], oddQuotes: [] };
}

/** Mail programs take some thousand people in a line. */
const longestLine = 1_000_000;
