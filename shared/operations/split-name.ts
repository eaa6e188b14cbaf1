// Splits a whole name into first and last name. A guess by rules, shown before it is used; it never recases and never drops a name's own words.

import { isEastAsianName, splitEastAsianName } from './east-asian-name';
import { givenNameKey, givenNames } from './given-names';
import { startsWithLatinFamily } from './latin-east-asian-name';
import type { NameOrder } from './mapping';
import {
  devotionalNames,
  dottedTitles,
  hungarianFamilies,
  hungarianGivens,
  nameParticles,
  nameTitles,
  suffixesOnly,
} from './name-words';
import { vietnameseFamilyLength } from './vietnamese-name';

/** What decided the split; one example of each is shown beside the choice of the order. */
export type NameKind = 'comma' | 'family-first' | 'given-first' | 'particle' | 'single-word' | 'empty';

export interface SplitName {
  readonly firstname: string | null;
  readonly lastname: string | null;
  readonly kind: NameKind;
}

/** Lower case without accents. */
const plain = givenNameKey;
/** Russian names of three words, family name first: Иванов Иван Иванович. */
const patronymic = /(?:вич|вна|ична|инична|oğlu|oglu|оглы|кызы)$/iu;

function isTitle(word: string, place: 'front' | 'back'): boolean {
  const key = plain(word).replace(/[.-]/g, '');
  if (!nameTitles.has(key)) return false;
  if (suffixesOnly.has(key)) return place === 'back' && (word.includes('.') || word !== word.toLowerCase());
  if (place === 'back')
    return word.endsWith('.') && key.length > 1 && !['sr', 'mr', 'ms', 'mrs'].includes(key)
      ? true
      : key === 'sr' && word.endsWith('.');
  return dottedTitles.has(key) ? word.endsWith('.') : true;
}

/** The words without titles in front and behind. `hadTitle` tells a lone `Dr. Weber` from a lone `Maria`. */
function withoutTitles(words: readonly string[]): { words: string[]; hadTitle: boolean } {
  let start = 0;
  let end = words.length;
  while (end - start > 1 && isTitle(words[start] ?? '', 'front')) start++;
  const hadTitle = start > 0;
  // Dr. med. Hans Weber: small words with a dot belong to the title before them.
  while (
    hadTitle &&
    end - start > 1 &&
    (/^[a-z]{2,6}\.$/.test(words[start] ?? '') || isTitle(words[start] ?? '', 'front'))
  )
    start++;
  while (end - start > 1 && isTitle(words[end - 1] ?? '', 'back')) end--;
  return { words: words.slice(start, end), hadTitle };
}

const toWords = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');
const join = (words: readonly string[]): string | null => (words.length === 0 ? null : words.join(' '));

