// The check of a sheet's people, kept while rows change: only changed rows, and rows tied to them, are looked at again.
// Never says anything else than a check from the beginning would.
import type { AlreadyInvited } from '../batches/earlier-invites';
import { isUsableId } from './check-id';
import { addPersonProblems, type PersonToCheck } from './check-person';
import { mailboxKey } from './email-key';
import type { LinkOutcome } from './link-outcome';
import { personKey } from './person-key';
import type { RowProblem } from './problem';
import { SameValues } from './same-values';
import { isToldByFacts, type SheetFacts, type SheetTally, tallyPeople } from './sheet-facts';
import { addTiedProblems } from './tied-problems';

/** What is known of the people from elsewhere. */
export interface KnownElsewhere {
  /** What earlier runs say; another object where they say something else. */
  readonly alreadyInvited?: AlreadyInvited | undefined;
  /** What a look at CV links came to, by link. May grow: each row's own outcome is compared. */
  readonly linkOutcomes?: ReadonlyMap<string, LinkOutcome> | undefined;
}

const noProblems: readonly RowProblem[] = [];

/** Rows are named by their index, 0-based. A row without a person was left out: it is not checked, and no row counts as its double. */
export class PeopleCheck {
  private readonly people: (PersonToCheck | null)[];
  /** Problems that a row has by itself. */
  private readonly own: (readonly RowProblem[])[];
  /** The same, and those that it has because of other rows and earlier runs. */
  private readonly all: (readonly RowProblem[])[];
  private readonly persons: SameValues;
  private readonly ids: SameValues;
  /** Made for the first address of a mailbox that has several: most sheets have none, and it takes memory. */
  private mailboxes: SameValues | null = null;
  private facts: SheetFacts | null = null;
  /** While the sheet is checked for the first time: how many rows from the first on are done. Null once all are. */
  private doneCount: number | null = 0;
  private earlier: AlreadyInvited | undefined;
  private linkOutcomes: ReadonlyMap<string, LinkOutcome> | undefined;
  /** By row: the outcome that its own problems were found with. */
  private readonly outcomes: (LinkOutcome | undefined)[] = [];
  private readonly changed = new Set<number>();
  /** Filled and emptied for each row, since most rows have no problem to keep a list for. */
  private readonly found: RowProblem[] = [];

  private readonly rowCount: number;

  /** @param tally counts these people, and is kept up to date from here on */
  constructor(
    people: readonly PersonToCheck[],
    private readonly tally: SheetTally = tallyPeople(people),
  ) {
    const rowCount = people.length;
    this.rowCount = rowCount;
    this.people = [...people];
    this.own = new Array<readonly RowProblem[]>(rowCount).fill(noProblems);
    this.all = new Array<readonly RowProblem[]>(rowCount).fill(noProblems);
    this.persons = new SameValues(rowCount);
    this.ids = new SameValues(rowCount);
  }

  /** Everything that is wrong with a row, as of the last `settle`. */
  problemsOf(index: number): readonly RowProblem[] {
    return this.all[index] ?? noProblems;
  }

  /** Puts a person into a row, or takes the row out. It counts with the next `settle`. */
  set(index: number, person: PersonToCheck | null): void {
    const before = this.people[index] ?? null;
    if (before !== null) this.tally.remove(before.person);
    if (person !== null) this.tally.add(person.person);
    this.people[index] = person;
    // What was done before belongs to other facts.
    if (this.doneCount !== null) this.doneCount = 0;
    else this.changed.add(index);
  }

  /**
   * Does a part of the first `settle` ahead: `problemsOf` is right for the first `rowCount` rows after it, since the rows below add
   * nothing to them but the facts, which are counted. Answers how many rows are done; all of them once the sheet is settled.
   */
  settleFirst(rowCount: number, known: KnownElsewhere): number {
    if (this.doneCount === null) return this.rowCount;
    if (known.alreadyInvited !== this.earlier || known.linkOutcomes !== this.linkOutcomes) this.doneCount = 0;
    this.earlier = known.alreadyInvited;
    this.linkOutcomes = known.linkOutcomes;
    const facts = this.doneCount === 0 || this.facts === null ? this.takeFacts() : this.facts;
    // From the first row to the last, so that the rows that a double points to are there already.
    for (; this.doneCount < Math.min(rowCount, this.rowCount); this.doneCount++) {
      this.checkAlone(this.doneCount, facts);
      this.tie(this.doneCount);
      this.checkTies(this.doneCount);
    }
    return this.doneCount;
  }

  /** Checks what has changed; answers the rows whose problems may be others now, or `all`. */
  settle({ alreadyInvited: earlier, linkOutcomes }: KnownElsewhere): ReadonlySet<number> | 'all' {
    if (this.doneCount !== null) {
      this.settleFirst(this.rowCount, { alreadyInvited: earlier, linkOutcomes });
      this.doneCount = null;
      // Links may have been looked at since a part was done ahead.
      this.noteOutcomes();
      for (const index of this.settleChanged()) this.checkTies(index);
      return 'all';
    }
    const isOtherHistory = this.earlier !== earlier;
    this.earlier = earlier;
    this.linkOutcomes = linkOutcomes;
    this.noteOutcomes();
    const touched = this.settleChanged();
    if (isOtherHistory) for (let index = 0; index < this.rowCount; index++) this.checkTies(index);
    else for (const index of touched) this.checkTies(index);
    return isOtherHistory ? 'all' : touched;
  }

