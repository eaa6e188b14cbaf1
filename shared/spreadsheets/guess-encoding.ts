// Which encoding a text file is in: mark, zeros, strict UTF-8, else the reading that looks most like some language.
// Never final: the other readings are offered with samples, and the recruiter's choice wins.
import { decodeText, encodingOfMark, encodingOfZeros } from './decode-text';
import { eastAsianScore } from './east-asian-score';
import { headerWords } from './header-words';
import { letterScore } from './letter-score';
import { savedTwice } from './saved-twice';
import { textEncodings } from './text-encodings';

/** An encoding with its score; `certain` where the bytes leave no other reading. */
export interface EncodingGuess {
  readonly encoding: string;
  readonly score: number;
  readonly certain: boolean;
}

/** Bytes of lines beyond ASCII that are scored: some thousand names, decided in milliseconds. */
const sampleBytes = 48_000;

/** Lines with bytes beyond ASCII, from the whole file where it is large. */
export function telltaleBytes(bytes: Uint8Array): Uint8Array {
  const sample = new Uint8Array(sampleBytes);
  let length = 0;
  let index = 0;
  while (index < bytes.length && length < sampleBytes) {
    const byte = bytes[index] ?? 0;
    if (byte < 0x80) {
      index++;
      continue;
    }
    let start = index;
    while (start > 0 && !isLineEnd(bytes[start - 1]) && index - start < 2000) start--;
    let end = index;
    while (end < bytes.length && !isLineEnd(bytes[end]) && end - index < 2000) end++;
    const line = bytes.subarray(start, Math.min(end + 1, start + sampleBytes - length));
    sample.set(line, length);
    length += line.length;
    // Half of the sample from the head, the other half spread over the rest.
    index =
      length < sampleBytes / 2 ? end + 1 : Math.max(end + 1, end + Math.floor((bytes.length - end) / 200));
    while (index < bytes.length && index > end + 1 && !isLineEnd(bytes[index - 1])) index++;
  }
  return sample.subarray(0, length);
}

function isLineEnd(byte: number | undefined): boolean {
  return byte === 0x0a || byte === 0x0d;
}

/** The readings in the order of their likelihood, the best first. Never empty. `isUtf8`: whether the bytes are well-formed UTF-8. */
export function guessEncoding(bytes: Uint8Array, isUtf8: boolean): readonly EncodingGuess[] {
  const marked = encodingOfMark(bytes) ?? encodingOfZeros(bytes);
  if (marked) return [{ encoding: marked, score: 1, certain: true }];
  const sample = telltaleBytes(bytes);
  if (sample.length === 0)
    return [
      {
        encoding: switchesToJapanese(bytes.subarray(0, switchesSought)) ? 'iso-2022-jp' : 'utf-8',
        score: 1,
        certain: true,
      },
    ];
  const guesses: EncodingGuess[] = [];
  for (const { encoding, alphabets, handicap = 0 } of textEncodings) {
    // Told by their marks, zeros and switches, or not at all.
    if (encoding.startsWith('utf-16') || encoding === 'iso-2022-jp') continue;
    // Where the bytes are UTF-8 to the last one, the others are not weighed against each other: they are offered as they are common.
    const score = isUtf8 ? (encoding === 'utf-8' ? 2 : 0) : scoreOf(sample, encoding, alphabets) - handicap;
    if (score > Number.NEGATIVE_INFINITY) guesses.push({ encoding, score, certain: false });
  }
  const twice = isUtf8 ? savedTwice(new TextDecoder().decode(sample)) : null;
  if (twice !== null) guesses.push({ encoding: twice, score: 3, certain: false });
  return guesses.sort((one, other) => other.score - one.score);
}

/** Bytes that are looked through for them: some ten thousand people, one of whom has a name in Japanese. */
const switchesSought = 1024 ** 2;

/** Mail programs in Japan write seven bits: `ESC $ B` switches to kanji. Nothing else has it. */
function switchesToJapanese(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(0x1b); at !== -1; at = bytes.indexOf(0x1b, at + 1))
    if (bytes[at + 1] === 0x24 && (bytes[at + 2] === 0x42 || bytes[at + 2] === 0x40)) return true;
  return false;
}

function scoreOf(sample: Uint8Array, encoding: string, alphabets: Parameters<typeof letterScore>[1]): number {
  let text: string;
  try {
    text = decodeText(sample, encoding);
  } catch {
    // A platform without this encoding cannot offer it.
    return Number.NEGATIVE_INFINITY;
  }
  if (encoding === 'utf-8') return brokenUtf8Score(text);
  const score = alphabets.length > 0 ? letterScore(text, alphabets) : eastAsianScore(text, encoding);
  return score + headerBonus(text);
}

/** One header that reads right outweighs a rarer letter, three outweigh a whole language. */
const bonusOfHeader = 0.1;
const bonusAtMost = 0.3;

/** Header words that come out whole, accents and all. */
function headerBonus(text: string): number {
  const found = new Set<string>();
  for (const cell of text.toLowerCase().split(/["]?[,;\t|\r\n]+["]?/))
    if (accentedWords.has(cell.trim())) found.add(cell);
  return Math.min(bonusAtMost, found.size * bonusOfHeader);
}

const accentedWords: ReadonlySet<string> = new Set(
  Object.values(headerWords)
    .flat()
    .filter((word) => /[^\0-\x7f]/.test(word)),
);

/** Letters of two bytes and more come out whole by chance now and then, but not one after the other. */
const fewestWhole = 4;
const mostBroken = 0.25;

/** A file in UTF-8 that some program cut or patched: nearly all of it well-formed, a few bytes not. */
function brokenUtf8Score(text: string): number {
  const broken = text.match(/\ufffd/g)?.length ?? 0;
  const whole = text.match(/[^\0-\x7f\ufffd]/g)?.length ?? 0;
  return whole >= fewestWhole && broken <= whole * mostBroken ? 1.5 : -3;
}
