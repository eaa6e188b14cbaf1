// What the whole sheet tells about one row: whether it has names at all, and where its addresses end.
import { editDistance } from './edit-distance';
import type { Person } from './field';

export interface SheetFacts {
  readonly hasFirstnames: boolean;
  readonly hasLastnames: boolean;
  /** The domain of most addresses, where more than half of at least five share it. */
  readonly commonDomain: string | null;
  /** Rare domains that are one slip away from a very common one of the same sheet. */
  readonly slippedDomains: ReadonlyMap<string, string>;
}

/** Below five addresses "most" says nothing. */
const fewestForCommon = 5;
/** A domain is taken for a slip of another only where the other one is this many times as frequent. */
const timesAsFrequent = 10;
const longestDomain = 253;

function slips(counts: ReadonlyMap<string, number>): Map<string, string> {
  const found = new Map<string, string>();
  const frequent = [...counts]
    .filter(([domain, count]) => count >= timesAsFrequent && domain.indexOf('.') >= 5)
    .sort((a, b) => b[1] - a[1])
    .slice(0, 5);
  if (frequent.length === 0) return found;
  for (const [domain, count] of counts) {
    for (const [common, commonCount] of frequent) {
      if (commonCount < count * timesAsFrequent || domain === common) continue;
      const name = domain.slice(0, domain.lastIndexOf('.'));
      const commonName = common.slice(0, common.lastIndexOf('.'));
      const sameEnding = domain.slice(name.length) === common.slice(commonName.length);
      if (
        sameEnding &&
        name[0] === commonName[0] &&
        !/\d/.test(name) &&
        editDistance(name, commonName, 1) === 1
      )
        found.set(domain, common);
    }
  }
  return found;
}

/** The facts of a sheet's people. */
export function sheetFacts(people: readonly Person[]): SheetFacts {
  const counts = new Map<string, number>();
  let hasFirstnames = false;
  let hasLastnames = false;
  let addresses = 0;
  for (const { email, firstname, lastname } of people) {
    hasFirstnames ||= firstname !== null;
    hasLastnames ||= lastname !== null;
    const at = email === null ? -1 : email.lastIndexOf('@');
    if (email === null || at <= 0 || at === email.length - 1 || email.length - at > longestDomain) continue;
    addresses++;
    const domain = email.slice(at + 1).toLowerCase();
    counts.set(domain, (counts.get(domain) ?? 0) + 1);
  }
  const [common, count] = [...counts].reduce<[string | null, number]>(
    (best, [domain, times]) => (times > best[1] ? [domain, times] : best),
    [null, 0],
  );
  const commonDomain =
    addresses >= fewestForCommon && count * 2 > addresses && common?.includes('.') === true ? common : null;
  return { hasFirstnames, hasLastnames, commonDomain, slippedDomains: slips(counts) };
}
