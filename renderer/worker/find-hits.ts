// Which cells of the shown rows hold what is looked for, in the order in which they are read.
import type { PersonField } from '../../shared/operations/field';
import type { CellMatcher, CellQuery } from './cell-query';
import type { CheckedRows } from './checked-rows';
import { gridFields } from './grid-fields';

/** A cell by its row's place in the list that is shown. */
export interface HitPlace {
  readonly rowIndex: number;
  readonly field: PersonField;
}

export interface Hit extends HitPlace {
  /** 1-based, among `total`. */
  readonly number: number;
}

const width = gridFields.length;

/** The hits as numbers, row by row, in ascending order; `toHitPlace` reads one. */
export function findHits(
  checked: CheckedRows,
  view: readonly number[],
  query: CellQuery,
  { test }: CellMatcher,
): number[] {
  const columns = gridFields.flatMap((field, column) =>
    query.field === null || query.field === field ? [{ field, column }] : [],
  );
  const hits: number[] = [];
  for (const [rowIndex, rowNumber] of view.entries()) {
    const person = checked.row(rowNumber)?.person;
    if (person === undefined) continue;
    for (const { field, column } of columns) {
      const text = person[field];
      if (text !== null && test(text)) hits.push(rowIndex * width + column);
    }
  }
  return hits;
}

/** A cell as a number that grows in the order of reading; a row alone is the place before its first field. */
export function toHitNumber(rowIndex: number, field: PersonField | null): number {
  return rowIndex * width + (field === null ? -0.5 : gridFields.indexOf(field));
}

export function toHitPlace(hit: number): HitPlace {
  return { rowIndex: Math.floor(hit / width), field: gridFields[hit % width] ?? 'email' };
}

/** The index of the hit to go to from a place, round the end; `here` takes one at the place itself. @param hits at least one */
export function nextHitIndex(hits: readonly number[], from: number, way: 'here' | 'next' | 'before'): number {
  if (way === 'before') {
    const index = hits.findIndex((hit) => hit >= from);
    return index <= 0 ? hits.length - 1 : index - 1;
  }
  const index = hits.findIndex((hit) => (way === 'here' ? hit >= from : hit > from));
  return Math.max(0, index);
}
