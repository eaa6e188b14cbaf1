// The encodings text files come in, with the letters that speak for each. Never guesses: that is guess-encoding.ts.

import { misreadingOf } from './saved-twice';

/** A language as far as its letters beyond ASCII tell it from others. Lower case; the capitals follow. */
export interface Alphabet {
  readonly language: string;
  readonly letters: string;
  /** How likely such a file is when the letters alone leave it open (0–1): a tie-breaker only. */
  readonly prior: number;
  /** Where the language never has its letters: such a one speaks for another reading. */
  readonly never?: RegExp;
}

export interface TextEncoding {
  /** A WHATWG label. */
  readonly encoding: string;
  /** The words on the screen. */
  readonly label: string;
  readonly alphabets: readonly Alphabet[];
  /** Taken off the score: hardly any file comes in it, so it must explain much better than the others. 0 without. */
  readonly handicap?: number;
}

const german: Alphabet = { language: 'German', letters: 'äöüß', prior: 1 };
const western: readonly Alphabet[] = [
  german,
  // `Petrauskaitë`, `Kovaèiæ`, `Wiœniewski`.
  {
    language: 'French',
    letters: 'àâæçéèêëîïôœùûüÿ',
    prior: 1,
    never: /(?:it|ien|ut|yt)ë(?!\p{L})|è(?![b-df-hj-np-tv-z])|iæ|iœ/giu,
  },
  // `Zieliñski`.
  { language: 'Spanish', letters: 'áéíñóúü¿¡ºª', prior: 1, never: /ñ(?![aeiouáéíóúü])/giu },
  // `Bãlan`, `Gyõzõ`.
  { language: 'Portuguese', letters: 'àáâãçéêíóôõúºª', prior: 1, never: /ã[b-df-hj-np-rt-z]|õ(?!e|s)/giu },
  // `Nìmec`.
  { language: 'Italian', letters: 'àèéìíîòóù', prior: 0.9, never: /[àèìòù](?=\p{L})/giu },
  { language: 'Catalan', letters: 'àçèéíïòóúü·', prior: 0.6, never: /è(?=[aeiouàéíóú])/giu },
  {
    language: 'Dutch',
    letters: 'áéëèïíöóü',
    prior: 0.8,
    never: /(?:it|ien|ut|yt)ë(?!\p{L})|è(?![b-df-hj-np-tv-z])/giu,
  },
  { language: 'Swedish', letters: 'åäöé', prior: 0.9 },
  // `Mariæ`.
  { language: 'Danish and Norwegian', letters: 'æøåéò', prior: 0.9, never: /iæ|ò(?=\p{L})/giu },
  { language: 'Finnish', letters: 'äöåšž', prior: 0.8 },
  { language: 'Icelandic', letters: 'áðéíóúýþæö', prior: 0.4, never: /iæ/giu },
  { language: 'Irish', letters: 'áéíóú', prior: 0.5 },
];
const central: readonly Alphabet[] = [
  // `Sćvar`.
  {
    language: 'Polish',
    letters: 'ąćęłńóśźż',
    prior: 1,
    never: /[b-df-hj-np-tv-z]ć[b-df-hj-np-tv-z]/giu,
  },
  // `Ňscar`, `Mercč`.
  {
    language: 'Czech',
    letters: 'áčďéěíňóřšťúůýž',
    prior: 0.9,
    never: /(?<![aeiouyáéěíóúůý])ň[b-df-hj-np-tv-z]|cč/giu,
  },
  // `Jordŕ`, `Ňscar`.
  {
    language: 'Slovak',
    letters: 'áäčďéíĺľňóôŕšťúýž',
    prior: 0.8,
    never: /(?<!\p{L})[ŕĺ]|[ŕĺ](?![b-df-hj-np-tv-zčďľňšťž])|(?<![aeiouyáéíóúůý])ň[b-df-hj-np-tv-z]|cč/giu,
  },
  // `Őunapuu`, `Rőőmus`.
  { language: 'Hungarian', letters: 'áéíóöőúüű', prior: 0.9, never: /ő[aeouő]|ői(?=\p{L})/giu },
  { language: 'Croatian and Slovene', letters: 'čćđšž', prior: 0.8 },
  { language: 'Romanian', letters: 'ăâîşţșț', prior: 0.8 },
  { ...german, prior: 0.9 },
  { language: 'Albanian', letters: 'çë', prior: 0.2 },
];
const cyrillic: readonly Alphabet[] = [
  { language: 'Russian', letters: 'абвгдежзийклмнопрстуфхцчшщъыьэюяё№', prior: 1 },
  { language: 'Ukrainian', letters: 'абвгґдеєжзиіїйклмнопрстуфхцчшщьюя№', prior: 0.9 },
  { language: 'Bulgarian', letters: 'абвгдежзийклмнопрстуфхцчшщъьюя№', prior: 0.8 },
  { language: 'Serbian', letters: 'абвгдђежзијклљмнњопрстћуфхцчџш№', prior: 0.7 },
];
const greek: readonly Alphabet[] = [
  { language: 'Greek', letters: 'αβγδεζηθικλμνξοπρστυφχψωςάέήίόύώϊϋΐΰ', prior: 0.9 },
];

