import { expect, test } from 'vitest';
import { toXlsxText } from '../../../../shared/spreadsheets/xlsx-text';

/** As every reader of workbooks does it. */
const decode = (text: string) =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

test('what XML can hold stands as it is', () => {
  for (const text of [
    '',
    'Zoë',
    '=1+1',
    '<b>&"\'',
    'a\tb\nc',
    '_x',
    '__',
    'x0041',
    '_x00G1_',
    '👩‍👩‍👧',
    '\u0085',
  ]) {
    expect(toXlsxText(text)).toBe(text);
  }
});

test('what it cannot hold is named, and so is the underscore of a text that looks like such a name', () => {
  expect(toXlsxText('a\u0000b\rc\u007f\uffff')).toBe('a_x0000_b_x000D_c_x007F__xFFFF_');
  expect(toXlsxText('_x0041_')).toBe('_x005F_x0041_');
  expect(toXlsxText('_x005F_x0041_')).toBe('_x005F_x005F_x005F_x0041_');
});

test('every unit of UTF-16 comes back, also where it meets what looks like a name', () => {
  const wrong: string[] = [];
  for (let code = 0; code <= 0xffff; code++) {
    if (code >= 0xd800 && code <= 0xdfff) continue;
    const text = `_x00${String.fromCharCode(code)}_x0041_${String.fromCharCode(code)}`;
    if (decode(toXlsxText(text)) !== text) wrong.push(code.toString(16));
  }
  expect(wrong).toEqual([]);
});

test('a half of a pair is no character; a pair is', () => {
  expect(toXlsxText('\ud83d\ude00 \ud83d \ude00\ud83d')).toBe('\ud83d\ude00 \ufffd \ufffd\ufffd');
});
