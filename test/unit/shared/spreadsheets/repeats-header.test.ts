import fc from 'fast-check';
import { expect, it } from 'vitest';
import { headerText } from '../../../../shared/spreadsheets/header-text';
import { repeatsHeader } from '../../../../shared/spreadsheets/repeats-header';

const text = fc
  .array(
    fc.constantFrom(
      'a',
      'A',
      'b',
      '7',
      '#',
      ' ',
      '_',
      '-',
      ':',
      'é',
      'É',
      'e',
      '\u0301',
      'ß',
      's',
      '李',
      'K',
    ),
    {
      minLength: 1,
      maxLength: 7,
    },
  )
  .map((letters) => letters.join(''))
  .filter((letters) => letters.trim() !== '');

it('tells header texts apart as folding them would, whatever they are written with', () => {
  const row = (...cells: string[]) => ({ rowNumber: 1, cells, hidden: false });
  const folded = (one: string) => headerText(one).replaceAll(' ', '');
  fc.assert(
    fc.property(text, text, (one, other) => {
      fc.pre(other.length <= one.length * 2 && one.length <= other.length * 2);
      expect(repeatsHeader(row(other, 'Email'), row(one, 'Email'))).toBe(folded(one) === folded(other));
    }),
    { numRuns: 3000 },
  );
});
