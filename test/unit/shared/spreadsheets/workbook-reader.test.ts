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

  it.each([
    ['007', '7'],
    ['-0', '0'],
    ['-12', '-12'],
    ['1.50', '1.5'],
    ['.5', '0.5'],
    ['1E3', '1000'],
    [' 42 ', '42'],
    ['123456789012345', '123456789012345'],
    ['1234567890123456', '1.23457E+15'],
    ['0.1000000000000000055511151231257827', '0.1'],
    ['4.1000000000000002E-5', '0.000041'],
    ['n/a', 'n/a'],
    ['', ''],
  ])('a number written as "%s" shows %s', async (written, shown) => {
    expect((await secondRow(`<c r="A2"><v>${written}</v></c><c r="B2" t="str"><v>end</v></c>`))[0]).toBe(
      shown,
    );
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

  it('does not follow thousands of links that each cover the whole sheet', async () => {
    const rows = Array.from({ length: 2_000 }, (_, index) =>
      makeTextRow(index + 1, [`p${index}@example.com`, 'x']),
    );
    const opened = await openSpreadsheet({
      fileName: 'people.xlsx',
      bytes: makeZip(
        makeWorkbookParts(rows.join(''), {
          afterRows: `<hyperlinks>${'<hyperlink ref="A1:XFD1048576" r:id="r1"/>'.repeat(20_000)}</hyperlinks>`,
          sheetRelations:
            '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="https://cv.example.com/" TargetMode="External"/>',
        }),
      ),
    });
    expect(opened.notices).toMatchObject([{ kind: 'file-too-large', blocking: true }]);
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

describe('bytes that other programs write', () => {
  /** The workbook with the sheet's part as these bytes. */
  function withSheetBytes(bytes: Uint8Array): Uint8Array {
    return makeZip(
      makeWorkbookParts('').map((part) =>
        part.name.endsWith('sheet1.xml') ? { ...part, content: bytes } : part,
      ),
    );
  }
  const sheetOf = (rows: string, prolog = '') =>
    `${prolog}<worksheet><sheetData>${rows}</sheetData></worksheet>`;
  const rows = makeTextRow(1, ['Email', 'Name']) + makeTextRow(2, ['zofie@example.com', 'Žofie Müller']);
  const cells = [
    ['Email', 'Name'],
    ['zofie@example.com', 'Žofie Müller'],
  ];

  it.each([
    ['UTF-16 with its mark', Buffer.from(`\ufeff${sheetOf(rows)}`, 'utf16le')],
    ['UTF-16 without', Buffer.from(sheetOf(rows), 'utf16le')],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${sheetOf(rows)}`)],
  ])('%s', async (_what, bytes) => {
    const [sheet] = await sheetsOf(withSheetBytes(bytes));
    expect(sheet?.rows.map((row) => row.cells)).toEqual(cells);
  });

  it('an encoding that the first line names', async () => {
    const prolog = '<?xml version="1.0" encoding="iso-8859-1"?>';
    const bytes = Buffer.from(
      sheetOf(makeTextRow(1, ['Email']) + makeTextRow(2, ['Müller']), prolog),
      'latin1',
    );
    const [sheet] = await sheetsOf(withSheetBytes(bytes));
    expect(sheet?.rows[1]?.cells).toEqual(['Müller']);
  });

  it('a byte that is no UTF-8 spoils its own cell only', async () => {
    const bytes = Buffer.from(
      sheetOf(
        makeTextRow(1, ['Email', 'Name', 'City']) + makeTextRow(2, ['a@example.com', 'J~rgen 🌻', 'Łódź']),
      ),
    );
    bytes[bytes.indexOf('~')] = 0xfc;
    const [sheet] = await sheetsOf(withSheetBytes(bytes));
    expect(sheet?.rows[1]?.cells).toEqual(['a@example.com', 'J\ufffdrgen 🌻', 'Łódź']);
  });

  it('rows that only their cells number', async () => {
    const [sheet] = await sheetsOf(
      withSheetBytes(
        Buffer.from(
          sheetOf(
            '<row><c r="A1" t="str"><v>Email</v></c></row><row><c r="b4" t="str"><v>Ann</v></c></row><row><c t="str"><v>Ben</v></c></row>',
          ),
        ),
      ),
    );
    expect(sheet?.rows.map((row) => [row.rowNumber, ...row.cells])).toEqual([
      [1, 'Email'],
      [4, '', 'Ann'],
      [5, 'Ben'],
    ]);
  });

  it('a cell that is longer than what is looked at at once, between others', async () => {
    const long = 'Žluť'.repeat(200_000);
    const opened = await openSpreadsheet({
      fileName: 'people.xlsx',
      bytes: makeZip(
        makeWorkbookParts(
          makeTextRow(1, ['Email', 'Note', 'Name']) +
            makeTextRow(2, ['a@example.com', long, 'Ann']) +
            makeTextRow(3, ['b@example.com', 'short', 'Ben']),
        ),
      ),
    });
    expect(opened.sheets[0]?.rows.map((row) => row.cells.join())).toEqual([
      'Email,Note,Name',
      `a@example.com,${long},Ann`,
      'b@example.com,short,Ben',
    ]);
  });

  it.each([
    ['a string that the table does not have', '<row r="2"><c r="A2" t="s"><v>7</v></c></row>'],
    [
      'a row inside a row',
      `<row r="2"><c r="A2" t="s"><v>0</v></c>${makeTextRow(3, ['b@example.com'])}</row>`,
    ],
    ['a cell outside the rows', '<c r="A2" t="s"><v>0</v></c>'],
  ])('%s is damage, not an empty cell', async (_what, damaged) => {
    const opened = await openSpreadsheet({
      fileName: 'people.xlsx',
      bytes: makeZip(
        makeWorkbookParts(makeTextRow(1, ['Email']) + damaged, {
          sharedStrings: '<si><t>a@example.com</t></si>',
        }),
      ),
    });
    expect(opened.sheets).toEqual([]);
    expect(opened.notices).toMatchObject([{ kind: 'file-damaged', blocking: true }]);
  });

  it('can be stopped in the middle of a sheet', async () => {
    const stop = new AbortController();
    const many = Array.from({ length: 20_000 }, (_, index) =>
      makeTextRow(index + 1, [`p${index}@example.com`]),
    );
    const seen: number[] = [];
    const opening = openSpreadsheet(
      { fileName: 'people.xlsx', bytes: makeZip(makeWorkbookParts(many.join(''))) },
      {},
      {
        signal: stop.signal,
        onProgress: (fraction) => {
          seen.push(fraction);
          if (fraction > 0.4) stop.abort();
        },
      },
    );
    await expect(opening).rejects.toMatchObject({ name: 'AbortError' });
    expect(Math.max(...seen)).toBeLessThan(0.9);
  });
});
