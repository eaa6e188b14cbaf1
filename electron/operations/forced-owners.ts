// Which records can only be the work of certain requests, because nobody else could have made as many. Pure.
import { isWithin, matchSpans, type TimeSpan } from './time-spans';

/** A request that may have made one record. */
export interface Owner {
  /** When its record was made, as a rule. Null: it may not be said to own anything. */
  readonly likely: TimeSpan | null;
  /** When it could have been made at all. */
  readonly possible: TimeSpan;
}

export interface Forced<Item extends Owner, Made> {
  /** Owners that certainly made one of the records; the record where it can be only one. */
  readonly owners: ReadonlyMap<Item, Made | null>;
  readonly records: ReadonlySet<Made>;
}

interface Timed {
  readonly createdAtMs: number | null;
}

/** More records in a row than this are no accident of a few lost answers, and comparing them all would take long. */
const longestStretch = 60;

/**
 * Stretches of records that follow each other, whose possible owners are exactly as many as they are: each of those owners made one
 * (every record has an owner here, and no owner more than one). Each must also lie in the likely time of its own.
 */
export function findForcedOwners<Item extends Owner, Made extends Timed>(
  owners: readonly Item[],
  records: readonly Made[],
): Forced<Item, Made> {
  const forced = new Map<Item, Made | null>();
  const taken = new Set<Made>();
  const timed = [...records].sort((left, right) => (left.createdAtMs ?? 0) - (right.createdAtMs ?? 0));
  // Anything without a time could be anybody's.
  if (timed.some(({ createdAtMs }) => createdAtMs === null)) return { owners: forced, records: taken };
  for (let hasFound = true; hasFound; ) {
    const found = findStretch(
      owners.filter((owner) => !forced.has(owner)),
      timed.filter((record) => !taken.has(record)),
    );
    hasFound = found !== null;
    for (const record of found?.records ?? []) taken.add(record);
    for (const owner of found?.owners ?? [])
      forced.set(owner, found?.records.length === 1 ? (found.records[0] ?? null) : null);
  }
  // A record that nobody is left for is a stranger's, and then any other may be one, too.
  const idle = owners.filter((owner) => !forced.has(owner));
  const rest = timed.filter((record) => !taken.has(record));
  const isExplained =
    rest.length <= idle.length &&
    rest.every(({ createdAtMs }) => idle.some(({ possible }) => isWithin(createdAtMs, possible)));
  return isExplained ? { owners: forced, records: taken } : { owners: new Map(), records: new Set() };
}

function findStretch<Item extends Owner, Made extends Timed>(
  owners: readonly Item[],
  records: readonly Made[],
) {
  for (let length = 1; length <= Math.min(longestStretch, records.length); length += 1) {
    for (let from = 0; from + length <= records.length; from += 1) {
      const stretch = records.slice(from, from + length);
      const fitting = owners.filter(({ possible }) =>
        stretch.some(({ createdAtMs }) => isWithin(createdAtMs, possible)),
      );
      if (fitting.length !== length) continue;
      const likely = fitting.flatMap((owner) => owner.likely ?? []);
      const momentsMs = stretch.flatMap(({ createdAtMs }) => createdAtMs ?? []);
      if (matchSpans(likely, momentsMs)) return { owners: fitting, records: stretch };
    }
  }
  return null;
}
