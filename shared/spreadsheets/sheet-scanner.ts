// The cells of one worksheet as the text that Excel shows. Never sized by what the sheet claims, only by the cells it has.
import { decodeReferences, decodeUtf8, toCellText } from './cell-text';
import { addHiddenSpan } from './hidden-spans';
import { textOfLinkFormula } from './link-formula';
import { OddCells } from './odd-cells';
import { columnAt, digitsAt, wholeAt } from './place-bytes';
import type { PartWalker } from './scan-part';
import { SharedFormulas } from './shared-formulas';
import { readText } from './shared-strings';
import { type CellFormula, SheetLinks } from './sheet-links';
import { hasText, hasTooLong, maxCellLength, maxColumnCount, maxRowNumber } from './sheet-rows';
import type { ShownNumbers } from './shown-numbers';
import type { SheetRow } from './spreadsheet';
import { TextBatch } from './text-batch';
import { tooManyCells } from './too-many-cells';
import { isTrue, type Relation } from './workbook-parts';
import { BadXml, toXmlName, XmlScanner } from './xml-scanner';

/** What cells of all sheets refer to. */
export interface WorkbookContext {
  readonly strings: readonly string[];
  readonly numbers: ShownNumbers;
  /** Styles that cross a cell out. */
  readonly struckStyles: ReadonlySet<number>;
}

/** Cells and gaps before them, over all rows of a sheet: 300 columns for 100,000 people. */
const maxCells = 30_000_000;

const names = {
  row: toXmlName('row'),
  cell: toXmlName('c'),
  value: toXmlName('v'),
  inline: toXmlName('is'),
  formula: toXmlName('f'),
  link: toXmlName('hyperlink'),
  rowNumber: toXmlName('r'),
  hidden: toXmlName('hidden'),
  columns: toXmlName('col'),
};

/** The type of a cell, `t`: a letter, or one of two words. Errors (e) are shown as text is. */
const bool = 0x62;
const date = 0x64;
const number = 0x6e;
const shared = 0x73;
const text = -1;
const inlineText = -2;

/** Reads a worksheet cell by cell; `rows` has every row that shows something once the part has been walked to its end. */
export class SheetScanner implements PartWalker {
  readonly scanner = new XmlScanner(new Uint8Array(0));
  readonly rows: SheetRow[] = [];
  /** Numbers of the rows with a cell longer than Excel keeps. */
  readonly tooLong: number[] = [];
  /** Spans of hidden columns, 0-based and inclusive, as they are told. */
  readonly hiddenSpans: (readonly [number, number])[] = [];
  readonly oddCells: OddCells;
  private readonly links: SheetLinks;
  private readonly sharedFormulas = new SharedFormulas();
  /** The row in the making: its cells up to `width`. Cells beyond are left over from wider rows. */
  private readonly cells: string[] = [];
  private readonly texts = new TextBatch(this.cells);
  private width = 0;
  /** A cell of it may be longer than Excel keeps. */
  private mayBeTooLong = false;
  private inRow = false;
  private rowNumber = 0;
  private lastRowNumber = 0;
  /** False where the row's own tag has no number. */
  private isRowTold = true;
  private isHidden = false;
  private cellCount = 0;
  /** The column after the last cell: where a cell without a reference stands. */
  private nextColumn = 0;
  /** The cell that is being read: where it stands, what it is, and how it looks. */
  private column = 0;
  private type = number;
  private style = -1;

  /** @throws BadXml, UnreadableFile in `step` */
  constructor(
    private readonly context: WorkbookContext,
    relations: ReadonlyMap<string, Relation>,
  ) {
    this.links = new SheetLinks(this.rows, relations);
    this.oddCells = new OddCells(context.struckStyles);
  }

  step(): boolean {
    const { scanner } = this;
    if (!scanner.next()) return false;
    if (scanner.is(names.cell)) {
      if (!scanner.isClosing) this.readCell();
    } else if (scanner.is(names.row)) {
      if (scanner.isClosing) this.closeRow();
      else this.openRow();
    } else if (!scanner.isClosing && scanner.is(names.link)) this.links.read(scanner);
    else if (!scanner.isClosing && scanner.is(names.columns)) addHiddenSpan(scanner, this.hiddenSpans);
    return true;
  }

