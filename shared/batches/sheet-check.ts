// The rows of a batch in the making, kept while the recruiter changes them: after a change only what it touches is checked and planned again.
// Never decides to send a row that has a blocking problem, and never drops a row: each comes out once, sent or skipped with a reason.
import type { BatchRow, SkipReason } from '../operations/batch';
import type { PersonToCheck } from '../operations/check-person';
import { type Person, personFields } from '../operations/field';
import { type KnownElsewhere, PeopleCheck } from '../operations/people-check';
import type { RowProblem } from '../operations/problem';
import type { SheetTally } from '../operations/sheet-facts';
import type { Table } from '../spreadsheets/spreadsheet';
import { makeCellsOf } from './batch-cells';
import { planRows } from './plan-rows';

/** What the recruiter has changed by hand, by row number. `null` empties a field. */
export type RowEdits = ReadonlyMap<number, Readonly<Partial<Person>>>;

/** Everything that has been changed and chosen so far. */
export interface RowChoices extends KnownElsewhere {
  readonly edits: RowEdits;
  /** Row numbers that the recruiter has left out. They are not checked, and no row counts as their double. */
  readonly leftOut: ReadonlySet<number>;
  /** Row numbers of doubles and of people invited before that are to be sent all the same. */
  readonly takenIn: ReadonlySet<number>;
  /** What the sender of a batch file decided. It never changes. */
  readonly bySender?: SenderChoices | undefined;
}

const noProblems: readonly RowProblem[] = [];
const nowhere = -1;

/** Decisions about rows that came with a batch file. */
export interface SenderChoices {
  /** Why each of the rows was left out; it counts for those that `leftOut` still holds. */
  readonly leftOut: ReadonlyMap<number, SkipReason>;
  /** Doubles that were taken in. An earlier invitation still leaves them out. */
  readonly takenInDoubles: ReadonlySet<number>;
}

export class SheetCheck {
  /**
   * Every row of the table, in its order, as of the last `update`. Rows with `skip` null are the ones that would be sent. Texts
   * are as long as they are in the sheet: what is handed over goes through `toBatchRow`.
   */
  readonly rows: readonly BatchRow[];
  private readonly made: BatchRow[] = [];
  private readonly cellsOf: (index: number) => readonly string[];
  private readonly held: (readonly RowProblem[])[];
  private readonly check: PeopleCheck;
  /** With the recruiter's edits. */
  private readonly people: PersonToCheck[];
  /** Row number → index; −1 where there is no such row. */
  private readonly indexes: Int32Array;
  private edited = new Set<number>();
  /** Every row was brought up to date once. */
  private isWhole = false;
  private leftOut: ReadonlySet<number> = new Set();
  private takenIn: ReadonlySet<number> = new Set();
  private bySender: SenderChoices | undefined;

  /**
   * @param read the people of the table, in its order, without edits
   * @param tally of them, where they have been counted; it is kept up to date from here on
   */
  constructor(
    table: Table,
    private readonly read: readonly PersonToCheck[],
    tally?: SheetTally,
  ) {
    this.cellsOf = makeCellsOf(table);
    this.check = new PeopleCheck(read, tally);
    this.people = [...read];
    this.held = new Array<readonly RowProblem[]>(read.length).fill(noProblems);
    // Rows are in the order of the sheet, so the last one has the highest number.
    this.indexes = new Int32Array((read.at(-1)?.rowNumber ?? 0) + 1).fill(nowhere);
    for (let index = 0; index < read.length; index++) this.indexes[read[index]?.rowNumber ?? 0] = index;
    this.rows = this.made;
  }

  /** 0-based place of a row in the table; undefined where there is no such row. */
  indexOf(rowNumber: number): number | undefined {
    const index = this.indexes[rowNumber] ?? nowhere;
    return index === nowhere ? undefined : index;
  }

  /** The problems of a row that was not left out by hand. */
  problemsOf(index: number): readonly RowProblem[] {
    return this.held[index] ?? noProblems;
  }

  /** Brings rows and problems up to date. */
  update(choices: RowChoices): void {
    const changed = this.take(choices);
    const touched = this.check.settle(choices);
    this.isWhole = true;
    if (touched === 'all') {
      this.plan(this.people.keys());
      return;
    }
    for (const index of touched) changed.add(index);
    this.plan([...this.check.withDoubles(changed)].sort((a, b) => a - b));
  }

  /**
   * Brings the first `rowCount` rows up to date and no others, where nothing has been yet: they stand then as `update` will have
   * them, since no row changes what becomes of one above it.
   */
  updateFirst(rowCount: number, choices: RowChoices): void {
    if (this.isWhole) return;
    this.take(choices);
    this.check.settleFirst(rowCount, choices);
    this.plan(Array.from({ length: Math.min(rowCount, this.people.length) }, (_, index) => index));
  }

