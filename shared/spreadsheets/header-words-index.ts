// The header words made ready for looking up. Never decides which field a column is: that is the mapping's work.
import { headerText } from './header-text';
import { headerWords } from './header-words';
import { isMadeUpHeader } from './made-up-header';

const whole = new Set<string>();
const single = new Set<string>();
for (const texts of Object.values(headerWords)) {
  for (const text of texts) {
    const comparable = headerText(text);
    if (comparable === '') continue;
    whole.add(comparable);
    for (const part of comparable.split(' '))
      if (part.length >= 3 || /[^\0-\u024f]/.test(part)) single.add(part);
  }
}

/** Scripts written without blanks: a header word inside a longer text counts. */
const unspaced = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\u0e00-\u0e7f]/;
const unspacedWords = [...whole].filter((text) => unspaced.test(text) && text.length >= 2);

/** How much a text reads like a header: 1 for one that is known, less where only words of it are, 0 for none. */
export function headerLikeness(text: string): number {
  const comparable = headerText(text);
  if (comparable === '') return text.trim() === '#' || text.trim() === '№' ? 1 : 0;
  // Of one letter (F1) it may be a room or a grade.
  if (whole.has(comparable) || (/^\p{L}{3}/u.test(comparable) && isMadeUpHeader(text))) return 1;
  const parts = comparable.split(' ');
  const known = parts.filter((part) => single.has(part)).length;
  if (known > 0 && parts.length <= 6) return 0.3 + (0.4 * known) / parts.length;
  if (
    unspaced.test(comparable) &&
    comparable.length <= 14 &&
    unspacedWords.some((word) => comparable.includes(word))
  )
    return 0.6;
  return 0;
}
