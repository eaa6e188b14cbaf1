import { expect, test } from 'vitest';
import { findForcedOwners } from '../../../../electron/operations/forced-owners';
import { seededRandom } from '../../../../electron/practice/seeded-random';

const makeOwner = (fromMs: number, toMs: number, latestMs = toMs) => ({
  likely: { fromMs, toMs },
  possible: { fromMs, toMs: latestMs },
});
const at = (createdAtMs: number | null) => ({ createdAtMs });

test('a record that one request alone can have made is that request’s', () => {
  const [early, late] = [makeOwner(0, 10), makeOwner(100, 110)];
  const record = at(105);
  const { owners, records } = findForcedOwners([early, late], [record]);
  expect([...owners]).toEqual([[late, record]]);
  expect([...records]).toEqual([record]);
});

test('as many records as requests: all made one, and nobody says which', () => {
  const both = [makeOwner(0, 10), makeOwner(5, 15)];
  expect([...findForcedOwners(both, [at(6), at(7)]).owners.values()]).toEqual([null, null]);
  expect(findForcedOwners(both, [at(6)]).owners.size).toBe(0);
});

test('what an earlier request may have made late is not given to a later one', () => {
  const slow = makeOwner(0, 10, 1000);
  const later = makeOwner(100, 110, 1100);
  expect(findForcedOwners([slow, later], [at(105)]).owners.size).toBe(0);
});

test('a record out of everybody’s likely time, or without a time, is given to nobody', () => {
  expect(findForcedOwners([makeOwner(0, 10, 1000)], [at(500)]).owners.size).toBe(0);
  expect(findForcedOwners([makeOwner(0, 10)], [at(5), at(null)]).owners.size).toBe(0);
});

test('in 3,000 small worlds, nobody is said to have made a record who may have made none', () => {
  const random = seededRandom(5);
  let forcedCount = 0;
  for (let world = 0; world < 3000; world += 1) {
    const owners = Array.from({ length: 1 + Math.floor(random() * 5) }, () => {
      const fromMs = Math.floor(random() * 100);
      return makeOwner(fromMs, fromMs + 10, fromMs + 10 + Math.floor(random() * 30));
    });
    const records = owners
      .filter(() => random() < 0.6)
      .map(({ possible }) =>
        at(possible.fromMs + Math.floor(random() * (possible.toMs - possible.fromMs + 1))),
      );
    const { owners: forced } = findForcedOwners(owners, records);
    forcedCount += forced.size;
    for (const owner of forced.keys()) {
      const rest = owners.filter((other) => other !== owner);
      expect(canShareOut(rest, records)).toBe(false);
    }
  }
  expect(forcedCount).toBeGreaterThan(1000);
});

/** Whether every record can be somebody's of these, by trying them all. */
function canShareOut(
  owners: readonly ReturnType<typeof makeOwner>[],
  records: readonly ReturnType<typeof at>[],
): boolean {
  const [record, ...rest] = records;
  if (record === undefined) return true;
  return owners.some(
    (owner) =>
      owner.possible.fromMs <= (record.createdAtMs ?? 0) &&
      (record.createdAtMs ?? 0) <= owner.possible.toMs &&
      canShareOut(
        owners.filter((other) => other !== owner),
        rest,
      ),
  );
}

test('one record more than requests is a stranger’s, and then nobody is said to have made any', () => {
  const owners = [makeOwner(0, 10), makeOwner(200, 210), makeOwner(400, 1500)];
  const ours = [at(5), at(205)];
  expect(findForcedOwners(owners, [...ours, at(1200)]).owners.size).toBe(3);
  expect(findForcedOwners(owners, [...ours, at(1200), at(1220)]).owners.size).toBe(0);
});
