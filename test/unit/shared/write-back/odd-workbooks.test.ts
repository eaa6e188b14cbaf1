import { describe, expect, it } from 'vitest';
import { openSpreadsheet } from '../../../../shared/spreadsheets/open-spreadsheet';
import { putResults } from '../../../../shared/write-back/put-results';
import { makeSmallWorkbook, type SmallWorkbook, textCell } from '../../../helpers/make-small-workbook';
import { makeWriteBack } from '../../../helpers/make-write-back';
import { readPlainZip } from '../../../helpers/plain-zip';

const header = (row: number) => textCell(`A${row}`, 'Email') + textCell(`B${row}`, 'City');
const person = (row: number, more = '') =>
  `${textCell(`A${row}`, `ana${row}@example.com`)}${textCell(`B${row}`, 'Brno')}${more}`;
const twoPeople = `<row r="1">${header(1)}</row><row r="2">${person(2)}</row><row r="3">${person(3)}</row>`;

async function fill(workbook: SmallWorkbook, headerRow: number | null | 'auto' = 'auto') {
  const bytes = makeSmallWorkbook(workbook);
  const made = await makeWriteBack('people.xlsx', bytes, { headerRow });
  const copy = await putResults(made.file, made.order, made.rows);
  const opened = await openSpreadsheet({ fileName: 'copy.xlsx', bytes: copy.bytes });
  const parts = readPlainZip(copy.bytes);
  return {
    copy,
    sheet: parts.get('xl/worksheets/sheet1.xml')?.bytes.toString() ?? '',
    rows: new Map(opened.sheets[0]?.rows.map(({ rowNumber, cells }) => [rowNumber, cells])),
  };
}

describe('a sheet', () => {
  it('gets its header even where the header row is not in it yet, in its place', async () => {
    const { rows, sheet } = await fill(
      {
        sheet: `<sheetData><row r="1">${textCell('A1', 'Fair')}</row><row r="5">${person(5)}</row></sheetData>`,
      },
      3,
    );
    expect(rows.get(3)?.slice(2)).toEqual(['Outcome', 'What happened', 'Time']);
    expect(sheet.indexOf('<row r="3">')).toBeLessThan(sheet.indexOf('<row r="5">'));
    expect(rows.get(5)?.[2]).toBe('Refused');
  });

  it('without a header row gets none', async () => {
    const { rows } = await fill({ sheet: `<sheetData><row r="1">${person(1)}</row></sheetData>` }, null);
    expect(rows.get(1)?.slice(2, 4)).toEqual(['Refused', 'Invited as number 1']);
    expect(rows.size).toBe(1);
  });

  it('keeps what stands at the end of a row behind its cells', async () => {
    const { sheet } = await fill({
      sheet: `<sheetData><row r="1">${header(1)}</row><row r="2" spans="1:2">${person(2)}<extLst><ext uri="x"/></extLst></row></sheetData>`,
    });
    expect(sheet).toMatch(/spans="1:5"/);
    expect(sheet).toMatch(/<\/c><extLst><ext uri="x"\/><\/extLst><\/row>/);
  });

  it('takes the place of empty cells that only have a look, and leaves those behind', async () => {
    const looks = '<c r="C2" s="1"/><c r="D2" s="1"></c><c r="J2" s="1"/>';
    const { rows, sheet } = await fill({
      sheet: `<sheetData><row r="1">${header(1)}</row><row r="2">${person(2, looks)}</row></sheetData>`,
    });
    expect(rows.get(2)?.slice(2, 4)).toEqual(['Refused', 'Invited as number 1']);
    expect(sheet).not.toContain('<c r="D2" s="1"></c>');
    expect(sheet).toMatch(/<c r="E2"[^>]*><v>[\d.]+<\/v><\/c><c r="J2" s="1"\/><\/row>/);
  });

  it('is not taken for used where a title goes over all its columns above the table', async () => {
    const { rows } = await fill({
      sheet: `<sheetData><row r="1">${textCell('A1', 'Fair')}</row><row r="2">${header(2)}</row><row r="3">${person(3)}</row></sheetData><mergeCells count="1"><mergeCell ref="A1:XFD1"/></mergeCells>`,
    });
    expect(rows.get(2)?.[2]).toBe('Outcome');
  });

  it.each([
    ['a formula without a value', '<c r="F2"><f>1+1</f></c>', '', 6],
    ['merged cells', '', '<mergeCells><mergeCell ref="D2:G2"/></mergeCells>', 7],
    ['a link', '', '<hyperlinks><hyperlink ref="E2" location="A1"/></hyperlinks>', 5],
    [
      'a sparkline',
      '',
      '<extLst><ext><x14:sparklineGroups xmlns:x14="a" xmlns:xm="b"><x14:sparklineGroup><x14:sparklines><x14:sparkline><xm:f>A1:B1</xm:f><xm:sqref>C2</xm:sqref></x14:sparkline></x14:sparklines></x14:sparklineGroup></x14:sparklineGroups></ext></extLst>',
      3,
    ],
  ])('is used as far as %s', async (_, cell, behind, firstColumn) => {
    const { rows } = await fill({
      sheet: `<sheetData><row r="1">${header(1)}</row><row r="2">${person(2, cell)}</row></sheetData>${behind}`,
    });
    expect(rows.get(1)?.indexOf('Outcome')).toBe(firstColumn);
  });

  it('without a list of looks gets times as texts', async () => {
    const { rows, sheet } = await fill({ styles: null, sheet: `<sheetData>${twoPeople}</sheetData>` });
    expect(rows.get(2)?.at(-1)).toBe('2026-03-21 14:55:00');
    expect(sheet).not.toMatch(/<c r="C2" s=/);
  });

  it('that is used to its last column is refused, and says to which', async () => {
    const workbook = {
      sheet: `<sheetData><row r="1">${header(1)}</row><row r="2">${person(2, '<c r="XFC2"><f>1</f></c>')}</row></sheetData>`,
    };
    await expect(fill(workbook)).rejects.toThrow('used up to column XFC, so there is no room');
  });

  it('in another encoding is refused, since its bytes would be translated', async () => {
    const toPart: SmallWorkbook['toPart'] = (part) =>
      part.name.endsWith('sheet1.xml')
        ? {
            ...part,
            bytes: Buffer.from(
              `\ufeff${new TextDecoder().decode(part.bytes).replace('UTF-8', 'UTF-16')}`,
              'utf16le',
            ),
          }
        : part;
    await expect(fill({ sheet: `<sheetData>${twoPeople}</sheetData>`, toPart })).rejects.toThrow(
      'not written in UTF-8',
    );
  });
});

