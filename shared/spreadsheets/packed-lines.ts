// Text files whose rows are packed once more: each whole line in quotes, or all people in one line of a mail program.
// Unpacks only what leaves a table; anything else stays as it is.
import { cellKind } from './cell-kind';
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

/**
 * The rows with lines that are still in one piece parted as the others are: a header with another sign between, as where lists are
 * put together by hand, and single lines that stand in quotes as a whole.
 */
export function withPartedLines(text: TextRows, delimiter: Delimiter): TextRows {
  const width = usualWidth(text.rows);
  if (width < 2 || !text.hasSingleCells) return text;
  const rows = text.rows.map((row, index) => {
    const line = row.cells.length === 1 ? (row.cells[0] ?? '') : '';
    if (line === '') return row;
    if (index === 0 && !line.includes('@')) return { ...row, cells: headerCells(line, width) ?? row.cells };
    const cells = line.includes(delimiter) ? cellsOf(line, delimiter) : null;
    return cells?.length === width && cells.some((cell) => cellKind(cell) === 'email')
      ? { ...row, cells }
      : row;
  });
  return { ...text, rows };
}

/** Rows that show how wide a table is. */
const comparedRows = 60;

function usualWidth(rows: readonly SheetRow[]): number {
  const times = new Map<number, number>();
  for (const { cells } of rows.slice(0, comparedRows))
    if (cells.length > 1) times.set(cells.length, (times.get(cells.length) ?? 0) + 1);
  let width = 1;
  for (const [one, count] of times) if (count > (times.get(width) ?? 0)) width = one;
  return width;
}

function headerCells(line: string, width: number): readonly string[] | null {
  for (const delimiter of delimiters) {
    const cells = line.split(delimiter);
    if (cells.length === width && !cells.some(isBlank)) return cells;
  }
  return null;
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
  return { rows, columnCount: 1, hasSingleCells: true, tooLong: [], oddQuotes: [] };
}

/** Mail programs take some thousand people in a line. */
const longestLine = 1_000_000;
