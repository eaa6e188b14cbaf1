// Puts columns into a sheet while it is unpacked and packed again: cells at the end of rows, and what a sheet says of its width.
// Never changes another byte: everything that is not named here is copied as it comes.
import type { PartWalker } from '../spreadsheets/scan-part';
import { toXmlName, type XmlName, XmlScanner } from '../spreadsheets/xml-scanner';
import { parseCellRange, toRangeText } from './cell-range';
import { ColumnTags, type ColumnWidth } from './column-tags';
import type { PartPacker } from './pack-part';
import { prefixOf, RowPlace } from './row-place';
import { toAscii } from './splice';

const names = {
  dimension: toXmlName('dimension'),
  reference: toXmlName('ref'),
  columns: toXmlName('cols'),
  column: toXmlName('col'),
  sheetData: toXmlName('sheetData'),
  row: toXmlName('row'),
  spans: toXmlName('spans'),
  cell: toXmlName('c'),
  style: toXmlName('s'),
};

/** What goes into a sheet, as markup. */
export interface SheetPatch {
  /** 0-based, both belong to it. */
  readonly firstColumn: number;
  readonly lastColumn: number;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly widths: readonly ColumnWidth[];
  /** The column whose look our cells take over. */
  readonly besideColumn: number;
  /** Rows that are to be there; one that is not in the sheet yet is put in its place. Ascending. */
  readonly neededRows: readonly number[];
  readonly isOurs: (rowNumber: number) => boolean;
  /** Our cells of a row of ours. `beside`: the style of the cell in `besideColumn`, null where there is none. */
  readonly toCells: (rowNumber: number, prefix: string, beside: number | null) => string;
}

export class SheetPatcher implements PartWalker {
  readonly scanner = new XmlScanner(new Uint8Array(0));
  private readonly place = new RowPlace();
  private readonly columnTags: ColumnTags;
  private readonly stillNeeded: number[];
  /** From here on the bytes at hand have not been written. */
  private copyFrom = 0;
  private state: 'head' | 'columns' | 'between-rows' | 'in-row' | 'in-cell' | 'dropping' | 'rest' = 'head';
  private hasColumns = false;
  private dropsColumnEnd = false;
  private rowPrefix = '';
  private isOurRow = false;
  private isPut = true;
  private beside: number | null = null;

  constructor(
    private readonly patch: SheetPatch,
    private readonly packer: PartPacker,
  ) {
    this.columnTags = new ColumnTags(patch.widths);
    this.stillNeeded = [...patch.neededRows];
  }

  step(): boolean {
    const { scanner } = this;
    const from = scanner.position;
    let isMore: boolean;
    try {
      isMore = scanner.next();
    } catch (error) {
      // The bytes before this place are gone when more have come, and those behind it stand at the start.
      this.packer.write(scanner.bytes, this.copyFrom, from);
      this.copyFrom = 0;
      throw error;
    }
    if (isMore) this.readTag();
    else this.packer.write(scanner.bytes, this.copyFrom, scanner.end);
    return isMore;
  }

  drained(): Promise<void> {
    return this.packer.drained();
  }

  private readTag(): void {
    switch (this.state) {
      case 'head':
        this.readHead();
        break;
      case 'columns':
        this.readColumns();
        break;
      case 'between-rows':
        this.readRow();
        break;
      case 'in-row':
        this.readInRow();
        break;
      case 'in-cell':
        this.leaveCell();
        break;
      case 'dropping':
        this.copyFrom = this.scanner.position;
        this.leaveCell();
        break;
      case 'rest':
        break;
    }
  }

  private leaveCell(): void {
    if (this.scanner.isClosing && this.scanner.is(names.cell)) this.state = 'in-row';
  }

  private readHead(): void {
    const { scanner } = this;
    if (scanner.isClosing) return;
    if (scanner.is(names.dimension)) this.widenDimension();
    else if (scanner.is(names.columns) && !scanner.isEmpty) {
      this.hasColumns = true;
      this.state = 'columns';
    } else if (scanner.is(names.sheetData)) {
      const prefix = prefixOf(scanner);
      if (!this.hasColumns)
        this.put(scanner.tagFrom, `<${prefix}cols>${this.columnTags.rest(prefix)}</${prefix}cols>`);
      if (!scanner.isEmpty) this.state = 'between-rows';
    }
  }

  private widenDimension(): void {
    const text = this.scanner.attribute(names.reference);
    const told = text === null ? null : parseCellRange(text);
    if (told === null) return;
    const { lastColumn, firstRow, lastRow } = this.patch;
    this.replaceAttribute(
      names.reference,
      toRangeText({
        left: told.left,
        right: Math.max(told.right, lastColumn),
        top: Math.min(told.top, firstRow),
        bottom: Math.max(told.bottom, lastRow),
      }),
    );
  }

