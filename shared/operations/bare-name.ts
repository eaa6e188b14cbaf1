// What stands beside a name in its cell and is no part of it: nicknames in brackets or quotes, pronouns, a name at birth, list numbers,
// stars. Never takes away the last word that has a letter.

const brackets = /[([{（［【][^()[\]{}（）［］【】]*(?:[)\]}）］】]|$)/gu;
const quotes = /["“”„‟«»][^"“”„‟«»]*["“”„‟«»]/gu;
/** Single quotes around whole words: O'Brien and ’t Hooft have none. */
const singleQuotes = /(?<=^|\s)['‘`][\p{L} .-]+['’`](?=[\s,]|$)/gu;
/** she/her, er/ihm */
const pronouns =
  /(?<=^|[\s,])(?:she|he|they|xe|ze|sie|er|elle|il|iel|ella|él|elle)\s?\/\s?\p{L}{2,6}(?:\s?\/\s?\p{L}{2,6})?(?=[\s,]|$)/giu;
const nameAtBirth = /\s(?:geb\.|geborene[rn]?|née?\b\.?(?=\s)|z domu|rozená|roz\.)\s.*$/iu;
/** `née` without its accent may be a name (Nee), so it is none of these. */
const plainNee = /\snee\s/i;

/** One cheap look first: nearly every name is letters, blanks, hyphens and apostrophes only. */
const everyday = /^[\p{L}\p{M}][\p{L}\p{M}\s'’-]*[\p{L}\p{M}]$/u;
const needsCare = /\s(?:geb|né|z domu|roz)|(?:^|\s)['’]/iu;

const hasLetter = (word: string): boolean => /\p{L}/u.test(word);

/** The words at both ends that hold a letter, and all between them: `1. Anna Rossi 2 ✨` → `Anna Rossi`. */
function betweenLetters(text: string): string {
  const words = text.split(/\s+/);
  const from = words.findIndex(hasLetter);
  if (from === -1) return '';
  let to = words.length;
  while (!hasLetter(words[to - 1] ?? '')) to--;
  return words
    .slice(from, to)
    .join(' ')
    .replace(/^[*•·#]+/, '');
}

/** The name alone; the text as it is where nothing would be left of it. */
export function bareName(text: string): string {
  if (everyday.test(text) && !needsCare.test(text)) return text;
  const born = plainNee.test(text) ? text : text.replace(nameAtBirth, ' ');
  const inner = born
    .replace(brackets, ' ')
    .replace(quotes, ' ')
    .replace(singleQuotes, ' ')
    .replace(pronouns, ' ')
    .replace(/\s+,/g, ',')
    .trim();
  // A comma behind a lone family name says what it is: `Keller,`.
  const parts = inner.split(/(?=[,，、،])/u).map((part) => part.match(/^([,，、،]?)(.*)$/su) ?? []);
  const bare = parts
    .map(([, comma = '', rest = '']) => {
      const kept = betweenLetters(rest.trim());
      return kept === '' ? comma : `${comma}${comma === '' ? '' : ' '}${kept}`;
    })
    .join('')
    .trim();
  return hasLetter(bare) ? bare : text;
}
