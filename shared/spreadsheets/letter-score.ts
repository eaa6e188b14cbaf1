// How natural a text looks for an encoding's languages. Never more than a score: the reader shows the other readings too.
import type { Alphabet } from './text-encodings';

/** Signs that stand in names and notes of any language. */
const commonSigns = /[€–—‘’“”„…•£©®°·«»\u00a0¡¿№§´]/;

/** What is counted of a text, once per encoding. */
interface LetterCount {
  /** Letter beyond ASCII in lower case → how often. */
  readonly letters: ReadonlyMap<string, number>;
  readonly total: number;
  /** Faults: signs inside words, control characters, capitals after small letters, two scripts in one word. */
  readonly faults: number;
}

const word = /[A-Za-z]*[^\0-\x7f][A-Za-z\u0080-\u{10ffff}]*/gu;

/** What speaks against one word that holds a character beyond ASCII. */
function faultsOfWord(text: string): number {
  let faults = 0;
  const damaged = text.match(/[\u0080-\u009f\ufffd\ue000-\uf8ff]/gu);
  if (damaged) faults += damaged.length * 3;
  // Marks that NFC could not compose with their letter; those of Thai have none to compose with.
  const loose = text.match(/(?!\p{Script=Thai})\p{M}/gu);
  if (loose) faults += loose.length;
  for (const sign of text.match(/[^\0-\x7f\p{L}\p{M}\u0080-\u009f\ufffd]/gu) ?? [])
    faults += commonSigns.test(sign) ? 0.05 : 1.5;
  // A sign between letters, where apostrophes, dashes and middle dots may stand only.
  if (/\p{L}[^\p{L}\p{M}\p{N}\0-\x7f’‘–·´—]\p{L}/u.test(text)) faults += 1.5;
  if (/\p{Ll}\p{Lu}/u.test(text) && /[^\0-\x7f]/.test(text.match(/\p{Ll}\p{Lu}/u)?.[0] ?? '')) faults += 1;
  // A capital beyond ASCII inside a word, as in `DŸsseldorf` and `OÕNeil`.
  if (/\p{L}(?![A-Z])\p{Lu}\p{Ll}|(?![A-Z])\p{Lu}{2}\p{Ll}/u.test(text)) faults += 1;
  // A small letter beyond ASCII behind capitals, as in `BRONTë`.
  if (/\p{Lu}{2}(?![a-z])\p{Ll}/u.test(text)) faults += 1;
  faults += faultsOfThai(text);
  // A degree behind a letter, where the other half of a Chinese character was.
  if (/[\p{Script=Cyrillic}\p{Script=Greek}][°§£©®¿¡]/u.test(text)) faults += 1;
  // A sign of money or a dagger is what the capital has become, as in `€ванова`; a dot in a word is Catalan, in Latin letters.
  if (/[€™‰†‡•]\p{L}|[\p{Script=Cyrillic}\p{Script=Greek}]·/u.test(text)) faults += 1;
  // Quotes and halves that turn their back on the word; ordinals in front of one (`ªtefan`) or behind more than a letter (`Ionuº`).
  if (/\p{L}[«½]|[»½]\p{L}|[ªº](?![ªº])\p{L}|(?![ªº])\p{L}(?![ªº])\p{L}[ªº]/u.test(text)) faults += 1;
  const scripts = [
    /\p{Script=Latin}/u,
    /\p{Script=Cyrillic}/u,
    /\p{Script=Greek}/u,
    /\p{Script=Hebrew}/u,
    /\p{Script=Arabic}/u,
    /\p{Script=Thai}/u,
  ];
  if (/\p{L}/u.test(text) && mixesScripts(text, scripts)) faults += 2;
  // A Latin word of accents only is another script in disguise.
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  const accented = text.match(/[^\0-\x7f\P{Script=Latin}]/gu)?.length ?? 0;
  if (latin >= 4 && accented > latin * 0.7) faults += 2;
  return faults;
}

/** Vowels and marks where Thai has none: a mark without its consonant, a vowel that leads to nothing, letters out of use. */
function faultsOfThai(text: string): number {
  if (!/[\u0e00-\u0e7f]/.test(text)) return 0;
  return (
    text.match(
      /(?<![\u0e01-\u0e2e\u0e31-\u0e3a\u0e47-\u0e4d])[\u0e31\u0e33-\u0e3a\u0e47-\u0e4e]|[\u0e31\u0e34-\u0e3a]{2}|[\u0e47-\u0e4e]{2}|[\u0e40-\u0e44](?![\u0e01-\u0e2e])|[\u0e03\u0e05\u0e06\u0e0b-\u0e0c\u0e24-\u0e26\u0e2f\u0e4d-\u0e5b]|[\u0e01-\u0e2e]{5}/g,
    )?.length ?? 0
  );
}