  private readColumns(): void {
    const { scanner } = this;
    if (scanner.isClosing && scanner.is(names.columns)) {
      this.put(scanner.tagFrom, this.columnTags.rest(prefixOf(scanner)));
      this.state = 'head';
    } else if (scanner.is(names.column)) this.readColumn();
  }

  private readColumn(): void {
    const { scanner } = this;
    if (scanner.isClosing) {
      if (this.dropsColumnEnd) this.copyFrom = scanner.position;
      return;
    }
    const taken = this.columnTags.take(scanner);
    this.dropsColumnEnd = taken?.replaces === 'element' && !scanner.isEmpty;
    if (taken === null) return;
    this.put(scanner.tagFrom, taken.markup);
    this.copyFrom = scanner.position;
  }

  private readRow(): void {
    const { scanner, place } = this;
    if (scanner.is(names.sheetData) && scanner.isClosing) {
      this.putMissingRows(Number.POSITIVE_INFINITY, this.rowPrefix || prefixOf(scanner));
      this.state = 'rest';
      return;
    }
    if (scanner.isClosing || !scanner.is(names.row)) return;
    place.openRow(scanner);
    this.rowPrefix = prefixOf(scanner);
    this.putMissingRows(place.rowNumber, this.rowPrefix);
    this.isOurRow = this.patch.isOurs(place.rowNumber);
    if (this.stillNeeded[0] === place.rowNumber) this.stillNeeded.shift();
    this.isPut = !this.isOurRow;
    this.beside = null;
    if (this.isOurRow) this.widenSpans();
    if (!scanner.isEmpty) this.state = 'in-row';
    else if (this.isOurRow) {
      // `<row …/>` becomes `<row …>cells</row>`.
      const slash = scanner.bytes.lastIndexOf(0x2f, scanner.position);
      this.put(slash, `>${this.ourCells()}</${this.rowPrefix}row>`);
      this.copyFrom = scanner.position;
    }
  }

  private readInRow(): void {
    const { scanner, place, patch } = this;
    if (scanner.is(names.cell) && !scanner.isClosing) {
      place.openCell(scanner);
      if (this.isOurRow && place.column >= patch.firstColumn) {
        this.putOurCells(scanner.tagFrom);
        if (place.column <= patch.lastColumn) {
          // Empty, as the survey has seen: our cell takes its place.
          this.packer.write(scanner.bytes, this.copyFrom, scanner.tagFrom);
          this.copyFrom = scanner.position;
          if (!scanner.isEmpty) this.state = 'dropping';
          return;
        }
      } else if (this.isOurRow && place.column === patch.besideColumn) {
        const style = scanner.attribute(names.style);
        this.beside = style === null ? 0 : Number(style);
      }
      if (!scanner.isEmpty && !scanner.takePlainValue()) this.state = 'in-cell';
      return;
    }
    this.putOurCells(scanner.tagFrom);
    if (scanner.isClosing && scanner.is(names.row)) this.state = 'between-rows';
  }

  private putOurCells(at: number): void {
    if (this.isPut) return;
    this.isPut = true;
    this.put(at, this.ourCells());
  }

  private ourCells(): string {
    return this.patch.toCells(this.place.rowNumber, this.rowPrefix, this.beside);
  }

  private putMissingRows(before: number, prefix: string): void {
    while ((this.stillNeeded[0] ?? Number.POSITIVE_INFINITY) < before) {
      const rowNumber = this.stillNeeded.shift() as number;
      const cells = this.patch.toCells(rowNumber, prefix, null);
      this.put(this.scanner.tagFrom, `<${prefix}row r="${rowNumber}">${cells}</${prefix}row>`);
    }
  }

  /** `1:6 9:9` says which columns have cells; it is a hint, and a wrong one is worse than none. */
  private widenSpans(): void {
    const spans = this.scanner.attribute(names.spans);
    const found = spans === null ? null : /^(\d+):(\d+)$/.exec(spans.trim());
    const { firstColumn, lastColumn } = this.patch;
    if (found !== null)
      this.replaceAttribute(names.spans, `${found[1]}:${Math.max(Number(found[2]), lastColumn + 1)}`);
    else if (spans !== null)
      this.replaceAttribute(names.spans, `${spans} ${firstColumn + 1}:${lastColumn + 1}`.trim());
  }

  private replaceAttribute(name: XmlName, value: string): void {
    if (this.scanner.attribute(name) === null) return;
    const { valueFrom, valueTo } = this.scanner;
    this.put(valueFrom, value);
    this.copyFrom = valueTo;
  }

  /** Writes what comes before `at`, and then the markup. */
  private put(at: number, markup: string): void {
    this.packer.write(this.scanner.bytes, this.copyFrom, at);
    this.packer.write(toAscii(markup));
    this.copyFrom = at;
  }
}
