// Reads the tables of a web page saved as .xls, as many portals export it. A tolerant parser of its own: nothing is rendered, no script runs, nothing is fetched.
import { decodeText } from './decode-text';
import { withoutEntities } from './html-entities';
import { htmlPieces } from './html-pieces';
import { readPageEncoding } from './page-encoding';
import { hasText, maxColumnCount, tooLongRows, toSheet } from './sheet-rows';
import type { FileNotice, ReadingChoice, SheetRow } from './spreadsheet';
import {
  type ReadingSteps,
  type ReadSheets,
  type SpreadsheetFile,
  type SpreadsheetReader,
  UnreadableFile,
} from './spreadsheet-reader';
import { tooWideRow } from './too-wide-row';

/** Reads every table of a page into one sheet, in the order of the page, as Excel does when it opens such a file. */
export const htmlReader: SpreadsheetReader = { format: 'html', read: readHtml };

async function readHtml(
  file: SpreadsheetFile,
  choice: ReadingChoice,
  steps: ReadingSteps,
): Promise<ReadSheets> {
  const { encoding, encodingChoices } = readPageEncoding(file.bytes, choice.encoding);
  const text = decodeText(file.bytes, encoding);
  steps.reached(0.2);
  const { rows, isWhole, hiddenSpans } = readTables(text);
  steps.reached(0.9);
  if (rows.length === 0) {
    throw new UnreadableFile(
      'file-empty',
      'This file is a web page without a table. Nothing was read. Export the list again as CSV or Excel, then open the new file.',
    );
  }
  if (asksToSignIn(rows)) {
    throw new UnreadableFile(
      'file-empty',
      'This file is a web page that asks to sign in, not the list itself. Nothing was read. Sign in to the portal, export the list again, then open the new file.',
    );
  }
  return {
    sheets: [toSheet(null, 'visible', rows, hiddenSpans)],
    reading: { encoding, delimiter: null, encodingChoices, delimiterChoices: [] },
    notices: isWhole ? [] : [cutPage],
    tooLong: [tooLongRows(rows)],
  };
}

/** A page for signing in is laid out with a few lines, and holds nobody. */
const mostSignInRows = 12;
const signInWords =
  /password|sign[ -]?in|log[ -]?in|session (?:has )?(?:expired|timed out)|passwort|anmelden|sitzung|mot de passe|connexion|contraseña|iniciar sesión|senha|accedi|wachtwoord|hasło|zaloguj|parola|şifre|mật khẩu|đăng nhập|пароль/iu;

function asksToSignIn(rows: readonly SheetRow[]): boolean {
  const cells = rows.length <= mostSignInRows ? rows.flatMap((row) => row.cells) : [];
  return cells.some((cell) => signInWords.test(cell)) && !cells.some((cell) => cell.includes('@'));
}

/** What there is may be all or not: only the recruiter can tell. */
const cutPage: FileNotice = {
  kind: 'file-damaged',
  blocking: false,
  message:
    'This page ends in the middle of its table, so people may be missing at the end. Every row that is there was read. Compare the last one with the list it comes from, or export it again.',
};

/** A cell in the making. */
interface OpenCell {
  text: string;
  link: string | null;
  readonly colspan: number;
  readonly rowspan: number;
}

const breaks = /^(br|p|div|li|tr|td|th|h[1-6])$/;

/** The rows of a page's tables while they are being read. */
class TableRows {
  readonly rows: SheetRow[] = [];
  /** Columns of the first table that are not shown, 0-based and inclusive. */
  readonly hiddenSpans: (readonly [number, number])[] = [];
  private columnsTold = 0;
  private isHidden = false;
  private rowNumber = 0;
  private cells: string[] | null = null;
  private links = new Map<number, string>();
  private cell: OpenCell | null = null;
  /** Columns that a cell of an earlier row reaches down into, with the rows left. */
  private reaching = new Map<number, number>();
  private cellCount = 0;

  addText(text: string): void {
    if (this.cell) this.cell.text += withoutEntities(text.replace(/[ \t\r\n\f]+/g, ' '));
  }

  addBreak(): void {
    if (this.cell) this.cell.text += '\n';
  }

  addLink(target: string | null): void {
    if (this.cell && this.cell.link === null) this.cell.link = target;
  }

  openRow(attributes: string): void {
    this.closeRow();
    this.cells = [];
    this.isHidden = isNotShown(attributes);
  }

  openColumns(attributes: string): void {
    const first = this.columnsTold;
    this.columnsTold += spanOf(attributes, 'span', maxSpan);
    if (isNotShown(attributes) && first < maxColumnCount)
      this.hiddenSpans.push([first, this.columnsTold - 1]);
  }

