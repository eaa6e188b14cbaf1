// Where the words of a search stand in a text as it is shown. For the eye only: what was found is decided by the index.
import { type AskedWord, toAskedWords } from './search-words';

export interface MarkedPart {
  readonly text: string;
  /** Where it begins in the text. */
  readonly from: number;
  readonly isMarked: boolean;
}

/** The text in its order, cut where words of the search begin and end; accents and case do not matter. */
export function toMarkedParts(text: string, words: readonly AskedWord[]): MarkedPart[] {
  const parts: MarkedPart[] = [];
  const add = (from: number, to: number, isMarked: boolean) => {
    if (to > from) parts.push({ text: text.slice(from, to), from, isMarked });
  };
  let end = 0;
  for (const { 0: shown, index } of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    const length = markedLength(shown, words);
    if (length === 0) continue;
    add(end, index, false);
    add(index, index + length, true);
    end = index + length;
  }
  add(end, text.length, false);
  return parts;
}

/** How many characters at the start of a shown word are what was asked for. */
function markedLength(shown: string, words: readonly AskedWord[]): number {
  let longest = 0;
  for (const { word, isWhole } of words) {
    const plain = toAskedWords(shown)[0]?.word ?? '';
    if (isWhole ? plain !== word : !plain.startsWith(word)) continue;
    let length = 0;
    for (const character of shown.matchAll(/\P{M}\p{M}*/gu)) {
      length = character.index + character[0].length;
      if ((toAskedWords(shown.slice(0, length))[0]?.word.length ?? 0) >= word.length) break;
    }
    longest = Math.max(longest, length);
  }
  return longest;
}
