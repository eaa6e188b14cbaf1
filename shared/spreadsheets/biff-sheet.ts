// One worksheet of an old workbook as the text that Excel shows. Never sized by what it claims, only by the cells it has.
import { linkFormulaOf, sharedPlaceOf, textOfLinkTokens } from './biff-formula';
import { readBiffLink } from './biff-links';
import { BadBiff, BiffBytes, type BiffRecord, biff, biffRecords } from './biff-records';
import { displayedNumber } from './displayed-number';
import { FormulaLinks } from './formula-links';
import { hasText, isBlank } from './sheet-rows';
import type { SheetRow } from './spreadsheet';

/** What cells of all sheets refer to. */
export interface BiffContext {
  readonly strings: readonly string[];
  readonly formats: readonly string[];
  readonly startsIn1904: boolean;
}

/** Columns of a sheet of the old kind: A to IV. */
const maxColumns = 256;

const errors: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
};

interface OpenRow {
  readonly cells: string[];
  isHidden: boolean;
  links: Map<number, string> | null;
}

/** Every row that shows something, and what is told of columns and links. */
export interface ReadBiffSheet {
  readonly rows: SheetRow[];
  /** Spans of hidden columns, 0-based and inclusive. */
  readonly hiddenSpans: readonly (readonly [number, number])[];
  readonly formulas: FormulaLinks;
}

/** `from` is where the sheet begins in the stream. @throws BadBiff */
export function readBiffSheet(stream: Uint8Array, from: number, context: BiffContext): ReadBiffSheet {
  const sheet = new BiffSheet(context);
  for (const record of biffRecords(stream, from)) sheet.take(record);
  sheet.takeSharedLinks();
  return { rows: sheet.toRows(), hiddenSpans: sheet.hiddenSpans, formulas: sheet.formulas };
}

class BiffSheet {
  private readonly rows = new Map<number, OpenRow>();
  /** The cell of a formula whose text is in a record of its own. */
  private awaited: { row: number; column: number } | null = null;
  private linkedCells = 0;
  readonly hiddenSpans: (readonly [number, number])[] = [];
  readonly formulas = new FormulaLinks();
  /** Formulas that several cells share, by where they are written, and those cells. */
  private readonly sharedFormulas = new Map<string, Uint8Array>();
  private readonly sharing: { row: number; column: number; place: string }[] = [];

  constructor(private readonly context: BiffContext) {}

  take({ id, bytes }: BiffRecord): void {
    switch (id) {
      case biff.sharedText:
        this.putCell(bytes, () => this.sharedText(bytes.long()));
        break;
      case biff.text:
      case biff.richText:
        this.putCell(bytes, () => bytes.text(bytes.word()));
        break;
      case biff.number:
        this.putCell(bytes, (style, column) => this.shown(bytes.float(), style, column));
        break;
      case biff.shortNumber:
        this.putCell(bytes, (style, column) => this.shown(bytes.shortNumber(), style, column));
        break;
      case biff.numbers:
        this.takeNumbers(bytes);
        break;
      case biff.boolOrError:
        this.putCell(bytes, () => toBoolOrError(bytes.byte(), bytes.byte() === 1));
        break;
      case biff.formula:
        this.takeFormula(bytes);
        break;
      case biff.formulaText:
        this.takeFormulaText(bytes);
        break;
      case biff.row:
        this.takeRow(bytes);
        break;
      case biff.columns:
        this.takeColumns(bytes);
        break;
      case biff.sharedFormula:
        this.takeSharedFormula(bytes);
        break;
      case biff.link:
        this.takeLink(bytes);
        break;
      default:
        break;
    }
  }

  toRows(): SheetRow[] {
    return [...this.rows]
      .filter(([, { cells }]) => hasText(cells))
      .sort(([one], [other]) => one - other)
      .map(([row, { cells, isHidden: hidden, links: all }]) => {
        const links = new Map(
          [...(all ?? [])].filter(([column, target]) => isWorthTelling(cells[column], target)),
        );
        return { rowNumber: row + 1, cells, hidden, ...(links.size > 0 ? { links } : {}) };
      });
  }

  private putCell(bytes: BiffBytes, shown: (style: number, column: number) => string): void {
    const [row, column, style] = [bytes.word(), bytes.word(), bytes.word()];
    this.put(row, column, shown(style, column));
  }

  private put(row: number, column: number, text: string): void {
    if (column >= maxColumns) throw new BadBiff();
    if (text === '') return;
    const { cells } = this.openRow(row);
    // Two texts in one cell: neither is dropped without a word.
    if ((cells[column] ?? '') !== '') throw new BadBiff();
    while (cells.length <= column) cells.push('');
    cells[column] = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  }

  private openRow(row: number): OpenRow {
    let open = this.rows.get(row);
    if (open === undefined) {
      open = { cells: [], isHidden: false, links: null };
      this.rows.set(row, open);
    }
    return open;
  }

  private sharedText(index: number): string {
    const text = this.context.strings[index];
    if (text === undefined) throw new BadBiff();
    return text;
  }

