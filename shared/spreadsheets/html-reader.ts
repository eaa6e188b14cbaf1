// Reads the tables of a web page saved as .xls, as many portals export it. A tolerant parser of its own: nothing is rendered, no script runs, nothing is fetched.
import { decodeStrictUtf8, decodeText, encodingOfMark, encodingOfZeros } from './decode-text';
import { guessEncoding } from './guess-encoding';
import { withoutEntities } from './html-entities';
import { hasText, maxColumnCount, toSheet } from './sheet-rows';
import type { ReadingChoice, SheetRow } from './spreadsheet';
import {
  type ReadingSteps,
  type ReadSheets,
  type SpreadsheetFile,
  type SpreadsheetReader,
  UnreadableFile,
} from './spreadsheet-reader';

/** Reads every table of a page into one sheet, in the order of the page, as Excel does when it opens such a file. */
export const htmlReader: SpreadsheetReader = { format: 'html', read: readHtml };

async function readHtml(
  file: SpreadsheetFile,
  choice: ReadingChoice,
  steps: ReadingSteps,
): Promise<ReadSheets> {
  const text = decodeText(file.bytes, choice.encoding ?? encodingOf(file.bytes));
  steps.reached(0.2);
  const rows = readTables(text);
  steps.reached(0.9);
  if (rows.length === 0) {
    throw new UnreadableFile(
      'file-empty',
      'This file is a web page without a table. Nothing was read. Export the list again as CSV or Excel, then open the new file.',
    );
  }
  return { sheets: [toSheet(null, 'visible', rows)], reading: null, notices: [] };
}

/** The mark, what the page says of itself, else the likeliest. */
function encodingOf(bytes: Uint8Array): string {
  const certain = encodingOfMark(bytes) ?? encodingOfZeros(bytes);
  if (certain) return certain;
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 2048));
  const said = /charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1]?.toLowerCase();
  const isUtf8 = decodeStrictUtf8(bytes) !== null;
  if (said && !said.startsWith('utf-16') && isKnown(said) && (said !== 'utf-8' || isUtf8))
    return new TextDecoder(said).encoding;
  return guessEncoding(bytes, isUtf8)[0]?.encoding ?? 'utf-8';
}

function isKnown(encoding: string): boolean {
  try {
    return new TextDecoder(encoding).encoding !== '';
  } catch {
    return false;
  }
}

/** A cell in the making. */
interface OpenCell {
  text: string;
  link: string | null;
  readonly colspan: number;
  readonly rowspan: number;
}

/** Elements whose contents are no text of the page. */
const silent = /^(script|style|title|xml|template|noscript)$/;
const breaks = /^(br|p|div|li|tr|h[1-6])$/;
/** A comment, a tag with its name and attributes, a declaration, or a stretch of text. */
const pieces =
  /<!--[\s\S]*?(?:-->|$)|<(\/?)([a-zA-Z][\w:-]*)((?:"[^"]*"|'[^']*'|[^>"'])*)>|<[!?][^>]*>|[^<]+|</g;

/** The rows of a page's tables while they are being read. */
class TableRows {
  readonly rows: SheetRow[] = [];
  private rowNumber = 0;
  private cells: string[] | null = null;
  private links = new Map<number, string>();
  private cell: OpenCell | null = null;
  /** Columns that a cell of an earlier row reaches down into, with the rows left. */
  private reaching = new Map<number, number>();

  addText(text: string): void {
    if (this.cell) this.cell.text += withoutEntities(text.replace(/[ \t\r\n\f]+/g, ' '));
  }

  addBreak(): void {
    if (this.cell) this.cell.text += '\n';
  }

  addLink(target: string | null): void {
    if (this.cell && this.cell.link === null) this.cell.link = target;
  }

  openRow(): void {
    this.closeRow();
    this.cells = [];
  }

  openCell(attributes: string | undefined): void {
    this.closeCell();
    this.cells ??= [];
    this.cell = {
      text: '',
      link: null,
      colspan: spanOf(attributes, 'colspan', maxColumnCount),
      rowspan: spanOf(attributes, 'rowspan', maxRowspan),
    };
  }

  closeCell(): void {
    const { cell, cells } = this;
    if (!cell || !cells) return;
    this.cell = null;
    while ((this.reaching.get(cells.length) ?? 0) > 0) cells.push('');
    const text = plainText(cell.text);
    if (cell.link && text.trim() !== '' && text !== cell.link) this.links.set(cells.length, cell.link);
    for (let extra = 0; extra < cell.colspan && cells.length < maxColumnCount; extra++) {
      if (cell.rowspan > 1) this.reaching.set(cells.length, cell.rowspan);
      cells.push(extra === 0 ? text : '');
    }
  }

  closeRow(): void {
    this.closeCell();
    const { cells, links } = this;
    if (!cells) return;
    this.rowNumber++;
    const row = { rowNumber: this.rowNumber, cells, hidden: false };
    if (hasText(cells)) this.rows.push(links.size > 0 ? { ...row, links } : row);
    for (const [column, left] of this.reaching) this.reaching.set(column, left - 1);
    this.cells = null;
    this.links = new Map();
  }

  closeTable(): void {
    this.closeRow();
    this.reaching = new Map();
  }
}

/** A cell that reaches further down than this is a slip. */
const maxRowspan = 1000;

/** The rows of all tables of a page that hold text, with their links. Also what a spreadsheet puts on the clipboard. */
export function readTables(html: string): SheetRow[] {
  const table = new TableRows();
  const lower = html.toLowerCase();
  let depth = 0;
  pieces.lastIndex = 0;
  for (let found = pieces.exec(html); found; found = pieces.exec(html)) {
    const [whole, closing, name, attributes] = found;
    if (name === undefined) {
      if (!/^<[!?]/.test(whole)) table.addText(whole);
      continue;
    }
    const tag = name.toLowerCase();
    const opens = closing === '';
    if (silent.test(tag)) {
      const end =
        opens && !attributes?.endsWith('/') ? lower.indexOf(`</${tag}`, pieces.lastIndex) : pieces.lastIndex;
      pieces.lastIndex = end === -1 ? html.length : end;
    } else if (tag === 'table') {
      // A table inside a cell is part of that cell's text.
      if (depth === (opens ? 0 : 1)) table.closeTable();
      depth = Math.max(0, depth + (opens ? 1 : -1));
    } else if (depth === 1 && tag === 'tr') {
      if (opens) table.openRow();
      else table.closeRow();
    } else if (depth === 1 && (tag === 'td' || tag === 'th')) {
      if (opens) table.openCell(attributes);
      else table.closeCell();
    } else if (tag === 'a' && opens) table.addLink(attributeOf(attributes, 'href'));
    else if (breaks.test(tag) && (opens || tag !== 'br')) table.addBreak();
  }
  table.closeTable();
  return table.rows;
}

function attributeOf(attributes: string | undefined, name: string): string | null {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(
    attributes ?? '',
  );
  const value = found?.[1] ?? found?.[2] ?? found?.[3];
  return value === undefined ? null : withoutEntities(value).trim();
}

function spanOf(attributes: string | undefined, name: string, most: number): number {
  const span = Number.parseInt(attributeOf(attributes, name) ?? '1', 10);
  return span >= 1 ? Math.min(span, most) : 1;
}

/** The lines of a cell, without blanks at their ends and without empty lines around and between them. */
function plainText(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}
