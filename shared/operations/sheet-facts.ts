// What the whole sheet tells about one row: whether it has names at all, and where its addresses end. Counted, so that a changed row
// is taken out and put in again without a look at the others.
import { editDistance } from './edit-distance';
import { isEverydayAddress } from './everyday-address';
import type { Person } from './field';
import { isNothingName } from './nothing-word';
import { capitalI } from './proper-case';

export interface SheetFacts {
  readonly hasFirstnames: boolean;
  readonly hasLastnames: boolean;
  /** The domain of most addresses, where more than half of at least five share it. */
  readonly commonDomain: string | null;
  /** Rare domains that are one slip away from a very common one of the same sheet. */
  readonly slippedDomains: ReadonlyMap<string, string>;
  /** Names in capitals are written with İ where an i is meant, so that an I is an ı: PINAR is Pınar. */
  readonly hasDottedCapitals: boolean;
}

/** In Turkish lists, İ stands in some four of five names in capitals that have an I of either kind; where every second person is Turkish, in two. */
const leastDotted = 0.6;
/** Fewer may be guests in a list of another language. */
const fewestDotted = 3;

/** Below five addresses "most" says nothing. */
const fewestForCommon = 5;
/** A domain is taken for a slip of another only where the other one is this many times as frequent. */
const timesAsFrequent = 10;
const longestDomain = 253;

/** Only so many common domains can have slips of them: an address list has few. */
const mostCommonDomains = 5;
/** A shorter name (`mail`, `aol`) is one letter away from too many real ones. */
const shortestName = 5;

/** The counts behind the facts. The order in which people come and go makes no difference. */
export class SheetTally {
  private readonly domains = new Map<string, { readonly domain: string; count: number }>();
  private firstnames = 0;
  private lastnames = 0;
  private addresses = 0;
  private dotted = 0;
  private plain = 0;

  add(person: Person): void {
    this.count(person, 1);
  }

  /** Takes out somebody who was added before. */
  remove(person: Person): void {
    this.count(person, -1);
  }

  /** A tally of its own that counts the same. */
  copy(): SheetTally {
    const copy = new SheetTally();
    for (const [domain, known] of this.domains) copy.domains.set(domain, { ...known });
    copy.firstnames = this.firstnames;
    copy.lastnames = this.lastnames;
    copy.addresses = this.addresses;
    copy.dotted = this.dotted;
    copy.plain = this.plain;
    return copy;
  }

  /** The facts as they are now; `before` itself where nothing has changed. */
  facts(before: SheetFacts | null): SheetFacts {
    const facts: SheetFacts = {
      hasFirstnames: this.firstnames > 0,
      hasLastnames: this.lastnames > 0,
      commonDomain: this.commonDomain(),
      slippedDomains: this.slippedDomains(),
      hasDottedCapitals:
        this.dotted >= fewestDotted && this.dotted >= (this.dotted + this.plain) * leastDotted,
    };
    return before !== null && isSame(before, facts) ? before : facts;
  }

  private count({ email, firstname, lastname }: Person, by: 1 | -1): void {
    if (firstname !== null) this.firstnames += by;
    if (lastname !== null) this.lastnames += by;
    const letter = capitalIOf(firstname, lastname);
    if (letter === 'dotted') this.dotted += by;
    else if (letter === 'plain') this.plain += by;
    const domain = email === null ? null : countedDomain(email);
    if (domain === null) return;
    this.addresses += by;
    const known = this.domains.get(domain);
    if (known === undefined) this.domains.set(domain, { domain, count: by });
    else if (known.count + by === 0) this.domains.delete(domain);
    else known.count += by;
  }

  private commonDomain(): string | null {
    if (this.addresses < fewestForCommon) return null;
    for (const { domain, count } of this.domains.values())
      if (count * 2 > this.addresses) return domain.includes('.') ? domain : null;
    return null;
  }

  private slippedDomains(): ReadonlyMap<string, string> {
    const slipped = new Map<string, string>();
    const frequent = [...this.domains.values()]
      .filter(({ domain, count }) => count >= timesAsFrequent && domain.indexOf('.') >= shortestName)
      .sort((a, b) => b.count - a.count || (a.domain < b.domain ? -1 : 1))
      .slice(0, mostCommonDomains);
    if (frequent.length === 0) return slipped;
    for (const { domain, count } of this.domains.values()) {
      for (const common of frequent)
        if (common.count >= count * timesAsFrequent && isSlipOf(domain, common.domain))
          slipped.set(domain, common.domain);
    }
    return slipped;
  }
}

/** The same of both names of a person: one İ tells for both. */
function capitalIOf(firstname: string | null, lastname: string | null): 'dotted' | 'plain' | null {
  const first = firstname === null ? null : capitalI(firstname);
  return first === 'dotted' || lastname === null ? first : (capitalI(lastname) ?? first);
}

/** The tally of these people. */
export function tallyPeople(people: readonly { readonly person: Person }[]): SheetTally {
  const tally = new SheetTally();
  for (const { person } of people) tally.add(person);
  return tally;
}

/** The domain of an address in lower case; null where it has none to count. */
function countedDomain(email: string): string | null {
  const at = email.lastIndexOf('@');
  return at <= 0 || at === email.length - 1 || email.length - at > longestDomain
    ? null
    : email.slice(at + 1).toLowerCase();
}

function isSlipOf(domain: string, common: string): boolean {
  if (Math.abs(domain.length - common.length) > 1 || domain[0] !== common[0] || domain === common)
    return false;
  const name = domain.slice(0, domain.lastIndexOf('.'));
  const commonName = common.slice(0, common.lastIndexOf('.'));
  return (
    domain.slice(name.length) === common.slice(commonName.length) &&
    !/\d/.test(name) &&
    editDistance(name, commonName, 1) === 1
  );
}

function isSame(one: SheetFacts, other: SheetFacts): boolean {
  return (
    one.hasFirstnames === other.hasFirstnames &&
    one.hasLastnames === other.hasLastnames &&
    one.hasDottedCapitals === other.hasDottedCapitals &&
    one.commonDomain === other.commonDomain &&
    one.slippedDomains.size === other.slippedDomains.size &&
    [...one.slippedDomains].every(([domain, meant]) => other.slippedDomains.get(domain) === meant)
  );
}

/** Whether other facts may tell something else about this person: a cheap look at everybody after a change that shifted the facts. */
export function isToldByFacts(
  { email, firstname, lastname }: Person,
  before: SheetFacts,
  after: SheetFacts,
): boolean {
  if (before.hasFirstnames !== after.hasFirstnames && (firstname === null || isNothingName(firstname)))
    return true;
  if (before.hasLastnames !== after.hasLastnames && (lastname === null || isNothingName(lastname)))
    return true;
  if (before.hasDottedCapitals !== after.hasDottedCapitals && capitalIOf(firstname, lastname) !== null)
    return true;
  if (email === null) return false;
  if (before.commonDomain !== after.commonDomain && !isEverydayAddress(email)) return true;
  if (before.slippedDomains.size === 0 && after.slippedDomains.size === 0) return false;
  const domain = email.slice(email.lastIndexOf('@') + 1).toLowerCase();
  return before.slippedDomains.get(domain) !== after.slippedDomains.get(domain);
}