/** Every encoding that can be guessed or chosen, the likeliest first. */
export const textEncodings: readonly TextEncoding[] = [
  { encoding: 'utf-8', label: 'Unicode (UTF-8)', alphabets: [] },
  { encoding: 'windows-1252', label: 'Western European (Windows-1252)', alphabets: western },
  { encoding: 'windows-1250', label: 'Central European (Windows-1250)', alphabets: central },
  {
    encoding: 'windows-1254',
    label: 'Turkish (Windows-1254)',
    alphabets: [{ language: 'Turkish', letters: 'çğıöşüâîûi̇', prior: 0.9 }, german],
  },
  {
    encoding: 'windows-1258',
    label: 'Vietnamese (Windows-1258)',
    alphabets: [
      {
        language: 'Vietnamese',
        letters: 'àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ',
        prior: 0.9,
        // Syllables begin with đ and end in a vowel or one of few consonants.
        never: /đ(?!\p{L})|\p{L}đ|(?![\0-\x7f])\p{L}\p{L}{0,8}[bdfjlqrsvwxz](?!\p{L})/giu,
      },
    ],
  },
  { encoding: 'windows-1251', label: 'Cyrillic (Windows-1251)', alphabets: cyrillic },
  {
    encoding: 'windows-1257',
    label: 'Baltic (Windows-1257)',
    alphabets: [
      { language: 'Lithuanian', letters: 'ąčęėįšųūž', prior: 0.8 },
      { language: 'Latvian', letters: 'āčēģīķļņšūž', prior: 0.8 },
      { language: 'Estonian', letters: 'äöõüšž', prior: 0.6, never: /õ(?!\p{L})/giu },
    ],
  },
  {
    encoding: 'windows-1253',
    label: 'Greek (Windows-1253)',
    alphabets: greek,
  },
  {
    encoding: 'windows-1255',
    label: 'Hebrew (Windows-1255)',
    // Final letters end a word.
    alphabets: [
      {
        language: 'Hebrew',
        letters: 'אבגדהוזחטיךכלםמןנסעףפץצקרשת׳״',
        prior: 0.8,
        never: /[ךםןףץ](?=\p{L})/gu,
      },
    ],
  },
  {
    encoding: 'windows-1256',
    label: 'Arabic (Windows-1256)',
    // Two letters end a word, and a hamza alone begins none: capitals in Greek and Cyrillic come out so.
    alphabets: [
      {
        language: 'Arabic',
        letters: 'ءآأؤإئابةتثجحخدذرزسشصضطظعغـفقكلمنهوىيپچژگکی',
        prior: 0.8,
        never: /[ةى](?=\p{L})|(?<!\p{L})[ءؤئ]|[آأإؤئء]{2}/gu,
      },
    ],
  },
  {
    encoding: 'iso-8859-2',
    label: 'Central European (ISO 8859-2)',
    alphabets: central.map((one) => ({ ...one, prior: one.prior * 0.8 })),
  },
  {
    encoding: 'iso-8859-15',
    label: 'Western European (ISO 8859-15)',
    alphabets: western.map((one) => ({ ...one, prior: one.prior * 0.7 })),
  },
  {
    encoding: 'iso-8859-7',
    label: 'Greek (ISO 8859-7)',
    alphabets: greek.map((one) => ({ ...one, prior: one.prior * 0.8 })),
  },
  {
    encoding: 'windows-874',
    label: 'Thai (Windows-874)',
    alphabets: [
      { language: 'Thai', letters: 'กขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรฤลฦวศษสหฬอฮะาำเแโใไๅๆ', prior: 0.7 },
    ],
  },
  {
    encoding: 'macintosh',
    label: 'Western European (Mac)',
    alphabets: western.map((one) => ({ ...one, prior: one.prior * 0.5 })),
  },
  {
    encoding: 'koi8-r',
    label: 'Cyrillic (KOI8-R)',
    alphabets: cyrillic.slice(0, 1).map((one) => ({ ...one, prior: 0.5 })),
  },
  {
    encoding: 'koi8-u',
    label: 'Ukrainian (KOI8-U)',
    alphabets: cyrillic.slice(1, 2).map((one) => ({ ...one, prior: 0.4 })),
  },
  {
    encoding: 'ibm866',
    label: 'Cyrillic (DOS 866)',
    alphabets: cyrillic.slice(0, 1).map((one) => ({ ...one, prior: 0.3 })),
  },
  {
    encoding: 'iso-8859-5',
    label: 'Cyrillic (ISO 8859-5)',
    handicap: 0.15,
    alphabets: cyrillic.map((one) => ({ ...one, prior: one.prior * 0.25 })),
  },
  {
    encoding: 'x-mac-cyrillic',
    label: 'Cyrillic (Mac)',
    handicap: 0.1,
    alphabets: cyrillic.map((one) => ({ ...one, prior: one.prior * 0.2 })),
  },
  {
    encoding: 'ibm850',
    label: 'Western European (DOS 850)',
    alphabets: western.map((one) => ({ ...one, prior: one.prior * 0.4 })),
  },
  {
    encoding: 'ibm852',
    label: 'Central European (DOS 852)',
    alphabets: central.map((one) => ({ ...one, prior: one.prior * 0.4 })),
  },
  {
    encoding: 'ibm857',
    label: 'Turkish (DOS 857)',
    alphabets: [{ language: 'Turkish', letters: 'çğıöşüâîûi̇', prior: 0.3 }],
  },
  { encoding: 'shift_jis', label: 'Japanese (Shift JIS)', alphabets: [] },
  { encoding: 'euc-jp', label: 'Japanese (EUC)', alphabets: [] },
  { encoding: 'iso-2022-jp', label: 'Japanese (ISO-2022-JP)', alphabets: [] },
  { encoding: 'euc-kr', label: 'Korean (EUC-KR)', alphabets: [] },
  { encoding: 'gb18030', label: 'Chinese, simplified (GB 18030)', alphabets: [] },
  { encoding: 'big5', label: 'Chinese, traditional (Big5)', alphabets: [] },
  { encoding: 'utf-16le', label: 'Unicode (UTF-16)', alphabets: [] },
  { encoding: 'utf-16be', label: 'Unicode (UTF-16, big-endian)', alphabets: [] },
];

/** The words for an encoding; its label itself where it is not one of ours. */
export function encodingLabel(encoding: string): string {
  const misreading = misreadingOf(encoding);
  if (misreading !== null) return `Unicode that was saved twice, once as ${encodingLabel(misreading)}`;
  return textEncodings.find((one) => one.encoding === encoding)?.label ?? encoding;
}