  /** What HYPERLINK formulas wait for. */
  get formulas(): SheetLinks['formulas'] {
    return this.links.formulas;
  }

  private openRow(): void {
    const { scanner } = this;
    // A row inside a row would take the place of the outer one's cells.
    if (this.inRow) throw new BadXml();
    this.lastRowNumber = this.rowNumber;
    this.rowNumber++;
    this.isRowTold = false;
    this.isHidden = false;
    while (scanner.nextAttribute()) {
      const { bytes, valueFrom, valueTo } = scanner;
      if (scanner.attributeIs(names.rowNumber)) {
        this.rowNumber = wholeAt(bytes, valueFrom, valueTo);
        this.isRowTold = true;
      } else if (scanner.attributeIs(names.hidden))
        this.isHidden = isTrue(decodeUtf8(bytes, valueFrom, valueTo));
    }
    if (!(this.rowNumber >= 1 && this.rowNumber <= maxRowNumber)) throw new BadXml();
    this.nextColumn = 0;
    this.width = 0;
    this.mayBeTooLong = false;
    this.inRow = !scanner.isEmpty;
  }

  private closeRow(): void {
    this.texts.flush();
    const cells = this.cells.slice(0, this.width);
    this.oddCells.closeRow(this.rowNumber);
    const links = this.links.takeOfRow(cells);
    this.inRow = false;
    if (!hasText(cells)) return;
    const { rowNumber, isHidden: hidden } = this;
    if (this.mayBeTooLong && hasTooLong(cells)) this.tooLong.push(rowNumber);
    this.rows.push(links === null ? { rowNumber, cells, hidden } : { rowNumber, cells, hidden, links });
  }

  private readCell(): void {
    const { scanner } = this;
    if (!this.inRow) throw new BadXml();
    this.readCellAttributes();
    if (!scanner.isEmpty) {
      if (this.type !== inlineText && scanner.takePlainValue())
        this.putValue(scanner.bytes, scanner.valueFrom, scanner.valueTo);
      else this.readParts();
    }
    this.nextColumn = this.column + 1;
    if (this.texts.isFull) this.texts.flush();
  }

  private readCellAttributes(): void {
    const { scanner } = this;
    const { bytes } = scanner;
    this.column = this.nextColumn;
    this.type = number;
    this.style = -1;
    while (scanner.nextAttribute()) {
      if (scanner.attributeTo - scanner.attributeFrom !== 1) continue;
      const { valueFrom, valueTo } = scanner;
      const name = bytes[scanner.attributeFrom];
      if (name === letterR) this.readPlace(bytes, valueFrom, valueTo);
      else if (name === letterT) this.type = typeAt(bytes, valueFrom, valueTo);
      else if (name === letterS) this.style = wholeAt(bytes, valueFrom, valueTo);
    }
    if (this.column < 0 || this.column >= maxColumnCount) throw new BadXml();
  }

  /** `B7`: the column; and the row, where its own tag does not tell it. */
  private readPlace(bytes: Uint8Array, from: number, to: number): void {
    const digits = digitsAt(bytes, from, to);
    this.column = columnAt(bytes, from, digits);
    if (this.isRowTold) return;
    const rowNumber = wholeAt(bytes, digits, to);
    if (rowNumber > this.lastRowNumber && rowNumber <= maxRowNumber) this.rowNumber = rowNumber;
  }

