// The words by which people are found in the history: plain, without case and accents. What is indexed and what is asked for
// must come from here, so that both are cut alike. Never shown, never sent.
import { toSearchText } from '../operations/search-text';

/** A name, an address and two IDs have a dozen; more is a text that got into the wrong column. */
const mostWords = 64;
/** Longer than any name or ID. */
const longestWord = 64;
/** Nobody types more to find one person. */
const mostAsked = 12;

const betweenWords = /[^\p{L}\p{N}]+/u;
/** Scripts that put no blanks between words: there any part of a word can be what somebody looks for. */
const unspaced =
  /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hangul}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Mymr}]/u;

/** Composed again, since the syllables of Korean are taken apart like accents. */
const toPlain = (text: string): string => toSearchText(text).normalize('NFC');

/** Who a row is about, as far as it says. */
export interface SearchedPerson {
  readonly firstname: string | null;
  readonly lastname: string | null;
  readonly email: string | null;
  readonly atsId: string | null;
  /** Flowmingo's own ID, where the row holds it. */
  readonly candidateId: string | null;
}

/**
 * The words under which a person is found, each once: `Łukasz Đặng` under `lukasz` and `dang`, `minh.anh@example.com` also under
 * `minhanh`, the ID `AB-0042` also under `ab0042`, `0042` and `42`.
 */
export function toSearchWords({ firstname, lastname, email, atsId, candidateId }: SearchedPerson): string[] {
  const words = new Set<string>();
  const add = (word: string) => {
    if (word !== '' && words.size < mostWords) words.add(word.slice(0, longestWord));
  };
  for (const text of [firstname, lastname, email, atsId, candidateId]) {
    if (text === null) continue;
    for (const word of toPlain(text).split(betweenWords)) {
      add(word);
      if (unspaced.test(word)) for (const part of toEnds(word)) add(part);
    }
  }
  if (email !== null) add(toPlain(email.split('@')[0] ?? '').replace(/[^\p{L}\p{N}]+/gu, ''));
  if (atsId !== null) {
    const plain = toPlain(atsId);
    add(plain.replace(/[^\p{L}\p{N}]+/gu, ''));
    for (const word of plain.split(betweenWords)) add(word.replace(/^0+(?=\d)/, ''));
  }
  return [...words];
}

function* toEnds(word: string): Iterable<string> {
  const letters = [...word.slice(0, longestWord)];
  for (let at = 1; at < letters.length; at += 1) yield letters.slice(at).join('');
}

/** A word that is asked for. `isWhole`: something other than a blank follows it, so it is no beginning: `ana` in `ana@exam`. */
export interface AskedWord {
  readonly word: string;
  readonly isWhole: boolean;
}

/** The words of a search, in any order; none where there is no letter or digit in it. */
export function toAskedWords(text: string): AskedWord[] {
  const plain = toPlain(text.trim());
  return [...plain.matchAll(/[\p{L}\p{N}]+/gu)].slice(0, mostAsked).map(({ 0: word, index }) => {
    const next = plain.slice(index + word.length);
    return { word: word.slice(0, longestWord), isWhole: /^[^\s\p{L}\p{N}]+[\p{L}\p{N}]/u.test(next) };
  });
}

/** The words as an expression of SQLite's FTS5 (sqlite.org/fts5.html, 3): all of them, each a word or the beginning of one. */
export function toSearchExpression(words: readonly AskedWord[]): string {
  return words.map(({ word, isWhole }) => `"${word}"${isWhole ? '' : '*'}`).join(' AND ');
}
