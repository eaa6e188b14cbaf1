// The work on the rows of a mapped sheet: checked, looked at, mended, looked up in the history, handed over.
// Never gives the window more rows than it asks for, and never decides about sending: that is SheetCheck, as on the command line.
import { toBatchRow } from '../../shared/batches/batch-cells';
import type { EarlierInvite } from '../../shared/batches/earlier-invite';
import type { HistoryQuestion } from '../../shared/batches/earlier-invites';
import { type RowChoices, SheetCheck } from '../../shared/batches/sheet-check';
import type { HandedOverChoices } from '../../shared/hand-over/handed-over-choices';
import { type BatchRow, maxRowsPerChunk } from '../../shared/operations/batch';
import { cellText } from '../../shared/operations/cell-text';
import type { PersonField } from '../../shared/operations/field';
import type { InviteTarget } from '../../shared/operations/invite-target';
import type { CheckedLink } from '../../shared/operations/link-outcome';
import type { ProblemKind } from '../../shared/operations/problem';
import { countChecked } from './check-summary';
import { CheckedRows } from './checked-rows';
import { toGridRow } from './grid-row';
import { JournaledChanges } from './journaled-changes';
import { KnownInvites } from './known-invites';
import { KnownLinks } from './known-links';
import type { MappedSheet } from './mapped-sheet';
import { type RowArrangement, sheetOrder } from './row-arrangement';
import type { RowChange } from './row-changes';
import { type ChangeVerb, changeSentence, fixesAlike } from './row-fixes';
import { findRowNumbers } from './row-view';
import { SamplePeople } from './sample-people';
import type {
  CheckSummary,
  GridRow,
  LeftOutReason,
  LinkCounts,
  ReplayFacts,
  RowFilter,
  RowStatus,
  SampleFilter,
  SamplePerson,
} from './session-types';
import { ordinaryRules, type SheetRules } from './sheet-rules';

/** Everything that is asked about rows. Which sheet and which columns they come from, the session knows. */
export abstract class RowsSession {
  protected changes = new JournaledChanges();
  private checked: CheckedRows | null = null;
  protected revision = 0;
  /** The numbers of the rows that are shown, in their order. */
  protected view: readonly number[] = [];
  private invites = new KnownInvites();
  private readonly links = new KnownLinks();
  /** What the sender of a batch file decided; null for any other file. */
  protected handedOver: HandedOverChoices | null = null;
  private target: Pick<InviteTarget, 'setId' | 'projectId'> | null = null;
  private readonly samples = new SamplePeople();

  protected rules: SheetRules = ordinaryRules;

  /** What was set for all sheets. Columns that are proposed already stay as they are; the next check goes by the new rules. */
  takeRules(rules: SheetRules): void {
    this.rules = rules;
  }

  /** The people and where they come from. @throws Error where no sheet with people is open. */
  protected abstract needMapped(): MappedSheet;

  /** Other people: everything that was done to the ones before is forgotten. */
  protected forgetRows(): void {
    this.changes = new JournaledChanges();
    this.checked = null;
    this.view = [];
    this.samples.forget();
    this.invites = new KnownInvites();
    this.handedOver = null;
  }

  /** The same people under another header or other columns; values typed into `changed` fields are forgotten. */
  protected forgetCheck(changed: readonly PersonField[]): void {
    this.changes.forgetFields(changed);
    this.checked = null;
  }

  /** Changes that come from a draft are made from here on: the ones before are forgotten. */
  protected beginChanges(journalId: string): void {
    this.changes = new JournaledChanges(journalId);
    this.checked = null;
  }

  /** Does the next piece of the check; answers whether there is more to be done ahead. */
  protected checkAhead(): boolean {
    const begun = this.needBegun();
    if (begun.isWhole) return false;
    if (begun.workAhead(this.choices())) return true;
    this.checkAgain();
    return false;
  }

