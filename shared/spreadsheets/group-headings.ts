// The names of groups that stand alone in rows between the people: a job, a town, a letter of the alphabet.
// Never taken for one by its words: only its place tells it from somebody of whom a name is all that is known.
import { isValueKind } from './cell-kind';
import { countFilled, type PeopleShape } from './people-shape';
import { kindIn } from './row-kinds';
import { isBlank } from './sheet-rows';
import type { SheetRow } from './spreadsheet';

/** In a narrower table a name alone is somebody whose address is missing. */
const leastWidth = 3;

/**
 * Places of such rows among `rows`, of which the first `count` are this table's; `others` are the places of those without an address.
 * One is told by standing first, behind a blank row, or where people have no words; then all like it are.
 */
export function findGroupHeadings(
  rows: readonly SheetRow[],
  count: number,
  others: readonly number[],
  people: PeopleShape,
): ReadonlySet<number> {
  if (people.width < leastWidth) return new Set();
  const alone: { index: number; column: number }[] = [];
  const told = new Set<number>();
  for (const index of others) {
    const [row, next] = [rows[index], rows[index + 1]];
    if (index + 1 >= count || row === undefined || next === undefined) break;
    if (countFilled(row) !== 1 || next.rowNumber !== row.rowNumber + 1 || countFilled(next) < 2) continue;
    const column = row.cells.findIndex((cell) => !isBlank(cell));
    if (kindIn(row, column) !== 'words') continue;
    alone.push({ index, column });
    const inColumn = people.kindOf(column);
    const isBehindGap = index > 0 && row.rowNumber - (rows[index - 1]?.rowNumber ?? 0) > 1;
    if (index === 0 || isBehindGap || inColumn === 'blank' || isValueKind(inColumn)) told.add(column);
  }
  return new Set(alone.filter(({ column }) => told.has(column)).map(({ index }) => index));
}
