import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type Difference, knownDifferences } from './known-differences';
import { type CorpusFile, makeCorpus } from './make-corpus';
import { type CellTexts, readAsExceljsDoes, readAsHucreDoes, readAsWeDo } from './read-as-others-do';

const samples = ['07-talent-pool.xlsm', '08-postulantes.xlsx', '09-candidats.xlsx'].map(
  (name): CorpusFile => ({
    name,
    bytes: new Uint8Array(
      readFileSync(fileURLToPath(new URL(`../../../fixtures/samples/${name}`, import.meta.url))),
    ),
  }),
);
const files = [...samples, ...(await makeCorpus())];
const readers = { hucre: readAsHucreDoes, exceljs: readAsExceljsDoes };

async function differencesOf(file: CorpusFile, reader: keyof typeof readers): Promise<Difference[]> {
  const about = { file: file.name, reader };
  const ours = await readAsWeDo(file.bytes);
  expect(ours.size).toBeGreaterThan(0);
  let theirs: CellTexts;
  try {
    theirs = await readers[reader](file.bytes);
  } catch (error) {
    return [{ ...about, place: 'nothing is read', ours: '', theirs: String(error) }];
  }
  return [...new Set([...ours.keys(), ...theirs.keys()])]
    .map((place) => ({ ...about, place, ours: ours.get(place) ?? '', theirs: theirs.get(place) ?? '' }))
    .filter((difference) => difference.ours !== difference.theirs);
}

describe('every cell and link is what other readers see, or the difference is known', () => {
  const seen = new Set<number>();

  it.each(
    files.flatMap((file) => [
      { file, reader: 'hucre' as const },
      { file, reader: 'exceljs' as const },
    ]),
  )('$file.name beside $reader', async ({ file, reader }) => {
    const unknown = (await differencesOf(file, reader)).filter((difference) => {
      const rule = knownDifferences.findIndex(({ covers }) => covers(difference));
      if (rule !== -1) seen.add(rule);
      return rule === -1;
    });
    expect(unknown).toEqual([]);
  });

  it('no known difference has gone', () => {
    expect(knownDifferences.filter((_rule, index) => !seen.has(index)).map(({ why }) => why)).toEqual([]);
  });
});
