import { describe, expect, it } from 'vitest';
import {
  columnName,
  fieldChoice,
  mappingSentence,
} from '../../../../renderer/screens/map-columns/mapping-words';
import type { ColumnView } from '../../../../renderer/worker/session-types';
import type { InviteField } from '../../../../shared/operations/field';

const makeColumn = (columnIndex: number, field: InviteField | null): ColumnView => ({
  columnIndex,
  letter: 'ABCDEFG'.charAt(columnIndex),
  header: `Header ${columnIndex}`,
  values: [],
  field,
  reason: '',
  isHidden: false,
});

describe('the words of the mapping', () => {
  it('count what is used and what is kept', () => {
    const columns = [makeColumn(0, null), makeColumn(1, 'email'), makeColumn(2, 'firstname')];
    expect(mappingSentence({ columns })).toBe(
      '2 columns will be used, 1 is kept for your results. Change any that is wrong.',
    );
    expect(mappingSentence({ columns: [makeColumn(0, null)] })).toContain('none of the columns');
  });

  it('say which column gives a field up before it is chosen', () => {
    const columns = [makeColumn(0, 'email'), makeColumn(1, null), makeColumn(2, 'fullname')];
    const own = makeColumn(1, null);
    expect(fieldChoice('email', columns, own)).toBe('Email (moves from A)');
    expect(fieldChoice('cv_link', columns, own)).toBe('CV link');
    expect(fieldChoice('firstname', columns, own)).toBe('First name (moves from C)');
    expect(fieldChoice('email', columns, makeColumn(0, 'email'))).toBe('Email');
  });

  it('name a column without a header by its letter', () => {
    expect(columnName({ header: '', letter: 'AB' })).toBe('Column AB');
  });
});
