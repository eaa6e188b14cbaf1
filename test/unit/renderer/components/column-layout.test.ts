import { describe, expect, it } from 'vitest';
import {
  columnLayout,
  columnLetter,
  visibleColumns,
} from '../../../../renderer/components/data-grid/column-layout';

describe('columns side by side', () => {
  it('gives what is left to the growing ones, to the last pixel', () => {
    const places = columnLayout(
      [{ width: 100 }, { width: 100, grows: true }, { width: 100, grows: true }],
      501,
    );
    expect(places).toEqual([
      { left: 0, width: 100 },
      { left: 100, width: 201 },
      { left: 301, width: 200 },
    ]);
  });

  it('never makes a column narrower than it asks', () => {
    expect(
      columnLayout([{ width: 300, grows: true }, { width: 300 }], 200).map(({ width }) => width),
    ).toEqual([300, 300]);
  });

  it('finds the columns in view among 16,384', () => {
    const places = columnLayout(
      Array.from({ length: 16_384 }, () => ({ width: 100 })),
      1000,
    );
    expect(visibleColumns(places, 150_050, 1000)).toEqual({ from: 1500, to: 1511 });
  });

  it('letters columns as Excel does', () => {
    expect([0, 25, 26, 701, 702, 16_383].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA', 'XFD']);
  });
});