  openCell(attributes: string): void {
    this.closeCell();
    this.cells ??= [];
    this.cell = {
      text: '',
      link: null,
      colspan: spanOf(attributes, 'colspan', maxSpan),
      rowspan: spanOf(attributes, 'rowspan', maxSpan),
    };
  }

  closeCell(): void {
    const { cell, cells } = this;
    if (!cell || !cells) return;
    this.cell = null;
    while ((this.reaching.get(cells.length) ?? 0) > 0) cells.push('');
    const text = plainText(cell.text);
    if (cell.link && text.trim() !== '' && text !== cell.link) this.links.set(cells.length, cell.link);
    if (cells.length >= maxColumnCount) throw tooWideRow(this.rowNumber + 1);
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
    const row = { rowNumber: this.rowNumber, cells, hidden: this.isHidden };
    this.cellCount += cells.length + this.reaching.size;
    if (this.cellCount > maxCells) throw tooManyCells();
    if (hasText(cells)) this.rows.push(links.size > 0 ? { ...row, links } : row);
    for (const [column, left] of this.reaching) {
      if (left > 1) this.reaching.set(column, left - 1);
      else this.reaching.delete(column);
    }
    this.cells = null;
    this.links = new Map();
  }

  closeTable(): void {
    this.closeRow();
    this.reaching = new Map();
  }
}

/** The most columns that a cell spans in a browser (HTML standard, 4.9.11), and more rows than one is meant to. */
const maxSpan = 1000;
/** Cells of all tables, those that others reach into counted too: 100 columns for 100,000 people. */
const maxCells = 10_000_000;

function tooManyCells(): UnreadableFile {
  return new UnreadableFile(
    'file-too-large',
    'The tables of this page spread over more than 10 million cells. Nothing was read. Export the list again as CSV or Excel, with the columns that are needed, and open that file.',
  );
}

/** The rows of all tables of a page that hold text, with their links. Also what a spreadsheet puts on the clipboard. */
export function readTables(html: string): Pick<TableRows, 'rows' | 'hiddenSpans'> & { isWhole: boolean } {
  const table = new TableRows();
  let depth = 0;
  let notShown: NotShown | null = null;
  for (const piece of htmlPieces(html)) {
    if (piece.kind === 'text') {
      if (notShown === null) table.addText(piece.text);
      continue;
    }
    const { name, attributes } = piece;
    const opens = !piece.isClosing;
    if (notShown !== null && !ofTables.test(name)) {
      if (name === notShown.name) notShown.depth += opens ? 1 : -1;
      if (notShown.depth === 0) notShown = null;
      continue;
    }
    notShown = null;
    if (name === 'table') {
      // A table inside a cell is part of that cell's text.
      if (depth === (opens ? 0 : 1)) table.closeTable();
      depth = Math.max(0, depth + (opens ? 1 : -1));
    } else if (depth === 1 && name === 'tr') {
      if (opens) table.openRow(attributes);
      else table.closeRow();
    } else if (depth === 1 && (name === 'td' || name === 'th')) {
      if (opens) table.openCell(attributes);
      else table.closeCell();
    } else if (depth === 1 && name === 'col' && opens) {
      if (table.rows.length === 0) table.openColumns(attributes);
    } else if (opens && mayHide.test(name) && isNotShown(attributes)) notShown = { name, depth: 1 };
    else if (name === 'a' && opens) table.addLink(attributeOf(attributes, 'href'));
    else if (breaks.test(name) && (opens || name !== 'br')) table.addBreak();
  }
  table.closeTable();
  return { rows: table.rows, hiddenSpans: table.hiddenSpans, isWhole: depth === 0 };
}

/** An element whose text is not shown, and how many of its name are open inside. */
interface NotShown {
  readonly name: string;
  depth: number;
}

/** A cell ends whatever is open in it. */
const ofTables = /^(table|tr|td|th|tbody|thead|tfoot)$/;
/** Elements that pages put texts in that only programs read: dates to sort by, say. */
const mayHide = /^(span|div|font|p|b|i|a|small|label)$/;

function isNotShown(attributes: string): boolean {
  return attributes.includes('none') && /display\s*:\s*none/i.test(attributeOf(attributes, 'style') ?? '');
}

/** Longer lists of attributes hold pictures or worse, no address. */
const readAttributesLength = 65_536;

function attributeOf(attributes: string, name: string): string | null {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(
    attributes.slice(0, readAttributesLength),
  );
  const value = found?.[1] ?? found?.[2] ?? found?.[3];
  return value === undefined ? null : withoutEntities(value).trim();
}

function spanOf(attributes: string, name: string, most: number): number {
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