function mixesScripts(text: string, scripts: readonly RegExp[]): boolean {
  for (const part of text.split(/[^\p{L}\p{M}]+/u)) {
    let found = 0;
    for (const script of scripts) if (script.test(part)) found++;
    if (found > 1) return true;
  }
  return false;
}

function countLetters(text: string): LetterCount {
  const letters = new Map<string, number>();
  const words = new Map<string, number>();
  for (const [found] of text.matchAll(word)) words.set(found, (words.get(found) ?? 0) + 1);
  let total = 0;
  let faults = 0;
  for (const [found, times] of words) {
    faults += faultsOfWord(found) * times;
    for (const letter of found.toLowerCase().match(/[^\0-\x7f\P{L}]/gu) ?? []) {
      letters.set(letter, (letters.get(letter) ?? 0) + times);
      total += times;
    }
  }
  return { letters, total, faults };
}

/** A second language is believed a little less than one that explains all by itself. */
const secondLanguageWeight = 0.9;

/**
 * From about −3 (surely not) to 1 (every letter beyond ASCII belongs to one language, nothing odd):
 * the share of letters that at most two of the languages explain, less the faults.
 */
export function letterScore(text: string, alphabets: readonly Alphabet[]): number {
  const { letters, total, faults } = countLetters(text);
  const weight = Math.max(total, 1);
  const allFaults = faults + signsOfMoney(text) * 1.5;
  let best = 0;
  const misplaced = new Map(alphabets.map((one) => [one, misplacedIn(text, one)]));
  for (const first of alphabets) {
    const inFirst = covered(letters, first.letters, '') - (misplaced.get(first) ?? 0);
    best = Math.max(best, inFirst / weight + first.prior * 0.02);
    for (const second of alphabets) {
      if (second === first) continue;
      const alsoInSecond = covered(letters, second.letters, first.letters) - (misplaced.get(second) ?? 0);
      best = Math.max(
        best,
        (inFirst + alsoInSecond * secondLanguageWeight) / weight +
          first.prior * 0.02 +
          second.prior * 0.01 -
          0.04,
      );
    }
  }
  return (
    best +
    commonBonus(text, letters, total) -
    allFaults / weight -
    lastingPenalty(allFaults) -
    oneCasePenalty(text)
  );
}

/** Letters where the language never has them. */
function misplacedIn(text: string, { never }: Alphabet): number {
  return never === undefined ? 0 : (text.match(never)?.length ?? 0);
}

/** A capital alone behind a figure, as in `30.000 Ђ`: where another code page has its € or £. */
function signsOfMoney(text: string): number {
  return text.match(/\d ?(?![A-Z])\p{Lu}(?![\p{L}\p{M}.])/gu)?.length ?? 0;
}

/** A sign in the middle of a word tells as much in a long list as in a short one. */
function lastingPenalty(faults: number): number {
  return Math.min(0.1, faults * 0.01);
}

/** The letters that make up most of any text in a script, and a share that other code pages turned round hardly come to. */
const commonLetters: readonly {
  readonly script: RegExp;
  readonly letters: string;
  readonly leastShare: number;
}[] = [
  { script: /[а-я]/i, letters: 'оеаинтсрвл', leastShare: 0.5 },
  { script: /[α-ω]/i, letters: 'αάεέηήιίοόυύσςτρνλκ', leastShare: 0.75 },
  { script: /[\u0621-\u064a]/, letters: 'اليمنورتبدحعهس', leastShare: 0.7 },
];

/** From −0.3 to 0.2. Capitals alone in Cyrillic speak for nothing: Hebrew in KOI8 reads `НЫД`. */
function commonBonus(text: string, letters: ReadonlyMap<string, number>, total: number): number {
  const found = commonLetters.find(({ script }) => script.test(text));
  if (found === undefined) return 0;
  const bonus = (covered(letters, found.letters, '') / total - found.leastShare) * 0.4;
  return /[А-Я]/.test(text) && !/[а-я]/.test(text) ? Math.min(0, bonus) : bonus;
}

/** Names and headers in Cyrillic and Greek have capitals and small letters; only one kind is often Hebrew misread. */
function oneCasePenalty(text: string): number {
  const capitals = /[Α-ΩА-ЯЁЂ-Џ]/.test(text);
  const small = /[α-ωа-яёђ-џ]/.test(text);
  return small && !capitals ? 0.3 : capitals && !small ? 0.05 : 0;
}

function covered(letters: ReadonlyMap<string, number>, inThese: string, butNotIn: string): number {
  let sum = 0;
  for (const [letter, times] of letters)
    if (inThese.includes(letter) && !butNotIn.includes(letter)) sum += times;
  return sum;
}
