import { describe, expect, test } from 'vitest';
import type { IndexedRow } from '../../../../electron/snapshots/pipeline-rows';
import { createRowFinder } from '../../../../electron/snapshots/row-finder';
import { sortInTurns } from '../../../../electron/snapshots/sort-in-turns';
import type { pipelineSorts } from '../../../../shared/pipeline/pipeline-view';
import { noFilter } from '../../../helpers/pipeline-questions';

const makeRow = (name: string | null, score: number | null, index: number): IndexedRow => ({
  row: {
    applicationId: `a${index}`,
    candidateId: null,
    name,
    email: null,
    atsCandidateId: null,
    stageId: null,
    stageTitle: null,
    jobPostTitle: null,
    score,
    submission: 'none',
    inStage: null,
    changes: [],
  },
  searchText: (name ?? '').toLowerCase(),
  stagePlace: 0,
});
const rows = [
  ['Zoë Ängström', 3],
  [null, 9],
  ['ana silva', null],
  ['Ana 10', 5],
  ['Ana 2', 8],
].map(([name, score], index) => makeRow(name as string | null, score as number | null, index));

describe('rows of a pipeline in order', () => {
  const order = async (sort: (typeof pipelineSorts)[number], isDescending: boolean) =>
    (await createRowFinder(rows).find(noFilter, sort, isDescending)).map(({ row }) => row.name ?? row.score);

  test('names as people sort them, those without one last either way', async () => {
    expect(await order('name', false)).toEqual(['Ana 2', 'Ana 10', 'ana silva', 'Zoë Ängström', 9]);
    expect(await order('name', true)).toEqual(['Zoë Ängström', 'ana silva', 'Ana 10', 'Ana 2', 9]);
  });

  test('scores, those without one last either way', async () => {
    expect(await order('score', true)).toEqual([9, 'Ana 2', 'Ana 10', 'Zoë Ängström', 'ana silva']);
    expect(await order('score', false)).toEqual(['Zoë Ängström', 'Ana 10', 'Ana 2', 9, 'ana silva']);
  });

  test('a filter holds, and the next question gets its own answer', async () => {
    const finder = createRowFinder(rows);
    expect(await finder.find({ ...noFilter, search: 'Ana' }, 'name', false)).toHaveLength(3);
    expect(await finder.find(noFilter, 'name', false)).toHaveLength(5);
  });
});

describe('sorting in turns', () => {
  test('gives what a sort gives, equal ones in their order', async () => {
    for (const count of [0, 1, 2, 3, 7, 1000, 12_345]) {
      const items = Array.from({ length: count }, (_, index) => ({ key: (index * 7919) % 101, index }));
      const compare = (left: { key: number }, right: { key: number }) => left.key - right.key;
      expect(await sortInTurns(items, compare)).toEqual([...items].sort(compare));
    }
  });

  test('lets others have their turn', async () => {
    let turns = 0;
    const timer = setInterval(() => {
      turns += 1;
    }, 0);
    const items = Array.from({ length: 100_000 }, (_, index) => (index * 7919) % 100_003);
    await sortInTurns(items, (left, right) => left - right);
    clearInterval(timer);
    expect(turns).toBeGreaterThan(5);
  });
});