  /** A cell of several parts: a formula before its value, rich text, text of its own. */
  private readParts(): void {
    const { scanner } = this;
    let written: string | null = '';
    let from = 0;
    let to = 0;
    let formula: CellFormula | null = null;
    let hasFormula = false;
    while (scanner.next() && !(scanner.isClosing && scanner.is(names.cell))) {
      if (scanner.isClosing) continue;
      if (scanner.is(names.formula)) {
        hasFormula = true;
        formula = this.sharedFormulas.read(scanner, this.rowNumber, this.column);
      } else if (scanner.is(names.inline)) {
        this.type = inlineText;
        written = readText(scanner, names.inline);
      } else if (scanner.is(names.value))
        written = scanner.takePlainText() ? null : toCellText(scanner.text());
      else continue;
      from = scanner.valueFrom;
      to = scanner.valueTo;
    }
    if (written === null) this.putValue(scanner.bytes, from, to);
    else if (this.type < 0) this.putOwnText(written);
    else {
      const bytes = new TextEncoder().encode(written);
      this.putValue(bytes, 0, bytes.length);
    }
    // Whoever wrote the file left it to Excel to work this out. An empty text is a result.
    if (hasFormula && this.type === number && (written === null ? from === to : written === '')) {
      const shown = formula === null ? null : textOfLinkFormula(formula.text);
      if (shown === null) this.oddCells.addNotCalculated(this.rowNumber);
      else this.putOwnText(shown);
    }
    if (formula !== null) this.links.addFormula(formula, this.rowNumber, this.column);
  }

  private putValue(bytes: Uint8Array, from: number, to: number): void {
    if (from === to) return;
    switch (this.type) {
      case shared:
        this.putOwnText(this.sharedText(wholeAt(bytes, from, to)));
        break;
      case bool:
        this.putText(isTrue(decodeUtf8(bytes, from, to)) ? 'TRUE' : 'FALSE');
        break;
      case date:
        this.formulas.formattedColumns.add(this.column);
        this.putText(this.context.numbers.textOfDate(this.style, decodeUtf8(bytes, from, to)));
        break;
      case number:
        if (this.context.numbers.isShownAsWritten(this.style, bytes, from, to))
          this.putBytes(bytes, from, to);
        else this.putNumber(bytes, from, to);
        break;
      default:
        if (this.type < 0 && this.context.numbers.changesText(this.style))
          this.putOwnText(toCellText(decodeReferences(decodeUtf8(bytes, from, to))));
        else this.putBytes(bytes, from, to);
    }
  }

  /** A text under its format, which seldom changes it. */
  private putOwnText(own: string): void {
    const { numbers } = this.context;
    if (!numbers.changesText(this.style)) this.putText(own);
    else {
      this.formulas.formattedColumns.add(this.column);
      this.putText(numbers.shownText(this.style, own));
    }
  }

  private putNumber(bytes: Uint8Array, from: number, to: number): void {
    const { numbers } = this.context;
    if (numbers.formatOf(this.style) !== 'General') this.formulas.formattedColumns.add(this.column);
    this.putText(numbers.textOf(this.style, bytes, from, to));
  }

  /** @throws BadXml where the table of strings has no such text: an empty cell would be a lost one. */
  private sharedText(index: number): string {
    const shown = this.context.strings[index];
    if (shown === undefined) throw new BadXml();
    return shown;
  }

  private putText(shown: string): void {
    if (shown === '') return;
    this.makePlace();
    this.mayBeTooLong ||= shown.length > maxCellLength;
    this.cells[this.column] = shown;
  }

  private putBytes(bytes: Uint8Array, from: number, to: number): void {
    this.makePlace();
    this.mayBeTooLong ||= to - from > maxCellLength;
    this.texts.add(bytes, from, to, this.column);
  }

  private makePlace(): void {
    const { cells, column } = this;
    this.oddCells.countCell(this.style);
    // A cell that goes back may stand where another text is already: neither is dropped without a word.
    if (column < this.width) throw new BadXml();
    this.cellCount += column + 1 - this.width;
    if (this.cellCount > maxCells) throw tooManyCells();
    for (let index = this.width; index <= column; index++) cells[index] = '';
    this.width = column + 1;
  }
}

const letterR = 0x72;
const letterS = 0x73;
const letterT = 0x74;

function typeAt(bytes: Uint8Array, from: number, to: number): number {
  return to - from === 1 ? (bytes[from] as number) : to - from === 'inlineStr'.length ? inlineText : text;
}
