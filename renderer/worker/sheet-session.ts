// The whole work on one file: opened, read otherwise, its sheet, header and columns chosen. It runs in the worker and, in tests, in Node.
// Never changes the file, and never gives the window more of it than it asks for.
import { toBatchSource } from '../../shared/batches/batch-source';
import { toHandedOverChoices, toHandedOverMapping } from '../../shared/hand-over/handed-over-choices';
import { recallHeaderRow } from '../../shared/mappings/recall-header-row';
import type { MappingContent, SavedMapping } from '../../shared/mappings/saved-mapping';
import type { BatchSource } from '../../shared/operations/batch';
import type { InviteField, PersonField } from '../../shared/operations/field';
import type { NameOrder } from '../../shared/operations/mapping';
import { type NamedPerson, toNamedPeople } from '../../shared/pipeline/named-people';
import { openSpreadsheet } from '../../shared/spreadsheets/open-spreadsheet';
import type { ReadingChoice } from '../../shared/spreadsheets/spreadsheet';
import { GridSession } from './grid-session';
import type { MappedPipeline } from './mapped-pipeline';
import { MappedSheet } from './mapped-sheet';
import { OpenedFile } from './opened-file';
import type { RowChange } from './row-changes';
import type { ColumnsView, FileSummary, MappingChoice, NameExamples, RawRow } from './session-types';

/** A larger sheet is worked on when it is asked for: one piece of it would keep a request waiting for too long. */
const mostRowsAhead = 200_000;

/** Told while a file is read: 0 to 1. */
export type OnReading = (fraction: number) => void;

/** One file at a time: opening another forgets the one before. */
export class SheetSession extends GridSession {
  protected file: OpenedFile | null = null;
  private bytes: Uint8Array | null = null;
  private sha256: string | null = null;
  protected mapped: MappedSheet | null = null;
  protected pipeline: MappedPipeline | null = null;
  private saved: readonly SavedMapping[] = [];
  private named: readonly NamedPerson[] | null = null;

  constructor(protected readonly onReading: OnReading = () => undefined) {
    super();
  }

  /** Reads the file. A file that cannot be read comes back with a blocking notice, never as a throw. */
  async open(source: Blob | Uint8Array, fileName: string, choice: ReadingChoice = {}): Promise<FileSummary> {
    const bytes = 'arrayBuffer' in source ? new Uint8Array(await source.arrayBuffer()) : source;
    this.sha256 = null;
    return this.read(bytes, fileName, choice, crypto.randomUUID());
  }

  /** Reads the same bytes in another encoding or with another delimiter. */
  async changeReading(choice: ReadingChoice): Promise<FileSummary> {
    const { opened, openId } = this.needFile();
    return this.read(this.needBytes(), opened.fileName, choice, openId);
  }

  chooseSheet(sheetIndex: number): FileSummary {
    this.needFile().chooseSheet(sheetIndex);
    this.startAnew();
    this.takeOver();
    return this.recallMappings(this.saved);
  }

  /** @param headerRow a row number, or null where the first row is a person already */
  chooseHeaderRow(headerRow: number | null): FileSummary {
    this.needFile().chooseHeaderRow(headerRow);
    this.mapped = null;
    this.pipeline = null;
    this.forgetCheck([]);
    return this.needFile().toSummary();
  }

  /**
   * Takes in the mappings that are remembered: they count for the columns from now on, and where a row of this sheet is a header
   * that is remembered, it is the header.
   */
  recallMappings(saved: readonly SavedMapping[]): FileSummary {
    this.saved = saved;
    const file = this.needFile();
    // A batch file says itself how its columns are used.
    if (file.opened.handedOver !== undefined) return file.toSummary();
    const { sheet, table } = file;
    const headerRow = sheet === null || table === null ? null : recallHeaderRow(sheet, table, saved);
    if (headerRow !== null && !file.isPipelineExport)
      file.chooseHeaderRow(headerRow, `Row ${headerRow} is the header as last time.`);
    this.mapped = null;
    this.pipeline = null;
    this.forgetCheck([]);
    return file.toSummary();
  }

  rawRows(fromRowNumber: number, toRowNumber: number): RawRow[] {
    return this.needFile().rawRows(fromRowNumber, toRowNumber);
  }

  /** At once; of a large sheet perhaps without the numbers in the reasons. */
  columns(): ColumnsView {
    return this.needMapped().columns();
  }

  /** The same with every number, which takes a look at every row. */
  countedColumns(): ColumnsView {
    return this.needMapped().countedColumns();
  }

  /** Sends a column to a field, or to none. A field has one column: another column that held it gives it up. */
  assign(columnIndex: number, field: InviteField | null): ColumnsView {
    return this.afterMapping(this.needMapped().assign(columnIndex, field));
  }

  setNameOrder(nameOrder: NameOrder): ColumnsView {
    return this.afterMapping(this.needMapped().setNameOrder(nameOrder));
  }

