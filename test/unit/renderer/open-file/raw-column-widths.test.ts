import { describe, expect, it } from 'vitest';
import { rawColumnWidths } from '../../../../renderer/screens/open-file/parts/raw-column-widths';
import type { RawRow } from '../../../../renderer/worker/session-types';

const line = (role: RawRow['role'], ...cells: string[]): RawRow => ({
  rowNumber: 1,
  cells,
  hidden: false,
  role,
});
/** Wide letters are wide. */
const measured = (text: string, isHeader: boolean) =>
  [...text].reduce((sum, letter) => sum + ('mW@'.includes(letter) ? 14 : 6), 0) + (isHeader ? 4 : 0);

describe('the widths of a sheet’s columns', () => {
  it('hold the widest text, not the one with the most letters', () => {
    const rows = [
      line('header', 'ID', 'Mail'),
      line('person', 'iiiiiiii', 'x'),
      line('person', 'mW@mW@', 'y'),
    ];
    expect(rawColumnWidths(rows, 2, measured)[0]).toBe(6 * 14 + 18);
  });

  it('are never so wide that the other columns are out of view, and leave titles out', () => {
    const rows = [line('above', 'A title over all columns'), line('person', 'a', 'm'.repeat(200))];
    expect(rawColumnWidths(rows, 2, measured)).toEqual([56, 320]);
  });
});
