// Text in the encoding of the file that it goes into. The platform only decodes, so its tables are read backwards.
// Never writes what the encoding cannot hold: a question mark stands there, and it is said.
import { decodeText } from '../spreadsheets/decode-text';
import { misreadingOf } from '../spreadsheets/saved-twice';

/** Turns text into bytes. */
export interface TextEncoding {
  encode(text: string): Uint8Array;
  /** True once a letter had no place in the encoding. */
  readonly hasReplaced: boolean;
}

/** @throws RangeError where the platform does not know the encoding. */
export function createTextEncoding(encoding: string): TextEncoding {
  // What was saved twice is read so; what is added needs no second time.
  if (encoding === 'utf-8' || misreadingOf(encoding) !== null) {
    const encoder = new TextEncoder();
    return { encode: (text) => encoder.encode(text), hasReplaced: false };
  }
  if (encoding === 'utf-16le' || encoding === 'utf-16be')
    return { encode: (text) => toUtf16(text, encoding === 'utf-16le'), hasReplaced: false };
  return new TableEncoding(encoding);
}

class TableEncoding implements TextEncoding {
  hasReplaced = false;
  private readonly table: ReadonlyMap<string, Uint8Array>;

  constructor(encoding: string) {
    this.table = tableOf(encoding);
  }

  encode(text: string): Uint8Array {
    const bytes: number[] = [];
    for (const letter of text.normalize('NFC')) {
      const known = this.table.get(letter) ?? this.inParts(letter);
      if (known === undefined) this.hasReplaced = true;
      bytes.push(...(known ?? [question]));
    }
    return Uint8Array.from(bytes);
  }

  /** Vietnamese code pages write some letters as a letter and its mark. */
  private inParts(letter: string): number[] | undefined {
    const parts = [...letter.normalize('NFD')];
    for (let split = parts.length - 1; split > 0; split--) {
      const base = this.table.get(parts.slice(0, split).join('').normalize('NFC'));
      const marks = parts.slice(split).map((mark) => this.table.get(mark));
      if (base !== undefined && marks.every((mark) => mark !== undefined))
        return [base, ...marks].flatMap((one) => [...(one ?? [])]);
    }
    return undefined;
  }
}

const question = 0x3f;
const tables = new Map<string, ReadonlyMap<string, Uint8Array>>();

/** What each letter of one or two bytes is; the first of several counts. */
function tableOf(encoding: string): ReadonlyMap<string, Uint8Array> {
  const known = tables.get(encoding);
  if (known !== undefined) return known;
  const table = new Map<string, Uint8Array>();
  const alone = new Set<number>();
  const take = (bytes: Uint8Array): boolean => {
    const letters = [...decodeText(bytes, encoding)];
    const [letter] = letters;
    if (letters.length !== 1 || letter === undefined || letter === '\ufffd') return false;
    if (!table.has(letter)) table.set(letter, bytes);
    return true;
  };
  for (let byte = 0; byte < 256; byte++) if (take(Uint8Array.of(byte))) alone.add(byte);
  for (let first = 0x81; first < 0xff; first++) {
    if (alone.has(first)) continue;
    for (let second = 0x40; second < 0xff; second++) take(Uint8Array.of(first, second));
  }
  tables.set(encoding, table);
  return table;
}

function toUtf16(text: string, isLittleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let index = 0; index < text.length; index++)
    view.setUint16(index * 2, text.charCodeAt(index), isLittleEndian);
  return new Uint8Array(view.buffer);
}
