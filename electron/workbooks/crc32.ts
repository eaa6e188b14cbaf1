// The checksum of zip entries. Node 16 has none of its own.

const table = new Uint32Array(256).map((_, index) => {
  let value = index;
  // 0xedb88320: the polynomial of ISO 3309, bits reversed, as the zip format asks for.
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

/** The CRC-32 of `bytes`, going on from the one of the bytes before (0 at the start). */
export function crc32(bytes: Uint8Array, before = 0): number {
  let value = ~before;
  for (let index = 0; index < bytes.length; index++) {
    value = (table[(value ^ (bytes[index] as number)) & 0xff] as number) ^ (value >>> 8);
  }
  return ~value >>> 0;
}
