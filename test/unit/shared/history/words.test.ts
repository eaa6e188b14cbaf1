import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toMarkedParts } from '../../../../shared/history/marked-parts';
import { toKeptSinceMs } from '../../../../shared/history/retention';
import { toAskedWords, toSearchExpression, toSearchWords } from '../../../../shared/history/search-words';

const nobody = { firstname: null, lastname: null, email: null, atsId: null, candidateId: null };
const marked = (text: string, search: string) =>
  toMarkedParts(text, toAskedWords(search))
    .map((part) => (part.isMarked ? `[${part.text}]` : part.text))
    .join('');

describe('words of a search', () => {
  it('are whole where something other than a blank goes on behind them', () => {
    expect(toSearchExpression(toAskedWords('Ana@exam'))).toBe('"ana" AND "exam"*');
    expect(toSearchExpression(toAskedWords('  Ngọc   ánh '))).toBe('"ngoc"* AND "anh"*');
    expect(toAskedWords('?!')).toEqual([]);
  });

  it('find every person by any beginning of any of their words, in any case', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.nat(40), (name, cut) => {
        const own = toSearchWords({ ...nobody, firstname: name });
        for (const { word } of toAskedWords(name).slice(0, 5)) {
          const begun = [...word].slice(0, 1 + (cut % [...word].length)).join('');
          expect(own.some((one) => one.startsWith(begun))).toBe(true);
        }
        expect(toSearchExpression(toAskedWords(name))).not.toMatch(/[^"]"[^ "*]*"[^ *]/);
      }),
    );
  });
});

describe('marked words', () => {
  it.each([
    ['Nguyễn Thị Minh Anh', 'minh an', 'Nguyễn Thị [Minh] [An]h'],
    ['Łukasz Đặng', 'đang luk', '[Łuk]asz [Đặng]'],
    ['minh.anh@example.com', 'minh.anh@ex', '[minh].[anh]@[ex]ample.com'],
    ['Straße', 'strass', '[Straß]e'],
    ['Ana', 'bo', 'Ana'],
    ['', 'bo', ''],
  ])('%s for "%s"', (text, search, wanted) => {
    expect(marked(text, search)).toBe(wanted);
  });

  it('lose no character of the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'grapheme', maxLength: 10 }),
        (text, search) => {
          expect(
            toMarkedParts(text, toAskedWords(search))
              .map((part) => part.text)
              .join(''),
          ).toBe(text);
        },
      ),
    );
  });
});

describe('how long runs are kept', () => {
  it('is counted in months of the calendar, to the last day of a shorter one', () => {
    const at = new Date(2026, 7, 31, 10).getTime();
    expect(new Date(toKeptSinceMs(6, at))).toEqual(new Date(2026, 1, 28, 10));
    expect(new Date(toKeptSinceMs(24, at))).toEqual(new Date(2024, 7, 31, 10));
  });
});
