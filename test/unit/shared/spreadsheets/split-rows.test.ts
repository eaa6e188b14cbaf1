import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { isBlank } from '../../../../shared/spreadsheets/sheet-rows';
import { splitRows } from '../../../../shared/spreadsheets/split-rows';

/** A repeatable source of chance: the same rows in every run. */
function makeRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    return state % below;
  };
}

function numbered(text: string, delimiter: string): (string | number)[][] {
  return splitRows(text, delimiter).rows.map(({ rowNumber, cells }) => [rowNumber, ...cells]);
}

describe('splitRows', () => {
  it('agrees with papaparse on 2,000 well-formed files', () => {
    const pieces = ['', 'a', 'Żak', 'x y', '"', '""', ',', ';', '\n', ' ', '🌻', '@', '=1+1'];
    for (let seed = 1; seed <= 2_000; seed++) {
      const random = makeRandom(seed);
      const rows = Array.from({ length: 1 + random(6) }, () =>
        Array.from({ length: 1 + random(5) }, () =>
          Array.from({ length: random(4) }, () => pieces[random(pieces.length)] ?? '').join(''),
        ),
      );
      const text = Papa.unparse(rows, { newline: '\n', delimiter: ';' });
      const expected = Papa.parse<string[]>(text, { delimiter: ';', newline: '\n' }).data;
      const shown = expected
        .map((cells, index) => [index + 1, ...cells])
        .filter(([, ...cells]) => cells.some((cell) => !isBlank(String(cell))));
      expect(numbered(text, ';'), JSON.stringify(text)).toEqual(shown);
    }
  });

  it('counts blank rows, and gives no row for the line end after the last one', () => {
    expect(numbered('a,b\n\nc\n', ',')).toEqual([
      [1, 'a', 'b'],
      [3, 'c'],
    ]);
    expect(numbered('a,b\nc,', ',')).toEqual([
      [1, 'a', 'b'],
      [2, 'c', ''],
    ]);
    expect(numbered('"a"\n', ',')).toEqual([[1, 'a']]);
  });
});