  /** These rows and all that are doubles of one another with them, over any number of steps. */
  withDoubles(rows: Iterable<number>): Set<number> {
    const found = new Set(rows);
    // A set that grows while it is gone through gives the new ones too.
    const seen = { persons: new Set<number>(), ids: new Set<number>() };
    for (const index of found) {
      for (const [values, firsts] of [
        [this.persons, seen.persons],
        [this.ids, seen.ids],
      ] as const) {
        const first = values.firstWith(index);
        if (first === -1 || firsts.has(first)) continue;
        firsts.add(first);
        for (const row of values.rowsWith(index)) found.add(row);
      }
    }
    return found;
  }

  /** Rows whose link was looked at since count as changed. */
  private noteOutcomes(): void {
    if (this.linkOutcomes === undefined || this.linkOutcomes.size === 0) return;
    for (let index = 0; index < this.rowCount; index++) {
      const link = this.people[index]?.person.cv_link ?? null;
      if (link !== null && this.linkOutcomes.get(link) !== this.outcomes[index]) this.changed.add(index);
    }
  }

  /** Checks the changed rows alone; answers them and the rows that were or are their doubles. */
  private settleChanged(): Set<number> {
    const touched = new Set(this.changed);
    if (touched.size === 0) return touched;
    const before = this.facts;
    const facts = this.takeFacts();
    if (before !== null && before !== facts)
      for (let index = 0; index < this.rowCount; index++) {
        const person = this.people[index] ?? null;
        if (person !== null && isToldByFacts(person.person, before, facts)) touched.add(index);
      }
    for (const index of [...touched]) {
      this.checkAlone(index, facts);
      this.tie(index, touched);
    }
    this.changed.clear();
    return touched;
  }

  private takeFacts(): SheetFacts {
    this.facts = this.tally.facts(this.facts);
    return this.facts;
  }

  private checkAlone(index: number, facts: SheetFacts): void {
    const person = this.people[index] ?? null;
    this.own[index] = noProblems;
    if (person === null) return;
    const { cv_link: link } = person.person;
    this.outcomes[index] = link === null ? undefined : this.linkOutcomes?.get(link);
    addPersonProblems(this.found, person, facts, this.linkOutcomes);
    if (this.found.length > 0) this.own[index] = this.found.splice(0);
  }

  /** Files the row under its person and its id; adds to `touched` who was or is a double of it. */
  private tie(index: number, touched?: Set<number>): void {
    const entry = this.people[index] ?? null;
    const id = entry?.person.ats_candidate_id ?? null;
    const isWhole = entry !== null && !(this.own[index] ?? noProblems).some(isLostAddress);
    const key = isWhole ? personKey(entry.person) : null;
    this.file(this.persons, index, key, touched);
    this.file(this.ids, index, id !== null && isUsableId(id) ? id : null, touched);
    const mailbox = key === null ? null : mailboxKey(key);
    if (mailbox !== null) this.mailboxes ??= new SameValues(this.rowCount);
    if (this.mailboxes !== null) this.file(this.mailboxes, index, mailbox, touched);
  }

  private file(values: SameValues, index: number, value: string | null, touched?: Set<number>): void {
    if (touched !== undefined && values.valueOf(index) === value) return;
    if (touched !== undefined) for (const row of values.rowsWith(index)) touched.add(row);
    values.set(index, value);
    if (touched !== undefined) for (const row of values.rowsWith(index)) touched.add(row);
  }

  private checkTies(index: number): void {
    const own = this.own[index] ?? noProblems;
    const entry = this.people[index] ?? null;
    const samePerson = this.earlierRow(this.persons, index);
    const sameId = this.earlierRow(this.ids, index);
    const sameMailbox = this.mailboxes === null ? null : this.earlierRow(this.mailboxes, index);
    const earlier =
      entry === null || this.earlier === undefined || own.some(isLostAddress)
        ? noProblems
        : this.earlier.problemsOf(entry.rowNumber, entry.person);
    if (entry === null || ((samePerson ?? sameId ?? sameMailbox) === null && earlier.length === 0)) {
      this.all[index] = own;
      return;
    }
    const problems = [...own];
    addTiedProblems(problems, entry, { samePerson, sameId, sameMailbox, earlier });
    this.all[index] = problems;
  }

  /** The row number of the first row with the same value, where that is not this one. */
  private earlierRow(values: SameValues, index: number): number | null {
    const first = values.firstWith(index);
    return first === -1 || first === index ? null : (this.people[first]?.rowNumber ?? null);
  }
}

/** An address that cannot get mail tells nobody apart. */
function isLostAddress({ kind, field }: RowProblem): boolean {
  return field === 'email' && (kind === 'email-invalid' || kind === 'control-character');
}
