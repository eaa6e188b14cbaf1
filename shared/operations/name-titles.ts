// Takes titles and degrees off a name, in front and behind. Never takes the last word that is left.
import { givenNameKey, givenNames } from './given-names';
import { startsWithLatinFamily } from './latin-east-asian-name';
import {
  degreesAndFamilies,
  dottedTitles,
  nameTitles,
  suffixesOnly,
  titlesAndGivens,
  vietnameseFamiliesPlain,
  vietnameseTitles,
} from './name-words';
import { isOwnScriptTitle, withoutThaiTitle } from './own-script-titles';
import { vietnameseFamilyLength } from './vietnamese-name';

/** These stay as a part of a name where the dot behind them is missing or the word is short. */
const neverBehind: readonly string[] = ['sr', 'mr', 'ms', 'mrs'];
/** Dipl.-Kffr., Dipl-Ing, Dipl.-Psych. */
const diploma = /^dipl[a-z]{0,12}$/;

/** Mr and Ms in Czech, Croatian and Slovene; a large letter with a dot is an initial. */
const smallTitles: ReadonlySet<string> = new Set(['p.', 'g.', 'ga.']);
/** Mr and Ms in Latvian. */
const latvianBehind: ReadonlySet<string> = new Set(['kungs', 'kundze', 'kgs', 'kdze']);
/** Mr and Ms in Polish, Turkish and Romanian, which are names elsewhere: only before a given name, with a family name behind. */
const beforeGivenOnly: ReadonlySet<string> = new Set(['Pan', 'Bay', 'Dl', 'Dna', 'pan', 'dl', 'dna']);

function hasTitleBeforeGiven(words: readonly string[]): boolean {
  return (
    words.length > 2 &&
    beforeGivenOnly.has(words[0] ?? '') &&
    givenNames.has(givenNameKey(words[1] ?? '')) &&
    !startsWithLatinFamily(words)
  );
}

/** Cand.mag., cand.polyt. */
const studentDegree = /^cand\.\p{L}{2,6}\.$/iu;
/** Sp.A, Sp.OG: doctors of Indonesia. */
const specialist = /^Sp\.\p{Lu}/u;
/** Titles of two words. */
const twoWords: ReadonlyMap<string, readonly string[]> = new Map([
  ['de', ['heer']],
  ['bác', ['sĩ', 'sỹ']],
  ['kỹ', ['sư']],
  ['kĩ', ['sư']],
  ['thạc', ['sĩ', 'sỹ']],
  ['tiến', ['sĩ', 'sỹ']],
  ['dược', ['sĩ', 'sỹ']],
  ['luật', ['sư']],
  ['giáo', ['sư', 'viên']],
]);

const firstBeyondAscii = 0x80;
/** Latin letters and their marks end here. */
const firstGreek = 0x370;
const firstThai = 0xe01;
const lastThai = 0xe5b;

/** The word is a title in front of a name (Dr., Herr, Mme) or behind it (Jr., PhD). */
export function isTitle(written: string, place: 'front' | 'back'): boolean {
  if (written.charCodeAt(0) >= firstGreek) return isOwnScriptTitle(written, place);
  if (written.includes('/') && place === 'front')
    return written.split('/').every((part) => part !== '' && isTitle(part, 'front'));
  // Eng.º, Sr.ª, Prof.ª
  const word =
    written.charCodeAt(written.length - 1) < firstBeyondAscii ? written : written.replace(/\.[ºª°]$/, '.');
  const key = givenNameKey(word).replace(/[.-]/g, '');
  if (key === 'd' && written !== word) return true;
  if (latvianBehind.has(key)) return place === 'back';
  if (word.endsWith('.') ? smallTitles.has(word) || studentDegree.test(word) : specialist.test(word))
    return (place === 'back') === specialist.test(word);
  if (diploma.test(key)) return true;
  if (!nameTitles.has(key)) return false;
  if (suffixesOnly.has(key) && !(place === 'front' && degreeInFront.test(word)))
    return (
      place === 'back' &&
      (word.includes('.') || (isFamilyToo(word) ? word === word.toUpperCase() : word !== word.toLowerCase()))
    );
  if (place === 'back')
    return word.endsWith('.') && key.length > 1 && !neverBehind.includes(key)
      ? true
      : key === 'sr' && word.endsWith('.');
  return dottedTitles.has(key) ? word.endsWith('.') : true;
}

