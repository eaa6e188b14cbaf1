// Looks through a sheet before anything is put into it: how far to the right it is used, and by what. Changes nothing.

import type { PartWalker } from '../spreadsheets/scan-part';
import { maxColumnCount } from '../spreadsheets/sheet-rows';
import { toXmlName, XmlScanner } from '../spreadsheets/xml-scanner';
import { type CellRange, parseCellRange } from './cell-range';
import { RowPlace } from './row-place';

const names = {
  sheetData: toXmlName('sheetData'),
  row: toXmlName('row'),
  cell: toXmlName('c'),
  style: toXmlName('s'),
  merge: toXmlName('mergeCell'),
  link: toXmlName('hyperlink'),
  reference: toXmlName('ref'),
  filter: toXmlName('autoFilter'),
  protection: toXmlName('sheetProtection'),
  sparkline: toXmlName('sparkline'),
  sparklinePlace: toXmlName('sqref'),
  anchorEnd: toXmlName('to'),
  anchorColumn: toXmlName('col'),
};

/** What was found; whole once the part has been walked to its end. */
export class SheetSurvey implements PartWalker {
  readonly scanner = new XmlScanner(new Uint8Array(0));
  /** The first column that nothing of the sheet itself reaches: no content, merged cells, links, sparklines or controls. */
  usedColumns = 0;
  hasFilter = false;
  /** The style of each cell of the header row and of the first row of people. */
  readonly headerStyles = new Map<number, number>();
  readonly firstRowStyles = new Map<number, number>();
  private readonly place = new RowPlace();
  private isInRows = false;
  private isInCell = false;
  private isInSparkline = false;
  private isInAnchorEnd = false;

  constructor(
    private readonly headerRow: number | null,
    private readonly firstRow: number,
    private readonly lastRow: number,
  ) {}

  step(): boolean {
    const { scanner } = this;
    if (!scanner.next()) return false;
    if (scanner.is(names.sheetData)) this.isInRows = !scanner.isClosing && !scanner.isEmpty;
    else if (this.isInRows) this.readRows();
    else this.readRest();
    return true;
  }

  /** Nothing may be put left of where this ends, unless it goes over the whole sheet and none of our rows. */
  reach({ right, top, bottom }: CellRange): void {
    const isBeside = bottom < (this.headerRow ?? this.firstRow) || top > this.lastRow;
    if (right === maxColumnCount - 1 && isBeside) return;
    this.reachColumn(right);
  }

  private readRows(): void {
    const { scanner, place } = this;
    if (scanner.is(names.cell)) {
      this.isInCell = !scanner.isClosing && !scanner.isEmpty;
      if (scanner.isClosing) return;
      place.openCell(scanner);
      this.keepStyle();
      if (this.isInCell && scanner.takePlainValue()) {
        this.isInCell = false;
        this.reachColumn(place.column);
      }
      // Anything in a cell, be it a formula without a value, uses it. One that only has a look is free.
    } else if (this.isInCell) this.reachColumn(place.column);
    else if (scanner.is(names.row) && !scanner.isClosing) place.openRow(scanner);
  }

  private reachColumn(column: number): void {
    if (column >= this.usedColumns) this.usedColumns = column + 1;
  }

  private keepStyle(): void {
    const { rowNumber, column } = this.place;
    const styles =
      rowNumber === this.headerRow
        ? this.headerStyles
        : rowNumber === this.firstRow
          ? this.firstRowStyles
          : null;
    if (styles !== null) styles.set(column, Number(this.scanner.attribute(names.style) ?? '0'));
  }

  private readRest(): void {
    const { scanner } = this;
    if (scanner.is(names.sparkline)) this.isInSparkline = !scanner.isClosing;
    else if (scanner.is(names.anchorEnd)) this.isInAnchorEnd = !scanner.isClosing;
    else if (scanner.isClosing) return;
    else if (scanner.is(names.merge) || scanner.is(names.link))
      this.reachText(scanner.attribute(names.reference));
    else if (scanner.is(names.filter)) this.hasFilter = true;
    else if (this.isInSparkline && scanner.is(names.sparklinePlace))
      for (const one of scanner.text().split(/\s+/)) this.reachText(one);
    else if (this.isInAnchorEnd && scanner.is(names.anchorColumn)) this.reachColumn(Number(scanner.text()));
  }

  private reachText(text: string | null): void {
    const range = text === null ? null : parseCellRange(text);
    if (range !== null) this.reach(range);
  }
}
