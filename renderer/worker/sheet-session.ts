// The whole work on one file: opened, mapped, checked, mended, handed over row by row. It runs in the worker and, in tests, in Node.
// Never gives the window more rows than it asks for, and never decides about sending: that is prepareRows, as on the command line.
import { toBatchSource } from '../../shared/batches/batch-source';
import { prepareRows } from '../../shared/batches/prepare-rows';
import type { EarlierInvite } from '../../shared/ipc/contract';
import { type BatchRow, type BatchSource, maxRowsPerChunk } from '../../shared/operations/batch';
import { cellText } from '../../shared/operations/cell-text';
import type { InviteField, PersonField } from '../../shared/operations/field';
import type { InviteTarget } from '../../shared/operations/invite-target';
import type { NameOrder } from '../../shared/operations/mapping';
import type { ProblemKind } from '../../shared/operations/problem';
import { openSpreadsheet } from '../../shared/spreadsheets/open-spreadsheet';
import type { ReadingChoice } from '../../shared/spreadsheets/spreadsheet';
import { countChecked } from './check-summary';
import { CheckedRows } from './checked-rows';
import { toGridRow } from './grid-row';
import { KnownInvites } from './known-invites';
import { MappedSheet } from './mapped-sheet';
import { OpenedFile } from './opened-file';
import { type RowChange, RowChanges } from './row-changes';
import { changeSentence, fixesAlike } from './row-fixes';
import { findRowNumbers } from './row-view';
import { samplePeople } from './sample-people';
import type {
  CheckSummary,
  ColumnsView,
  FileSummary,
  GridRow,
  NameExamples,
  RawRow,
  RowFilter,
  RowStatus,
  SampleFilter,
  SamplePerson,
} from './session-types';

/** Told while a file is read: 0 to 1. */
export type OnReading = (fraction: number) => void;

export class SheetSession {
  private file: OpenedFile | null = null;
  private bytes: Uint8Array | null = null;
  private mapped: MappedSheet | null = null;
  private changes = new RowChanges();
  private checked: CheckedRows | null = null;
  private revision = 0;
  private view: readonly number[] = [];
  private invites = new KnownInvites();
  private target: Pick<InviteTarget, 'setId' | 'projectId'> | null = null;
  private samples: { readonly filter: SampleFilter; readonly rows: readonly BatchRow[] } | null = null;

  constructor(private readonly onReading: OnReading = () => undefined) {}

  /** Reads the file. A file that cannot be read comes back with a blocking notice, never as a throw. */
  async open(source: Blob | Uint8Array, fileName: string, choice: ReadingChoice = {}): Promise<FileSummary> {
    const bytes = 'arrayBuffer' in source ? new Uint8Array(await source.arrayBuffer()) : source;
    return this.read(bytes, fileName, choice);
  }

  /** Reads the same bytes in another encoding or with another delimiter. */
  async changeReading(choice: ReadingChoice): Promise<FileSummary> {
    return this.read(this.needBytes(), this.needFile().opened.fileName, choice);
  }

  chooseSheet(sheetIndex: number): FileSummary {
    this.needFile().chooseSheet(sheetIndex);
    this.startAnew();
    return this.needFile().toSummary();
  }

  /** @param headerRow a row number, or null where the first row is a person already */
  chooseHeaderRow(headerRow: number | null): FileSummary {
    this.needFile().chooseHeaderRow(headerRow);
    this.mapped = null;
    this.checked = null;
    return this.needFile().toSummary();
  }

  rawRows(fromRowNumber: number, toRowNumber: number): RawRow[] {
    return this.needFile().rawRows(fromRowNumber, toRowNumber);
  }

  columns(): ColumnsView {
    return this.needMapped().columns();
  }

  /** Sends a column to a field, or to none. A field has one column: another column that held it gives it up. */
  assign(columnIndex: number, field: InviteField | null): ColumnsView {
    return this.afterMapping(this.needMapped().assign(columnIndex, field));
  }

  setNameOrder(nameOrder: NameOrder): ColumnsView {
    return this.afterMapping(this.needMapped().setNameOrder(nameOrder));
  }

  nameExamples(): NameExamples {
    return this.needMapped().nameExamples();
  }

  /** Checks every row; what has been mended by hand stays mended. */
  check(): CheckSummary {
    this.checkAgain();
    return this.toSummary();
  }

  /** Chooses the rows that `viewRows` gives; answers how many there are. */
  find(filter: RowFilter, search: string): number {
    this.view = findRowNumbers(this.needChecked(), filter, search, this.invitedBefore());
    return this.view.length;
  }

