// How natural a text looks in an encoding of Japanese, Korean or Chinese, whose characters take two bytes.
// Never used for single-byte encodings: those have alphabets.
import { commonChinese, commonJapanese, commonKorean, commonTaiwanese } from './east-asian-letters';

/**
 * From about −3 to 1: the share of characters that are ordinary in that language. Kana speak for Japanese, Hangul for Korean;
 * ideographs alone speak a little for each, and the encoding's own rare areas against it.
 */
export function eastAsianScore(text: string, encoding: string): number {
  let ordinary = 0;
  let odd = 0;
  let total = 0;
  let written = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) continue;
    total++;
    const worth = worthOf(code, encoding);
    if (isCommon(code, encoding)) written++;
    if (worth > 0) ordinary += worth;
    else odd -= worth;
  }
  // Letters in one word with a character of two bytes: an accent that has swallowed the letter behind it, as in `d但rcy`.
  odd += text.match(/[a-z][\u3041-\ud7a3\uff61-\uff9f]|[\u3041-\ud7a3\uff61-\uff9f][a-z]/g)?.length ?? 0;
  if (total === 0) return -3;
  return ordinary / total - (2 * odd) / total + (written === total ? allWrittenBonus : 0);
}

/** Characters that names are made of, one and all: letters of an alphabet hardly ever come out so. */
const allWrittenBonus = 0.1;

/** 1 for what the language writes all the time, down to −1 for what it never does. */
function worthOf(code: number, encoding: string): number {
  if (code === 0xfffd || (code >= 0x80 && code < 0xa0) || (code >= 0xe000 && code <= 0xf8ff)) return -1;
  const isIdeograph = code >= 0x4e00 && code <= 0x9fff;
  const isKana = code >= 0x3041 && code <= 0x30ff;
  const isHangul = code >= 0xac00 && code <= 0xd7a3;
  // Full-width digits, letters and brackets, and the ideographic space and stops.
  if ((code >= 0x3000 && code <= 0x3020) || (code >= 0xff01 && code <= 0xff5e)) return 0.8;
  if (code >= 0xff61 && code <= 0xff9f) return encoding === 'shift_jis' ? 0.1 : -0.5;
  const isWritten = isCommon(code, encoding);
  switch (encoding) {
    case 'shift_jis':
    case 'euc-jp':
      if (!isIdeograph) return isKana ? 1 : code < 0x500 ? -0.3 : -0.5;
      return isWritten ? 0.95 : isOrdinary(code, 'euc-jp') ? 0.55 : -0.2;
    case 'euc-kr':
      return isHangul ? (isWritten ? 1 : 0.4) : isIdeograph ? 0.2 : -0.5;
    case 'gb18030':
      if (!isIdeograph) return isKana ? 0.2 : -0.5;
      return isWritten ? 0.95 : isOrdinary(code, 'gb18030') ? 0.6 : 0.3;
    default:
      if (!isIdeograph) return isKana ? 0.1 : -0.5;
      return isWritten ? 0.95 : isOrdinary(code, 'big5') ? 0.5 : 0;
  }
}

/** Where the standards put the characters that everybody knows: first bytes of level 1 (JIS X 0208, GB 2312, Big5). */
const firstLevels = { 'euc-jp': [0xb0, 0xcf], gb18030: [0xb0, 0xd7], big5: [0xa4, 0xc5] } as const;
const ordinarySets = new Map<string, ReadonlySet<number>>();

/** True for an ideograph of the first level; the others stand in a text now and then. */
function isOrdinary(code: number, encoding: keyof typeof firstLevels): boolean {
  let ordinary = ordinarySets.get(encoding);
  if (ordinary === undefined) {
    const [from, to] = firstLevels[encoding];
    const bytes: number[] = [];
    for (let first = from; first <= to; first++)
      for (let second = 0x40; second <= 0xfe; second++)
        if (second >= 0xa1 || (encoding === 'big5' && second < 0x7f)) bytes.push(first, second);
    const text = new TextDecoder(encoding).decode(new Uint8Array(bytes));
    ordinary = new Set(Array.from(text, (character) => character.codePointAt(0) ?? 0));
    ordinarySets.set(encoding, ordinary);
  }
  return ordinary.has(code);
}

const commonSets = new Map<string, ReadonlySet<number>>(
  Object.entries({
    gb18030: commonChinese,
    big5: commonTaiwanese,
    'euc-jp': commonJapanese,
    shift_jis: commonJapanese,
    'euc-kr': commonKorean,
  }).map(([encoding, letters]) => [
    encoding,
    new Set(Array.from(letters, (letter) => letter.codePointAt(0) ?? 0)),
  ]),
);

function isCommon(code: number, encoding: string): boolean {
  return commonSets.get(encoding)?.has(code) ?? false;
}
