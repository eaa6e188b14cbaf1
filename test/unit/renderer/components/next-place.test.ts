import { describe, expect, it } from 'vitest';
import { nextEditable, nextPlace } from '../../../../renderer/components/data-grid/next-place';

const size = { rowCount: 100, columnCount: 4, pageRows: 10 };
const from = { row: 50, column: 2 };

describe('where keys lead in a grid', () => {
  it.each([
    ['ArrowDown', false, { row: 51, column: 2 }],
    ['ArrowUp', true, { row: 0, column: 2 }],
    ['ArrowRight', true, { row: 50, column: 3 }],
    ['Home', false, { row: 50, column: 0 }],
    ['Home', true, { row: 0, column: 0 }],
    ['End', true, { row: 99, column: 3 }],
    ['PageDown', false, { row: 60, column: 2 }],
  ])('%s with control %s', (key, withControl, expected) => {
    expect(nextPlace(from, key, withControl, size)).toEqual(expected);
  });

  it('never leaves the grid', () => {
    expect(nextPlace({ row: 0, column: 0 }, 'ArrowUp', false, size)).toEqual({ row: 0, column: 0 });
    expect(nextPlace({ row: 95, column: 3 }, 'PageDown', false, size)).toEqual({ row: 99, column: 3 });
  });

  it('leaves other keys alone', () => {
    expect(nextPlace(from, 'a', false, size)).toBeNull();
  });
});

describe('Tab while editing', () => {
  const canEdit = ({ column }: { column: number }) => column === 1 || column === 2;

  it('goes to the next cell that can be edited, over the end of the row', () => {
    expect(nextEditable({ row: 5, column: 1 }, false, size, canEdit)).toEqual({ row: 5, column: 2 });
    expect(nextEditable({ row: 5, column: 2 }, false, size, canEdit)).toEqual({ row: 6, column: 1 });
    expect(nextEditable({ row: 6, column: 1 }, true, size, canEdit)).toEqual({ row: 5, column: 2 });
  });

  it('ends at the grid’s ends', () => {
    expect(nextEditable({ row: 99, column: 2 }, false, size, canEdit)).toBeNull();
    expect(nextEditable({ row: 0, column: 1 }, true, size, canEdit)).toBeNull();
  });
});
