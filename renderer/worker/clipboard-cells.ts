// Cells as they travel over the clipboard, to and from Excel, LibreOffice and Google Sheets.
// Never puts a text on the clipboard that a spreadsheet could take for a formula, and never runs long on hostile text.
import { guardFormula } from '../../shared/spreadsheets/formula-guard';

/** Excel's longest cell. A quoted cell that does not end within it was no quoted cell. */
const maxCellLength = 32_767;

/**
 * Pasted text as rows of cells, by Excel's rules: tabs and line ends part cells; a cell in quotes may hold both, its quotes doubled.
 * A quote that is not closed before a tab or a line end is a letter like any other.
 */
export function parseClipboard(text: string): string[][] {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  for (;;) {
    const quotedEnd = lines[at] === '"' ? endOfQuoted(lines, at) : null;
    const end = quotedEnd ?? endOfPlain(lines, at);
    row.push(quotedEnd === null ? lines.slice(at, end) : lines.slice(at + 1, end - 1).replaceAll('""', '"'));
    if (end >= lines.length) break;
    if (lines[end] === '\n') {
      rows.push(row);
      row = [];
    }
    at = end + 1;
  }
  rows.push(row);
  return rows;
}

function endOfPlain(text: string, from: number): number {
  for (let at = from; at < text.length; at++) if (text[at] === '\t' || text[at] === '\n') return at;
  return text.length;
}

/** The place after the closing quote; null where the cell is not a quoted one. */
function endOfQuoted(text: string, from: number): number | null {
  const farthest = Math.min(text.length, from + maxCellLength * 2);
  let at = from + 1;
  while (at < farthest) {
    if (text[at] !== '"') at++;
    else if (text[at + 1] === '"') at += 2;
    else {
      const next = text[at + 1];
      return next === undefined || next === '\t' || next === '\n' ? at + 1 : null;
    }
  }
  return null;
}

export interface CopiedCells {
  readonly text: string;
  /** The same as a table whose cells Excel keeps as text, so that 00417 stays 00417; '' for a very large block. */
  readonly html: string;
}

/** Above this a table of HTML only makes the other program slow; the text alone goes. */
const maxHtmlCells = 100_000;

/** Rows of cells as text with tabs, and as a table. Each text is guarded as in our exports. */
export function toClipboard(rows: readonly (readonly string[])[]): CopiedCells {
  const guarded = rows.map((row) => row.map(guardFormula));
  const cellCount = rows.length * (rows[0]?.length ?? 0);
  return {
    text: guarded.map((row) => row.map(quoted).join('\t')).join('\r\n'),
    html: cellCount > maxHtmlCells ? '' : toTable(guarded),
  };
}

function quoted(text: string): string {
  return /[\t\r\n]|^"/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** `mso-number-format` is Excel's, `sdnum` LibreOffice's: both say that the cell is text. */
function toTable(rows: readonly (readonly string[])[]): string {
  const body = rows
    .map((row) => `<tr>${row.map((text) => `<td sdnum="1033;0;@">${escaped(text)}</td>`).join('')}</tr>`)
    .join('');
  return `<html><head><meta charset="utf-8"><style>td{mso-number-format:"\\@";white-space:pre}br{mso-data-placement:same-cell}</style></head><body><table>${body}</table></body></html>`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(/\r\n?|\n/g, '<br>');
}
