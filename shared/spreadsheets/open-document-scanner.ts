// The tables of an OpenDocument spreadsheet (ODF 1.3, part 3, chapter 9), cell by cell. Never sized by what a repeat claims, only by what it shows.
import { FormulaLinks } from './formula-links';
import { parseLinkFormula } from './link-formula';
import type { PartWalker } from './scan-part';
import { hasText, isBlank, maxColumnCount, maxRowNumber } from './sheet-rows';
import type { SheetRow } from './spreadsheet';
import { BadXml, toXmlName, XmlScanner } from './xml-scanner';
import { tooLargeInside } from './zip-directory';

/** A sheet with the rows that show something. */
export interface DocumentTable {
  readonly name: string;
  readonly isHidden: boolean;
  readonly rows: SheetRow[];
  /** Spans of hidden columns, 0-based and inclusive. */
  readonly hiddenSpans: (readonly [number, number])[];
  readonly formulas: FormulaLinks;
}

const tags = {
  style: toXmlName('style'),
  tableProperties: toXmlName('table-properties'),
  table: toXmlName('table'),
  column: toXmlName('table-column'),
  row: toXmlName('table-row'),
  cell: toXmlName('table-cell'),
  coveredCell: toXmlName('covered-table-cell'),
  paragraph: toXmlName('p'),
  spaces: toXmlName('s'),
  tab: toXmlName('tab'),
  lineBreak: toXmlName('line-break'),
  link: toXmlName('a'),
};
/** Notes, pictures and readings beside ideographs: their text is not the cell's. */
const silentTags = ['annotation', 'frame', 'custom-shape', 'shapes', 'ruby-text', 'tracked-changes'].map(
  toXmlName,
);
const names = {
  name: toXmlName('name'),
  styleName: toXmlName('style-name'),
  display: toXmlName('display'),
  rowsRepeated: toXmlName('number-rows-repeated'),
  columnsRepeated: toXmlName('number-columns-repeated'),
  visibility: toXmlName('visibility'),
  formula: toXmlName('formula'),
  count: toXmlName('c'),
  href: toXmlName('href'),
};
/** What a cell without any text shows: its value as it is written. */
const valueNames = ['string-value', 'date-value', 'time-value', 'boolean-value', 'value'].map(toXmlName);

/** Cells of all tables, gaps before them counted: 200 columns for 100,000 people. */
const maxCells = 20_000_000;
/** Longer runs of blanks in a text are no text. */
const maxSpaces = 1000;

/** Walks through `content.xml`; `tables` is complete once the part has been walked to its end. */
export class OpenDocumentScanner implements PartWalker {
  readonly scanner = new XmlScanner(new Uint8Array(0));
  readonly tables: DocumentTable[] = [];
  private readonly hiddenStyles = new Set<string>();
  private styleName = '';
  private tableDepth = 0;
  private silentDepth = 0;
  private rowNumber = 0;
  private rowRepeat = 1;
  private isHidden = false;
  private cells: string[] = [];
  private links = new Map<number, string>();
  private column = 0;
  private columnRepeat = 1;
  private inCell = false;
  private value = '';
  private link: string | null = null;
  private formula = '';
  private columnsTold = 0;
  private paragraphs: string[] = [];
  private inParagraph = false;
  private cellCount = 0;

  step(): boolean {
    const { scanner } = this;
    if (!scanner.next()) return false;
    const { isClosing, isEmpty } = scanner;
    // The text behind the tag is looked at before anything is changed: it may not be there yet.
    scanner.isEmpty = false;
    const after = this.inParagraph || (this.inCell && scanner.is(tags.paragraph)) ? scanner.text() : '';
    if (silentTags.some((name) => scanner.is(name))) {
      if (!isEmpty) this.silentDepth += isClosing ? -1 : 1;
    } else if (this.silentDepth === 0) {
      if (isClosing) this.close();
      else this.open();
      if (isEmpty) this.close();
    }
    if (this.inParagraph && this.silentDepth === 0) this.addText(after.replace(/[ \t\r\n]+/g, ' '));
    return true;
  }

  private open(): void {
    const { scanner } = this;
    if (this.inParagraph) this.openInText();
    else if (scanner.is(tags.paragraph)) this.inParagraph = this.inCell;
    else if (scanner.is(tags.cell) || scanner.is(tags.coveredCell)) this.openCell();
    else if (scanner.is(tags.row)) this.openRow();
    else if (scanner.is(tags.column)) this.openColumns();
    else if (scanner.is(tags.table)) this.openTable();
    else if (scanner.is(tags.style)) this.styleName = scanner.attribute(names.name) ?? '';
    else if (scanner.is(tags.tableProperties) && scanner.attribute(names.display) === 'false')
      this.hiddenStyles.add(this.styleName);
    if (this.inParagraph && scanner.is(tags.paragraph)) this.paragraphs.push('');
  }

  private openInText(): void {
    const { scanner } = this;
    if (scanner.is(tags.spaces))
      this.addText(' '.repeat(Math.min(repeatOf(scanner.attribute(names.count)), maxSpaces)), true);
    else if (scanner.is(tags.tab)) this.addText('\t', true);
    else if (scanner.is(tags.lineBreak)) this.addText('\n', true);
    else if (scanner.is(tags.link)) this.link ??= scanner.attribute(names.href);
  }

