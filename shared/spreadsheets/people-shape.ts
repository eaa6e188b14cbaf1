// How the rows of people in a sheet look: how many cells they fill, and what stands in which column. Rows unlike them are looked at twice.
import { type CellKind, isValueKind } from './cell-kind';
import { likenessToPeople } from './like-people';
import { kindIn } from './row-kinds';
import { isBlank } from './sheet-rows';
import type { SheetRow } from './spreadsheet';

/** What the people of a sheet have in common. */
export interface PeopleShape {
  /** Cells that half of them fill, and more. */
  readonly width: number;
  /** What most of them have in a column; `blank` where most have nothing there. */
  kindOf(column: number): CellKind;
  /** Their texts in a column, without blank ones. */
  textsIn(column: number): readonly string[];
}

/** Rows that show what all look like. */
const lookedAt = 40;

/** `people`: rows with an address or a link. */
export function shapeOfPeople(people: Iterable<SheetRow>): PeopleShape {
  const rows: SheetRow[] = [];
  for (const row of people) if (rows.push(row) === lookedAt) break;
  const widths = rows.map(countFilled).sort((one, other) => one - other);
  const kinds = new Map<number, CellKind>();
  return {
    width: widths[widths.length >> 1] ?? 0,
    kindOf(column) {
      const kind = kinds.get(column) ?? mostOf(rows, column);
      kinds.set(column, kind);
      return kind;
    },
    textsIn: (column) => rows.map(({ cells }) => cells[column] ?? '').filter((cell) => !isBlank(cell)),
  };
}

/** Cells of a row that show something. */
export function countFilled(row: SheetRow): number {
  let filled = 0;
  for (const cell of row.cells) if (!isBlank(cell)) filled++;
  return filled;
}

/** True where a row has an ID in a column of IDs, `TH-002 | Som`: no total has one. */
export function hasPeoplesId(row: SheetRow, people: PeopleShape): boolean {
  return row.cells.some((_, column) => kindIn(row, column) === 'id' && people.kindOf(column) === 'id');
}

/** True for a row of one text that is written as those of the people in its column: it may be somebody. */
export function isLikePeople(row: SheetRow, people: PeopleShape): boolean {
  if (countFilled(row) !== 1) return false;
  const column = row.cells.findIndex((cell) => !isBlank(cell));
  const usual = people.kindOf(column);
  if (usual === 'blank' || (isValueKind(usual) && kindIn(row, column) !== usual)) return false;
  return likenessToPeople(row.cells[column] ?? '', people.textsIn(column)) === 'like';
}

/** `words` where no kind is that of six in ten filled cells. */
function mostOf(rows: readonly SheetRow[], column: number): CellKind {
  const times = new Map<CellKind, number>();
  for (const row of rows) {
    const kind = kindIn(row, column);
    times.set(kind, (times.get(kind) ?? 0) + 1);
  }
  const filled = rows.length - (times.get('blank') ?? 0);
  if (filled < rows.length / 4) return 'blank';
  for (const [kind, count] of times) if (kind !== 'blank' && count >= filled * 0.6) return kind;
  return 'words';
}
