// Text to rows of cells, the way Excel reads it: RFC 4180, and where quotes are damaged, what Excel makes of them.
// Never merges two rows because their line ends differ, and never hides an open quote.
import { UnreadableFile } from './spreadsheet-reader';

/** CR, LF and CRLF are all row ends, mixed in one file too; inside quotes they all become LF, as Excel shows them. */
export function withPlainLineEnds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/**
 * Every row of the text, blank ones too, so that a row's index + 1 is Excel's row number. Expects `withPlainLineEnds`.
 * A cell that begins with a quote ends at the next single quote; text between that and the delimiter belongs to the cell.
 * @throws UnreadableFile `unterminated-quote` where a quote stays open up to the end of the file.
 */
export function splitRows(text: string, delimiter: string): string[][] {
  const rows: string[][] = [];
  const length = text.length;
  let cells: string[] = [];
  let index = 0;
  // The next of each is searched once and kept until it is passed: most rows hold many cells, many files no quote.
  let nextDelimiter = indexOr(text, delimiter, 0);
  let nextLine = indexOr(text, '\n', 0);
  while (index < length) {
    let cell = '';
    if (text.charCodeAt(index) === quoteCode) {
      const end = closingQuote(text, index + 1);
      if (end === -1) throw openQuote(rows.length + 1);
      cell = text.slice(index + 1, end);
      if (cell.includes('"')) cell = cell.replaceAll('""', '"');
      index = end + 1;
    }
    if (nextDelimiter < index) nextDelimiter = indexOr(text, delimiter, index);
    if (nextLine < index) nextLine = indexOr(text, '\n', index);
    const end = Math.min(nextDelimiter, nextLine);
    if (end > index) cell = cell === '' ? text.slice(index, end) : cell + text.slice(index, end);
    cells.push(cell);
    index = end + 1;
    if (end === nextLine) {
      rows.push(cells);
      cells = [];
    } else if (index === length) cells.push('');
  }
  if (cells.length > 0) rows.push(cells);
  return rows;
}

const quoteCode = 0x22;

/** Where `found` stands from `from` on; the text's length where it does not. */
function indexOr(text: string, found: string, from: number): number {
  const index = text.indexOf(found, from);
  return index === -1 ? text.length : index;
}

/** The index of the quote that closes a cell; −1 where none does. Doubled quotes are text. */
function closingQuote(text: string, from: number): number {
  for (let index = text.indexOf('"', from); index !== -1; index = text.indexOf('"', index + 2)) {
    if (text.charCodeAt(index + 1) !== quoteCode) return index;
  }
  return -1;
}

function openQuote(rowNumber: number): UnreadableFile {
  return new UnreadableFile(
    'unterminated-quote',
    `In row ${rowNumber} a quotation mark (") opens and is never closed, so the rest of the file would be one cell. Nothing was read. Close or remove that mark in row ${rowNumber}, save, and open the file again.`,
    rowNumber,
  );
}
