// Repeatable randomness for the practice Flowmingo: the same seed gives the same world, keys and faults.
// Must never be used where a secret has to be unguessable.
import { createHash } from 'node:crypto';

/** A repeatable source of numbers in [0, 1). */
export type RandomSource = () => number;

const UINT32_COUNT = 2 ** 32;

/** mulberry32: small, fast, and good enough to spread people over stages (https://gist.github.com/tommyettinger/46a874533244883189143505d203312c). */
export function seededRandom(seed: number): RandomSource {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / UINT32_COUNT;
  };
}

/** A number in [0, 1) that depends on the parts alone, so that a fault hits the same person or request every time. */
export function hashFraction(...parts: (string | number)[]): number {
  const digest = createHash('sha256').update(parts.join('\u0000')).digest();
  return digest.readUInt32BE(0) / UINT32_COUNT;
}

/** One of the choices; throws on an empty list. */
export function pickOne<Choice>(random: RandomSource, choices: readonly Choice[]): Choice {
  const choice = choices[Math.floor(random() * choices.length)];
  if (choice === undefined) throw new Error('pickOne needs at least one choice');
  return choice;
}
