// Which row is the header: words that headers use, and a difference in kind between a cell and what stands below it.
// Never relies on one sign alone: titles have words too, and people's rows stand first where there is no header.
import { type CellKind, cellKind, isValueKind } from './cell-kind';
import { headerLikeness } from './header-words-index';
import { repeatsHeader } from './repeats-header';
import { kindIn } from './row-kinds';
import { isBlank } from './sheet-rows';
import type { SheetRow } from './spreadsheet';

/** How sure a row is the header, and why. */
export interface HeaderGuess {
  /** Place in the rows given; −1 where there is no header. */
  readonly index: number;
  /** Cells that read like headers, and cells that differ in kind from what is below. */
  readonly wordCells: number;
  readonly contrastCells: number;
}

/** A header stands within the first rows; titles, filters and notes above it rarely take more. */
const searchedRows = 60;
/** Rows below a candidate that are compared with it. */
const comparedRows = 40;
/** What a row must score to be the header, where a row of names alone gets about 0.4. */
const leastScore = 0.55;

/** Two headers that are known outweigh one beside a date, also where hardly anybody below has more than a name. */
const bonusOfKnown = 0.02;

/** The likeliest header among the first rows. */
export function findHeaderRow(rows: readonly SheetRow[]): HeaderGuess {
  const searched = rows.slice(0, searchedRows);
  const width = usualWidth(rows.slice(0, searchedRows * 2));
  let best: HeaderGuess = { index: -1, wordCells: 0, contrastCells: 0 };
  let bestScore = leastScore;
  searched.forEach((row, index) => {
    const below = rows
      .slice(index + 1, index + 1 + comparedRows)
      .filter((other) => !repeatsHeader(other, row));
    const scored = scoreRow(row, below, width);
    const score = scored.score + Math.min(scored.knownCells, 5) * bonusOfKnown - index * 0.004;
    if (score <= leastScore) return;
    const first = searched[best.index];
    if (first === undefined && scored.knownCells < 2 && hasPeopleAbove(searched.slice(0, index), below))
      return;
    const between = rows.slice(best.index + 1, index);
    const list =
      first === undefined
        ? 'same'
        : listOf(row, first, between, rows.slice(index + 1, index + 1 + countedRows), width);
    if ((list === 'same' && score > bestScore) || (list === 'main' && scored.wordCells > 1)) {
      bestScore = score;
      best = { index, wordCells: scored.wordCells, contrastCells: scored.contrastCells };
    }
  });
  return best;
}

/** True where somebody above has an address where those below have theirs, or nothing: `Cy Poe | no email` between people is no header. */
function hasPeopleAbove(above: readonly SheetRow[], below: readonly SheetRow[]): boolean {
  return above.some(
    (row) =>
      filledCells(row) > 1 &&
      row.cells.some((_, column) => {
        const kind = kindIn(row, column) === 'email' ? columnBelow(below, column).kind : null;
        return kind === 'email' || kind === 'blank';
      }),
  );
}

/** So many times more people below than between two headers, and the second one is that of the list that is meant. */
const clearlyMore = 3;
/** More than three times those that can stand above a header. */
const countedRows = 200;

/**
 * What a header stands for that comes after another one: the `same` list, where hardly anybody stands between them; the `main` one,
 * where a few do (a panel of interviewers) and many stand below; else a `later` one, or the header of a later page.
 */
function listOf(
  row: SheetRow,
  first: SheetRow,
  between: readonly SheetRow[],
  below: readonly SheetRow[],
  width: number,
): 'same' | 'main' | 'later' {
  if (repeatsHeader(row, first)) return 'later';
  const above = countPeople(between, width);
  if (above < 2) return 'same';
  return countPeople(below, width) >= above * clearlyMore ? 'main' : 'later';
}

/** Rows as wide as the table is, with an address in them. */
function countPeople(rows: readonly SheetRow[], width: number): number {
  let count = 0;
  for (const row of rows)
    if (filledCells(row) > width / 2 && row.cells.some((cell) => cellKind(cell) === 'email')) count++;
  return count;
}

/** How many cells a row of this table usually fills: the widest third speaks, since titles and totals are narrow. */
function usualWidth(rows: readonly SheetRow[]): number {
  const widths = rows.map(filledCells).sort((one, other) => other - one);
  return Math.max(1, widths[Math.floor(widths.length / 3)] ?? 1);
}

function filledCells(row: SheetRow): number {
  let filled = 0;
  for (const cell of row.cells) if (!isBlank(cell)) filled++;
  return filled;
}

function scoreRow(
  row: SheetRow,
  below: readonly SheetRow[],
  width: number,
): { score: number; wordCells: number; knownCells: number; contrastCells: number } {
  let words = 0;
  let wordCells = 0;
  let knownCells = 0;
  let contrast = 0;
  let contrastCells = 0;
  let filled = 0;
  let alike = 0;
  const seen = new Set<string>();
  let repeated = 0;
  for (let column = 0; column < row.cells.length; column++) {
    const text = row.cells[column] ?? '';
    if (isBlank(text)) continue;
    filled++;
    const kind = cellKind(text);
    if (kind === 'email' || kind === 'link' || row.links?.has(column))
      return { score: 0, wordCells: 0, knownCells: 0, contrastCells: 0 };
    const likeness = kind === 'date' || kind === 'number' || kind === 'long' ? 0 : headerLikeness(text);
    words += likeness;
    if (likeness >= 0.5) wordCells++;
    if (likeness === 1) knownCells++;
    const comparable = text.trim().toLowerCase();
    if (seen.has(comparable)) repeated++;
    seen.add(comparable);
    const inColumn = columnBelow(below, column);
    if (isValueKind(inColumn.kind) && (kind === 'words' || likeness === 1)) {
      // Words above addresses and links say more than words above figures.
      contrast += inColumn.kind === 'email' || inColumn.kind === 'link' ? 1.6 : 1;
      contrastCells++;
    } else if (isValueKind(inColumn.kind) && kind === inColumn.kind) alike++;
    else if (inColumn.texts.has(comparable)) alike += 0.7;
    else if (inColumn.kind === 'blank' && likeness < 0.5) contrast -= 0.1;
  }
  const breadth = Math.min(1, filled / width);
  const wide = Math.max(Math.min(filled, width), 1);
  // In tables of a hundred columns few headers are known: some that are speak for all.
  const scale = Math.min(wide, 12);
  const score =
    breadth *
    (0.35 +
      Math.min(1, words / scale) * 0.9 +
      Math.min(1, contrast / scale) * 0.6 -
      (alike / wide) * 1.2 -
      (repeated / wide) * 0.4);
  const speaks = wordCells + contrastCells > 0;
  return { score: speaks ? score : 0, wordCells, knownCells, contrastCells };
}

/** What a column mostly holds in these rows, and its texts. */
function columnBelow(
  rows: readonly SheetRow[],
  column: number,
): { kind: CellKind; texts: ReadonlySet<string> } {
  const times = new Map<CellKind, number>();
  const texts = new Set<string>();
  for (const row of rows) {
    const text = row.cells[column] ?? '';
    const kind = kindIn(row, column);
    if (kind === 'blank') continue;
    times.set(kind, (times.get(kind) ?? 0) + 1);
    texts.add(text.trim().toLowerCase());
  }
  let most: CellKind = 'blank';
  let total = 0;
  for (const [kind, count] of times) {
    total += count;
    if (count > (times.get(most) ?? 0)) most = kind;
  }
  return { kind: (times.get(most) ?? 0) >= total * 0.6 ? most : total > 0 ? 'words' : 'blank', texts };
}
