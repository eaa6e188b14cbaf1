// The names of groups that stand alone in rows between the people: a job, a town, a letter of the alphabet.
// Never taken for one by its words: its place tells it from somebody of whom a name is all that is known, and how it is written.
import { isValueKind } from './cell-kind';
import { likenessToPeople, type PeopleLikeness } from './like-people';
import { countFilled, type PeopleShape } from './people-shape';
import { kindIn } from './row-kinds';
import { isBlank } from './sheet-rows';
import type { SheetRow } from './spreadsheet';

/** In a narrower table a name alone is somebody whose address is missing. */
const leastWidth = 3;

/** A row of one text. */
interface LoneText {
  readonly index: number;
  readonly likeness: PeopleLikeness;
  /** It stands first, behind a blank row, or where people have no words. */
  readonly isTold: boolean;
  readonly isFirst: boolean;
  /** People follow at once. */
  readonly isAbovePeople: boolean;
}

/**
 * Places of such rows among `rows`, of which the first `count` are this table's; `others` are the places of those without an address.
 * Where one is told, all of its column are that are not written as people are; in doubt it is somebody.
 */
export function findGroupHeadings(
  rows: readonly SheetRow[],
  count: number,
  others: readonly number[],
  people: PeopleShape,
): ReadonlySet<number> {
  if (people.width < leastWidth) return new Set();
  const columns = new Map<number, LoneText[]>();
  for (const index of others) {
    const row = rows[index];
    if (index >= count || row === undefined) break;
    if (countFilled(row) !== 1) continue;
    const column = row.cells.findIndex((cell) => !isBlank(cell));
    if (kindIn(row, column) !== 'words') continue;
    const next = index + 1 < count ? rows[index + 1] : undefined;
    const usual = people.kindOf(column);
    const isStrange = usual === 'blank' || isValueKind(usual);
    const isBehindGap = index > 0 && row.rowNumber - (rows[index - 1]?.rowNumber ?? 0) > 1;
    const lone = columns.get(column) ?? [];
    columns.set(column, lone);
    lone.push({
      index,
      likeness: isStrange ? 'unlike' : likenessToPeople(row.cells[column] ?? '', people.textsIn(column)),
      isTold: index === 0 || isBehindGap || isStrange,
      isFirst: index === 0,
      isAbovePeople: next !== undefined && next.rowNumber === row.rowNumber + 1 && countFilled(next) > 1,
    });
  }
  return new Set(
    [...columns.values()].flatMap((lone) => headingsAmong(lone, () => hasGapAbovePeople(rows, count))),
  );
}

/** True where a blank row stands right above somebody with an address: then blank rows part no groups. */
function hasGapAbovePeople(rows: readonly SheetRow[], count: number): boolean {
  for (let index = 1; index < count; index++) {
    const isBehindGap = (rows[index]?.rowNumber ?? 0) - (rows[index - 1]?.rowNumber ?? 0) > 1;
    if (isBehindGap && rows[index]?.cells.some((cell) => cell.includes('@'))) return true;
  }
  return false;
}

function headingsAmong(lone: readonly LoneText[], isGapElsewhere: () => boolean): number[] {
  const above = lone.filter(({ isAbovePeople }) => isAbovePeople);
  const places = (texts: readonly LoneText[]) => texts.map(({ index }) => index);
  // A name for each group and nowhere else, and two groups at the least.
  const partsAll = lone.length > 1 && above.length === lone.length;
  if (partsAll && lone.every(({ isTold }) => isTold) && !isGapElsewhere()) return places(lone);
  const written = above.filter(({ likeness }) => likeness !== 'like');
  if (partsAll && written.length === lone.length && written.some(({ isTold }) => isTold)) return places(lone);
  const isTold = above.some(
    (text) =>
      text.isTold &&
      (text.likeness === 'unlike' ||
        (text.likeness === 'short' && !text.isFirst && above.length === lone.length)),
  );
  return isTold ? places(written) : [];
}
