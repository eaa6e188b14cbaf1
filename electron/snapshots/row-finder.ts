// Finds and sorts the rows of a pipeline in turns that leave time for everything else. Reads nothing.
import { toSearchText } from '../../shared/operations/search-text';
import type { PipelineFilter, pipelineSorts } from '../../shared/pipeline/pipeline-view';
import { type IndexedRow, matches } from './pipeline-rows';
import { sortInTurns } from './sort-in-turns';

export interface RowFinder<Row extends IndexedRow> {
  /** Everything that the filter finds, in the order asked for; what is not known comes last either way. */
  find(
    filter: PipelineFilter,
    sort: (typeof pipelineSorts)[number],
    isDescending: boolean,
  ): Promise<readonly Row[]>;
}

/** Letters of any language, "a2" before "a10". */
const collator = new Intl.Collator(undefined, { sensitivity: 'base', numeric: true });

/** Finds among rows that stay as they are. What was found last is kept, since the next question is mostly for more of it. */
export function createRowFinder<Row extends IndexedRow>(rows: readonly Row[]): RowFinder<Row> {
  let kept: { readonly key: string; readonly found: Promise<readonly Row[]> } | null = null;
  let namePlaces: Promise<ReadonlyMap<Row, number>> | null = null;

  const valuesOf = async (
    sort: (typeof pipelineSorts)[number],
  ): Promise<(one: Row) => number | null | undefined> => {
    switch (sort) {
      case 'name': {
        namePlaces ??= placeByName(rows);
        const places = await namePlaces;
        return (one) => places.get(one);
      }
      case 'stage':
        return ({ stagePlace }) => stagePlace;
      case 'score':
        return ({ row }) => row.score;
      case 'in-stage':
        // Those who have been there for less time first.
        return ({ row }) => (row.inStage === null ? null : -row.inStage.sinceMs);
    }
  };
  const search = async (...[filter, sort, isDescending]: Parameters<RowFinder<Row>['find']>) => {
    const wanted = toSearchText(filter.search.trim());
    const sortValue = await valuesOf(sort);
    const direction = isDescending ? -1 : 1;
    return await sortInTurns(
      rows.filter((one) => matches(one, filter, wanted)),
      (left, right) => compareKnown(sortValue(left), sortValue(right), direction),
    );
  };
  return {
    find: (filter, sort, isDescending) => {
      const key = JSON.stringify([filter, sort, isDescending]);
      if (kept?.key === key) return kept.found;
      kept = { key, found: search(filter, sort, isDescending) };
      return kept.found;
    },
  };
}

/** The place of each name among all; nothing for people without one. */
async function placeByName<Row extends IndexedRow>(rows: readonly Row[]): Promise<ReadonlyMap<Row, number>> {
  const named = rows.flatMap((one) => (one.row.name === null ? [] : [{ one, name: one.row.name }]));
  const sorted = await sortInTurns(named, (left, right) => collator.compare(left.name, right.name));
  return new Map(sorted.map(({ one }, place) => [one, place]));
}

function compareKnown(
  left: number | null | undefined,
  right: number | null | undefined,
  direction: number,
): number {
  const isLeftKnown = left !== null && left !== undefined;
  const isRightKnown = right !== null && right !== undefined;
  if (isLeftKnown && isRightKnown) return direction * (left - right);
  return Number(isRightKnown) - Number(isLeftKnown);
}
