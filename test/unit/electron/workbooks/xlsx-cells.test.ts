import { expect, test } from 'vitest';
import { crc32 } from '../../../../electron/workbooks/crc32';
import { formatOfFileName } from '../../../../electron/workbooks/write-results';
import { toColumnLetter } from '../../../../electron/workbooks/xlsx-cells';

test('columns are lettered as in Excel', () => {
  expect([0, 25, 26, 51, 52, 701, 702, 16_383].map(toColumnLetter)).toEqual([
    'A',
    'Z',
    'AA',
    'AZ',
    'BA',
    'ZZ',
    'AAA',
    'XFD',
  ]);
});

test('the checksum is that of the zip format, also in pieces', () => {
  const bytes = Buffer.from('123456789');
  expect(crc32(bytes)).toBe(0xcbf43926);
  expect(crc32(bytes.subarray(4), crc32(bytes.subarray(0, 4)))).toBe(0xcbf43926);
});

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