/** Excel's `VAN DER BERG Jan`: words in capitals beside words that are not. The run of capitals is the family name. */
function capitalsRun(words: readonly string[]): { from: number; to: number } | null {
  const isCapital = (word: string): boolean => /^\p{Lu}[\p{Lu}\p{M}'’-]+$/u.test(word);
  const isMixed = (word: string): boolean => /\p{Ll}/u.test(word);
  if (words.every((word) => !isMixed(word))) return null;
  const capital = words.map(isCapital);
  if (capital[0] === true && (words[0]?.length ?? 0) > 2) {
    const to = capital.findIndex((is) => !is);
    return to > 0 && words.slice(to).every((word) => !isCapital(word)) ? { from: 0, to } : null;
  }
  const from = capital.indexOf(true);
  return from > 0 && capital.slice(from).every(Boolean) ? { from, to: words.length } : null;
}

/** Where the family name begins in a name whose given name comes first. */
function familyStart(words: readonly string[]): { start: number; byParticle: boolean } {
  for (let index = 1; index < words.length - 1; index++) {
    if (!nameParticles.has(plain(words[index] ?? ''))) continue;
    let next = index + 1;
    while (next < words.length - 1 && nameParticles.has(plain(words[next] ?? ''))) next++;
    const isGiven =
      next < words.length - 1 &&
      devotionalNames.has(plain(words[next] ?? '')) &&
      plain(words[index] ?? '').startsWith('de');
    if (!isGiven) return { start: index, byParticle: true };
    index = next;
  }
  const connector = words.length >= 4 && /^(?:y|e|i)$/i.test(words[words.length - 2] ?? '');
  return { start: words.length - (connector ? 3 : 1), byParticle: false };
}

/** How many words the family name takes at the front, its particles included. */
function leadingFamily(words: readonly string[]): number {
  let length = 1;
  while (length < words.length - 1 && nameParticles.has(plain(words[length - 1] ?? ''))) length++;
  return length;
}

/** `van der Berg Jan`, `Le Bihan Gaëlle`. A capital alone does not tell: Van Morrison, Al Pacino. */
function startsWithFamilyParticle(words: readonly string[]): boolean {
  const [first = '', second = ''] = words;
  if (!nameParticles.has(plain(first))) return false;
  if (/^\p{Ll}/u.test(first)) return true;
  return (
    words.length > 2 &&
    (nameParticles.has(plain(second)) || givenNames.has(plain(words[words.length - 1] ?? '')))
  );
}

function splitComma(parts: readonly string[]): SplitName | null {
  const named = parts
    .map((part) => toWords(part))
    .filter(
      (words) => words.length > 0 && !words.every((word) => isTitle(word, 'back') || isTitle(word, 'front')),
    );
  if (named.length < 2) return null;
  const [family = [], ...given] = named;
  return {
    firstname: join(withoutTitles(given.flat()).words),
    lastname: join(withoutTitles(family).words),
    kind: 'comma',
  };
}

/** A name of several words whose order nobody has said. */
function decide(words: readonly string[]): SplitName {
  const at = (index: number, kind: NameKind): SplitName =>
    kind === 'family-first'
      ? { firstname: join(words.slice(index)), lastname: join(words.slice(0, index)), kind }
      : { firstname: join(words.slice(0, index)), lastname: join(words.slice(index)), kind };
  const run = capitalsRun(words);
  if (run !== null) return run.from === 0 ? at(run.to, 'family-first') : at(run.from, 'given-first');
  const vietnamese = vietnameseFamilyLength(words);
  if (vietnamese > 0) return at(vietnamese, 'family-first');
  if (startsWithLatinFamily(words)) return at(1, 'family-first');
  const first = words[0]?.toLowerCase() ?? '';
  const last = words[words.length - 1]?.toLowerCase() ?? '';
  if (
    words.length <= 3 &&
    hungarianGivens.has(last) &&
    hungarianFamilies.has(first) &&
    !(hungarianFamilies.has(last) && hungarianGivens.has(first))
  ) {
    return at(1, 'family-first');
  }
  if (words.length === 3 && patronymic.test(words[2] ?? '') && !patronymic.test(words[1] ?? ''))
    return at(1, 'family-first');
  if (startsWithFamilyParticle(words)) {
    const length = leadingFamily(words);
    return words.length === 2
      ? { firstname: null, lastname: join(words), kind: 'particle' }
      : { firstname: join(words.slice(length)), lastname: join(words.slice(0, length)), kind: 'particle' };
  }
  const { start, byParticle } = familyStart(words);
  return at(start, byParticle ? 'particle' : 'given-first');
}

/**
 * First and last name of a whole name. Titles and suffixes go; `Family, Given` splits at the comma in every order;
 * one word alone is a first name, unless a title stands before it (`Dr. Weber`).
 */
export function splitName(fullName: string, order: NameOrder): SplitName {
  const text = fullName.normalize('NFC').trim();
  if (text === '') return { firstname: null, lastname: null, kind: 'empty' };
  const parts = text.split(/[,，、،]/);
  if (parts.length > 1) {
    const byComma = splitComma(parts);
    if (byComma !== null) return byComma;
  }
  const { words, hadTitle } = withoutTitles(
    toWords(parts.filter((part) => !toWords(part).every((word) => isTitle(word, 'back'))).join(' ') || text),
  );
  const [only] = words;
  if (only === undefined) return { firstname: null, lastname: null, kind: 'empty' };
  if (isEastAsianName(text)) return splitEastAsianName(words, order);
  if (words.length === 1) {
    const isFamily =
      hadTitle || (parts.length > 1 && (parts[0] ?? '').trim() !== '' && (parts[1] ?? '').trim() === '');
    return isFamily
      ? { firstname: null, lastname: only, kind: 'single-word' }
      : { firstname: only, lastname: null, kind: 'single-word' };
  }
  if (order === 'first-word-is-family') {
    const length = leadingFamily(words);
    return {
      firstname: join(words.slice(length)),
      lastname: join(words.slice(0, length)),
      kind: 'family-first',
    };
  }
  if (order === 'last-word-is-family') {
    const { start, byParticle } = familyStart(words);
    return {
      firstname: join(words.slice(0, start)),
      lastname: join(words.slice(start)),
      kind: byParticle ? 'particle' : 'given-first',
    };
  }
  return decide(words);
}
