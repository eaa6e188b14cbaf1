// Splits a whole name into first and last name. A guess by rules, shown before it is used; it never recases, and drops nothing but
// titles and what stands beside a name (bare-name.ts).
import { bareName } from './bare-name';
import { commaParts, withoutJobs } from './comma-parts';
import {
  isEastAsianName,
  mayHoldOwnScript,
  splitEastAsianName,
  splitWithWesternName,
  withoutSecondScript,
} from './east-asian-name';
import { givenNameKey, givenNames } from './given-names';
import { endsInTwoFamilies, isIberianFamily } from './iberian-family';
import { startsWithLatinFamily } from './latin-east-asian-name';
import type { NameOrder } from './mapping';
import { isParticle } from './name-particle';
import { isTitle, withoutTitles } from './name-titles';
import {
  devotionalNames,
  hungarianFamilies,
  hungarianGivens,
  marianNames,
  particleLeads,
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
const cyrillic = /\p{Script=Cyrillic}/u;
const patronymic = /(?:вич|вна|ична|инична|oğlu|oglu|оглы|кызы)$/iu;

const cyrillicInitials = /^(?:\p{Lu}\.){1,3}$/u;
/** Endings of family names that no given name has; -ин and -ина are in Константин and Марина. */
const cyrillicFamily = /^.{2,}(?:[оеё]ва?|[сц]ь?к(?:ий|ая|и|а)|енко|чук)$/iu;

/** `Соколов А. В.`, `Димитров Георги`: an initial is no family name, and an ending of family names in front tells. */
function isCyrillicFamilyFirst(words: readonly string[]): boolean {
  const [first = '', ...rest] = words;
  if (rest.every((word) => cyrillicInitials.test(word))) return true;
  return (
    rest.length === 1 &&
    first.length > 4 &&
    cyrillicFamily.test(first) &&
    !cyrillicFamily.test(rest[0] ?? '') &&
    !/^любов$/i.test(first) &&
    !givenNames.has(plain(first))
  );
}

/** Zero-width blanks come along when a name is copied, and part words as others do. */
const toWords = (text: string): string[] =>
  text.split(/[\s\u200b\u2060\ufeff]+/).filter((word) => word !== '');
const join = (words: readonly string[]): string | null => (words.length === 0 ? null : words.join(' '));

/** Excel's `VAN DER BERG Jan`: words in capitals beside words that are not. The run of capitals is the family name. */
function capitalsRun(words: readonly string[]): { from: number; to: number } | null {
  const isCapital = (word: string): boolean => /^(?:Ma?c|[dl]['’])?\p{Lu}[\p{Lu}\p{M}'’-]+$/u.test(word);
  const isMixed = (word: string): boolean => /\p{Ll}/u.test(word);
  if (words.every((word) => !isMixed(word))) return null;
  const capital = words.map(isCapital);
  // Two letters alone may be initials (JD Smith); LE GOFF and DE LA TOUR are none.
  if (capital[0] === true && ((words[0]?.length ?? 0) > 2 || capital[1] === true)) {
    const to = capital.findIndex((is) => !is);
    return to > 0 && words.slice(to).every((word) => !isCapital(word)) ? { from: 0, to } : null;
  }
  const from = capital.indexOf(true);
  return from > 0 && capital.slice(from).every(Boolean) ? { from, to: words.length } : null;
}

/** María del Mar, Maria da Conceição, Abd Al Rahman: the particle belongs to the given name. */
function isGivenParticle(words: readonly string[], index: number, next: number): boolean {
  if (next >= words.length - 1) return false;
  const before = plain(words[index - 1] ?? '');
  const particle = plain(words[index] ?? '');
  const name = plain(words[next] ?? '');
  if (before === 'abd') return particle === 'al' || particle === 'el';
  return (
    ((particle === 'de' || particle === 'del') && devotionalNames.has(name)) ||
    (before === 'maria' && /^d[aoe]s?$/.test(particle) && marianNames.has(name))
  );
}

/** Where the family name begins in a name whose given name comes first. */
function familyStart(words: readonly string[]): { start: number; byParticle: boolean } {
  let passed = 0;
  for (let index = 1; index < words.length - 1; index++) {
    const isLead = particleLeads.has(words[index] ?? '') && isParticle(words[index + 1]);
    if (!isLead && !isParticle(words[index])) continue;
    let next = index + 1;
    while (next < words.length - 1 && isParticle(words[next])) next++;
    if (!isGivenParticle(words, index, next)) {
      // Fernández de Córdoba is one family name of three words.
      const isOpened = index > 1 && isIberianFamily(words[index - 1] ?? '');
      return { start: isOpened ? index - 1 : index, byParticle: true };
    }
    index = next;
    passed = next;
  }
  const connector = words.length >= 4 && /^(?:y|e|i)$/i.test(words[words.length - 2] ?? '');
  // María de los Ángeles Ruiz: a given name of several words leaves fewer for the family.
  const isTwofold = endsInTwoFamilies(words.slice(passed));
  return { start: words.length - (connector ? 3 : isTwofold ? 2 : 1), byParticle: false };
}

/** How many words the family name takes at the front: its particles, and a second family name where people have two. */
function leadingFamily(words: readonly string[]): number {
  let length = 1;
  while (length < words.length - 1 && isParticle(words[length - 1])) length++;
  const isTwofold =
    length < words.length - 1 &&
    isIberianFamily(words[length - 1] ?? '') &&
    isIberianFamily(words[length] ?? '');
  return isTwofold ? length + 1 : length;
}

/** Particles that are no given names, as Al, Ben and Le (Roy) are. */
const neverGiven = /^(?:d[eiou]|d[ea]l|dell?[ao]|dall?a|de[gi]l?i|d[oa]s|des|van|von)$/i;

/** `van der Berg Jan`, `Le Bihan Gaëlle`. A capital alone does not tell: Van Morrison, Al Pacino. */
function startsWithFamilyParticle(words: readonly string[]): boolean {
  const [first = '', second = ''] = words;
  if (!isParticle(first)) return false;
  if (/^\p{Ll}/u.test(first)) return true;
  const endsInGiven = givenNames.has(plain(words[words.length - 1] ?? ''));
  // Ben Aaron Thomas: two given names before a family name that is a given name too. De Luca Giulia: nobody is called De.
  return (
    words.length > 2 &&
    (isParticle(second) || (endsInGiven && (neverGiven.test(first) || !givenNames.has(plain(second)))))
  );
}

/** `Budi Santoso, M.T.` behind a title: a whole name already, so that what follows is a degree and no given name. */
const abbreviations = /^(?:\p{L}{1,5}\.)+$/u;

function splitComma(parts: readonly string[]): SplitName | null {
  const [family = [], ...given] = commaParts(parts.map(toWords));
  if (given.length === 0) return null;
  const { words: last, hadTitle } = withoutTitles(family);
  if (hadTitle && last.length > 1 && given.flat().every((word) => abbreviations.test(word)))
    return decide(last);
  // CHAN Tai Man, David: the given name stands on both sides of the comma.
  const run = capitalsRun(last);
  const to = run?.from === 0 ? run.to : last.length;
  return {
    firstname: join([...last.slice(to), ...withoutTitles(given.flat()).words]),
    lastname: join(last.slice(0, to)),
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
  if (
    words.length === 2 &&
    cyrillic.test(first) &&
    givenNames.has(plain(last)) &&
    !givenNames.has(plain(first))
  )
    return at(1, 'family-first');
  if (cyrillic.test(first) && isCyrillicFamilyFirst(words)) return at(1, 'family-first');
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
  const text = bareName(fullName.normalize('NFC').trim());
  if (text === '') return { firstname: null, lastname: null, kind: 'empty' };
  const parts = withoutJobs(text.split(/[,，、،]/));
  if (parts.length > 1) {
    const byComma = splitComma(parts);
    if (byComma !== null) return byComma;
  }
  const named = parts.filter((part) => !toWords(part).every((word) => isTitle(word, 'back'))).join(' ');
  const { words, hadTitle } = withoutTitles(withoutSecondScript(toWords(named || (parts[0] ?? text))));
  const [only] = words;
  if (only === undefined) return { firstname: null, lastname: null, kind: 'empty' };
  if (mayHoldOwnScript(only) && isEastAsianName(words.join(' '))) return splitEastAsianName(words, order);
  const western = words.length === 2 && mayHoldOwnScript(text) ? splitWithWesternName(words) : null;
  if (western !== null) return western;
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