  /** Rows `from` (0-based) up to, not including, `to` of the view. */
  viewRows(from: number, to: number): GridRow[] {
    const checked = this.needChecked();
    return this.view.slice(from, to).flatMap((rowNumber) => {
      const row = checked.row(rowNumber);
      return row === undefined
        ? []
        : [toGridRow(checked, row, this.changes.edits.get(rowNumber), this.invites.of(row.person.email))];
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

  /** Takes the last step back; `sentence` says which, null where there was none. */
  undo(): { readonly sentence: string | null; readonly summary: CheckSummary } {
    const sentence = this.changes.undo();
    return { sentence, summary: this.check() };
  }

  redo(): { readonly sentence: string | null; readonly summary: CheckSummary } {
    const sentence = this.changes.redo();
    return { sentence, summary: this.check() };
  }

  /** Addresses that the history has not been asked for yet, at most `count`; in the form that it is asked with. */
  keysToAsk(count: number): string[] {
    return this.invites.keysToAsk(this.needChecked(), count);
  }

  /** Takes in what the history answered for these addresses; `check` makes it count. */
  addEarlierInvites(keys: readonly string[], invites: readonly EarlierInvite[]): void {
    this.invites.add(keys, invites);
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

  async batchSource(): Promise<BatchSource> {
    const file = this.needFile();
    const { sheet } = file;
    if (sheet === null) throw new Error('No sheet is open.');
    const hash = await crypto.subtle.digest('SHA-256', this.needBytes() as Uint8Array<ArrayBuffer>);
    const sha256 = [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    return toBatchSource(file.opened, sheet, this.needMapped().table, sha256);
  }

  /** Rows of the batch from an ordinal on, at most `maxRowsPerChunk`; an empty list after the last. */
  batchRows(fromOrdinal: number, count: number = maxRowsPerChunk): BatchRow[] {
    return this.needChecked().rows.slice(fromOrdinal, fromOrdinal + Math.min(count, maxRowsPerChunk));
  }

  private async read(bytes: Uint8Array, fileName: string, choice: ReadingChoice): Promise<FileSummary> {
    const opened = await openSpreadsheet({ fileName, bytes }, choice, { onProgress: this.onReading });
    this.bytes = bytes;
    this.file = new OpenedFile(opened);
    this.startAnew();
    return this.file.toSummary();
  }

  private startAnew(): void {
    this.mapped = null;
    this.changes = new RowChanges();
    this.checked = null;
    this.view = [];
    this.samples = null;
    this.invites = new KnownInvites();
  }

  private afterMapping(changed: readonly PersonField[]): ColumnsView {
    this.changes.forgetFields(changed);
    this.checked = null;
    return this.columns();
  }

  private change(verb: 'Fixed' | 'Changed', changes: readonly RowChange[]): CheckSummary {
    if (changes.length > 0) this.changes.apply(changeSentence(verb, changes), changes);
    return this.check();
  }

  private checkAgain(): CheckedRows {
    const { edits, leftOut, takenIn } = this.changes;
    const { table, mapping, people } = this.needMapped();
    const alreadyInvited = this.invites.alreadyInvited(this.target);
    this.checked = new CheckedRows(
      prepareRows({
        table,
        mapping,
        people,
        edits,
        leftOut,
        takenIn,
        ...(alreadyInvited === undefined ? {} : { alreadyInvited }),
      }),
    );
    this.samples = null;
    this.revision++;
    return this.checked;
  }

  private toSummary(): CheckSummary {
    const { undoes, redoes } = this.changes;
    const invitedBefore = this.invitedBefore().size;
    return { ...countChecked(this.needChecked()), revision: this.revision, undoes, redoes, invitedBefore };
  }

  private invitedBefore(): ReadonlySet<number> {
    return this.invites.rowNumbers(this.needChecked());
  }

  private needFile(): OpenedFile {
    if (this.file === null) throw new Error('No file is open.');
    return this.file;
  }

  private needBytes(): Uint8Array {
    if (this.bytes === null) throw new Error('No file is open.');
    return this.bytes;
  }

  private needMapped(): MappedSheet {
    if (this.mapped !== null) return this.mapped;
    const { table } = this.needFile();
    if (table === null) throw new Error('The file has no sheet with people.');
    this.mapped = new MappedSheet(table);
    return this.mapped;
  }

  private needChecked(): CheckedRows {
    return this.checked ?? this.checkAgain();
  }
}