  private close(): void {
    const { scanner } = this;
    if (scanner.is(tags.paragraph)) this.inParagraph = false;
    else if (scanner.is(tags.cell) || scanner.is(tags.coveredCell)) this.closeCell();
    else if (scanner.is(tags.row)) this.closeRow();
    else if (scanner.is(tags.table)) this.tableDepth--;
  }

  private openTable(): void {
    const { scanner } = this;
    this.tableDepth++;
    // A table inside of a cell is part of that cell's text.
    if (this.tableDepth > 1) return;
    this.rowNumber = 0;
    this.tables.push({
      name: scanner.attribute(names.name) ?? '',
      isHidden: this.hiddenStyles.has(scanner.attribute(names.styleName) ?? ''),
      rows: [],
      hiddenSpans: [],
      formulas: new FormulaLinks(),
    });
    this.columnsTold = 0;
  }

  private openColumns(): void {
    if (this.tableDepth !== 1) return;
    const { scanner } = this;
    const first = this.columnsTold;
    this.columnsTold += repeatOf(scanner.attribute(names.columnsRepeated));
    const isHidden = isHiddenWord(scanner.attribute(names.visibility));
    if (isHidden && first < maxColumnCount)
      this.tables.at(-1)?.hiddenSpans.push([first, this.columnsTold - 1]);
  }

  private openRow(): void {
    if (this.tableDepth !== 1) return;
    const { scanner } = this;
    this.rowRepeat = repeatOf(scanner.attribute(names.rowsRepeated));
    this.isHidden = isHiddenWord(scanner.attribute(names.visibility));
    this.cells = [];
    this.links = new Map();
    this.column = 0;
  }

  private openCell(): void {
    if (this.tableDepth !== 1) return;
    const { scanner } = this;
    this.columnRepeat = repeatOf(scanner.attribute(names.columnsRepeated));
    this.link = null;
    this.formula = scanner.attribute(names.formula) ?? '';
    this.value = '';
    for (const name of valueNames) if (this.value === '') this.value = scanner.attribute(name) ?? '';
    this.paragraphs = [];
    this.inCell = true;
  }

  private addText(text: string, isKept = false): void {
    const last = this.paragraphs.length - 1;
    const before = this.paragraphs[last];
    if (before === undefined) return;
    // Blanks in the XML count once, and not at the start of a line; those that the writer means stand in tags of their own.
    const added = !isKept && (before === '' || before.endsWith('\n')) ? text.trimStart() : text;
    this.paragraphs[last] = before + added;
  }

  private closeCell(): void {
    if (this.tableDepth !== 1 || !this.inCell) return;
    this.inCell = false;
    const { column, columnRepeat, cells } = this;
    this.column += columnRepeat;
    const text = this.paragraphs.length > 0 ? this.paragraphs.join('\n') : shownValue(this.value);
    if (text === '') return;
    this.readFormula(column, text);
    if (this.column > maxColumnCount) {
      // Some programs repeat a blank to the sheet's edge and beyond.
      if (isBlank(text)) return;
      throw new BadXml();
    }
    this.cellCount += this.column - cells.length;
    if (this.cellCount > maxCells) throw tooLargeInside();
    while (cells.length < column) cells.push('');
    for (let repeat = 0; repeat < columnRepeat; repeat++) cells.push(text);
    if (this.link !== null && this.link !== text && this.link !== `mailto:${text.trim()}`)
      for (let repeat = 0; repeat < columnRepeat; repeat++) this.links.set(column + repeat, this.link);
  }

  private readFormula(column: number, text: string): void {
    const formulas = this.tables.at(-1)?.formulas;
    if (this.value !== '' && this.value !== text) formulas?.formattedColumns.add(column);
    if (!this.formula.includes('HYPERLINK')) return;
    const formula = parseLinkFormula(this.formula.replace(/^(?:\w+:)?=/, ''), 'open-document');
    if (formula === null) return;
    const [only, ...others] = formula.target ?? [];
    if (formula.isWhole && only?.kind === 'text' && others.length === 0) this.link = only.text;
    else formulas?.add({ rowNumber: this.rowNumber + 1, column, formula, rowOffset: 0, columnOffset: 0 });
  }

  private closeRow(): void {
    if (this.tableDepth !== 1) return;
    const { cells, links, rowRepeat, isHidden: hidden } = this;
    const first = this.rowNumber + 1;
    this.rowNumber += rowRepeat;
    if (!hasText(cells)) return;
    if (this.rowNumber > maxRowNumber) throw new BadXml();
    this.cellCount += cells.length * (rowRepeat - 1);
    if (this.cellCount > maxCells) throw tooLargeInside();
    const rows = this.tables.at(-1)?.rows;
    for (let rowNumber = first; rowNumber <= this.rowNumber; rowNumber++)
      rows?.push(links.size > 0 ? { rowNumber, cells, hidden, links } : { rowNumber, cells, hidden });
  }
}

function repeatOf(told: string | null): number {
  const repeat = Number(told ?? '1');
  if (!Number.isSafeInteger(repeat) || repeat < 1) throw new BadXml();
  return repeat;
}

function shownValue(value: string): string {
  return value === 'true' || value === 'false' ? value.toUpperCase() : value;
}

function isHiddenWord(visibility: string | null): boolean {
  return visibility === 'collapse' || visibility === 'filter';
}