/** M.Sc., Ph.D., DiS.; no initials (M.A.) and no short name (Ma. Fernanda). */
const degreeInFront = /^(?=.*\p{Ll})\p{Lu}[\p{L}.]*\p{Lu}\p{L}*\.$/u;

const isFamilyToo = (word: string): boolean => degreesAndFamilies.has(word.toLowerCase());

/** `Anh Nguyễn Minh Tuấn`, `ThS. Đặng Thu Hà`: words of address are given names too, so a family name has to follow. */
function hasVietnameseTitle(words: readonly string[]): boolean {
  const [first = '', ...rest] = words;
  if (rest.length < 2 || !vietnameseTitles.has(first.toLowerCase().replace(/\./g, ''))) return false;
  if (vietnameseFamilyLength(rest) === 0) return false;
  return rest.length > 2 || !vietnameseFamiliesPlain.has(givenNameKey(rest[rest.length - 1] ?? ''));
}

/** `med.`, `h.c.`, but no initial (`a.`). */
const smallDegree = /^(?:\p{Ll}{2,6}\.|(?:\p{Ll}{1,6}\.){2,3})$/u;
/** `h. c.`, `n. med.`: small letters of a degree, where two words in capitals are left for the name. */
const isSmallDegree = (words: readonly string[], index: number): boolean =>
  smallDegree.test(words[index] ?? '') ||
  (/^\p{Ll}\.$/u.test(words[index] ?? '') &&
    words.slice(index + 1).filter((word) => /^\p{Lu}/u.test(word)).length > 1);
/** ml., st., jun.: the younger and the elder of one name. */
const smallSuffix = /^\p{Ll}{2,4}\.$/u;
/** Between two titles: Bc. et Bc., Mr and Mrs. */
const betweenTitles: ReadonlySet<string> = new Set('et and und y e i a en og och'.split(' '));
/** `M. BERNARD Luc`, `M. Luc BERNARD`: Monsieur, and no initial. Words in capitals beside others are as French as M. is. */
function isMonsieur(words: readonly string[]): boolean {
  return (
    words[0] === 'M.' &&
    words.length > 2 &&
    words.some((word) => /^\p{Lu}[\p{Lu}'’-]+$/u.test(word)) &&
    words.some((word) => /\p{Ll}/u.test(word))
  );
}
const hasLetter = (word: string): boolean => /\p{L}/u.test(word);

/** The words without titles in front and behind. `hadTitle` tells a lone `Dr. Weber` from a lone `Maria`. */
export function withoutTitles(words: readonly string[]): { words: string[]; hadTitle: boolean } {
  let start =
    words.length > 2 &&
    twoWords.get(words[0]?.toLowerCase() ?? '')?.includes(words[1]?.toLowerCase() ?? '') === true
      ? 2
      : hasVietnameseTitle(words) || isMonsieur(words) || hasTitleBeforeGiven(words)
        ? 1
        : 0;
  let end = words.length;
  while (end - start > 1 && isTitle(words[start] ?? '', 'front')) {
    if (end - start === 2 && titlesAndGivens.has(givenNameKey(words[start] ?? ''))) break;
    start++;
  }
  const hadTitle = start > 0;
  // Dr. med. Hans Weber, Mr. & Mrs. Olsen: small words with a dot and signs belong to the title before them.
  while (
    hadTitle &&
    end - start > 1 &&
    (isSmallDegree(words, start) ||
      !hasLetter(words[start] ?? '') ||
      isTitle(words[start] ?? '', 'front') ||
      (end - start > 2 && betweenTitles.has(words[start] ?? '') && isTitle(words[start + 1] ?? '', 'front')))
  )
    start++;
  if (end - start > 2 && words[end - 1]?.endsWith('.') === true && smallSuffix.test(words[end - 1] ?? ''))
    end--;
  while (end - start > 1 && isTitle(words[end - 1] ?? '', 'back')) {
    if (end - start === 2 && isFamilyToo(words[end - 1] ?? '')) break;
    end--;
  }
  const named = words.slice(start, end);
  const [first = ''] = named;
  const code = first.charCodeAt(0);
  if (named.length > 1 && code >= firstThai && code <= lastThai) named[0] = withoutThaiTitle(first);
  return { words: named, hadTitle };
}