  /** Does a part of `update` ahead: so many rows from the first on. Answers how many are done. */
  workAhead(rowCount: number, choices: RowChoices): number {
    this.take(choices);
    return this.check.settleFirst(rowCount, choices);
  }

  /** Takes in what was changed and chosen since; answers the rows that it is about. */
  private take({ edits, leftOut, takenIn, bySender }: RowChoices): Set<number> {
    this.bySender = bySender ?? this.bySender;
    const changed = new Set<number>();
    this.takeEdits(edits, changed);
    for (const index of this.differing(this.leftOut, leftOut)) changed.add(index);
    for (const index of changed) {
      const person = this.people[index];
      if (person !== undefined) this.check.set(index, leftOut.has(person.rowNumber) ? null : person);
    }
    for (const index of this.differing(this.takenIn, takenIn)) changed.add(index);
    this.leftOut = new Set(leftOut);
    this.takenIn = new Set(takenIn);
    return changed;
  }

  private takeEdits(edits: RowEdits, changed: Set<number>): void {
    const edited = new Set<number>();
    for (const [rowNumber, edit] of edits) {
      const index = this.indexOf(rowNumber);
      if (index === undefined) continue;
      edited.add(index);
      if (this.put(index, edit)) changed.add(index);
    }
    for (const index of this.edited) if (!edited.has(index) && this.put(index, {})) changed.add(index);
    this.edited = edited;
  }

  /** Lays an edit over the row as it was read; answers whether the person is another one now. */
  private put(index: number, edit: Readonly<Partial<Person>>): boolean {
    const read = this.read[index];
    const now = this.people[index];
    if (read === undefined || now === undefined) return false;
    const person = { ...read.person, ...edit };
    const rawEmail = edit.email === undefined ? read.rawEmail : edit.email;
    if (now.rawEmail === rawEmail && personFields.every((field) => now.person[field] === person[field]))
      return false;
    this.people[index] = { ...read, person, rawEmail };
    return true;
  }

  /** The rows that are in one of the two and not in the other. */
  private differing(before: ReadonlySet<number>, after: ReadonlySet<number>): number[] {
    const rowNumbers = [
      ...[...before].filter((row) => !after.has(row)),
      ...[...after].filter((row) => !before.has(row)),
    ];
    return rowNumbers.flatMap((rowNumber) => this.indexOf(rowNumber) ?? []);
  }

  /** Decides anew what becomes of these rows. In the sheet's order, and with all their doubles. */
  private plan(indexes: Iterable<number>): void {
    const toPlan: number[] = [];
    for (const index of indexes) {
      this.held[index] = this.check.problemsOf(index);
      const rowNumber = this.people[index]?.rowNumber ?? 0;
      if (this.problemsOf(index).length > 0 || this.leftOut.has(rowNumber)) toPlan.push(index);
      else this.makeRow(index, null);
    }
    const problems = toPlan.flatMap((index) => this.problemsOf(index));
    const plan = planRows({
      rowNumbers: toPlan.map((index) => this.people[index]?.rowNumber ?? 0),
      problems,
      leftOut: this.leftOut,
      takenIn: this.takenIn,
      takenInDoubles: this.bySender?.takenInDoubles,
      leftOutBySender: this.bySender?.leftOut,
    });
    if (plan.problems !== problems) this.hold(toPlan, new Set(plan.problems));
    for (const index of toPlan)
      this.makeRow(index, plan.skips.get(this.people[index]?.rowNumber ?? 0) ?? null);
  }

  /** Lets go of the problems that the plan has solved. */
  private hold(indexes: readonly number[], problems: ReadonlySet<RowProblem>): void {
    for (const index of indexes) {
      const own = this.problemsOf(index);
      if (!own.every((problem) => problems.has(problem)))
        this.held[index] = own.filter((problem) => problems.has(problem));
    }
  }

  private makeRow(index: number, skip: BatchRow['skip']): void {
    const before = this.made[index];
    const entry = this.people[index];
    if (entry === undefined) return;
    const { rowNumber, person } = entry;
    // Whoever is sent to again by the rule is sent to on purpose, as if each row had been taken in.
    const isTakenIn =
      this.takenIn.has(rowNumber) || this.problemsOf(index).some(({ kind }) => kind === 'invited-long-ago');
    if (before?.skip === skip && before.person === person && (before.takenIn ?? false) === isTakenIn) return;
    const cells = before?.cells ?? this.cellsOf(index);
    this.made[index] = isTakenIn
      ? { rowNumber, cells, person, skip, takenIn: true }
      : { rowNumber, cells, person, skip };
  }
}
