// Up to three texts of the file that come out differently in each of several encodings, so that a person can see which is right.
import { decodeText } from './decode-text';

const samplesShown = 3;
/** A name or a header fits; a note does not. */
const longestSample = 40;
/** Rows of the telltale lines that are looked at. */
const linesSearched = 200;

/** For each encoding the same places of the file; places where the first and another reading agree are passed over. */
export function encodingSamples(bytes: Uint8Array, encodings: readonly string[]): readonly (readonly string[])[] {
  const readings = encodings.map((encoding) => cellsOf(decodeText(bytes, encoding)));
  const first = readings[0] ?? [];
  const places: number[] = [];
  const seen = new Set<string>();
  // Words with many odd letters show the difference best, yet the order of the file is what the recruiter knows.
  for (let place = 0; place < first.length && places.length < samplesShown; place++) {
    const text = first[place] ?? '';
    if (seen.has(text) || text.length > longestSample || !/[^\0-\x7f]/.test(text)) continue;
    seen.add(text);
    if (readings.some((reading) => reading.length === first.length && reading[place] !== text)) places.push(place);
  }
  return readings.map((reading) => (reading.length === first.length ? places.map((place) => (reading[place] ?? '').slice(0, longestSample * 2)) : firstOdd(reading)));
}

function cellsOf(text: string): string[] {
  return text
    .split(/[\r\n]+/)
    .slice(0, linesSearched)
    .flatMap((line) => line.split(/[,;\t|]/))
    .map((cell) => cell.trim().replace(/^"|"$/g, ''));
}

/** Where a reading swallows delimiters, places do not match: its own first odd texts are shown. */
function firstOdd(cells: readonly string[]): string[] {
  return [...new Set(cells.filter((cell) => /[^\0-\x7f]/.test(cell)).map((cell) => cell.slice(0, longestSample)))].slice(0, samplesShown);
}
