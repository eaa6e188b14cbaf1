// Tells Vietnamese names, which start with the family name, from others. Never decides for a name that may be something else.
import {
  unsureFamiliesPlain,
  vietnameseFamilies,
  vietnameseFamiliesPlain,
  vietnameseGivensPlain,
  vietnameseMiddles,
} from './name-words';

/** Letters that only Vietnamese uses among the Latin alphabets recruiters meet. */
const vietnameseLetter = /[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/i;

/** Letters that no other of these alphabets has: ă is Romanian too, đ Croatian. */
const surelyVietnamese = /[ơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/i;

const beyondAscii = /[^\u0000-\u007f]/;

const withoutMarks = (word: string): string =>
  beyondAscii.test(word)
    ? word
        .normalize('NFD')
        .replace(/\p{M}+/gu, '')
        .replace(/đ/g, 'd')
    : word;

/**
 * How many words at the front are the family name of a Vietnamese name (the middle name Thị or Văn goes with it);
 * 0 where the name is not Vietnamese or starts with the given name (Anh Nguyễn).
 */
export function vietnameseFamilyLength(words: readonly string[]): number {
  const first = words[0]?.toLowerCase() ?? '';
  const second = words[1]?.toLowerCase() ?? '';
  const last = words[words.length - 1]?.toLowerCase() ?? '';
  // Kim van Dijk: the van of the Netherlands is small, or a word follows that no Vietnamese has.
  const hasMiddle =
    words.length > 2 &&
    vietnameseMiddles.has(second) &&
    !(/^\p{Ll}/u.test(words[1] ?? '') && /^\p{Lu}/u.test(words[0] ?? '')) &&
    (second !== withoutMarks(second) ||
      vietnameseFamiliesPlain.has(first) ||
      words.some((word) => vietnameseLetter.test(word)) ||
      vietnameseGivensPlain.has(withoutMarks(last)));
  const isMarked = vietnameseFamilies.has(first) && first !== withoutMarks(first);
  const looksVietnamese =
    words.some((word) => vietnameseLetter.test(word)) ||
    hasMiddle ||
    words.slice(1).every((word) => vietnameseGivensPlain.has(withoutMarks(word.toLowerCase())));
  // Khuất Duy Tiến: a family name that is not in the list, unless the last word is one (Anh Thư Nguyễn).
  const isRareFamily =
    words.length > 2 && words.some((word) => surelyVietnamese.test(word)) && !vietnameseFamilies.has(last);
  const isFamily =
    isMarked ||
    isRareFamily ||
    (vietnameseFamilies.has(first) && looksVietnamese) ||
    (vietnameseFamiliesPlain.has(first) && (looksVietnamese || !unsureFamiliesPlain.has(first)));
  if (!isFamily) return 0;
  // Mai Nguyễn, Hà Trần: the last word is a surer family name than the first.
  const surer = vietnameseFamiliesPlain.has(withoutMarks(last));
  if (words.length === 2 && surer && !vietnameseFamiliesPlain.has(withoutMarks(first))) return 0;
  return hasMiddle ? 2 : 1;
}
