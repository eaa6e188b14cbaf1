// The records of an old workbook ([MS-XLS], BIFF8): their numbers, and the bytes and strings in them. Never reads past a record's end.

/** The records contradict each other, or end in the middle. */
export class BadBiff extends Error {}

/** The records that tell what a sheet shows ([MS-XLS] 2.3.2). */
export const biff = {
  formula: 0x0006,
  end: 0x000a,
  startsIn1904: 0x0022,
  encrypted: 0x002f,
  goesOn: 0x003c,
  sheet: 0x0085,
  numbers: 0x00bd,
  richText: 0x00d6,
  cellStyle: 0x00e0,
  strings: 0x00fc,
  sharedText: 0x00fd,
  columns: 0x007d,
  link: 0x01b8,
  number: 0x0203,
  text: 0x0204,
  boolOrError: 0x0205,
  formulaText: 0x0207,
  row: 0x0208,
  shortNumber: 0x027e,
  format: 0x041e,
  sharedFormula: 0x04bc,
  start: 0x0809,
} as const;

export interface BiffRecord {
  readonly id: number;
  /** Where it stands in the stream. */
  readonly at: number;
  readonly bytes: BiffBytes;
}

/** The records from a place on, up to the end of the part that begins there. @throws BadBiff */
export function* biffRecords(stream: Uint8Array, from: number): Generator<BiffRecord> {
  let depth = 0;
  for (let at = from; ; ) {
    if (at + 4 > stream.length) throw new BadBiff();
    const id = (stream[at] as number) | ((stream[at + 1] as number) << 8);
    const length = (stream[at + 2] as number) | ((stream[at + 3] as number) << 8);
    if (at + 4 + length > stream.length) throw new BadBiff();
    if (id === biff.start) depth++;
    // Charts lie inside of sheets, as parts of their own.
    if (depth === 0) throw new BadBiff();
    if (depth === 1) yield { id, at, bytes: new BiffBytes(stream.subarray(at + 4, at + 4 + length)) };
    if (id === biff.end) depth--;
    if (depth === 0) return;
    at += 4 + length;
  }
}

/** Reads a record from its start to its end. @throws BadBiff past the end */
export class BiffBytes {
  position = 0;
  private readonly view: DataView;

  constructor(readonly bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get left(): number {
    return this.bytes.length - this.position;
  }

  byte(): number {
    return this.view.getUint8(this.taken(1));
  }

  word(): number {
    return this.view.getUint16(this.taken(2), true);
  }

  long(): number {
    return this.view.getUint32(this.taken(4), true);
  }

  float(): number {
    return this.view.getFloat64(this.taken(8), true);
  }

  /** A number in 30 bits: whole or the upper half of a float, in hundredths or not ([MS-XLS] 2.5.218). */
  shortNumber(): number {
    const bits = this.long();
    const half = new DataView(new ArrayBuffer(8));
    half.setUint32(4, bits & 0xffff_fffc, true);
    const value = bits & 2 ? (bits | 0) >> 2 : half.getFloat64(0, true);
    return bits & 1 ? value / 100 : value;
  }

  skip(count: number): void {
    this.taken(count);
  }

  /** A text of so many UTF-16 units, with the byte before it that says whether each takes one byte or two. */
  text(length: number): string {
    return this.letters(length, (this.byte() & 1) !== 0);
  }

  letters(length: number, isWide: boolean): string {
    const from = this.taken(isWide ? length * 2 : length);
    const bytes = this.bytes.subarray(from, this.position);
    if (isWide) return new TextDecoder('utf-16le', { ignoreBOM: true }).decode(bytes);
    let text = '';
    for (let index = 0; index < bytes.length; index += lettersAtOnce)
      text += String.fromCharCode(...bytes.subarray(index, index + lettersAtOnce));
    return text;
  }

  private taken(count: number): number {
    if (count > this.left) throw new BadBiff();
    this.position += count;
    return this.position - count;
  }
}

/** Arguments of one call; every platform takes as many. */
const lettersAtOnce = 4096;
