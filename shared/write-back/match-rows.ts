// Which row of a file is which row of a run. By number where the file is the very one that the run came from; else by what stands in the
// cells, and only where one row of the run and one of the file are alike. Never guesses.
import type { BatchSource } from '../operations/batch';
import { maxCellLength } from '../spreadsheets/sheet-rows';
import type { OpenedSpreadsheet, Sheet, SheetRow } from '../spreadsheets/spreadsheet';
import { parseCellRange } from './cell-range';
import type { WriteBackRow, WriteBackValue } from './write-back-order';
import { WriteBackRefused } from './write-back-refused';

/** Where a run's rows stand in a file. */
export interface MatchedRows {
  readonly sheetIndex: number;
  readonly headerRow: number | null;
  /** 0-based. */
  readonly lastTableColumn: number;
  /** By the row's number in the file. */
  readonly rows: ReadonlyMap<number, readonly WriteBackValue[]>;
  /** Rows of the run, by their numbers then, that are not in the file or not there alone. */
  readonly missing: readonly number[];
}

/** The header of a changed file is looked for among so many rows: titles above it take fewer. */
const searchedRows = 200;
/** So many columns are named in a sentence. */
const columnsNamed = 5;

/** @throws WriteBackRefused where the file is not the one of the run, or nobody of the run is in it. */
export function matchRows(
  opened: OpenedSpreadsheet,
  source: BatchSource,
  rows: readonly WriteBackRow[],
  isSameFile: boolean,
): MatchedRows {
  const byNumber = isSameFile ? matchByNumber(opened, source, rows) : null;
  const matched = byNumber ?? matchByCells(opened, source, rows);
  if (matched.rows.size === 0)
    throw new WriteBackRefused(
      `Nobody of this run stands in ${opened.fileName} as they did when it was sent. Nothing was saved. Choose the file that the run came from: ${source.fileName}.`,
    );
  return matched;
}

/** Null where the sheet does not look as it did: it was read in another way then. */
function matchByNumber(
  opened: OpenedSpreadsheet,
  source: BatchSource,
  rows: readonly WriteBackRow[],
): MatchedRows | null {
  const sheetIndex = opened.sheets.findIndex(({ name }) => name === source.sheetName);
  const sheet = opened.sheets[sheetIndex];
  if (sheet === undefined) return null;
  const columns = source.columns.map(({ letter }) => columnOf(letter));
  const header = sheet.rows.find(({ rowNumber }) => rowNumber === source.headerRow);
  const isAsThen = source.columns.every(({ header: text }, place) => {
    const now = (header?.cells[columns[place] ?? 0] ?? '').trim();
    // A form's second header line names what the first one leaves open.
    return now === text || now === '';
  });
  if (source.headerRow !== null && !isAsThen) return null;
  const there = new Set(sheet.rows.map(({ rowNumber }) => rowNumber));
  return {
    sheetIndex,
    headerRow: source.headerRow,
    lastTableColumn: Math.max(0, ...columns),
    rows: new Map(
      rows
        .filter(({ rowNumber }) => there.has(rowNumber))
        .map(({ rowNumber, values }) => [rowNumber, values]),
    ),
    missing: rows.flatMap(({ rowNumber }) => (there.has(rowNumber) ? [] : [rowNumber])),
  };
}

function matchByCells(
  opened: OpenedSpreadsheet,
  source: BatchSource,
  rows: readonly WriteBackRow[],
): MatchedRows {
  const named = opened.sheets.filter(({ name }) => name === source.sheetName);
  let best: MatchedRows | null = null;
  let fewestLost: readonly string[] | null = null;
  for (const sheet of named.length > 0 ? named : opened.sheets) {
    const { headerRow, columns, lost } = findColumns(sheet, source);
    if (lost.length > 0) {
      if (fewestLost === null || lost.length < fewestLost.length) fewestLost = lost;
      continue;
    }
    const pairs = pairRows(sheet, headerRow, columns, rows);
    if (best !== null && best.rows.size >= pairs.rows.size) continue;
    const lastTableColumn = Math.max(0, ...columns.filter((column) => column !== null));
    best = { sheetIndex: opened.sheets.indexOf(sheet), headerRow, lastTableColumn, ...pairs };
  }
  if (best !== null) return best;
  const lost = (fewestLost ?? []).slice(0, columnsNamed).join(', ');
  throw new WriteBackRefused(
    `${opened.fileName} does not have all the columns that the run's people came with${lost === '' ? '' : `: ${lost} ${fewestLost?.length === 1 ? 'is' : 'are'} missing`}. Nothing was saved. Choose ${source.fileName}, or a copy of it that still has them.`,
  );
}

