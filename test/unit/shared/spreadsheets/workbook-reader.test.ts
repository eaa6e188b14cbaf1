import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { openSpreadsheet } from '../../../../shared/spreadsheets/open-spreadsheet';
import type { Sheet } from '../../../../shared/spreadsheets/spreadsheet';
import { makeTextRow, makeWorkbookParts, makeZip, type WorkbookPieces } from './make-zip';

async function sheetsOf(bytes: Uint8Array): Promise<readonly Sheet[]> {
  const opened = await openSpreadsheet({ fileName: 'people.xlsx', bytes });
  expect(opened.notices).toEqual([]);
  return opened.sheets;
}

/** The cells of row 2 of a workbook whose row 1 is a header. */
async function secondRow(cells: string, pieces: WorkbookPieces = {}): Promise<readonly string[]> {
  const [sheet] = await sheetsOf(
    makeZip(makeWorkbookParts(`${makeTextRow(1, ['Email', 'Name', 'X'])}<row r="2">${cells}</row>`, pieces)),
  );
  return sheet?.rows.find((row) => row.rowNumber === 2)?.cells ?? [];
}

async function fromExcelJs(fill: (workbook: ExcelJS.Workbook) => void): Promise<readonly Sheet[]> {
  const workbook = new ExcelJS.Workbook();
  fill(workbook);
  return sheetsOf(new Uint8Array(await workbook.xlsx.writeBuffer()));
}

describe('cells as they are shown', () => {
  it('numbers, dates, truth values, errors, formulas and rich text of a workbook', async () => {
    const [sheet] = await fromExcelJs((workbook) => {
      const people = workbook.addWorksheet('People');
      people.addRow(['Email', 'Id', 'Fit', 'Date', 'Ok', 'Rich', 'Sum', 'Flag', 'Lost', 'Long']);
      const row = people.addRow([
        'a@example.com',
        417,
        0.64,
        new Date(Date.UTC(2025, 2, 4)),
        true,
        { richText: [{ text: 'An' }, { text: 'na ', font: { bold: true } }, { text: 'Lee' }] },
        { formula: '1+1', result: 2 },
        { formula: 'FALSE()', result: false },
        { error: '#N/A' },
        1234567890123,
      ]);
      row.getCell(2).numFmt = '00000';
      row.getCell(3).numFmt = '0%';
      row.getCell(4).numFmt = 'dd.mm.yyyy';
    });
    expect(sheet?.rows[1]?.cells).toEqual([
      'a@example.com',
      '00417',
      '64%',
      '04.03.2025',
      'TRUE',
      'Anna Lee',
      '2',
      'FALSE',
      '#N/A',
      '1234567890123',
    ]);
  });

  it('texts of formulas, in-line and shared strings, with the characters that XML cannot hold', async () => {
    const strings =
      '<si><t>plain &amp; simple</t></si><si><r><t xml:space="preserve">Rich </t></r><r><rPr><b/></rPr><t>text</t></r><rPh sb="0" eb="1"><t>ruby</t></rPh></si><si/>';
    const cells =
      '<c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="C2" t="s"><v>2</v></c><c r="D2" t="str"><f>A1&amp;"x"</f><v>a_x000D_&#10;b</v></c><c r="E2" t="inlineStr"><is><t><![CDATA[<b> & co]]></t></is></c><c r="F2" t="str"><v>_x005F_x0041_</v></c>';
    expect(await secondRow(cells, { sharedStrings: strings })).toEqual([
      'plain & simple',
      'Rich text',
      '',
      'a\nb',
      '<b> & co',
      '_x0041_',
    ]);
  });

  it('cells and rows without references, other prefixes, single quotes and > in attributes', async () => {
    const sheetXml =
      "<x:worksheet xmlns:x='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><x:sheetData><x:row><x:c t='inlineStr' q='a>b'><x:is><x:t>Email</x:t></x:is></x:c><x:c t='inlineStr'><x:is><x:t>Name</x:t></x:is></x:c></x:row><!-- <x:row> --><x:row><x:c/><x:c t = 'inlineStr' ><x:is><x:t>Ann</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>";
    const [sheet] = await sheetsOf(makeZip(makeWorkbookParts('', { sheetXml })));
    expect(sheet?.rows.map((row) => [row.rowNumber, ...row.cells])).toEqual([
      [1, 'Email', 'Name'],
      [2, '', 'Ann'],
    ]);
  });

  it('dates written out, dates from 1904, and formats that the file names itself', async () => {
    const styles =
      '<numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs><dxfs><dxf><numFmt numFmtId="164" formatCode="0"/></dxf></dxfs>';
    const cells = '<c r="A2" s="1" t="d"><v>2025-05-09T00:00:00</v></c><c r="B2" s="1"><v>44324</v></c>';
    expect(await secondRow(cells, { styles, workbookProperties: '<workbookPr date1904="1"/>' })).toEqual([
      '09/05/2025',
      '09/05/2025',
    ]);
  });

  it('letters beyond ASCII wherever the unpacked chunks part', async () => {
    const rows = Array.from({ length: 20_000 }, (_, index) =>
      makeTextRow(index + 1, [`p${index}@example.com`, `Žofie 🌻${'x'.repeat(index % 5)}`]),
    ).join('');
    const [sheet] = await sheetsOf(makeZip(makeWorkbookParts(rows)));
    expect(sheet?.rows).toHaveLength(20_000);
    expect(sheet?.rows.every((row, index) => row.cells[1] === `Žofie 🌻${'x'.repeat(index % 5)}`)).toBe(true);
  });
});

