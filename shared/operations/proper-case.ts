// Writes a name that is all capitals or all small letters as names are written. An offer only: nobody's name is changed without a click.
// Never touches a name that has both, and no script without capitals.

/** Words that open a family name and are written small there: Dutch, German, French, Spanish, Portuguese, Arabic, Nordic. */
const smallParticles: ReadonlySet<string> = new Set(
  'von vom zu zum zur der den ter ten te van de da do dos das du y e i und of af av bin bint binti ibn'.split(
    ' ',
  ),
);
/** Small only behind another small one: de la Cruz, van der Berg, de los Reyes; alone they open a name (La Rue, Del Piero, Los). */
const smallBehind: ReadonlySet<string> = new Set('la las los le les het der den del'.split(' '));
/** Names of southern Africa, whose Mc is none of Scotland's: Mchunu, but McHugh. */
const noScottishMc: ReadonlySet<string> = new Set('mchunu mcunu mcineka mcebisi mcebo mcwabe'.split(' '));
/** Italian family names write De large: De Luca, but de la Cruz and de Souza. */
const italianBehindDe: ReadonlySet<string> = new Set(
  'angelis santis carolis bonis dominicis nardis luca rosa simone marco martino gregorio vito vita stefano franco cesare felice filippo lorenzo marchi rossi'.split(
    ' ',
  ),
);
/** Family names of two letters without a vowel. Others of that kind are initials (TJ, JD). */
const vowelless: ReadonlySet<string> = new Set(['ng', 'sz', 'mr', 'ms', 'dr', 'jr', 'sr', 'st']);
const numerals: ReadonlySet<string> = new Set(['ii', 'iii', 'iv', 'vii', 'viii']);

/** Letters that only Turkish and Azerbaijani have. Who writes them writes I for ı, and İ for i. */
const turkishLetter = /[İıĞğ]/;
/** Names in which every I is an ı, whoever writes them: without such letters beside it, an I of other names is taken for an i (EMINE). */
const dotlessNames: ReadonlySet<string> = new Set(
  'aydin yildiz yildirim yilmaz kilic isik altin altintas yalcin cinar balci nazli asli ilgin irmak isil kizil kilinc baris cagri arikan akin akinci kadioglu salici yazici satici cakir caliskan akkaya yalin isikli sitki firat hidir sidika sirma itir kivanc kivilcim aslihan nazlican yildiray isilay ilgaz avci kirmizi kizilkaya akyildiz sarikaya sarigul bayrakci cakmakci yildirimer yilmazer tasci kirac'.split(
    ' ',
  ),
);
const letters = /\p{L}/gu;
const firstSmall = 0x61;
const lastSmall = 0x7a;

/** 'upper' or 'lower' where every cased letter is so, 'mixed' otherwise; null where the text has no cased letter. */
export function letterCase(text: string): 'upper' | 'lower' | 'mixed' | null {
  let found: 'upper' | 'lower' | null = null;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    let own: 'upper' | 'lower' | null = null;
    if (code < 0x80) {
      if (code >= 0x41 && code <= 0x5a) own = 'upper';
      else if (code >= 0x61 && code <= 0x7a) own = 'lower';
    } else {
      const letter = text[index] ?? '';
      // Georgian has capitals in Unicode, and nobody writes names with them.
      if (code >= 0x10d0 && code <= 0x10ff) continue;
      if (letter !== letter.toLowerCase()) own = 'upper';
      else if (letter !== letter.toUpperCase()) own = 'lower';
    }
    if (own === null) continue;
    if (found !== null && found !== own) return 'mixed';
    found = own;
  }
  return found;
}

function plainKey(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/ı/g, 'i');
}

/** Whether these names, of one person, are written with Turkish letters. */
export function hasTurkishLetters(names: readonly (string | null)[]): boolean {
  return names.some((name) => name !== null && turkishLetter.test(name));
}

/**
 * What a name in capitals says about who wrote it: `dotted` İ is written where an i is meant, so that I is an ı; `plain`: there is an I and no
 * letter that tells. Null where there is no I, and where the name is not in capitals.
 */
export function capitalI(name: string): 'dotted' | 'plain' | null {
  // Nearly every name goes on with a small letter.
  const second = name.charCodeAt(1);
  if (second >= firstSmall && second <= lastSmall) return null;
  if (name.includes('İ')) return letterCase(name) === 'upper' ? 'dotted' : null;
  return name.includes('I') && letterCase(name) === 'upper' && !turkishLetter.test(name) ? 'plain' : null;
}

