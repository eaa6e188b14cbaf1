// The work on the rows of a mapped sheet: checked, looked at, mended, looked up in the history, handed over.
// Never gives the window more rows than it asks for, and never decides about sending: that is SheetCheck, as on the command line.
import { toBatchRow } from '../../shared/batches/batch-cells';
import type { EarlierInvite } from '../../shared/batches/earlier-invite';
import type { HistoryQuestion } from '../../shared/batches/earlier-invites';
import { SheetCheck } from '../../shared/batches/sheet-check';
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
import { samplePeople } from './sample-people';
import type {
  CheckSummary,
  GridRow,
  LeftOutReason,
  LinkCounts,
  RowFilter,
  RowStatus,
  SampleFilter,
  SamplePerson,
} from './session-types';

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
  private samples: { readonly filter: SampleFilter; readonly rows: readonly BatchRow[] } | null = null;

  /** The people and where they come from. @throws Error where no sheet with people is open. */
  protected abstract needMapped(): MappedSheet;

  /** Other people: everything that was done to the ones before is forgotten. */
  protected forgetRows(): void {
    this.changes = new JournaledChanges();
    this.checked = null;
    this.view = [];
    this.samples = null;
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

  /** Checks where that has not been done; there is nothing to be done ahead after it. */
  protected checkAhead(): false {
    this.needChecked();
    return false;
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
      return row === undefined
        ? []
        : [toGridRow(checked, row, this.changes.edits.get(rowNumber), this.invites.of(row.person))];
    });
  }

  /** The next row after `rowNumber` that needs the recruiter, in the whole file and round its end; null where none does. */
  nextNeedingYou(rowNumber: number): number | null {
    const checked = this.needChecked();
    const waiting = checked.rows.filter((row) => row.skip?.why === 'blocked').map((row) => row.rowNumber);
    return waiting.find((candidate) => candidate > rowNumber) ?? waiting[0] ?? null;
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
    return this.change(
      verb,
      changes.map(
        ({ rowNumber, field, value }): RowChange => ({
          kind: 'value',
          rowNumber,
          field,
          value: cellText(value ?? undefined),
        }),
      ),
    );
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
    const checked = this.needChecked();
    return this.leaveOut(
      checked.rows.filter((row) => checked.statusOf(row) === 'needs-you').map((row) => row.rowNumber),
    );
  }

  /** Takes rows in again: also a double, or somebody invited before. */
  takeIn(rowNumbers: readonly number[]): CheckSummary {
    const { leftOut } = this.changes;
    return this.change(
      'Changed',
      rowNumbers.map(
        (rowNumber): RowChange => ({
          kind: 'decision',
          rowNumber,
          decision: leftOut.has(rowNumber) ? null : 'take-in',
        }),
      ),
    );
  }

  /** Takes in everybody who is left out for one reason: all who were invited before, all doubles. */
  takeInAll(why: LeftOutReason): CheckSummary {
    const checked = this.needChecked();
    return this.takeIn(
      checked.rows.filter((row) => checked.leftOutWhy(row) === why).map((row) => row.rowNumber),
    );
  }

  /** Takes the last step back; `sentence` says which, null where there was none. */
  undo(): { readonly sentence: string | null; readonly summary: CheckSummary } {
    const sentence = this.changes.undo();
    return { sentence, summary: this.check() };
  }

  redo(): { readonly sentence: string | null; readonly summary: CheckSummary } {
    const sentence = this.changes.redo();
    return { sentence, summary: this.check() };
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
    if (this.samples?.filter !== filter)
      this.samples = { filter, rows: samplePeople(this.needChecked(), filter) };
    const row = this.samples.rows[index];
    return row === undefined
      ? null
      : { rowNumber: row.rowNumber, person: row.person, index, total: this.samples.rows.length };
  }

  /** Row numbers of the first people who would be sent, for "3 first, then the rest". */
  firstSentRowNumbers(count: number): number[] {
    return this.needChecked()
      .rows.filter((row) => row.skip === null)
      .slice(0, count)
      .map((row) => row.rowNumber);
  }

  /** Rows of the batch from an ordinal on, at most `maxRowsPerChunk`; an empty list after the last. */
  batchRows(fromOrdinal: number, count: number = maxRowsPerChunk): BatchRow[] {
    const { rows } = this.needChecked();
    return rows.slice(fromOrdinal, fromOrdinal + Math.min(count, maxRowsPerChunk)).map(toBatchRow);
  }

  /** Makes the changes as one step, and checks again. */
  protected change(verb: ChangeVerb, changes: readonly RowChange[]): CheckSummary {
    if (changes.length > 0) this.changes.apply(changeSentence(verb, changes), changes);
    return this.check();
  }

  private checkAgain(): CheckedRows {
    const { edits, leftOut, takenIn } = this.changes;
    const { table, people } = this.needMapped();
    const alreadyInvited = this.invites.alreadyInvited(this.target, Date.now());
    this.checked ??= new CheckedRows(new SheetCheck(table, people));
    this.checked.update({
      edits,
      leftOut,
      takenIn,
      bySender: this.handedOver ?? undefined,
      alreadyInvited,
      linkOutcomes: this.links.outcomes,
    });
    this.samples = null;
    this.revision++;
    return this.checked;
  }

  private toSummary(): CheckSummary {
    const { undoes, redoes } = this.changes;
    const invitedBefore = this.invitedBefore().size;
    return { ...countChecked(this.needChecked()), revision: this.revision, undoes, redoes, invitedBefore };
  }

  protected invitedBefore(): ReadonlySet<number> {
    return this.invites.rowNumbers(this.needChecked());
  }

  protected needChecked(): CheckedRows {
    return this.checked ?? this.checkAgain();
  }
}
