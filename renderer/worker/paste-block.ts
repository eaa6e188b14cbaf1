// What a pasted block changes: which value goes into which cell, as Excel does it, and what had no room.
import type { BatchRow } from '../../shared/operations/batch';
import { cellText } from '../../shared/operations/cell-text';
import type { PersonField } from '../../shared/operations/field';
import { readTables } from '../../shared/spreadsheets/html-reader';
import { parseClipboard } from './clipboard-cells';
import { gridFields } from './grid-fields';
import type { RowChange } from './row-changes';

/** What the clipboard held. */
export interface Pasted {
  readonly text: string;
  /** The same as a page, where the other program has put one there: it knows where links lead. */
  readonly html: string;
}

/** A block of cells; `linkAt` gives the address behind a cell. */
export interface PastedBlock {
  readonly cells: readonly (readonly string[])[];
  readonly width: number;
  readonly linkAt: (row: number, column: number) => string | undefined;
}

/** A page that is larger than this is not read for its links: that would take seconds. */
const maxHtmlLength = 4_000_000;

/** Reads what was pasted. The cells come from the text, the addresses of links from the page. */
export function readPasted({ text, html }: Pasted): PastedBlock {
  const cells = parseClipboard(text);
  const rows = html.length <= maxHtmlLength && /<a\s/i.test(html) ? readTables(html).rows : [];
  const links = new Map(rows.map((row) => [row.rowNumber - 1, row.links]));
  return {
    cells,
    width: cells.reduce((widest, row) => Math.max(widest, row.length), 0),
    linkAt: (row, column) => links.get(row)?.get(column),
  };
}

interface PasteTarget {
  /** The rows from the first chosen one on: as many as the block could fill. */
  readonly rows: readonly BatchRow[];
  /** How many of them are chosen. */
  readonly chosenRows: number;
  readonly chosenFields: readonly PersonField[];
}

interface PasteResult {
  readonly changes: readonly RowChange[];
  /** Rows and columns of the block for which there was no room. */
  readonly rowsLeftOver: number;
  readonly columnsLeftOver: number;
}

/**
 * Puts a block at the first chosen cell. A block that fits into what is chosen a whole number of times fills it, so that one value
 * fills every chosen cell. Cells that hold the value already are no changes.
 */
export function pasteBlock(block: PastedBlock, { rows, chosenRows, chosenFields }: PasteTarget): PasteResult {
  const { cells, width } = block;
  const first = chosenFields[0];
  if (first === undefined) return { changes: [], rowsLeftOver: cells.length, columnsLeftOver: width };
  const fills = chosenRows % cells.length === 0 && chosenFields.length % width === 0;
  const fields = fills
    ? chosenFields
    : gridFields.slice(gridFields.indexOf(first), gridFields.indexOf(first) + width);
  const targets = rows.slice(0, fills ? chosenRows : cells.length);
  const changes = targets.flatMap((row, rowIndex) =>
    fields.flatMap((field, fieldIndex): RowChange[] => {
      const from = { row: rowIndex % cells.length, column: fieldIndex % width };
      const pasted = cells[from.row]?.[from.column];
      if (pasted === undefined) return [];
      const value = toValue(pasted, field, block.linkAt(from.row, from.column));
      return value === row.person[field] ? [] : [{ kind: 'value', rowNumber: row.rowNumber, field, value }];
    }),
  );
  return {
    changes,
    rowsLeftOver: fills ? 0 : cells.length - targets.length,
    columnsLeftOver: fills ? 0 : width - fields.length,
  };
}

/** As when a sheet is read: cleaned, and where a link is wanted, the address behind the words. */
function toValue(pasted: string, field: PersonField, link: string | undefined): string | null {
  const text = cellText(pasted);
  if (field !== 'cv_link' || text === null || link === undefined || /^https?:\/\//i.test(text)) return text;
  return cellText(link);
}
