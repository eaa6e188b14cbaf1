// Whether a text that stands alone in its row could be one of the column it stands in: a name among names.
// Never decides by a word's meaning: `Sales` and `Cher` are one word each.
import { cellKind } from './cell-kind';

/** `like`: it may be somebody; `short`: it has fewer words than all others of its column; `unlike`: nobody of this list is written so. */
export type PeopleLikeness = 'like' | 'short' | 'unlike';

/** How a text is written beside the texts of its column; without any it is `unlike`. */
export function likenessToPeople(text: string, texts: readonly string[]): PeopleLikeness {
  const shown = text.trim();
  if (texts.length === 0 || shown === '') return 'unlike';
  if (isReference(shown)) return texts.filter(isReference).length > texts.length / 2 ? 'like' : 'unlike';
  const others = new Set(texts.flatMap(signsIn));
  if (!signsIn(shown).every((sign) => others.has(sign))) return 'unlike';
  for (const isOdd of [isShouted, isSingle, endsSmall])
    if (isOdd(shown) && !texts.some((one) => isOdd(one.trim()))) return 'unlike';
  const counts = texts.map(countWords);
  const words = countWords(shown);
  if (words >= longName && words > Math.max(...counts) && !isCapitalized(shown)) return 'unlike';
  if (unspaced.test(shown) && shown.length > Math.max(...texts.map(({ length }) => length))) return 'unlike';
  return words < Math.min(...counts) ? 'short' : 'like';
}

/** A phone number or an ID. */
function isReference(text: string): boolean {
  if (text.includes('：')) return false;
  const kind = cellKind(text);
  return kind === 'phone' || kind === 'id' || /^\+\d[\d\s()/.-]{6,}$/.test(text.trim());
}

/** What names are not made of, all digits as one: hyphens, dots and quotes are in names, and the comma of `Lee, Ann`. */
function signsIn(text: string): string[] {
  const name = text.trim().replace(/^(\S+),\s*(\S+)$/, '$1 $2');
  return (name.match(/[^\p{L}\p{M}\s.'’`´"“”„«»-]|(?:^|\s)-(?=\s|$)|^-/gu) ?? []).map((sign) =>
    /\d/.test(sign) ? '0' : sign.trim(),
  );
}

/** Capitals alone, more than initials have. */
function isShouted(text: string): boolean {
  return text.length > 2 && text !== text.toLowerCase() && text === text.toUpperCase();
}

/** One letter; in scripts without capitals it may be a name. */
function isSingle(text: string): boolean {
  return text.length === 1 && text.toLowerCase() !== text.toUpperCase();
}

/** `Night shift`: a name that begins with a capital ends with a word that does. */
function endsSmall(text: string): boolean {
  const [letter = ''] = text.split(/\s+/).at(-1) ?? '';
  return letter !== letter.toUpperCase() && text[0] !== text[0]?.toLowerCase();
}

/** Words of a text that may be a sentence. */
const longName = 5;

/** Small words within names; any other begins with a capital. */
const particle =
  /^(?:a[fv]|al|bin|bint|ibn|d[aeiou]|d[ao]s|del|della|dem|den|der|des|du|e|el|l[aeo]|las|los|te[nr]|und|v[ao]n|y|zu|zum|zur)$/;

function isCapitalized(text: string): boolean {
  return text
    .split(/\s+/)
    .every((word, index) => word[0] === word[0]?.toUpperCase() || (index > 0 && particle.test(word)));
}

/** Scripts written without blanks: a longer text than all others is a remark. */
const unspaced = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\u0e00-\u0e7f]/;

function countWords(text: string): number {
  return text.trim().split(/\s+/).length;
}
