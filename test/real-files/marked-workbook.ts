import ExcelJS from 'exceljs';
import { toMarks } from './marked-file';
import type { RealFile, RealReading } from './real-file';

/**
 * A workbook whose sheets are written as `markedFile` writes lines, parted at semicolons; the first sheet with people is the one that
 * is read. A cell `n:7` is a number, `b:0` a truth value, `f:…` a formula that nobody has calculated. `dress` does what is not text.
 */
export function markedWorkbook(
  what: string,
  sheets: Readonly<Record<string, readonly string[]>>,
  expected: Partial<RealReading> = {},
  dress: (book: ExcelJS.Workbook) => void = () => {},
): RealFile {
  const marked = Object.entries(sheets).map(([name, lines]) => ({ name, marks: toMarks(lines, ';') }));
  const { name: sheet, marks } = marked.find((one) => one.marks.some(({ mark }) => mark === 'p')) ?? {
    name: '',
    marks: [],
  };
  const rowsOf = (mark: string) => marks.filter((line) => line.mark === mark);
  const shown = (cell: string) =>
    cell.startsWith('b:') ? (cell === 'b:1' ? 'TRUE' : 'FALSE') : cell.replace(/^n:/, '');
  return {
    what,
    fileName: 'people.xlsx',
    make: async () => {
      const book = new ExcelJS.Workbook();
      for (const { name, marks: lines } of marked)
        book.addWorksheet(name).addRows(lines.map(({ text }) => text.split(';').map(toValue)));
      dress(book);
      return new Uint8Array(await book.xlsx.writeBuffer());
    },
    expected: {
      sheet,
      headerRow: rowsOf('h')[0]?.rowNumber ?? null,
      people: rowsOf('p').map(({ rowNumber, cells }) => `${rowNumber}: ${cells.map(shown).join(' | ')}`),
      leftOut: rowsOf('-').map(({ rowNumber }) => rowNumber),
      ...expected,
    },
  };
}

function toValue(cell: string): ExcelJS.CellValue {
  const rest = cell.slice(2);
  if (cell === '') return null;
  if (cell.startsWith('n:')) return Number(rest);
  if (cell.startsWith('b:')) return rest === '1';
  return cell.startsWith('f:') ? { formula: rest, date1904: false } : cell;
}
