import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowsInView, rowsToDraw, scrollTopFor } from '../../../../renderer/components/data-grid/row-window';

const view = { scrollTop: 0, height: 280, headerHeight: 28, rowHeight: 28 };

describe('the rows of a grid', () => {
  it('are those below the header, and at the end the last ones', () => {
    expect(rowsInView(1_048_576, view)).toEqual({ first: 0, last: 9 });
    expect(rowsInView(1_048_576, { ...view, scrollTop: 1_048_576 * 28 + 28 - 280 })).toEqual({
      first: 1_048_566,
      last: 1_048_575,
    });
    expect(rowsInView(3, view)).toEqual({ first: 0, last: 2 });
  });

  it('are none where there is nothing to see', () => {
    expect(rowsToDraw(0, rowsInView(0, view), 12, 0)).toEqual([]);
    expect(rowsToDraw(9, rowsInView(9, { ...view, height: 0 }), 12, 0)).toEqual([]);
  });

  it('are drawn once each, in their order, with the one in focus wherever it is', () => {
    expect(rowsToDraw(100, { first: 50, last: 52 }, 1, 3)).toEqual([3, 49, 50, 51, 52, 53]);
    expect(rowsToDraw(100, { first: 50, last: 52 }, 1, 51)).toEqual([49, 50, 51, 52, 53]);
    expect(rowsToDraw(100, { first: 98, last: 99 }, 1, 99)).toEqual([97, 98, 99]);
    expect(rowsToDraw(100, { first: 0, last: 1 }, 1, 99)).toEqual([0, 1, 2, 99]);
  });

  it('are seen whole where they are scrolled to, below the header, and a seen one moves nothing', () => {
    fc.assert(
      fc.property(
        fc.nat(999),
        fc.nat(27_000),
        fc.integer({ min: 60, max: 900 }),
        (row, scrollTop, height) => {
          const next = scrollTopFor(row, { ...view, scrollTop, height });
          const top = view.headerHeight + row * view.rowHeight;
          expect(top - next).toBeGreaterThanOrEqual(view.headerHeight);
          expect(top + view.rowHeight - next).toBeLessThanOrEqual(height);
          expect(scrollTopFor(row, { ...view, scrollTop: next, height })).toBe(next);
        },
      ),
    );
  });
});