/** One part of a word between hyphens and apostrophes. */
function capitalised(part: string, locale: 'tr' | 'en'): string {
  const lower = part.toLocaleLowerCase(locale);
  const [first = ''] = lower;
  const rest = lower.slice(first.length);
  // Dutch IJ is one letter: IJsbrand, but Ijeoma.
  if (locale === 'en' && /^ij[bcdfghklmnprstvwz]/.test(lower)) return `IJ${lower.slice(2)}`;
  if (/^mc\p{L}{2,}/u.test(lower) && !noScottishMc.has(lower))
    return `Mc${capitalised(lower.slice(2), locale)}`;
  return first.toLocaleUpperCase(locale) + rest;
}

/** Behind these it parts sounds of one name: В’ячеслав, G'ulom. */
const soundsBeforeApostrophe = /^(?:g|\p{Script=Cyrillic})$/iu;
/** What stands before an apostrophe that a capital follows, beside single letters. */
const beforeApostrophe: ReadonlySet<string> = new Set(['dell', 'dall', 'sant', 'all', 'de']);

/** O'Brien, D'Angelo, Dell'Acqua, 't Hooft; no capital inside a longer word (Ka'ahumanu). */
function withApostrophes(part: string, locale: 'tr' | 'en'): string {
  const pieces = part.split(/(['’ʼ‘`´])/);
  return pieces
    .map((piece, index) => {
      if (index % 2 === 1 || piece === '') return piece;
      if (index === 0) return capitalised(piece, locale);
      const before = pieces[index - 2] ?? '';
      const opens =
        (before.length === 1 && !soundsBeforeApostrophe.test(before)) ||
        beforeApostrophe.has(plainKey(before));
      return opens && piece.length > 1 ? capitalised(piece, locale) : piece.toLocaleLowerCase(locale);
    })
    .join('');
}

function properWord(
  word: string,
  place: { isFirst: boolean; isLast: boolean; afterSmall: boolean },
  locale: 'tr' | 'en',
): string {
  const key = plainKey(word);
  if (numerals.has(key) && place.isLast && !place.isFirst) return word.toUpperCase();
  if (!place.isLast && (smallParticles.has(key) || (place.afterSmall && smallBehind.has(key))))
    return word.toLocaleLowerCase(locale);
  const count = word.match(letters)?.length ?? 0;
  if (count === 2 && /^[b-df-hj-np-tv-xz]{2}$/.test(key) && !vowelless.has(key)) return word.toUpperCase();
  return word
    .split(/([-.‐‑])/)
    .map((part, index) =>
      index % 2 === 1
        ? part
        : withApostrophes(part, dotlessNames.has(plainKey(part)) && part.includes('I') ? 'tr' : locale),
    )
    .join('');
}

/**
 * The name in proper case. `part`: particles are written small in a family name (van der Berg), and in a first name only
 * between two words (Maria de los Angeles). Vietnamese Van and Thi are names, not particles. `turkish`: I is the capital of ı.
 */
export function properCase(name: string, part: 'firstname' | 'lastname', turkish: boolean): string {
  const locale = turkish ? 'tr' : 'en';
  const words = name.split(/(\s+)/);
  const own = words.filter((_, index) => index % 2 === 0);
  const isVietnamese =
    /[ăđơưĂĐƠƯ\u1ea0-\u1ef9]/.test(name) ||
    /^(?:nguyen|tran|pham|huynh|hoang|phan|bui|ngo|duong|truong|vuong|dinh)$/.test(plainKey(own[0] ?? ''));
  let afterSmall = false;
  return words
    .map((word, index) => {
      if (index % 2 === 1 || word === '') return word;
      const isFirst = index === 0;
      const written = properWord(
        word,
        {
          isFirst,
          isLast:
            index === words.length - 1 ||
            isVietnamese ||
            (isFirst && part === 'firstname') ||
            (/^de$/i.test(word) && italianBehindDe.has(plainKey(words[index + 2] ?? ''))),
          // María del Carmen; a family name begins with a large Del.
          afterSmall: afterSmall || (part === 'firstname' && /^del$/i.test(word)),
        },
        locale,
      );
      afterSmall =
        written === written.toLocaleLowerCase(locale) && written !== written.toLocaleUpperCase(locale);
      return written;
    })
    .join('');
}