describe('a ZIP file', () => {
  const sheet = `<sheetData>${twoPeople}</sheetData>`;
  const more = [
    { name: 'customXml/note.xml', bytes: new TextEncoder().encode('<note>mine</note>'), isStored: true },
  ];

  it.each([
    ['with sizes behind the bytes', { hasDescriptor: true }, {}],
    ['with stored parts', { isStored: true }, {}],
    ['with figures of 64 bits', { is64: true }, { is64: true }],
    [
      'with extra fields and a comment',
      { extra: new Uint8Array([1, 2, 3]) },
      { comment: 'saved by a colleague' },
    ],
  ])('%s keeps its other parts as they lie in it', async (_, changes, zip) => {
    const workbook = {
      sheet,
      more,
      zip,
      toPart: (part: Parameters<NonNullable<SmallWorkbook['toPart']>>[0]) => ({ ...part, ...changes }),
    };
    const { copy } = await fill(workbook);
    const after = readPlainZip(copy.bytes);
    const note = after.get('customXml/note.xml');
    expect(note?.bytes.toString()).toBe('<note>mine</note>');
    expect(after.size).toBe(7);
    if ('comment' in zip) expect(Buffer.from(copy.bytes).toString('latin1').endsWith(zip.comment)).toBe(true);
  });

  it('that is no .xlsx or text is refused, with what to do', async () => {
    const made = await makeWriteBack('people.xlsx', makeSmallWorkbook({ sheet }));
    const html = new TextEncoder().encode(
      '<html><body><table><tr><td>Email</td></tr><tr><td>ana@example.com</td></tr></table></body></html>',
    );
    await expect(
      putResults({ ...made.file, fileName: 'people.xls', bytes: html }, made.order, made.rows),
    ).rejects.toThrow(/people\.xls is a web page.*Nothing was saved.*save it as \.xlsx/s);
  });
});
