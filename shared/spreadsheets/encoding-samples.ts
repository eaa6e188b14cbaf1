// Up to three texts of the file that come out differently in each of several encodings, so that a person can see which is right.
import { decodeText } from './decode-text';

const samplesShown = 3;
/** A name or a header fits; a note does not. */
const longestSample = 40;
/** Lines beyond ASCII that are looked at. */
const linesSearched = 400;

/** A reading of the file with what it makes of the telling texts. */
export interface EncodingSample {
  readonly encoding: string;
  readonly samples: readonly string[];
}

/**
 * The first `most` of `encodings` that read the file differently from one another, the first one always among them,
 * each with the same up to three places of the file.
 */
export function encodingSamples(
  bytes: Uint8Array,
  encodings: readonly string[],
  most: number,
): readonly EncodingSample[] {
  const readings: { encoding: string; cells: readonly string[] }[] = [];
  const seen = new Set<string>();
  for (const encoding of encodings) {
    const text = decodeText(bytes, encoding);
    if (seen.has(text)) continue;
    seen.add(text);
    readings.push({ encoding, cells: cellsOf(text) });
    if (readings.length === most) break;
  }
  const first = readings[0]?.cells ?? [];
  const places = tellingPlaces(
    first,
    readings.slice(1).map((reading) => reading.cells),
  );
  return readings.map(({ encoding, cells }) => ({
    encoding,
    samples:
      cells.length === first.length ? places.map((place) => shorten(cells[place] ?? '')) : firstOdd(cells),
  }));
}

/** Places that tell many readings from the first at once come first; then the order of the file, which the recruiter knows. */
function tellingPlaces(first: readonly string[], others: readonly (readonly string[])[]): number[] {
  const found: { place: number; tells: number }[] = [];
  const seen = new Set<string>();
  first.forEach((text, place) => {
    if (seen.has(text) || text.length > longestSample || !/[^\0-\x7f]/.test(text)) return;
    seen.add(text);
    const tells = others.filter((cells) => cells.length === first.length && cells[place] !== text).length;
    found.push({ place, tells });
  });
  return found
    .sort((one, other) => other.tells - one.tells || one.place - other.place)
    .slice(0, samplesShown)
    .map(({ place }) => place)
    .sort((one, other) => one - other);
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
  return [...new Set(cells.filter((cell) => /[^\0-\x7f]/.test(cell)).map(shorten))].slice(0, samplesShown);
}

function shorten(text: string): string {
  return text.slice(0, longestSample);
}
