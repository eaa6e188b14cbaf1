// The addresses behind the cells of a sheet: from its list of links, which stands after the rows, and from HYPERLINK formulas.
import { FormulaLinks } from './formula-links';
import { parseLinkFormula } from './link-formula';
import { isBlank } from './sheet-rows';
import type { SheetRow } from './spreadsheet';
import type { Relation } from './workbook-parts';
import { toXmlName, type XmlScanner } from './xml-scanner';
import { tooLargeInside } from './zip-directory';

const names = { id: toXmlName('id'), place: toXmlName('ref'), location: toXmlName('location') };

/** Excel keeps at most 65,530 links a sheet. Many that each cover the whole sheet would keep the reader busy for hours. */
const maxLookedAt = 10_000_000;

/** A formula as it is written, and how far the cell is from where it is written. */
export interface CellFormula {
  readonly text: string;
  readonly rowOffset: number;
  readonly columnOffset: number;
}

/** Column → the address behind a cell, where it is not what the cell shows. */
type RowLinks = Map<number, string>;

/** Gathers links; those of the list are put into `rows`, which must be all rows by then. */
export class SheetLinks {
  /** Formulas that point to cells: worked out once all sheets are read. */
  readonly formulas = new FormulaLinks();
  private ofFormulas: RowLinks | null = null;
  private lookedAt = 0;

  constructor(
    private readonly rows: SheetRow[],
    private readonly relations: ReadonlyMap<string, Relation>,
  ) {}

  /** A formula of the row that is being read: `HYPERLINK("https://…","CV")` tells its address at once, one that points to cells later. */
  addFormula({ text, rowOffset, columnOffset }: CellFormula, rowNumber: number, column: number): void {
    if (!/HYPERLINK/i.test(text)) return;
    const formula = parseLinkFormula(text, 'excel');
    if (formula === null) return;
    const [only, ...others] = formula.target ?? [];
    if (formula.isWhole && only?.kind === 'text' && others.length === 0) {
      this.ofFormulas ??= new Map();
      this.ofFormulas.set(column, only.text);
    } else this.formulas.add({ rowNumber, column, formula, rowOffset, columnOffset });
  }

  /** The links of the row that ends here; null without any. */
  takeOfRow(cells: readonly string[]): RowLinks | null {
    const links = this.ofFormulas;
    if (links === null) return null;
    this.ofFormulas = null;
    for (const [column, target] of links) if (!isWorthTelling(cells[column], target)) links.delete(column);
    return links.size > 0 ? links : null;
  }

  /** A `<hyperlink>` of the list. @throws UnreadableFile where links cover far more than the sheet has. */
  read(scanner: XmlScanner): void {
    const relation = this.relations.get(scanner.attribute(names.id) ?? '');
    if (!relation || relation.target === '') return;
    const [from = '', to = from] = (scanner.attribute(names.place) ?? '').split(':');
    const anchor = scanner.attribute(names.location);
    const target = anchor ? `${relation.target}#${anchor}` : relation.target;
    const [first, last] = [toPlace(from), toPlace(to)];
    for (let index = this.firstRowAt(first.rowNumber); index < this.rows.length; index++) {
      const row = this.rows[index];
      if (!row || row.rowNumber > last.rowNumber) return;
      const lastColumn = Math.min(last.column, row.cells.length - 1);
      this.lookedAt += Math.max(1, lastColumn - first.column + 1);
      if (this.lookedAt > maxLookedAt) throw tooLargeInside();
      for (let column = first.column; column <= lastColumn; column++)
        if (isWorthTelling(row.cells[column], target)) this.setLink(index, column, target);
    }
  }

  private setLink(index: number, column: number, target: string): void {
    const row = this.rows[index];
    if (row === undefined) return;
    // Maps of rows are made here and in addFormula, and handed out when the sheet has been read.
    const links = (row.links as RowLinks | undefined) ?? new Map<number, string>();
    links.set(column, target);
    if (row.links === undefined) this.rows[index] = { ...row, links };
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
}

function isWorthTelling(shown: string | undefined, target: string): boolean {
  return shown !== undefined && !isBlank(shown) && target !== shown && target !== `mailto:${shown.trim()}`;
}

/** `B7` or `$B$7`; a whole column has no row, a whole row no column. */
function toPlace(reference: string): { column: number; rowNumber: number } {
  const found = /^\$?([A-Za-z]*)\$?(\d*)$/.exec(reference);
  const letters = found?.[1]?.toUpperCase() ?? '';
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 0x40;
  return { column: column - 1, rowNumber: Number(found?.[2] ?? '0') };
}
