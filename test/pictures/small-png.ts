// Screenshots as small PNG files: one byte a pixel, with the 256 colours that say most. For pictures of a window only, which has few colours.
import { crc32, deflateSync, inflateSync } from 'node:zlib';

/** Pixels as `0xRRGGBB`, row by row. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly colors: Uint32Array;
  /** What `toSmallPng` was told about the picture; null in a file from elsewhere. */
  readonly note: string | null;
}

/** The keyword of the note (RFC 2083, 4.2.7). */
const noteKeyword = 'Comment\0';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** What a byte can name. */
const mostColors = 256;
/** Colours that lie nearer than this to a chosen one are not told apart by anybody: 6 steps in each of red, green and blue. */
const nearEnough = 3 * 6 * 6;

const toPaeth = (left: number, up: number, corner: number): number => {
  const guess = left + up - corner;
  const [byLeft, byUp, byCorner] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (byLeft <= byUp && byLeft <= byCorner) return left;
  return byUp <= byCorner ? up : corner;
};

/** Takes back the five filters of PNG (RFC 2083, 6), in place; every row begins with its filter's number. */
function unfilter(bytes: Buffer, rowBytes: number, pixelBytes: number): void {
  const stride = rowBytes + 1;
  for (let start = 0; start < bytes.length; start += stride) {
    const filter = bytes[start];
    for (let at = start + 1; at < start + stride; at += 1) {
      const left = at - pixelBytes > start ? (bytes[at - pixelBytes] ?? 0) : 0;
      const up = start > 0 ? (bytes[at - stride] ?? 0) : 0;
      const corner = start > 0 && at - pixelBytes > start ? (bytes[at - stride - pixelBytes] ?? 0) : 0;
      const added =
        filter === 1
          ? left
          : filter === 2
            ? up
            : filter === 3
              ? (left + up) >> 1
              : filter === 4
                ? toPaeth(left, up, corner)
                : 0;
      bytes[at] = (bytes[at] ?? 0) + added;
    }
  }
}

/**
 * Reads a PNG of 8 bits a channel that is not interlaced: RGB, RGBA (which must be opaque), or indexed as `toSmallPng` writes it.
 * Throws an Error for any other.
 */
export function readPng(file: Buffer): Pixels {
  if (!file.subarray(0, 8).equals(signature)) throw new Error('This is no PNG file.');
  const parts = new Map<string, Buffer[]>();
  for (let at = 8; at < file.length; ) {
    const length = file.readUInt32BE(at);
    const kind = file.toString('latin1', at + 4, at + 8);
    parts.set(kind, [...(parts.get(kind) ?? []), file.subarray(at + 8, at + 8 + length)]);
    at += length + 12;
  }
  const header = parts.get('IHDR')?.[0];
  if (header === undefined) throw new Error('The PNG file has no header.');
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const [depth, kind, interlace] = [header[8], header[9], header[12]];
  const pixelBytes = kind === 2 ? 3 : kind === 6 ? 4 : kind === 3 ? 1 : 0;
  if (depth !== 8 || interlace !== 0 || pixelBytes === 0) throw new Error('This kind of PNG is not read.');
  const bytes = inflateSync(Buffer.concat(parts.get('IDAT') ?? []));
  unfilter(bytes, width * pixelBytes, pixelBytes);
  const palette = parts.get('PLTE')?.[0];
  const colors = new Uint32Array(width * height);
  for (let index = 0; index < colors.length; index += 1) {
    const at = Math.floor(index / width) * (width * pixelBytes + 1) + 1 + (index % width) * pixelBytes;
    colors[index] =
      pixelBytes === 1 ? (palette?.readUIntBE((bytes[at] ?? 0) * 3, 3) ?? 0) : bytes.readUIntBE(at, 3);
  }
  const note = parts.get('tEXt')?.[0]?.toString('latin1') ?? '';
  return {
    width,
    height,
    colors,
    note: note.startsWith(noteKeyword) ? note.slice(noteKeyword.length) : null,
  };
}

/** The squared distance of two colours. */
function toDistance(one: number, other: number): number {
  const red = (one >> 16) - (other >> 16);
  const green = ((one >> 8) & 255) - ((other >> 8) & 255);
  const blue = (one & 255) - (other & 255);
  return red * red + green * green + blue * blue;
}

function findNearest(color: number, palette: readonly number[]): number {
  let best = 0;
  let bestDistance = Number.POSITIVE_INFINITY;
  palette.forEach((entry, index) => {
    const distance = toDistance(color, entry);
    if (distance < bestDistance) [best, bestDistance] = [index, distance];
  });
  return best;
}

/** The colours of all grounds, lines and letters; what is used less lies between them. */
const surelyKept = 128;

/** The colours that are used most, and of the rest those that differ from all before them. */
function toPalette({ colors }: Pixels): number[] {
  const counts = new Map<number, number>();
  for (const color of colors) counts.set(color, (counts.get(color) ?? 0) + 1);
  const byUse = [...counts.entries()].sort((one, other) => other[1] - one[1]).map(([color]) => color);
  if (byUse.length <= mostColors) return byUse;
  const palette: number[] = [];
  for (const color of byUse) {
    if (palette.length === mostColors) break;
    if (palette.length < surelyKept || palette.every((entry) => toDistance(color, entry) > nearEnough))
      palette.push(color);
  }
  return palette;
}

function toChunk(kind: string, data: Buffer): Buffer {
  const chunk = Buffer.alloc(data.length + 12);
  chunk.writeUInt32BE(data.length, 0);
  chunk.write(kind, 4, 'latin1');
  data.copy(chunk, 8);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, data.length + 8)), data.length + 8);
  return chunk;
}

/** Writes an indexed PNG with its note; colours beyond 256 become the nearest one. */
export function toSmallPng(pixels: Pixels): Buffer {
  const { width, height, colors, note } = pixels;
  const palette = toPalette(pixels);
  const places = new Map(palette.map((color, index) => [color, index]));
  const bytes = Buffer.alloc((width + 1) * height);
  colors.forEach((color, index) => {
    let place = places.get(color);
    if (place === undefined) {
      place = findNearest(color, palette);
      places.set(color, place);
    }
    bytes[Math.floor(index / width) * (width + 1) + 1 + (index % width)] = place;
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const paletteBytes = Buffer.alloc(palette.length * 3);
  palette.forEach((color, index) => {
    paletteBytes.writeUIntBE(color, index * 3, 3);
  });
  return Buffer.concat([
    signature,
    toChunk('IHDR', header),
    toChunk('PLTE', paletteBytes),
    toChunk('IDAT', deflateSync(bytes, { level: 9, memLevel: 9 })),
    ...(note === null ? [] : [toChunk('tEXt', Buffer.from(noteKeyword + note, 'latin1'))]),
    toChunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The share of pixels that anybody could tell apart, 0 to 1; 1 for pictures of two sizes. */
export function toDifferentShare(one: Pixels, other: Pixels): number {
  if (one.width !== other.width || one.height !== other.height) return 1;
  let count = 0;
  one.colors.forEach((color, index) => {
    // Twice as far as two colours may lie apart that one entry stands for.
    if (toDistance(color, other.colors[index] ?? 0) > 4 * nearEnough) count += 1;
  });
  return count / one.colors.length;
}