interface FoundColumns {
  readonly headerRow: number | null;
  /** Where each of the run's columns stands now; null where one without a name cannot be told. */
  readonly columns: readonly (number | null)[];
  /** Headers that are not there. */
  readonly lost: readonly string[];
}

function findColumns(sheet: Sheet, source: BatchSource): FoundColumns {
  if (source.headerRow === null)
    return { headerRow: null, columns: source.columns.map(({ letter }) => columnOf(letter)), lost: [] };
  let best: FoundColumns | null = null;
  for (const row of sheet.rows.slice(0, searchedRows)) {
    const found = inHeader(row, source);
    if (best === null || found.lost.length < best.lost.length) best = found;
    if (best.lost.length === 0) break;
  }
  return best ?? { headerRow: null, columns: [], lost: source.columns.map(({ header }) => header) };
}

/** Columns by their names; those of one name in their order, where there are as many of them as then. */
function inHeader(row: SheetRow, source: BatchSource): FoundColumns {
  const now = places(row.cells);
  const then = places(source.columns.map(({ header }) => header));
  const lost = new Set<string>();
  const columns = source.columns.map(({ header }, place) => {
    if (header === '') return null;
    const found = now.get(header) ?? [];
    const before = then.get(header) ?? [];
    if (found.length === before.length) return found[before.indexOf(place)] ?? null;
    lost.add(header);
    return null;
  });
  return { headerRow: row.rowNumber, columns, lost: [...lost] };
}

function places(texts: readonly string[]): ReadonlyMap<string, number[]> {
  const places = new Map<string, number[]>();
  texts.forEach((text, place) => {
    const key = text.trim();
    places.set(key, [...(places.get(key) ?? []), place]);
  });
  return places;
}

function pairRows(
  sheet: Sheet,
  headerRow: number | null,
  columns: readonly (number | null)[],
  rows: readonly WriteBackRow[],
): Pick<MatchedRows, 'rows' | 'missing'> {
  const compared = columns.flatMap((column, place) => (column === null ? [] : [{ column, place }]));
  const now = new Map<string, number | null>();
  for (const { rowNumber, cells } of sheet.rows) {
    if (headerRow !== null && rowNumber <= headerRow) continue;
    note(now, keyOf(compared.map(({ column }) => cells[column] ?? '')), rowNumber);
  }
  const then = new Map<string, number | null>();
  const keys = rows.map(({ cells }) => keyOf(compared.map(({ place }) => cells[place] ?? '')));
  keys.forEach((key, index) => {
    note(then, key, index);
  });
  const paired = new Map<number, readonly WriteBackValue[]>();
  const missing: number[] = [];
  rows.forEach(({ rowNumber, values }, index) => {
    const key = keys[index] ?? '';
    const place = now.get(key) ?? null;
    if (key === '' || place === null || then.get(key) !== index) missing.push(rowNumber);
    else paired.set(place, values);
  });
  return { rows: paired, missing };
}

/** What is there twice counts for nobody. */
function note(known: Map<string, number | null>, key: string, value: number): void {
  known.set(key, known.has(key) ? null : value);
}

/** Cells as one text; '' where none of them has any. A batch holds no more of a cell than Excel does. */
function keyOf(cells: readonly string[]): string {
  return cells.every((cell) => cell === '')
    ? ''
    : JSON.stringify(cells.map((cell) => cell.slice(0, maxCellLength)));
}

function columnOf(letter: string): number {
  return parseCellRange(letter)?.left ?? 0;
}