describe('rows, sheets and links', () => {
  it('tells hidden rows and hidden sheets, and leaves out rows that hold formats only', async () => {
    const sheets = await fromExcelJs((workbook) => {
      const people = workbook.addWorksheet('People');
      people.addRow(['Email', 'Name']);
      people.addRow(['a@example.com', 'Ann']).hidden = true;
      people.getRow(900).getCell(2).font = { bold: true };
      people.getRow(901).getCell(1).value = 'b@example.com';
      workbook.addWorksheet('Old', { state: 'hidden' }).addRow(['x@example.com']);
      workbook.addWorksheet('Older', { state: 'veryHidden' }).addRow(['y@example.com']);
    });
    expect(sheets.map((sheet) => [sheet.name, sheet.visibility])).toEqual([
      ['People', 'visible'],
      ['Old', 'hidden'],
      ['Older', 'hidden'],
    ]);
    expect(sheets[0]?.rows.map((row) => [row.rowNumber, row.hidden])).toEqual([
      [1, false],
      [2, true],
      [901, false],
    ]);
    expect(sheets[0]?.columnCount).toBe(2);
  });

  it('gives the address behind a cell where it is not what the cell shows', async () => {
    const relation = (id: string, target: string) =>
      `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="${target}" TargetMode="External"/>`;
    const rows =
      makeTextRow(1, ['Email', 'CV', 'More']) +
      makeTextRow(2, ['Write', 'CV', 'x']) +
      makeTextRow(3, ['b@example.com', 'CV', 'y']);
    const links =
      '<hyperlinks><hyperlink ref="A2" r:id="r1"/><hyperlink ref="B2:B3" r:id="r2"/><hyperlink ref="A3" r:id="r3"/><hyperlink ref="C2" location="Other!A1"/><hyperlink ref="C3" r:id="r2" location="page2"/></hyperlinks>';
    const relations =
      relation('r1', 'mailto:a@example.com') +
      relation('r2', 'https://cv.example.com/?a=1&amp;b=2') +
      relation('r3', 'mailto:b@example.com');
    const [sheet] = await sheetsOf(
      makeZip(makeWorkbookParts(rows, { afterRows: links, sheetRelations: relations })),
    );
    expect([...(sheet?.rows[1]?.links ?? [])]).toEqual([
      [0, 'mailto:a@example.com'],
      [1, 'https://cv.example.com/?a=1&b=2'],
    ]);
    expect([...(sheet?.rows[2]?.links ?? [])]).toEqual([
      [1, 'https://cv.example.com/?a=1&b=2'],
      [2, 'https://cv.example.com/?a=1&b=2#page2'],
    ]);
  });

  it('gives the address that a HYPERLINK formula names', async () => {
    const rows = `${makeTextRow(1, ['Email', 'CV'])}<row r="2"><c r="A2" t="inlineStr"><is><t>a@example.com</t></is></c><c r="B2" t="str"><f>HYPERLINK("https://cv.example.com/a.pdf","CV")</f><v>CV</v></c></row>`;
    const [sheet] = await sheetsOf(makeZip(makeWorkbookParts(rows)));
    expect([...(sheet?.rows[1]?.links ?? [])]).toEqual([[1, 'https://cv.example.com/a.pdf']]);
  });

  it('points at a cell longer than Excel keeps and reads its row', async () => {
    const opened = await openSpreadsheet({
      fileName: 'people.xlsx',
      bytes: makeZip(
        makeWorkbookParts(
          makeTextRow(1, ['Email', 'Note']) + makeTextRow(2, ['a@example.com', 'x'.repeat(32_768)]),
        ),
      ),
    });
    expect(opened.notices).toMatchObject([{ kind: 'cell-too-long', blocking: false, rowNumber: 2 }]);
    expect(opened.sheets[0]?.rows).toHaveLength(2);
  });
});