  /**
   * Rows `from` (0-based) up to, not including, `to` of the file in its order, while it has not been checked to its end: they are
   * checked, and those above them, and say what they will say then.
   */
  firstRows(from: number, to: number): GridRow[] {
    const checked = this.needBegun();
    checked.updateFirst(to, this.choices());
    return checked.rows.slice(from, to).map((row) => this.toShown(checked, row));
  }

  /** Checks every row; what has been mended by hand stays mended. */
  check(): CheckSummary {
    this.checkAgain();
    return this.toSummary();
  }

  /** Chooses the rows that `viewRows` gives; answers how many there are. */
  find(filter: RowFilter, search: string, arrangement: RowArrangement = sheetOrder): number {
    this.view = findRowNumbers(this.needChecked(), filter, search, this.invitedBefore(), arrangement);
    return this.view.length;
  }

  /** Rows `from` (0-based) up to, not including, `to` of the view. */
  viewRows(from: number, to: number): GridRow[] {
    const checked = this.needChecked();
    return this.view.slice(from, to).flatMap((rowNumber) => {
      const row = checked.row(rowNumber);
      return row === undefined ? [] : [this.toShown(checked, row)];
    });
  }

  private toShown(checked: CheckedRows, row: BatchRow): GridRow {
    return toGridRow(checked, row, this.changes.edits.get(row.rowNumber), this.invites.of(row.person));
  }

  /** The next row after `rowNumber` that needs the recruiter, in the whole file and round its end; null where none does. */
  nextNeedingYou(rowNumber: number): number | null {
    return this.needChecked().nextNeedingYou(rowNumber);
  }

  /** 0-based place of a row in the view; -1 where it is not in it. */
  placeInView(rowNumber: number): number {
    return this.view.indexOf(rowNumber);
  }

  /** Puts values in as one step: one cell typed, a fix, or a pasted block. */
  edit(
    changes: readonly { rowNumber: number; field: PersonField; value: string | null }[],
    verb: 'Fixed' | 'Changed',
  ): CheckSummary {
    const toChange = ({ rowNumber, field, value }: (typeof changes)[number]): RowChange => {
      return { kind: 'value', rowNumber, field, value: cellText(value ?? undefined) };
    };
    return this.change(verb, changes.map(toChange));
  }

  fixAllAlike(status: RowStatus, kind: ProblemKind): CheckSummary {
    return this.change('Fixed', fixesAlike(this.needChecked(), status, kind));
  }

  leaveOut(rowNumbers: readonly number[]): CheckSummary {
    return this.change(
      'Changed',
      rowNumbers.map((rowNumber): RowChange => ({ kind: 'decision', rowNumber, decision: 'leave-out' })),
    );
  }

  /** Leaves out every row that needs the recruiter. */
  leaveOutThoseNeedingYou(): CheckSummary {
    return this.leaveOut(
      this.needChecked().numbersThat((checked, row) => checked.statusOf(row) === 'needs-you'),
    );
  }

  /** Takes rows in again: also a double, or somebody invited before. */
  takeIn(rowNumbers: readonly number[]): CheckSummary {
    const { leftOut } = this.changes;
    const toChange = (rowNumber: number): RowChange => {
      const decision = leftOut.has(rowNumber) ? null : 'take-in';
      return { kind: 'decision', rowNumber, decision };
    };
    return this.change('Changed', rowNumbers.map(toChange));
  }

  /** Takes in everybody who is left out for one reason: all who were invited before, all doubles. */
  takeInAll(why: LeftOutReason): CheckSummary {
    return this.takeIn(this.needChecked().numbersThat((checked, row) => checked.leftOutWhy(row) === why));
  }

  /** Takes the last step back; `sentence` says which, null where there was none. */
  undo(): { readonly sentence: string | null; readonly summary: CheckSummary } {
    return { sentence: this.changes.undo(), summary: this.check() };
  }

  redo(): ReturnType<RowsSession['undo']> {
    return { sentence: this.changes.redo(), summary: this.check() };
  }

  /** What the history has not been asked for yet, at most `count` of each kind; null where that is nothing. */
  historyQuestion(count: number): HistoryQuestion | null {
    return this.invites.nextQuestion(this.needChecked(), count);
  }