  /** Uses the remembered mapping that is only nearly the same. */
  useOfferedMapping(): ColumnsView {
    return this.afterMapping(this.needMapped().useOffered());
  }

  /** How each of these remembered mappings would do for this sheet, in their order. */
  mappingChoices(saved: readonly SavedMapping[]): MappingChoice[] {
    return this.needMapped().choices(saved);
  }

  /** Uses a remembered mapping that was chosen from the list. */
  useSavedMapping(saved: SavedMapping): ColumnsView {
    return this.afterMapping(this.needMapped().useSaved(saved));
  }

  /** Proposes the columns as if nothing were remembered. */
  proposeAnew(): ColumnsView {
    return this.afterMapping(this.needMapped().proposeAnew());
  }

  /** What to remember of the columns as they are used now; null where nothing should be. */
  mappingToRemember(): MappingContent | null {
    return this.needMapped().toRemember();
  }

  nameExamples(): NameExamples {
    return this.needMapped().nameExamples();
  }

  /** Does the next piece of what will probably be asked for: the columns, the people, the check. Answers whether there is more. */
  workAhead(): boolean {
    const rowCount = this.file?.table?.rows.length ?? 0;
    if (rowCount === 0 || rowCount > mostRowsAhead) return false;
    if (this.mapped === null) return this.needMapped().canInvite;
    if (!this.mapped.canInvite) return false;
    return this.mapped.readAhead() || this.mapped.countAhead() || this.checkAhead();
  }

  /** People with an id and a name, from an index on; `total` null where the sheet has no column of candidate ids. */
  namedPeople(
    fromIndex: number,
    count: number,
  ): { readonly total: number | null; readonly people: readonly NamedPerson[] } {
    const { table } = this.needFile();
    this.named ??= table === null ? null : toNamedPeople(table);
    return {
      total: this.named?.length ?? null,
      people: this.named?.slice(fromIndex, fromIndex + count) ?? [],
    };
  }

  async batchSource(): Promise<BatchSource> {
    const file = this.needFile();
    const { sheet } = file;
    if (sheet === null) throw new Error('No sheet is open.');
    // The same batch is the same, however it was packed and called.
    const sha256 = file.opened.handedOver?.contentSha256 ?? (await this.hash());
    return toBatchSource(file.opened, sheet, this.needMapped().table, sha256);
  }

  /** SHA-256 of the file's bytes, hex. */
  protected async hash(): Promise<string> {
    if (this.sha256 !== null) return this.sha256;
    const hash = await crypto.subtle.digest('SHA-256', this.needBytes() as Uint8Array<ArrayBuffer>);
    this.sha256 = [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    return this.sha256;
  }

  private async read(
    bytes: Uint8Array,
    fileName: string,
    choice: ReadingChoice,
    openId: string,
  ): Promise<FileSummary> {
    const opened = await openSpreadsheet({ fileName, bytes }, choice, { onProgress: this.onReading });
    this.bytes = bytes;
    this.file = new OpenedFile(opened, openId);
    this.startAnew();
    this.takeOver();
    return this.recallMappings(this.saved);
  }

  /** Begins with what a batch file's sender decided. It is no step that Undo could take back by mistake. */
  private takeOver(): void {
    const handedOver = this.file?.opened.handedOver;
    if (handedOver === undefined) return;
    this.handedOver = toHandedOverChoices(handedOver);
    const { edits, leftOut } = this.handedOver;
    this.changes.begin([
      ...[...edits].flatMap(([rowNumber, edit]) =>
        (Object.entries(edit) as [PersonField, string | null][]).map(
          ([field, value]): RowChange => ({ kind: 'value', rowNumber, field, value }),
        ),
      ),
      ...[...leftOut.keys()].map(
        (rowNumber): RowChange => ({ kind: 'decision', rowNumber, decision: 'leave-out' }),
      ),
    ]);
  }

  private startAnew(): void {
    this.mapped = null;
    this.pipeline = null;
    this.named = null;
    this.forgetRows();
  }

  private afterMapping(changed: readonly PersonField[]): ColumnsView {
    this.forgetCheck(changed);
    return this.columns();
  }

  protected needFile(): OpenedFile {
    if (this.file === null) throw new Error('No file is open.');
    return this.file;
  }

  protected needBytes(): Uint8Array {
    if (this.bytes === null) throw new Error('No file is open.');
    return this.bytes;
  }

  protected needMapped(): MappedSheet {
    if (this.mapped !== null) return this.mapped;
    const { table } = this.needFile();
    if (table === null) throw new Error('The file has no sheet with people.');
    const work = this.needFile().opened.handedOver?.head.work;
    const handedOver = work?.operation === 'invite' ? toHandedOverMapping(work) : null;
    this.mapped = new MappedSheet(table, this.saved, this.rules.nameOrder, handedOver);
    return this.mapped;
  }
}
