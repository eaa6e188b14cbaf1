// Text to rows of cells. papaparse does it for well-formed files; where quotes are damaged, a tolerant splitter reads what Excel reads.
// Never merges two rows because their line ends differ, and never hides an open quote.
import Papa from 'papaparse';
import { UnreadableFile } from './spreadsheet-reader';

/** CR, LF and CRLF are all row ends, mixed in one file too; inside quotes they all become LF, as Excel shows them. */
export function withPlainLineEnds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/**
 * Every row of the text, blank ones too, so that a row's index + 1 is Excel's row number. Expects `withPlainLineEnds`.
 * @throws UnreadableFile `unterminated-quote` where a quote stays open up to the end of the file.
 */
export function splitRows(text: string, delimiter: string): string[][] {
  if (text === '') return [];
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, newline: '\n', header: false, skipEmptyLines: false });
  const rows = errors.some((error) => error.type === 'Quotes') ? splitDamagedRows(text, delimiter) : data;
  const last = rows[rows.length - 1];
  if (last !== undefined && last.length === 1 && last[0] === '' && text.endsWith('\n')) rows.pop();
  return rows;
}

/** As Excel reads damaged quotes: text after a closing quote belongs to the cell as it stands. */
function splitDamagedRows(text: string, delimiter: string): string[][] {
  const rows: string[][] = [];
  let cells: string[] = [];
  let index = 0;
  for (;;) {
    let cell = '';
    if (text[index] === '"') {
      const end = closingQuote(text, index + 1);
      if (end === -1) throw openQuote(rows.length + 1);
      cell = text.slice(index + 1, end).replaceAll('""', '"');
      index = end + 1;
    }
    const end = endOfCell(text, index, delimiter);
    cell += text.slice(index, end);
    cells.push(cell);
    index = end + 1;
    if (end >= text.length) return [...rows, cells];
    if (text[end] === '\n') {
      rows.push(cells);
      cells = [];
    }
  }
}

/** The index of the quote that closes a cell; −1 where none does. Doubled quotes are text. */
function closingQuote(text: string, from: number): number {
  for (let index = text.indexOf('"', from); index !== -1; index = text.indexOf('"', index + 2)) {
    if (text[index + 1] !== '"') return index;
  }
  return -1;
}

function endOfCell(text: string, from: number, delimiter: string): number {
  let index = from;
  while (index < text.length && text[index] !== delimiter && text[index] !== '\n') index++;
  return index;
}

function openQuote(rowNumber: number): UnreadableFile {
  return new UnreadableFile(
    'unterminated-quote',
    `In row ${rowNumber} a quotation mark (") opens and is never closed, so the rest of the file would be one cell. Nothing was read. Close or remove that mark in row ${rowNumber}, save, and open the file again.`,
    rowNumber,
  );
}
