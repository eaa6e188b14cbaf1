// Decodes the texts of many cells in one go: a call of the platform's decoder a cell costs more than all the rest of reading.
import { decodeReferences, decodeUtf8, toCellText } from './cell-text';

// Stops at what is no UTF-8: only then are the places of the texts known beforehand.
const strictDecoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** A row is far smaller; strings are decoded together in batches of this size, and one that is kept keeps its batch. */
const usualBytes = 16 * 1024;

const ampersand = 0x26;
const carriageReturn = 0x0d;
const underscore = 0x5f;
const letterX = 0x78;

/** Texts on their way to their places in `into`; they stand there after `flush`. */
export class TextBatch {
  private bytes = new Uint8Array(usualBytes * 2);
  private byteCount = 0;
  /** UTF-16 code units so far. */
  private unitCount = 0;
  private readonly places: number[] = [];
  private readonly byteEnds: number[] = [];
  private readonly unitEnds: number[] = [];
  private count = 0;

  constructor(private readonly into: string[]) {}

  /** The cell text of these bytes belongs at `place`, which must exist. */
  add(source: Uint8Array, from: number, to: number, place: number): void {
    const start = this.byteCount;
    if (start + to - from > this.bytes.length) this.grow(start + to - from);
    const { bytes } = this;
    let end = start;
    let units = this.unitCount;
    for (let index = from; index < to; index++) {
      const code = source[index] as number;
      if (
        code === ampersand ||
        code === carriageReturn ||
        (code === underscore && source[index + 1] === letterX)
      ) {
        this.into[place] = toCellText(decodeReferences(decodeUtf8(source, from, to)));
        return;
      }
      bytes[end++] = code;
      // Bytes that go on with a character count nothing; characters of four bytes are two code units.
      if (code < 0x80) units++;
      else if (code >= 0xc0) units += code >= 0xf0 ? 2 : 1;
    }
    this.byteCount = end;
    this.unitCount = units;
    this.places[this.count] = place;
    this.byteEnds[this.count] = end;
    this.unitEnds[this.count] = units;
    this.count++;
  }

  /** True once so much is waiting that a flush is due. */
  get isFull(): boolean {
    return this.byteCount >= usualBytes;
  }

  /** Puts every text in its place. */
  flush(): void {
    if (this.count === 0) return;
    const text = this.decodeAll();
    let byteFrom = 0;
    let unitFrom = 0;
    for (let index = 0; index < this.count; index++) {
      const byteTo = this.byteEnds[index] as number;
      const unitTo = this.unitEnds[index] as number;
      this.into[this.places[index] as number] =
        text === null ? decodeUtf8(this.bytes, byteFrom, byteTo) : text.slice(unitFrom, unitTo);
      byteFrom = byteTo;
      unitFrom = unitTo;
    }
    this.count = 0;
    this.byteCount = 0;
    this.unitCount = 0;
  }

  private decodeAll(): string | null {
    try {
      return strictDecoder.decode(this.bytes.subarray(0, this.byteCount));
    } catch {
      return null;
    }
  }

  private grow(least: number): void {
    const grown = new Uint8Array(Math.max(least, this.bytes.length * 2));
    grown.set(this.bytes.subarray(0, this.byteCount));
    this.bytes = grown;
  }
}
