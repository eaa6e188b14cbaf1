// Unpacks DEFLATE (RFC 1951) where only the head of a part is wanted, at once; whole parts go through the platform's DecompressionStream.
// Never gives more bytes than it was allowed: the count is kept while unpacking.

const lengthBase = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195,
  227, 258,
];
const lengthExtra = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const distanceBase = [
  1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097,
  6145, 8193, 12289, 16385, 24577,
];
const distanceExtra = [
  0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13,
];
const codeLengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
const maxBits = 15;

/** A Huffman code: how many symbols have each length, and the symbols in the order of their codes. */
interface Code {
  readonly counts: Uint16Array;
  readonly symbols: Uint16Array;
}

/** Thrown inside for bits that are no DEFLATE, or that end too soon. */
class BadBits extends Error {}

function toCode(lengths: readonly number[]): Code {
  const counts = new Uint16Array(maxBits + 1);
  for (const length of lengths) counts[length] = (counts[length] ?? 0) + 1;
  counts[0] = 0;
  const offsets = new Uint16Array(maxBits + 2);
  for (let bits = 1; bits <= maxBits; bits++) offsets[bits + 1] = (offsets[bits] ?? 0) + (counts[bits] ?? 0);
  const symbols = new Uint16Array(lengths.length);
  lengths.forEach((length, symbol) => {
    if (length === 0) return;
    const place = offsets[length] ?? 0;
    symbols[place] = symbol;
    offsets[length] = place + 1;
  });
  return { counts, symbols };
}

const fixedLengths = toCode([
  ...Array<number>(144).fill(8),
  ...Array<number>(112).fill(9),
  ...Array<number>(24).fill(7),
  ...Array<number>(8).fill(8),
]);
const fixedDistances = toCode(Array<number>(30).fill(5));

class BitReader {
  private position = 0;
  private held = 0;
  private heldBits = 0;

  constructor(private readonly bytes: Uint8Array) {}

  take(count: number): number {
    while (this.heldBits < count) {
      const byte = this.bytes[this.position++];
      if (byte === undefined) throw new BadBits();
      this.held |= byte << this.heldBits;
      this.heldBits += 8;
    }
    const value = this.held & ((1 << count) - 1);
    this.held >>>= count;
    this.heldBits -= count;
    return value;
  }

  symbol(code: Code): number {
    let value = 0;
    let first = 0;
    let index = 0;
    for (let bits = 1; bits <= maxBits; bits++) {
      value |= this.take(1);
      const count = code.counts[bits] ?? 0;
      if (value - first < count) return code.symbols[index + value - first] ?? 0;
      index += count;
      first = (first + count) << 1;
      value <<= 1;
    }
    throw new BadBits();
  }

  /** The bytes of a stored block. */
  stored(): Uint8Array {
    this.held = 0;
    this.heldBits = 0;
    const length = this.take(16);
    if (this.take(16) !== (~length & 0xffff) || this.position + length > this.bytes.length)
      throw new BadBits();
    this.position += length;
    return this.bytes.subarray(this.position - length, this.position);
  }
}

/** Up to `maxBytes` of what `packed` unpacks to; null where the bits are damaged. */
export function inflateHead(packed: Uint8Array, maxBytes: number): Uint8Array | null {
  const reader = new BitReader(packed);
  const out = new Uint8Array(maxBytes);
  let length = 0;
  try {
    for (let last = 0; last === 0 && length < maxBytes; ) {
      last = reader.take(1);
      const kind = reader.take(2);
      if (kind === 0) {
        const block = reader.stored().subarray(0, maxBytes - length);
        out.set(block, length);
        length += block.length;
      } else if (kind === 1) length = unpackBlock(reader, fixedLengths, fixedDistances, out, length);
      else if (kind === 2) {
        const { lengths, distances } = readCodes(reader);
        length = unpackBlock(reader, lengths, distances, out, length);
      } else throw new BadBits();
    }
  } catch (error) {
    if (error instanceof BadBits) return null;
    throw error;
  }
  return out.subarray(0, length);
}

function readCodes(reader: BitReader): { lengths: Code; distances: Code } {
  const lengthCount = reader.take(5) + 257;
  const distanceCount = reader.take(5) + 1;
  const given = reader.take(4) + 4;
  const codeLengths = Array<number>(19).fill(0);
  for (let index = 0; index < given; index++) codeLengths[codeLengthOrder[index] ?? 0] = reader.take(3);
  const code = toCode(codeLengths);
  const all: number[] = [];
  while (all.length < lengthCount + distanceCount) {
    const symbol = reader.symbol(code);
    if (symbol < 16) all.push(symbol);
    else {
      const repeated = symbol === 16 ? all[all.length - 1] : 0;
      if (repeated === undefined) throw new BadBits();
      const times =
        symbol === 16 ? 3 + reader.take(2) : symbol === 17 ? 3 + reader.take(3) : 11 + reader.take(7);
      for (let index = 0; index < times; index++) all.push(repeated);
    }
  }
  return {
    lengths: toCode(all.slice(0, lengthCount)),
    distances: toCode(all.slice(lengthCount, lengthCount + distanceCount)),
  };
}

/** Unpacks one block into `out`; gives the new length, which is `out.length` where the room ends. */
function unpackBlock(
  reader: BitReader,
  lengths: Code,
  distances: Code,
  out: Uint8Array,
  from: number,
): number {
  let length = from;
  while (length < out.length) {
    const symbol = reader.symbol(lengths);
    if (symbol === 256) return length;
    if (symbol < 256) {
      out[length++] = symbol;
      continue;
    }
    const place = symbol - 257;
    const copied = (lengthBase[place] ?? 0) + reader.take(lengthExtra[place] ?? 0);
    const far = reader.symbol(distances);
    const distance = (distanceBase[far] ?? 0) + reader.take(distanceExtra[far] ?? 0);
    if (distance === 0 || distance > length || copied === 0) throw new BadBits();
    for (let index = 0; index < copied && length < out.length; index++, length++)
      out[length] = out[length - distance] ?? 0;
  }
  return length;
}
