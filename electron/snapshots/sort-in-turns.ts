// Sorts long lists without holding the process up: a merge sort that lets others have their turn. Pure but for that.
import { setImmediate } from 'node:timers/promises';

/** Names of two people are compared in about a microsecond, so this is some 5 ms. */
const comparisonsPerTurn = 5000;

/** A new array in order; equal items keep theirs. `compare` as for `Array.prototype.sort`. */
export async function sortInTurns<Item>(
  items: readonly Item[],
  compare: (left: Item, right: Item) => number,
): Promise<Item[]> {
  let from = [...items];
  let to = [...items];
  let comparisons = 0;
  for (let width = 1; width < from.length; width *= 2) {
    for (let start = 0; start < from.length; start += 2 * width) {
      const middle = Math.min(start + width, from.length);
      const end = Math.min(start + 2 * width, from.length);
      let left = start;
      let right = middle;
      for (let place = start; place < end; place += 1) {
        comparisons += 1;
        const takesLeft =
          left < middle && (right >= end || compare(from[left] as Item, from[right] as Item) <= 0);
        to[place] = from[takesLeft ? left++ : right++] as Item;
        if (comparisons % comparisonsPerTurn === 0) await setImmediate();
      }
    }
    [from, to] = [to, from];
  }
  return from;
}
