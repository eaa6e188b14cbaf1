// The cells of one worksheet as the text that Excel shows. Never sized by what the sheet claims, only by the cells it has.
import { displayedNumber } from './displayed-number';
import { hasText, isBlank, maxColumnCount, maxRowNumber } from './sheet-rows';
import type { SheetRow } from './spreadsheet';
import { UnreadableFile } from './spreadsheet-reader';
import { isTrue, type Relation } from './workbook-parts';
import { BadXml, toCellText, XmlScanner } from './xml-scanner';

/** What cells of all sheets refer to. */
export interface WorkbookContext {
  readonly strings: readonly string[];
  readonly formats: readonly string[];
  readonly startsIn1904: boolean;
}

/** Cells and gaps before them, over all rows of a sheet: 300 columns for 100,000 people. */
const maxCells = 30_000_000;

/** Every row that shows something. @throws BadXml, UnreadableFile */
export function scanSheet(
  xml: string,
  context: WorkbookContext,
  relations: ReadonlyMap<string, Relation>,
): SheetRow[] {
  return new SheetScanner(xml, context, relations).scan();
}

/** A row in the making; rows without text are dropped unless a link would name them, which nobody sees. */
interface OpenRow {
  readonly rowNumber: number;
  readonly hidden: boolean;
  readonly cells: string[];
  links: Map<number, string> | null;
}

class SheetScanner {
  private readonly scanner: XmlScanner;
  private readonly rows: OpenRow[] = [];
  private row: OpenRow | null = null;
  private rowNumber = 0;
  private cellCount = 0;
  /** The column after the last cell: where a cell without a reference stands. */
  private nextColumn = 0;

  constructor(
    xml: string,
    private readonly context: WorkbookContext,
    private readonly relations: ReadonlyMap<string, Relation>,
  ) {
    this.scanner = new XmlScanner(xml);
  }

  scan(): SheetRow[] {
    const { scanner } = this;
    while (scanner.next()) {
      switch (scanner.name) {
        case 'row':
          if (scanner.isClosing || scanner.isEmpty) this.closeRow();
          if (!scanner.isClosing) this.openRow();
          break;
        case 'c':
          if (!scanner.isClosing) this.readCell();
          break;
        case 'hyperlink':
          if (!scanner.isClosing) this.readLink();
          break;
        default:
          break;
      }
    }
    return this.rows.map(({ rowNumber, cells, hidden, links }) =>
      links && links.size > 0 ? { rowNumber, cells, hidden, links } : { rowNumber, cells, hidden },
    );
  }

  private openRow(): void {
    const told = this.scanner.attribute('r');
    this.rowNumber = told === null ? this.rowNumber + 1 : Number(told);
    if (!(this.rowNumber >= 1 && this.rowNumber <= maxRowNumber)) throw new BadXml();
    this.nextColumn = 0;
    this.row = {
      rowNumber: this.rowNumber,
      hidden: isTrue(this.scanner.attribute('hidden')),
      cells: [],
      links: null,
    };
  }

  private closeRow(): void {
    if (this.row && hasText(this.row.cells)) this.rows.push(this.row);
    this.row = null;
  }

  private readCell(): void {
    const { scanner, row } = this;
    if (!row) throw new BadXml();
    const { place, type, style } = scanner.cellAttributes();
    const column = place === null ? this.nextColumn : columnOf(place);
    if (column < 0 || column >= maxColumnCount) throw new BadXml();
    this.nextColumn = column + 1;
    if (scanner.isEmpty) return;
    const plain = scanner.takePlainValue();
    if (plain !== null && type !== 'inlineStr') {
      this.put(row, column, this.shownText(type, plain, style));
      return;
    }
    let value = '';
    let inline = '';
    let formula = '';
    let inPhonetic = false;
    while (scanner.next() && !(scanner.isClosing && scanner.name === 'c')) {
      if (scanner.name === 'rPh') inPhonetic = !scanner.isClosing && !scanner.isEmpty;
      if (scanner.isClosing) continue;
      if (scanner.name === 'v') value = scanner.text();
      else if (scanner.name === 't' && !inPhonetic) inline += scanner.text();
      else if (scanner.name === 'f') formula = scanner.text();
    }
    const text = type === 'inlineStr' ? toCellText(inline) : this.shownText(type, value, style);
    this.put(row, column, text);
    if (formula !== '') this.addLink(row, column, linkOfFormula(formula));
  }

