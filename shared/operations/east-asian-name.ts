// Splits Chinese, Japanese and Korean names in their own script, where the family name comes first.

import { isLatinFamily } from './latin-east-asian-name';
import type { NameOrder } from './mapping';
import { longFamilies } from './name-words';
import type { SplitName } from './split-name';

const ownScript = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}ー々・\s]+$/u;
const hangul = /\p{Script=Hangul}/u;
const kanjiThenKana = /^(\p{Script=Han}+)([\p{Script=Hiragana}\p{Script=Katakana}ー]+)$/u;

/** The whole name is written in Chinese characters, kana or hangul. */
export function isEastAsianName(name: string): boolean {
  return ownScript.test(name);
}

const firstKana = 0x3040;
const ownScriptWord = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}ー]+$/u;
const anyOwnScript = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]/;
/** Two words and more are a whole name. */
const wholeName = 2;

/** `陈伟 Wei Chen`, `CHAN Tai Man 陳大文`: one name written twice. The words of the other script, or all where those are no whole name. */
export function withoutSecondScript(words: string[]): string[] {
  if (words.length <= wholeName || !words.some((word) => anyOwnScript.test(word))) return words;
  const others = words.filter((word) => !ownScriptWord.test(word));
  return others.length >= wholeName ? others : words;
}

/** Mr, Ms and the like behind a name: as words of their own, and those that no name ends in without a blank, too. */
const politeWord = /^(?:先生|女士|小姐|太太|さん|さま|様|氏|殿|君|くん|ちゃん|님|씨)$/u;
const politeEnd = /(?:先生|女士|小姐|さん|様|님|씨)$/u;

function withoutPoliteness(words: readonly string[]): { words: readonly string[]; isPolite: boolean } {
  const last = words[words.length - 1] ?? '';
  if (words.length > 1 && politeWord.test(last)) return { words: words.slice(0, -1), isPolite: true };
  const bare = last.replace(politeEnd, '');
  return bare === '' || bare === last
    ? { words, isPolite: false }
    : { words: [...words.slice(0, -1), bare], isPolite: true };
}

/** A cheap look at both ends: no Chinese character, kana or syllable stands there where false. */
export function mayHoldOwnScript(name: string): boolean {
  return name.charCodeAt(0) >= firstKana || name.charCodeAt(name.length - 1) >= firstKana;
}

const unspacedName = /^(?:\p{Script=Han}{2,4}|\p{Script=Hangul}{2,4})$/u;
const latinWord = /^\p{Script=Latin}{2,}$/u;

/** `李小龙 Bruce`, `Daniel 김민준`: a whole name, and the Western given name that goes with it. Null for everything else. */
export function splitWithWesternName(words: readonly string[]): SplitName | null {
  const own = words.find((word) => unspacedName.test(word));
  const western = words.find((word) => latinWord.test(word));
  if (words.length !== 2 || own === undefined || western === undefined || isLatinFamily(western)) return null;
  const characters = [...own];
  return {
    firstname: western,
    lastname: characters.slice(0, familyCharacters(own)).join(''),
    kind: 'family-first',
  };
}

/** How many characters of an unspaced name are the family name. Four characters are read as a Japanese name: two and two. */
function familyCharacters(name: string): number {
  if (longFamilies.some((family) => name.startsWith(family) && name.length > family.length)) return 2;
  if (hangul.test(name)) return 1;
  return [...name].length >= 4 ? 2 : 1;
}

/** Family name first, unless the recruiter says otherwise of names with a blank; ジョン・スミス is a foreign name, given name first. */
export function splitEastAsianName(written: readonly string[], order: NameOrder): SplitName {
  const { words, isPolite } = withoutPoliteness(written);
  const [first = '', ...rest] = words;
  if (rest.length > 0) {
    return order === 'last-word-is-family'
      ? {
          firstname: words.slice(0, -1).join(' '),
          lastname: words[words.length - 1] ?? null,
          kind: 'given-first',
        }
      : { firstname: rest.join(' '), lastname: first, kind: 'family-first' };
  }
  const dot = first.lastIndexOf('・');
  if (dot > 0)
    return { firstname: first.slice(0, dot), lastname: first.slice(dot + 1) || null, kind: 'given-first' };
  const characters = [...first];
  if (isPolite && (characters.length === 1 || longFamilies.includes(first)))
    return { firstname: null, lastname: first, kind: 'single-word' };
  if (characters.length === 1 || /^[\p{Script=Hiragana}\p{Script=Katakana}ー]+$/u.test(first))
    return { firstname: first, lastname: null, kind: 'single-word' };
  const kana = kanjiThenKana.exec(first);
  if (kana?.[1] !== undefined && kana[2] !== undefined)
    return { firstname: kana[2], lastname: kana[1], kind: 'family-first' };
  const length = familyCharacters(first);
  return {
    firstname: characters.slice(length).join(''),
    lastname: characters.slice(0, length).join(''),
    kind: 'family-first',
  };
}