  /** Takes in what the history answered to this question; `check` makes it count. */
  addEarlierInvites(question: HistoryQuestion, invites: readonly EarlierInvite[]): void {
    this.invites.add(question, invites);
  }

  linkCounts(): LinkCounts {
    return this.links.count(this.needChecked());
  }

  /** A new look at CV links. `isAgain`: once more at those that did not answer well, too. */
  beginLinkCheck(isAgain: boolean): LinkCounts {
    this.links.begin(this.needChecked(), isAgain);
    return this.linkCounts();
  }

  /** The next of them, at most `count`; none after the last. */
  linksToCheck(count: number): string[] {
    return this.links.next(count);
  }

  /** Takes in what a look at links has found; `check` makes it count. */
  addCheckedLinks(checked: readonly CheckedLink[]): void {
    this.links.add(checked);
  }

  /** Another workspace has another history. */
  forgetEarlierInvites(): void {
    this.invites = new KnownInvites();
  }

  /** People who were invited to this target before are left out from now on. */
  chooseTarget(target: Pick<InviteTarget, 'setId' | 'projectId'> | null): CheckSummary {
    this.target = target;
    return this.check();
  }

  /** The `index`-th (0-based) of the people who would be sent; null where there is none. */
  samplePerson(filter: SampleFilter, index: number): SamplePerson | null {
    return this.samples.at(this.needChecked(), filter, index);
  }

  /** Row numbers of the first people who would be sent, for "3 first, then the rest". */
  firstSentRowNumbers(count: number): number[] {
    return this.needChecked().firstSent(count);
  }

  /** How much of this earlier runs have sent to the target; counts for the file as a whole, whoever is left out. */
  replayFacts(): ReplayFacts {
    return this.invites.replayFacts(this.needChecked(), this.target);
  }

  /** Rows of the batch from an ordinal on, at most `maxRowsPerChunk`; an empty list after the last. */
  batchRows(fromOrdinal: number, count: number = maxRowsPerChunk): BatchRow[] {
    const toOrdinal = fromOrdinal + Math.min(count, maxRowsPerChunk);
    return this.needChecked().rows.slice(fromOrdinal, toOrdinal).map(toBatchRow);
  }

  /** Makes the changes as one step, and checks again. */
  protected change(verb: ChangeVerb, changes: readonly RowChange[]): CheckSummary {
    if (changes.length > 0) this.changes.apply(changeSentence(verb, changes), changes);
    return this.check();
  }

  private choices(): RowChoices {
    const { edits, leftOut, takenIn } = this.changes;
    const { invitedAgainAfterDays } = this.rules;
    const alreadyInvited = this.invites.alreadyInvited(this.target, Date.now(), invitedAgainAfterDays);
    const bySender = this.handedOver ?? undefined;
    return { edits, leftOut, takenIn, bySender, alreadyInvited, linkOutcomes: this.links.outcomes };
  }

  /** The check, which may not have come to the last row yet. */
  private needBegun(): CheckedRows {
    if (this.checked !== null) return this.checked;
    const { table, people, tally } = this.needMapped();
    this.checked = new CheckedRows(new SheetCheck(table, people, tally.copy()), people.length);
    return this.checked;
  }

  private checkAgain(): CheckedRows {
    const checked = this.needBegun();
    checked.update(this.choices());
    this.samples.forget();
    this.revision++;
    return checked;
  }

  private toSummary(): CheckSummary {
    const { undoes, redoes } = this.changes;
    const checked = this.needChecked();
    const earlier = this.invitedBefore();
    const invitedBefore =
      earlier.size === 0 ? 0 : findRowNumbers(checked, { kind: 'invited-before' }, '', earlier).length;
    return { ...countChecked(checked), revision: this.revision, undoes, redoes, invitedBefore };
  }

  protected invitedBefore(): ReadonlySet<number> {
    return this.invites.rowNumbers(this.needChecked());
  }

  protected needChecked(): CheckedRows {
    return this.checked?.isWhole ? this.checked : this.checkAgain();
  }
}
