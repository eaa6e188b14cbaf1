// The whole work on one file: opened, read otherwise, its sheet, header and columns chosen. It runs in the worker and, in tests, in Node.
// Never changes the file, and never gives the window more of it than it asks for.
import { toBatchSource } from '../../shared/batches/batch-source';
import type { BatchSource } from '../../shared/operations/batch';
import type { InviteField, PersonField } from '../../shared/operations/field';
import type { NameOrder } from '../../shared/operations/mapping';
import { type NamedPerson, toNamedPeople } from '../../shared/pipeline/named-people';
import { openSpreadsheet } from '../../shared/spreadsheets/open-spreadsheet';
import type { ReadingChoice } from '../../shared/spreadsheets/spreadsheet';
import { MappedSheet } from './mapped-sheet';
import { OpenedFile } from './opened-file';
import { RowsSession } from './rows-session';
import type { ColumnsView, FileSummary, NameExamples, RawRow } from './session-types';

/** Told while a file is read: 0 to 1. */
export type OnReading = (fraction: number) => void;

/** One file at a time: opening another forgets the one before. */
export class SheetSession extends RowsSession {
  private file: OpenedFile | null = null;
  private bytes: Uint8Array | null = null;
  private mapped: MappedSheet | null = null;
  private named: readonly NamedPerson[] | null = null;

  constructor(private readonly onReading: OnReading = () => undefined) {
    super();
  }

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
    this.forgetCheck([]);
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
    const hash = await crypto.subtle.digest('SHA-256', this.needBytes() as Uint8Array<ArrayBuffer>);
    const sha256 = [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    return toBatchSource(file.opened, sheet, this.needMapped().table, sha256);
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
    this.named = null;
    this.forgetRows();
  }

  private afterMapping(changed: readonly PersonField[]): ColumnsView {
    this.forgetCheck(changed);
    return this.columns();
  }

  private needFile(): OpenedFile {
    if (this.file === null) throw new Error('No file is open.');
    return this.file;
  }

  private needBytes(): Uint8Array {
    if (this.bytes === null) throw new Error('No file is open.');
    return this.bytes;
  }

  protected needMapped(): MappedSheet {
    if (this.mapped !== null) return this.mapped;
    const { table } = this.needFile();
    if (table === null) throw new Error('The file has no sheet with people.');
    this.mapped = new MappedSheet(table);
    return this.mapped;
  }
}
