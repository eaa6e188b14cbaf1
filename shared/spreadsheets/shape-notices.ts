// Sheets of a workbook that lie otherwise than one person a row, one field a column. Only told: the recruiter puts them right in a click or two.
import { cellKind } from './cell-kind';
import { guessDelimiter } from './find-delimiter';
import { headerLikeness } from './header-words-index';
import { isBlank } from './sheet-rows';
import type { FileNotice, Sheet } from './spreadsheet';

/** Rows that show how a sheet lies. */
const lookedAt = 60;

/** What is said of the sheet that is proposed. */
export function shapeNotices(sheet: Sheet): FileNotice[] {
  const rows = sheet.rows.slice(0, lookedAt).map(({ cells }) => cells);
  if (isPackedColumn(rows))
    return [
      {
        kind: 'one-column',
        blocking: false,
        message:
          'Whole lines stand in one column, with signs between that part the fields. They were read as they stand. In Excel choose Data > Text to Columns, save, and open the file again.',
      },
    ];
  if (liesOnItsSide(rows))
    return [
      {
        kind: 'on-its-side',
        blocking: false,
        message:
          'The people seem to stand side by side, one in each column. They were read row by row all the same. In Excel copy the cells, choose Paste Special > Transpose in a new sheet, save, and open the file again.',
      },
    ];
  if (standsInBlocks(rows))
    return [
      {
        kind: 'on-its-side',
        blocking: false,
        message:
          'Each person seems to stand in several lines below one another (“Name: …”, “Email: …”). They were read line by line all the same. Put each person into one row, with a header above, and open the file again.',
      },
    ];
  return [];
}

/** Lines of a label and a value, the same labels again and again, an address among the values. */
function standsInBlocks(rows: readonly (readonly string[])[]): boolean {
  const labels = rows.flatMap((cells) => {
    const [line = '', ...others] = cells.filter((cell) => !isBlank(cell));
    const label = others.length === 0 ? /^\s*(\p{L}[^:@]{0,40}):\s/u.exec(line)?.[1] : undefined;
    return label === undefined ? [] : [label];
  });
  const different = new Set(labels).size;
  return (
    different >= 2 &&
    labels.length >= rows.length * 0.8 &&
    labels.length >= different * 2 &&
    rows.some((cells) => cells.some((cell) => cell.includes('@')))
  );
}

/** One cell a row, and lines that part alike, with an address alone in its part. */
function isPackedColumn(rows: readonly (readonly string[])[]): boolean {
  const lines = rows.map((cells) => cells.filter((cell) => !isBlank(cell)));
  if (rows.length < 2 || lines.some((filled) => filled.length !== 1)) return false;
  const text = lines.map(([line = '']) => line.replace(/[\r\n]+/g, ' ')).join('\n');
  const [best] = guessDelimiter(text);
  if (best === undefined || best.score === 0 || best.columnCount < 3) return false;
  return text
    .split('\n')
    .some((line) =>
      line.split(best.delimiter).some((part) => cellKind(part) === 'email' && !/\s/.test(part.trim())),
    );
}

/** Two known headers in the first column, and a row of two addresses and more beside one of them; in no other row is one. */
function liesOnItsSide(rows: readonly (readonly string[])[]): boolean {
  const addresses = rows.map((cells) => cells.filter((cell) => cellKind(cell) === 'email').length);
  if (addresses.filter((count) => count > 0).length !== 1 || Math.max(...addresses) < 2) return false;
  const known = rows.filter(([first = '']) => headerLikeness(first) === 1);
  return known.length >= 2 && known.length >= rows.length / 2;
}
