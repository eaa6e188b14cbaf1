import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RepeatedTexts } from '../../../../shared/spreadsheets/repeated-texts';

test('whatever came before, a text stays the text that it is', () => {
  const few = fc.stringMatching(/^[ab]{0,14}$/);
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.oneof(few, fc.string()), fc.nat(20)), { maxLength: 200 }), (cells) => {
      const repeated = new RepeatedTexts();
      for (const [text, column] of cells) expect(repeated.take(text, column)).toBe(text);
    }),
  );
});
