import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { splitRows } from '../../../../shared/spreadsheets/split-rows';

/** A repeatable source of chance: the same rows in every run. */
function makeRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    return state % below;
  };
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
      expect(splitRows(text, ';'), JSON.stringify(text)).toEqual(
        text === '' || text.endsWith('\n') ? expected.slice(0, -1) : expected,
      );
    }
  });

  it('gives no row for the line end after the last row, and one for every blank row before', () => {
    expect(splitRows('a,b\n\nc\n', ',')).toEqual([['a', 'b'], [''], ['c']]);
    expect(splitRows('a,b\nc,', ',')).toEqual([
      ['a', 'b'],
      ['c', ''],
    ]);
    expect(splitRows('"a"\n', ',')).toEqual([['a']]);
  });
});
