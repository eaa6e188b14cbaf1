// Letters of a name that were misread or lost on the way: JÃ¼rgen, J�rgen, Nguy?n. Offers what the letters still tell; never guesses those that are gone.
import { misreadings, turnBack } from '../spreadsheets/saved-twice';

/** What became of a name's letters. `mended` is the name as it was; null where its letters are lost. */
export interface GarbledName {
  readonly mended: string | null;
}

/** Two letters beyond ASCII side by side, or a sign that stands for a lost one: nearly no name has either. */
const mayBeGarbled = /[^\0-\x7f]{2}|[?\ufffd]|\p{Ll}Ã/u;
/** The sign of letters that could not be read; or a question mark within a word, where a program had no letter to write. */
const lost = /\ufffd|\?\p{L}|\p{L}\?\s+\p{L}/u;

/** Null for a name with nothing wrong in its letters. */
export function garbledName(name: string): GarbledName | null {
  if (!mayBeGarbled.test(name)) return null;
  const mended = mendGarbled(name);
  if (mended !== null) return { mended };
  return lost.test(name) ? { mended: null } : null;
}

/** The text with its misread letters turned back; null where none is surely misread. */
export function mendGarbled(text: string): string | null {
  for (const misreading of misreadings) {
    const turned = text.replace(/[^\0-\x7f]+/g, (run: string, at: number) => {
      const letters = turnBack(run, misreading);
      return letters !== null && isNamePart.test(letters) && isOdd(run, letters, text, at) ? letters : run;
    });
    const mended = misreading === 'windows-1252' ? withGraveA(turned, turned !== text) : turned;
    if (mended !== text) return mended.normalize('NFC');
  }
  return null;
}

/** Letters of a name, and the apostrophe and the dash that programs make of typed ones. Not the rare letters of Cyrillic, and no Armenian. */
const isNamePart = /^(?:(?![\u0460-\u058f])[\p{L}\p{M}]|[’‘–])+$/u;
const signs = /[^\p{L}\p{M}]/u;
/** `«Élan»`: a quote or a dash in front of a letter is the text of a careful writer. */
const ordinary = /^[‘’“”«–—]/;
const latin = /^[\p{Script=Latin}\p{M}]+$/u;

/** Whether no name has such letters side by side: a sign among them, or a capital within a word of small letters. */
function isOdd(run: string, letters: string, text: string, at: number): boolean {
  if (ordinary.test(run)) return false;
  if (signs.test(run)) return true;
  if (!latin.test(letters)) return false;
  if (/^[ÃÄÅ]/.test(run)) return true;
  const before = /[\p{L}\p{M}]*$/u.exec(text.slice(0, at))?.[0] ?? '';
  const behind = /^[\p{L}\p{M}]*/u.exec(text.slice(at + run.length))?.[0] ?? '';
  const hasCapitalWithin = before !== '' && /\p{Lu}/u.test(run);
  return hasCapitalWithin && /\p{Ll}/u.test(before.slice(1) + behind) && !/\p{Lu}/u.test(letters + behind);
}

/** The second half of a misread à is a blank, and lost with the blanks around a name: HÃ  Ná»™i. */
function withGraveA(text: string, isMisread: boolean): string {
  return text.replace(isMisread ? /Ã(?=\s|$)/g : /(?<=\p{Ll})Ã(?=\s|$)/gu, 'à');
}