  private put(row: OpenRow, column: number, text: string): void {
    if (text === '') return;
    this.cellCount += column - row.cells.length + 1;
    if (this.cellCount > maxCells) throw tooManyCells();
    while (row.cells.length < column) row.cells.push('');
    row.cells[column] = text;
  }

  private shownText(type: string | null, value: string, style: string | null): string {
    switch (type) {
      case 's':
        return this.context.strings[Number(value)] ?? '';
      case 'str':
        return toCellText(value);
      case 'b':
        return value === '' ? '' : isTrue(value) ? 'TRUE' : 'FALSE';
      case 'e':
        return value;
      default:
        return this.shownNumber(type, value, style);
    }
  }

  private shownNumber(type: string | null, value: string, style: string | null): string {
    if (value === '') return '';
    const format = style === null ? 'General' : (this.context.formats[Number(style)] ?? 'General');
    if (type === 'd') return shownDate(value, format);
    const number = Number(value);
    return Number.isNaN(number)
      ? toCellText(value)
      : displayedNumber(number, format, this.context.startsIn1904);
  }

  private readLink(): void {
    const { scanner } = this;
    const relation = this.relations.get(scanner.attribute('id') ?? '');
    const [from = '', to = from] = (scanner.attribute('ref') ?? '').split(':');
    if (!relation || relation.target === '') return;
    const anchor = scanner.attribute('location');
    const target = anchor ? `${relation.target}#${anchor}` : relation.target;
    const firstRow = rowOf(from);
    const lastRow = rowOf(to);
    for (let index = this.firstRowAt(firstRow); index < this.rows.length; index++) {
      const row = this.rows[index];
      if (!row || row.rowNumber > lastRow) return;
      for (let column = columnOf(from); column <= Math.min(columnOf(to), row.cells.length - 1); column++)
        this.addLink(row, column, target);
    }
  }

  /** The place of the first row from this number on. */
  private firstRowAt(rowNumber: number): number {
    let low = 0;
    let high = this.rows.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.rows[middle]?.rowNumber ?? 0) < rowNumber) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private addLink(row: OpenRow, column: number, target: string | null): void {
    const shown = row.cells[column] ?? '';
    if (target === null || isBlank(shown) || target === shown || target === `mailto:${shown.trim()}`) return;
    row.links ??= new Map();
    row.links.set(column, target);
  }
}

function columnOf(place: string): number {
  let column = 0;
  for (let index = 0; index < place.length; index++) {
    // Letters in either case; digits end them.
    const code = place.charCodeAt(index) & 0xdf;
    if (code < 0x41 || code > 0x5a) break;
    column = column * 26 + code - 0x40;
  }
  return column - 1;
}

function rowOf(place: string): number {
  return Number(place.replace(/^[A-Za-z$]+/, '').replace('$', ''));
}

/** The address in `=HYPERLINK("https://…", "CV")`; null where it is put together from other cells. */
function linkOfFormula(formula: string): string | null {
  const found = /^\s*HYPERLINK\(\s*"((?:[^"]|"")*)"\s*[,)]/i.exec(formula);
  return found?.[1] ? found[1].replaceAll('""', '"') : null;
}

/** Days from Excel's day 0. */
const dayZeroMs = Date.UTC(1899, 11, 30);
const dayMs = 86_400_000;

/** A date written out (strict Open XML), shown by its format like any other. */
function shownDate(value: string, format: string): string {
  const ms = Date.parse(
    /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : /[Zz]|[+-]\d{2}:\d{2}$/.test(value) ? value : `${value}Z`,
  );
  return Number.isNaN(ms) || format === 'General' ? value : displayedNumber((ms - dayZeroMs) / dayMs, format);
}

function tooManyCells(): UnreadableFile {
  return new UnreadableFile(
    'file-too-large',
    'A sheet of this workbook spreads over more than 30 million cells. Nothing was read. Copy the rows and columns you need into a new workbook and open that one.',
  );
}
