// What stands beside a name in its cell and is no part of it: nicknames in brackets or quotes, pronouns, a name at birth, an address, a
// firm, list numbers, stars. Never takes away the last word that has a letter.

const angled = /<[^<>]*>/g;
/** An address beside the name. Bounded in front of the @, so that a long text takes no longer. */
const address = /(?<!\S)[^\s@]{1,64}@\S+/g;
const brackets = /[([{（［【][^()[\]{}（）［］【】]*(?:[)\]}）］】]|$)/gu;
const quotes = /["“”„‟«»][^"“”„‟«»]*["“”„‟«»]/gu;
/** Single quotes around whole words: O'Brien and ’t Hooft have none. */
const singleQuotes = /(?<=^|\s)['‘`][\p{L} .-]+['’`](?=[\s,]|$)/gu;
/** she/her, er/ihm */
const pronouns =
  /(?<=^|[\s,])(?:she|he|they|xe|ze|sie|er|elle|il|iel|ella|él|elle)\s?\/\s?\p{L}{2,6}(?:\s?\/\s?\p{L}{2,6})?(?=[\s,]|$)/giu;
const nameAtBirth = /\s(?:geb\.|geborene[rn]?|née?\b\.?(?=\s)|z domu|rozená|roz\.)\s.*$/iu;
/** `ROUX née MARTIN Claire`: behind the name at birth the given name goes on, where only one word stands in front. */
const birthInTheMiddle =
  /^(\S+)\s(?:geb\.|[Gg]eborene[rn]?|[Nn]ée?\.?|z domu|rozená|roz\.)\s+(?:\p{Lu}[\p{Lu}'’-]+(?:\s+\p{Lu}[\p{Lu}'’-]+)*(?!\p{Ll})|[^\s,]+)\s+(?=\p{L})/u;

/** `née` without its accent may be a name (Nee), so it is none of these. */
const plainNee = /\snee\s/i;

/** Longer texts are notes; looking for quotations in them would cost time for nothing. */
const longestName = 300;

/** `Ken Dow | Acme`, `Lia Moe / Brandco`: behind a whole name another thing begins. */
const otherThing = /\s*[;|]\s*|\s+\/\s+/;
/** `Ken Dow - Acme GmbH`, `Mina Roy - 5 years`: a firm or a number behind a dash. Other words there may be a second family name. */
const firmOrNumber =
  /\s+[-–—]\s+(?=.*(?:\d|(?<!\p{L})(?:GmbH|Ltd|Inc|LLC|LLP|AG|KG|S\.?A\.?|B\.?V\.?|Oy|AB|sp\. z o\.o|s\.r\.o|Pty|Corp|Co|Company|JSC|TNHH|LTD|INC)(?!\p{L})))/u;

/** `John Doe - duplicate`: a remark in small letters behind a whole name; not `Ana - de Souza`. */
const smallRemark =
  /^(\p{Lu}.*?\S)\s+[-–—]\s+(?!(?:d[aeiou]|d[ao]s|del|van|von|der|den|la|le|el|al|bin|y)(?!\p{L}))\p{Ll}[\p{Ll}\s]*$/u;

const saysBirth = / (?:geb|n\u00e9|z domu|roz)/i;

const blank = 0x20;
const apostrophe = 0x27;
const comma = 0x2c;
const hyphen = 0x2d;
const dot = 0x2e;
/** From here to the Greek, Cyrillic and other letters' end there are next to no signs. */
const firstAccented = 0xc0;
const firstPunctuation = 0x2000;
const firstKana = 0x3040;
const lastHangul = 0xd7a3;

/** Letters with single blanks, hyphens, dots, commas and apostrophes between them, as nearly every name is. Never yes where a closer look would find something. */
function isEveryday(text: string): boolean {
  let before = blank;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    const lower = code | 0x20;
    const isLetter =
      (lower >= 0x61 && lower <= 0x7a) ||
      (code >= firstAccented && code < firstPunctuation) ||
      (code >= firstKana && code <= lastHangul);
    // A sign behind a blank opens a quotation, a remark or a list.
    if (!isLetter && code !== blank && (before === blank || !isInner(code))) return false;
    before = code;
  }
  return before !== blank && before !== hyphen && before !== comma && !saysBirth.test(text);
}

function isInner(code: number): boolean {
  return code === apostrophe || code === comma || code === hyphen || code === dot;
}

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

/** What stands in front of another thing, where that is a whole name of at least two words. */
function beforeOtherThing(text: string): string {
  for (const behind of [otherThing, firmOrNumber]) {
    const at = text.search(behind);
    if (at > 0 && text.slice(0, at).split(/\s+/).filter(hasLetter).length > 1) return text.slice(0, at);
  }
  const remark = smallRemark.exec(text)?.[1];
  return remark !== undefined && remark.split(/\s+/).filter(hasLetter).length > 1 ? remark : text;
}

/** Quotation marks around the whole of a name. */
const quotedWhole = /^["“”„‟«»'‘’`]+(\p{L}.*?)["“”„‟«»'‘’`]+$/su;

/** The name alone; the text as it is where nothing would be left of it. */
export function bareName(text: string): string {
  if (text.length > longestName || isEveryday(text)) return text;
  const born = plainNee.test(text) ? text : text.replace(birthInTheMiddle, '$1 ').replace(nameAtBirth, ' ');
  const unquoted = born.replace(quotedWhole, '$1');
  const inner = beforeOtherThing(unquoted.replace(angled, ' ').replace(address, ' ').trim())
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