  private shown(value: number, style: number, column: number): string {
    const format = this.context.formats[style] ?? 'General';
    if (format !== 'General') this.formulas.formattedColumns.add(column);
    return displayedNumber(value, format, this.context.startsIn1904);
  }

  /** A run of numbers: row, first column, a style and a number for each, last column. */
  private takeNumbers(bytes: BiffBytes): void {
    const row = bytes.word();
    for (let column = bytes.word(); bytes.left > 2; column++) {
      const style = bytes.word();
      this.put(row, column, this.shown(bytes.shortNumber(), style, column));
    }
  }

  private takeFormula(bytes: BiffBytes): void {
    const [row, column, style] = [bytes.word(), bytes.word(), bytes.word()];
    const result = new BiffBytes(bytes.bytes.subarray(bytes.position, bytes.position + 8));
    bytes.skip(8 + 2 + 4);
    const tokenCount = bytes.word();
    const tokens = bytes.bytes.subarray(bytes.position, bytes.position + tokenCount);
    this.addFormula(row, column, tokens);
    // A result that is no number is marked by what no float has at its end.
    if (result.bytes[6] !== 0xff || result.bytes[7] !== 0xff) {
      this.put(row, column, this.shown(result.float(), style, column));
      return;
    }
    const [kind = 0, , value = 0] = result.bytes;
    if (kind === 0) this.awaited = { row, column };
    else if (kind === 1 || kind === 2) this.put(row, column, toBoolOrError(value, kind === 2));
    // Programs that do not calculate leave a link empty until Excel does.
    else this.put(row, column, textOfLinkTokens(tokens) ?? '');
  }

  private takeFormulaText(bytes: BiffBytes): void {
    const { awaited } = this;
    if (awaited === null) throw new BadBiff();
    this.awaited = null;
    this.put(awaited.row, awaited.column, bytes.text(bytes.word()));
  }

  private addFormula(row: number, column: number, tokens: Uint8Array): void {
    const place = sharedPlaceOf(tokens);
    if (place !== null) this.sharing.push({ row, column, place });
    else this.addLinkFormula(row, column, tokens);
  }

  private addLinkFormula(row: number, column: number, tokens: Uint8Array): void {
    const formula = linkFormulaOf(tokens, row, column);
    if (formula !== null)
      this.formulas.add({ rowNumber: row + 1, column, formula, rowOffset: 0, columnOffset: 0 });
  }

  /** Stands behind the first cell that shares it. */
  private takeSharedFormula(bytes: BiffBytes): void {
    const place = `${bytes.word()},`;
    bytes.skip(2);
    const column = bytes.byte();
    bytes.skip(3);
    const tokenCount = bytes.word();
    const tokens = bytes.bytes.subarray(bytes.position, bytes.position + tokenCount);
    this.sharedFormulas.set(place + column, tokens);
  }

  /** What cells with shared formulas lead to; all are known at the sheet's end. @throws BadBiff */
  takeSharedLinks(): void {
    for (const { row, column, place } of this.sharing) {
      const tokens = this.sharedFormulas.get(place);
      if (tokens !== undefined) this.addLinkFormula(row, column, tokens);
    }
  }

  private takeColumns(bytes: BiffBytes): void {
    const [first, last] = [bytes.word(), bytes.word()];
    const width = bytes.word();
    bytes.skip(2);
    const isHidden = (bytes.word() & 1) !== 0 || width === 0;
    if (isHidden && this.hiddenSpans.length < maxColumns) this.hiddenSpans.push([first, last]);
  }

  private takeRow(bytes: BiffBytes): void {
    const row = bytes.word();
    bytes.skip(10);
    const isHidden = (bytes.word() & 0x20) !== 0;
    if (isHidden) this.openRow(row).isHidden = true;
  }

  /** Links stand behind the cells. */
  private takeLink(bytes: BiffBytes): void {
    const link = readBiffLink(bytes);
    if (link === null) return;
    for (let row = link.firstRow; row <= link.lastRow; row++) {
      const { length } = this.rows.get(row)?.cells ?? [];
      this.linkedCells += 1 + length;
      if (this.linkedCells > maxLinkedCells) throw new BadBiff();
      for (let column = link.firstColumn; column <= Math.min(link.lastColumn, length - 1); column++)
        this.addLink(row, column, link.target);
    }
  }

  private addLink(row: number, column: number, target: string | null): void {
    if (target === null || target === '') return;
    const open = this.openRow(row);
    open.links ??= new Map();
    open.links.set(column, target);
  }
}

function isWorthTelling(shown: string | undefined, target: string): boolean {
  return shown !== undefined && !isBlank(shown) && target !== shown && target !== `mailto:${shown.trim()}`;
}

/** Cells that all links of a sheet cover: a few times those of the largest sheet. More is a list made to take hours. */
const maxLinkedCells = 50_000_000;

function toBoolOrError(value: number, isError: boolean): string {
  if (isError) return errors[value] ?? '#N/A';
  return value === 0 ? 'FALSE' : 'TRUE';
}
