// Ids shaped like Flowmingo's: UUID version 7, which sort by the time of their creation.
// Must never repeat an id, also not after a restart on the same journal.
import { randomBytes } from 'node:crypto';
import type { RandomSource } from './seeded-random';

const RANDOM_BYTES = 10;
/** Twelve bits: what a UUID v7 leaves beside the millisecond for a counter. */
const COUNTER_LIMIT = 0x1000;

function toUuidV7(atMs: number, counter: number, random: Uint8Array): string {
  const bytes = Buffer.alloc(16);
  bytes.writeUIntBE(atMs, 0, 6);
  bytes.writeUInt16BE(0x7000 | (counter & 0x0fff), 6);
  Buffer.from(random).copy(bytes, 8, 2, RANDOM_BYTES);
  bytes.writeUInt8(0x80 | (bytes.readUInt8(8) & 0x3f), 8);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** An id that depends on the seed alone, for the seeded world. */
export function seededUuid(atMs: number, random: RandomSource): string {
  const bytes = Uint8Array.from({ length: RANDOM_BYTES }, () => Math.floor(random() * 256));
  return toUuidV7(atMs, Math.floor(random() * COUNTER_LIMIT), bytes);
}

/** Gives ids for what is created while the server runs: unique, and in the order of creation within a millisecond. */
export function createIdSource(): (atMs: number) => string {
  let lastMs = 0;
  let counter = 0;
  return (atMs) => {
    counter = atMs === lastMs ? counter + 1 : 0;
    lastMs = atMs;
    return toUuidV7(atMs, counter, randomBytes(RANDOM_BYTES));
  };
}

const UUID_PATTERN = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether a text has the form of a UUID, whatever its version. */
export function isUuid(text: string): boolean {
  return UUID_PATTERN.test(text);
}
