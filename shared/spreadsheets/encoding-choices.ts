// The readings of a file that are offered beside the one chosen, each with names that show the difference. Never decides between them.
import { encodingSamples } from './encoding-samples';
import { type EncodingGuess, telltaleBytes } from './guess-encoding';
import type { TextReading } from './spreadsheet';
import { encodingLabel } from './text-encodings';

/** Other encodings that are offered beside the one chosen. */
const offeredEncodings = 6;
/** A reading that scores less is full of signs that no text holds. */
const leastOfferedScore = -2.5;

/** The guesses with what was chosen in front; a choice leaves nothing certain, so that it can be taken back. */
export function withChoiceFirst(
  guesses: readonly EncodingGuess[],
  chosen: string | undefined,
): readonly EncodingGuess[] {
  if (chosen === undefined) return guesses;
  const others = guesses
    .filter((guess) => guess.encoding !== chosen)
    .map((guess) => ({ ...guess, certain: false }));
  return [{ encoding: chosen, score: 1, certain: false }, ...others];
}

/** The first guess and those that read `bytes` otherwise; the first alone where it is certain. */
export function toEncodingChoices(
  bytes: Uint8Array,
  guesses: readonly EncodingGuess[],
): TextReading['encodingChoices'] {
  const first = guesses[0];
  if (!first) return [];
  if (first.certain) return [{ encoding: first.encoding, label: encodingLabel(first.encoding), samples: [] }];
  const others = guesses.slice(1).filter((guess) => guess.score > leastOfferedScore);
  return encodingSamples(
    telltaleBytes(bytes),
    [first, ...others].map((guess) => guess.encoding),
    offeredEncodings + 1,
  ).map(({ encoding, samples }) => ({
    encoding,
    label: encodingLabel(encoding),
    samples,
  }));
}
