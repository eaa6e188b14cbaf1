// Where the records of a text file begin and end, in its bytes. Parts them as the reader does (split-rows.ts), without decoding:
// quotes, delimiters and row ends are ASCII in every encoding that is read, but for the second bytes of East Asian letters.
import { decodeStrictUtf8, decodeText, encodingOfMark } from '../spreadsheets/decode-text';
import { misreadingOf } from '../spreadsheets/saved-twice';
import type { TextForm } from '../spreadsheets/spreadsheet';

/** A record: its bytes up to its row end, and how many cells it has. */
export interface TextRecord {
  /** As Excel counts; 0 for the line that names the delimiter for Excel. */
  readonly rowNumber: number;
  readonly from: number;
  /** Where its row end begins, or the file's end. */
  readonly to: number;
  readonly cellCount: number;
  /** Its last cell that is not empty is in quotes. */
  readonly isQuoted: boolean;
}

/** How the bytes of a file are walked through. */
interface ByteForm {
  /** Bytes of one unit: two in UTF-16. */
  readonly unitBytes: 1 | 2;
  /** The unit at a place. */
  readonly at: (index: number) => number;
  /** Bytes that the letter at this place takes. */
  readonly lengthAt: (index: number) => number;
}

const quote = 0x22;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** All records, blank ones too, in their order. */
export function* readRecords(bytes: Uint8Array, { encoding, delimiter }: TextForm): Generator<TextRecord> {
  const form = toForm(bytes, encoding);
  const { unitBytes, at, lengthAt } = form;
  const parting = delimiter.charCodeAt(0);
  let index = isFalselyMarked(bytes, encoding) ? utf8Mark.length : afterMark(bytes, 0, encoding);
  let rowNumber = namesDelimiter(bytes, index, encoding) ? 0 : 1;
  while (index < bytes.length) {
    const from = index;
    let cellCount = 1;
    let isQuoted = false;
    let isCellStart = true;
    for (; index < bytes.length; index += lengthAt(index)) {
      const unit = at(index);
      if (isCellStart && unit === quote) {
        index = closingQuote(form, bytes.length, index + unitBytes);
        isQuoted = true;
        isCellStart = false;
      } else if (unit === parting) {
        cellCount++;
        isCellStart = true;
      } else if (unit === lineFeed || unit === carriageReturn) break;
      else {
        if (isCellStart) isQuoted = false;
        isCellStart = false;
      }
    }
    const to = Math.min(index, bytes.length);
    yield { rowNumber, from, to, cellCount, isQuoted };
    rowNumber++;
    if (at(index) === carriageReturn && at(index + unitBytes) === lineFeed) index += unitBytes;
    index = afterMark(bytes, index + unitBytes, encoding);
  }
}

/** Where the quote that closes a cell stands; doubled ones are text. The reader has refused files without one. */
function closingQuote({ unitBytes, at, lengthAt }: ByteForm, end: number, from: number): number {
  let index = from;
  while (index < end) {
    if (at(index) !== quote) index += lengthAt(index);
    else if (at(index + unitBytes) === quote) index += 2 * unitBytes;
    else return index;
  }
  return end;
}

function toForm(bytes: Uint8Array, encoding: string): ByteForm {
  const byteAt = (index: number) => bytes[index] ?? -1;
  if (encoding === 'utf-16le' || encoding === 'utf-16be') {
    const [low, high] = encoding === 'utf-16le' ? [0, 1] : [1, 0];
    return {
      unitBytes: 2,
      at: (index) => (index + 1 < bytes.length ? byteAt(index + low) | (byteAt(index + high) << 8) : -1),
      lengthAt: () => 2,
    };
  }
  const lengthOf = letterLengths[encoding];
  return {
    unitBytes: 1,
    at: byteAt,
    lengthAt: lengthOf === undefined ? () => 1 : (index) => lengthOf(byteAt(index), byteAt(index + 1)),
  };
}

/** Bytes of a letter by its first two, where second bytes can look like ASCII (WHATWG Encoding, 10 to 13). */
const letterLengths: Readonly<Record<string, (first: number, second: number) => number>> = {
  shift_jis: (first, second) =>
    (first >= 0x81 && first <= 0x9f) || (first >= 0xe0 && first <= 0xfc) ? pairOr(second, 0x40) : 1,
  'euc-kr': (first, second) => (first >= 0x81 ? pairOr(second, 0x41) : 1),
  big5: (first, second) => (first >= 0x81 ? pairOr(second, 0x40) : 1),
  gb18030: (first, second) =>
    first < 0x81 ? 1 : second >= 0x30 && second <= 0x39 ? 4 : pairOr(second, 0x40),
};

/** A first byte without its second is a damaged letter; what follows stands for itself. */
function pairOr(second: number, least: number): number {
  return second >= least ? 2 : 1;
}

/** Behind the mark that may stand at the start of the file, and where files were put together. */
function afterMark(bytes: Uint8Array, index: number, encoding: string): number {
  const mark = markOf(encoding);
  return mark?.every((byte, place) => bytes[index + place] === byte) ? index + mark.length : index;
}

function markOf(encoding: string): readonly number[] | undefined {
  return marks[misreadingOf(encoding) === null ? encoding : 'utf-8'];
}

const utf8Mark = [0xef, 0xbb, 0xbf];
const marks: Readonly<Record<string, readonly number[]>> = {
  'utf-8': utf8Mark,
  'utf-16le': [0xff, 0xfe],
  'utf-16be': [0xfe, 0xff],
};

/** A mark of UTF-8 in front of bytes that are none: the reader goes past it as past a right one. */
function isFalselyMarked(bytes: Uint8Array, encoding: string): boolean {
  return (
    markOf(encoding) === undefined && encodingOfMark(bytes) === 'utf-8' && decodeStrictUtf8(bytes) === null
  );
}

/** `sep=;` in the first line, which Excel hides and does not count. */
function namesDelimiter(bytes: Uint8Array, from: number, encoding: string): boolean {
  const unitBytes = encoding.startsWith('utf-16') ? 2 : 1;
  const head = bytes.subarray(from, from + 20 * unitBytes);
  return /^"?sep=.(?:"?)(?:\r|\n|$)/i.test(decodeText(head, encoding));
}
