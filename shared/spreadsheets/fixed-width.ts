// Text whose columns stand below one another with blanks between, as database consoles and old reports print them.
// Taken apart only where the blanks leave the same gaps in every line, and an address alone between two of them.
import { cellKind } from './cell-kind';
import { isBlank, widened } from './sheet-rows';
import type { TextRows } from './split-rows';

/** Lines that show where the gaps are. */
const lookedAt = 400;
const titleLines = 12;
/** Longer lines are no printed table. */
const longestLine = 2_000;

/** Rows that show whether a delimiter leaves addresses alone in their cells. */
const comparedRows = 100;

/** True where every address still has gaps beside it: no delimiter parts it from other text. */
export function hasWideAddresses({ rows }: TextRows): boolean {
  const cells = rows.slice(0, comparedRows).flatMap((row) => row.cells.filter((cell) => cell.includes('@')));
  return cells.length > 0 && cells.every((cell) => /\s\s/.test(cell.trim()));
}

/** The rows with their cells, or null where the lines are no such table. `rows` have one cell each. */
export function splitFixedWidth({ rows, ...rest }: TextRows): TextRows | null {
  // Titles come first: some of the first lines have gaps.
  const hasGaps = rows.slice(0, titleLines).some(({ cells }) => cells[0]?.includes('  '));
  if (rest.columnCount !== 1 || rows.length < 2 || !hasGaps) return null;
  const lines = rows.map(({ cells }) => (cells[0] ?? '').replaceAll('\t', ' '));
  if (lines.some((line) => line.length > longestLine || line.includes('\n'))) return null;
  const starts = columnStarts(lines.slice(0, lookedAt).filter(isInTable));
  if (starts.length < 2) return null;
  let columnCount = 0;
  const parted = rows.map((row, index) => {
    const line = lines[index] ?? '';
    // Titles and counts above and below run over the gaps.
    const cells = fits(line, starts) ? cellsOf(line, starts) : [line];
    columnCount = widened(columnCount, cells);
    return { ...row, cells };
  });
  const isClear = parted.some(({ cells }) => cells.length > 1 && cells.some((cell) => isAddress(cell)));
  return isClear ? { ...rest, rows: parted, columnCount } : null;
}

function isAddress(cell: string): boolean {
  return cellKind(cell) === 'email' && !/\s/.test(cell);
}

/** A line with a gap of two blanks and more. */
function isInTable(line: string): boolean {
  return /\S {2,}\S/.test(line);
}

/** Where columns begin: behind two places that are blank in all of these lines, or behind one where a header begins too. */
function columnStarts(lines: readonly string[]): number[] {
  if (lines.length < 2) return [];
  const width = Math.max(...lines.map((line) => line.length));
  const isGap = Array.from({ length: width }, (_, place) =>
    lines.every((line) => (line[place] ?? ' ') === ' '),
  );
  const [header = ''] = lines;
  const isWide = (place: number) => isGap[place - 2] === true || /^ \S/.test(header.slice(place - 1));
  const starts: number[] = [];
  for (let place = 0; place < width; place++)
    if (isGap[place] === false && (place === 0 || (isGap[place - 1] === true && isWide(place))))
      starts.push(place);
  return starts;
}

function fits(line: string, starts: readonly number[]): boolean {
  return starts.every((start) => start === 0 || (line[start - 1] ?? ' ') === ' ');
}

function cellsOf(line: string, starts: readonly number[]): string[] {
  const cells = starts.map((start, index) => line.slice(start, starts[index + 1]).trim());
  while (cells.length > 0 && isBlank(cells.at(-1) ?? '')) cells.pop();
  return cells;
}
