import { expect, it } from 'vitest';
import { toSearchText } from '../../../../shared/operations/search-text';

it.each([
  ['Łukasz Đặng', 'lukasz dang'],
  ['İPEK Işık', 'ipek isik'],
  ['Ｊｕｒｇｅｎ', 'jurgen'],
  ['Jürgen Weiß', 'jurgen weiss'],
  ['Ana@Example.com', 'ana@example.com'],
])('finds %s by %s', (text, typed) => {
  expect(toSearchText(text)).toBe(typed);
  expect(toSearchText(toSearchText(text))).toBe(typed);
});

it('keeps vowels that stand beside their letter', () => {
  expect(toSearchText('का')).not.toBe(toSearchText('क'));
});
