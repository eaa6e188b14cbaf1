import { expect, test } from 'vitest';
import { formatOfFileName } from '../../../../electron/workbooks/write-results';

test('the ending of a file name picks the format, and nothing else is one', () => {
  expect(['a.XLSX', 'b.results.csv', 'c.xls', 'xlsx', 'd.csv/x', 'e.'].map(formatOfFileName)).toEqual([
    'xlsx',
    'csv',
    null,
    null,
    null,
    null,
  ]);
});
