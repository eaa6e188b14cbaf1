// Puts cells into a sheet of exceljs. Text is always a text cell: never a formula, never a link, whatever it looks like.
import type { CellRichTextValue, Worksheet } from 'exceljs';
import type { ExportDates } from '../../shared/settings/app-settings';
import { toXlsxText } from '../../shared/spreadsheets/xlsx-text';
import { type CellStyle, toCellStyle } from './xlsx-styles';

/** A cell to be written. `timeMs` is UTC and is shown in this computer's local time. */
export type Cell =
  | { readonly kind: 'text'; readonly text: string; readonly style: CellStyle }
  | { readonly kind: 'number'; readonly value: number; readonly style: CellStyle }
  | { readonly kind: 'time'; readonly timeMs: number; readonly style: CellStyle };

const msPerMinute = 60_000;

/** Adds one row below the others and hands it to the packer; empty texts leave no cell. `dates`: how they are shown. */
export function addRow(sheet: Worksheet, cells: readonly (Cell | null)[], dates: ExportDates = 'iso'): void {
  const row = sheet.addRow([]);
  cells.forEach((cell, columnIndex) => {
    if (cell === null || (cell.kind === 'text' && cell.text === '')) return;
    const target = row.getCell(columnIndex + 1);
    target.value = toValue(cell);
    target.style = toCellStyle(cell.style, dates);
  });
  row.commit();
}

function toValue(cell: Cell): string | number | Date | CellRichTextValue {
  switch (cell.kind) {
    case 'text':
      return toTextValue(cell.text);
    case 'number':
      return cell.value;
    case 'time':
      return toClockReading(cell.timeMs);
  }
}

/** Blanks at the ends and line breaks, our escapes, and what looks like an entity of XML. */
const needsCare = /^\s|\s$|\n|_x[0-9A-F]{4}_|&[a-z]*;/;

/**
 * exceljs writes a plain text as `<v>` of type `str`, without `xml:space`: Excel trims such a text's ends, some programs
 * show its escapes, and exceljs itself decodes its entities twice when it reads. As rich text of one run it becomes an
 * inline string, in which all of that is kept.
 */
function toTextValue(text: string): string | CellRichTextValue {
  const encoded = toXlsxText(text);
  return needsCare.test(encoded) ? { richText: [{ text: encoded }] } : encoded;
}

/** A date whose UTC reading is what this computer's clock shows, with its own summer time: exceljs writes dates as UTC. */
function toClockReading(timeMs: number): Date {
  const date = new Date(timeMs);
  return new Date(timeMs - date.getTimezoneOffset() * msPerMinute);
}
