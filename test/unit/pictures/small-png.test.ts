// Pictures of the window lose size, not what is seen in them, and a changed word makes a new one.
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type Pixels, readPng, toDifferentShare, toSmallPng } from '../../pictures/small-png';

const width = 64;
const height = 40;

function makePixels(colorAt: (x: number, y: number) => number): Pixels {
  const colors = new Uint32Array(width * height);
  for (let index = 0; index < colors.length; index += 1)
    colors[index] = colorAt(index % width, Math.floor(index / width));
  return { width, height, colors, note: null };
}

/** An RGBA file as Chromium makes them, with one of PNG's five filters in each row. */
function makeScreenshot({ colors }: Pixels): Buffer {
  const stride = width * 4;
  const raw = Buffer.alloc(stride * height);
  colors.forEach((color, index) => {
    raw.writeUInt32BE(color * 256 + 255, index * 4);
  });
  const rows = Array.from({ length: height }, (_, y) => {
    const filter = y % 5;
    const row = Buffer.alloc(stride + 1, filter);
    for (let x = 0; x < stride; x += 1) {
      const left = x < 4 ? 0 : (raw[y * stride + x - 4] ?? 0);
      const up = y === 0 ? 0 : (raw[(y - 1) * stride + x] ?? 0);
      const corner = x < 4 || y === 0 ? 0 : (raw[(y - 1) * stride + x - 4] ?? 0);
      const guess = left + up - corner;
      const nearest = [left, up, corner].reduce((best, one) =>
        Math.abs(guess - one) < Math.abs(guess - best) ? one : best,
      );
      const taken = [0, left, up, (left + up) >> 1, nearest][filter] ?? 0;
      row[x + 1] = (raw[y * stride + x] ?? 0) - taken;
    }
    return row;
  });
  const chunk = (kind: string, data: Buffer) => {
    const head = Buffer.alloc(8);
    head.writeUInt32BE(data.length);
    head.write(kind, 4, 'latin1');
    return Buffer.concat([head, data, Buffer.alloc(4)]);
  };
  const header = Buffer.from([0, 0, 0, width, 0, 0, 0, height, 8, 6, 0, 0, 0]);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const few = makePixels((x, y) =>
  (x * 3 + y) % 7 === 0 ? 0xb3261e : (x + y) % 5 === 0 ? 0x3557d6 : 0xffffff,
);

describe('pictures', () => {
  it('read a screenshot to the pixel, whatever its rows are filtered with', () => {
    expect(readPng(makeScreenshot(few)).colors).toEqual(few.colors);
  });

  it('keep every pixel of a window with up to 256 colours', () => {
    expect(readPng(toSmallPng(few)).colors).toEqual(few.colors);
  });

  it('carry their note', () => {
    expect(readPng(toSmallPng({ ...few, note: 'a8cfb9a9' })).note).toBe('a8cfb9a9');
    expect(readPng(makeScreenshot(few)).note).toBeNull();
  });

  it('move no colour further than anybody sees where there are more', () => {
    const many = makePixels((x, y) => ((x * 4) << 16) | (200 << 8) | (y * 2));
    const small = readPng(toSmallPng(many));
    expect(new Set(small.colors).size).toBeLessThanOrEqual(256);
    expect(toDifferentShare(many, small)).toBe(0);
  });

  it('say how much has changed, and all where the size has', () => {
    const changed = makePixels((x, y) => (x < 8 && y < 10 ? 0x1b7345 : (few.colors[y * width + x] ?? 0)));
    expect(toDifferentShare(few, few)).toBe(0);
    expect(toDifferentShare(few, changed)).toBeCloseTo(80 / (width * height), 5);
    expect(toDifferentShare(few, { ...few, height: 20, colors: few.colors.slice(0, width * 20) })).toBe(1);
  });

  it('refuse what is no PNG', () => {
    expect(() => readPng(Buffer.from('GIF89a and nothing else'))).toThrow('no PNG');
  });
});
