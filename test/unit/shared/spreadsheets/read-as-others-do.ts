import ExcelJS from 'exceljs';
import { formatValue, type ReadOptions, readXlsx } from 'hucre';
import { displayedNumber } from '../../../../shared/spreadsheets/displayed-number';
import { openSpreadsheet } from '../../../../shared/spreadsheets/open-spreadsheet';
import { columnLetter, isBlank } from '../../../../shared/spreadsheets/sheet-rows';

/** `Sheet!B7` → the text that is shown there, `Sheet!B7 link` → the address behind it. Blank cells are not in it. */
export type CellTexts = ReadonlyMap<string, string>;

/** What Flowmingo Batch reads. */
export async function readAsWeDo(bytes: Uint8Array): Promise<CellTexts> {
  const { sheets, notices } = await openSpreadsheet({ fileName: 'people.xlsx', bytes });
  if (notices[0]?.blocking) throw new Error(notices[0].message);
  const texts = new Map<string, string>();
  for (const sheet of sheets) {
    for (const { rowNumber, cells, links } of sheet.rows) {
      for (const [index, text] of cells.entries())
        put(texts, `${sheet.name}!${columnLetter(index)}${rowNumber}`, text);
      for (const [index, target] of links ?? [])
        put(texts, `${sheet.name}!${columnLetter(index)}${rowNumber} link`, target);
    }
  }
  return texts;
}

/** What hucre reads: its values, its formats, and its own idea of what a format shows. */
export async function readAsHucreDoes(bytes: Uint8Array): Promise<CellTexts> {
  const options: ReadOptions = { readStyles: true };
  const { sheets, dateSystem } = await readXlsx(bytes, options);
  const texts = new Map<string, string>();
  for (const sheet of sheets) {
    for (const [rowIndex, row] of sheet.rows.entries()) {
      for (const [columnIndex, value] of row.entries()) {
        if (value === null || value === undefined) continue;
        const cell = sheet.cells?.get(`${rowIndex},${columnIndex}`);
        const place = `${sheet.name}!${columnLetter(columnIndex)}${rowIndex + 1}`;
        put(
          texts,
          place,
          typeof value === 'string'
            ? value
            : typeof value === 'boolean'
              ? String(value).toUpperCase()
              : formatValue(value, cell?.style?.numFmt ?? 'General', { is1904: dateSystem === '1904' }),
        );
        const target = cell?.hyperlink?.target;
        if (
          target !== undefined &&
          target !== texts.get(place) &&
          target !== `mailto:${texts.get(place)?.trim()}`
        )
          put(texts, `${place} link`, target);
      }
    }
  }
  return texts;
}

/** What exceljs reads: its values, shown by our formats, since it has none of its own. */
export async function readAsExceljsDoes(bytes: Uint8Array): Promise<CellTexts> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as unknown as Parameters<typeof workbook.xlsx.load>[0]);
  const startsIn1904 = workbook.properties.date1904;
  const texts = new Map<string, string>();
  for (const sheet of workbook.worksheets) {
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        // Cells of a merge answer with the value of its first cell; only that one shows it.
        if (cell.isMerged && cell.master !== cell) return;
        const place = `${sheet.name}!${cell.address}`;
        put(texts, place, exceljsText(cell.value, cell.numFmt ?? 'General', startsIn1904));
        const target = cell.hyperlink;
        if (target && target !== texts.get(place) && target !== `mailto:${texts.get(place)?.trim()}`)
          put(texts, `${place} link`, target);
      }),
    );
  }
  return texts;
}

const dayMs = 86_400_000;

function exceljsText(value: ExcelJS.CellValue, format: string, startsIn1904: boolean): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return String(value).toUpperCase();
  if (typeof value === 'number') return displayedNumber(value, format, startsIn1904);
  if (value instanceof Date && Number.isNaN(value.getTime())) return '';
  if (value instanceof Date)
    return displayedNumber(
      (value.getTime() - Date.UTC(1899, 11, startsIn1904 ? 30 + 1462 : 30)) / dayMs,
      format,
      startsIn1904,
    );
  if ('error' in value) return value.error;
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('hyperlink' in value) return exceljsText(value.text, format, startsIn1904);
  return 'result' in value ? exceljsText(value.result as ExcelJS.CellValue, format, startsIn1904) : '';
}

function put(texts: Map<string, string>, place: string, text: string): void {
  if (!isBlank(text)) texts.set(place, text);
}
