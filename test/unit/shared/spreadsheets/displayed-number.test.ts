import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayedNumber } from '../../../../shared/spreadsheets/displayed-number';

/** What Excel (English, United States) shows for a value under a format. */
const shown: readonly (readonly [value: number, format: string, text: string])[] = [
  // General: whole up to 15 digits, as Excel beyond
  [0, 'General', '0'],
  [-7, 'General', '-7'],
  [1234567890123, 'General', '1234567890123'],
  [999999999999999, 'General', '999999999999999'],
  [1234567890123456, 'General', '1.23457E+15'],
  [9876543210123456, 'General', '9.87654E+15'],
  [1e20, 'General', '1E+20'],
  [0.1 + 0.2, 'General', '0.3'],
  [2.12345678901234, 'General', '2.123456789'],
  [12345.678, 'General', '12345.678'],
  [0.0001, 'General', '0.0001'],
  [0.000012345678, 'General', '1.23457E-05'],
  // digits
  [417, '00000', '00417'],
  [1234567, '00000', '1234567'],
  [42, '0000-000', '0000-042'],
  [2025550143, '(000) 000-0000', '(202) 555-0143'],
  [1234567, '000\\-00\\-0000', '001-23-4567'],
  [7, '"C-"0000', 'C-0007'],
  [5, '0" pts"', '5 pts'],
  [1234.5, '#,##0', '1,235'],
  [1234567.891, '#,##0.00', '1,234,567.89'],
  [0.5, '0.0#', '0.5'],
  [0.256, '0.0#', '0.26'],
  [1.005, '0.00', '1.01'],
  [0, '#', ''],
  [0.5, '#.00', '.50'],
  [12345678, '#,##0,', '12,346'],
  [-3.5, '0.0', '-3.5'],
  [-3.5, '0.0;(0.0)', '(3.5)'],
  [0, '0;-0;"none"', 'none'],
  [12, '[Red]0;[Blue]-0', '12'],
  [1500, '[>=1000]0.0,"k";0', '1.5k'],
  [500, '[>=1000]0.0,"k";0', '500'],
  [3450, '#,##0\\ [$€-407]', '3,450 €'],
  [9.5, '_($* #,##0.00_)', '$9.50'],
  [-0.001, '0.0', '0.0'],
  // percent, exponent, fractions
  [0.64, '0%', '64%'],
  [0.72, '0.0%', '72.0%'],
  [0.072, '0.00%', '7.20%'],
  [12345, '0.00E+00', '1.23E+04'],
  [0.00012, '0.0E+0', '1.2E-4'],
  // whole in the file, whatever the cell shows
  [1234567890123, '0.0E+00', '1234567890123'],
  [123456789012345, '0.00E+00', '123456789012345'],
  [1234567890123456, '0.00E+00', '1.23E+15'],
  [1234567890.5, '0.0E+0', '1.2E+9'],
  [12345, '##0.0E+0', '12.3E+3'],
  [1.5, '# ?/?', '1 1/2'],
  [0.333333, '# ?/?', '1/3'],
  [2.25, '# ??/16', '2 4/16'],
  // dates and times
  [45720, 'dd.mm.yyyy', '04.03.2025'],
  [45720, 'd/m/yy', '4/3/25'],
  [45720, 'yyyy-mm-dd', '2025-03-04'],
  [45720, 'd mmm yyyy', '4 Mar 2025'],
  [45720, 'dddd, mmmm d', 'Tuesday, March 4'],
  [45720.385, 'm/d/yyyy h:mm', '3/4/2025 9:14'],
  [45720.75, 'h:mm AM/PM', '6:00 PM'],
  [0.0000115741, 'h:mm:ss', '0:00:01'],
  [1.5, '[h]:mm', '36:00'],
  [0.000694444, 'mm:ss', '01:00'],
  [0.00000578704, 'ss.0', '00.5'],
  [45720.99999999, 'yyyy-mm-dd hh:mm', '2025-03-05 00:00'],
  [1, 'yyyy-mm-dd', '1900-01-01'],
  [59, 'yyyy-mm-dd', '1900-02-28'],
  [60, 'yyyy-mm-dd', '1900-02-29'],
  [61, 'yyyy-mm-dd', '1900-03-01'],
  [45720, '[$-407]dd. mmmm yyyy', '04. März 2025'],
  [45720, '[$-0415]d mmmm yyyy', '4 marca 2025'],
  [45720, '[$-0415]mmmm yyyy', 'marzec 2025'],
  [45720, '[$-fr-FR]dddd d mmmm yyyy', 'mardi 4 mars 2025'],
  [45720, '[$-1040C]d mmmm', '4 mars'],
  [45720, '[$-F800]dddd, mmmm dd, yyyy', 'Tuesday, March 04, 2025'],
  [60, '[$-407]d. mmmm yyyy', '29. Februar 1900'],
  [45720, 'yyyy"年"m"月"d"日"', '2025年3月4日'],
  // text format on a number
  [417, '@', '417'],
];

describe('displayedNumber', () => {
  it.each(shown)('%d under %s is %s', (value, format, text) => {
    expect(displayedNumber(value, format)).toBe(text);
  });

  it('counts days from 1904 where the workbook does', () => {
    expect(displayedNumber(45720 - 1462, 'dd/mm/yyyy', true)).toBe('04/03/2025');
    expect(displayedNumber(0, 'd/m/yyyy', true)).toBe('1/1/1904');
  });

  it('gives the number where its format shows a date that Excel does not have', () => {
    expect(displayedNumber(-1, 'yyyy-mm-dd')).toBe('-1');
    expect(displayedNumber(3_000_000, 'yyyy-mm-dd')).toBe('3000000');
  });

  it('finds the nearest fraction that a format has room for', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 9_999_999 }),
        fc.integer({ min: 1, max: 3 }),
        (millionths, digits) => {
          const value = millionths / 1e6;
          const distances = Array.from({ length: 10 ** digits - 1 }, (_, index) =>
            Math.abs(Math.round(value * (index + 1)) / (index + 1) - value),
          );
          const shown = displayedNumber(value, `# ${'?'.repeat(digits)}/${'?'.repeat(digits)}`);
          const [, whole = '0', over = '0', under = '1'] =
            /^(?:(\d+)(?: |$))?(?:(\d+)\/(\d+))?$/.exec(shown) ?? [];
          expect(Math.abs(Number(whole) + Number(over) / Number(under) - value)).toBeCloseTo(
            Math.min(...distances),
            11,
          );
        },
      ),
    );
  });

  it('takes any text for a format without failing', () => {
    for (const format of [
      '"',
      '[',
      '\\',
      ';;;',
      '[$',
      '0.0.0',
      '####',
      'E+',
      '/',
      '0/0/0',
      '[>]0',
      '@@',
      '%%%',
      'yyyyyyyy',
      'General"x"',
      '😀0',
    ]) {
      expect(typeof displayedNumber(1234.5, format)).toBe('string');
    }
  });
});
