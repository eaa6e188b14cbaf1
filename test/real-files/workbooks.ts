import ExcelJS from 'exceljs';
import {
  makeTextRow,
  makeWorkbookParts,
  makeZip,
  type WorkbookPieces,
} from '../unit/shared/spreadsheets/make-zip';
import type { RealFile, RealReading } from './real-file';

function workbook(what: string, fill: (book: ExcelJS.Workbook) => void, expected: RealReading): RealFile {
  const make = async () => {
    const book = new ExcelJS.Workbook();
    fill(book);
    return new Uint8Array(await book.xlsx.writeBuffer());
  };
  return { what, fileName: 'people.xlsx', make, expected };
}

function rawWorkbook(
  what: string,
  rows: string,
  expected: RealReading,
  pieces: WorkbookPieces = {},
): RealFile {
  return { what, fileName: 'people.xlsx', make: () => makeZip(makeWorkbookParts(rows, pieces)), expected };
}

const header = ['First name', 'Last name', 'Email'];
const ann = ['Ann', 'Lee', 'ann@example.com'];
const bo = ['Bo', 'Roe', 'bo@example.com'];
const cy = ['Cy', 'Poe', 'cy@example.com'];
const three = [
  '2: Ann | Lee | ann@example.com',
  '3: Bo | Roe | bo@example.com',
  '4: Cy | Poe | cy@example.com',
];
const text = (place: string, shown: string, style = 0) =>
  `<c r="${place}" s="${style}" t="inlineStr"><is><t>${shown}</t></is></c>`;
const number = (place: string, value: number | string, style = 0) =>
  `<c r="${place}" s="${style}"><v>${value}</v></c>`;
const formula = (place: string, code: string, value: string | null = null) =>
  `<c r="${place}"${value === null ? '' : ' t="str"'}><f>${code}</f>${value === null ? '' : `<v>${value}</v>`}</c>`;

/** Workbooks as people and programs make them. */
export const workbooks: readonly RealFile[] = [
  workbook(
    'a cover, the people, then lists to choose from',
    (book) => {
      const cover = book.addWorksheet('Read me');
      cover.addRows([
        ['Candidates for the spring fair'],
        ['Prepared by', 'Dana Moss'],
        ['Questions to', 'dana.moss@example.com'],
        ['Status', 'final'],
      ]);
      book.addWorksheet('Candidates').addRows([header, ann, bo, cy]);
      book.addWorksheet('Lists').addRows([
        ['Status', 'Source'],
        ['new', 'fair'],
        ['old', 'web'],
        ['closed', 'friend'],
        ['x', 'y'],
      ]);
    },
    { sheet: 'Candidates', headerRow: 1, people: three },
  ),
  workbook(
    'a table that begins in F20, with empty columns between',
    (book) => {
      const sheet = book.addWorksheet('Plan');
      sheet.getCell('A1').value = 'Interview plan';
      sheet.getCell('B3').value = 'Version 4';
      [header, ann, bo].forEach((cells, index) => {
        sheet.getCell(`F${20 + index}`).value = cells[0] ?? '';
        sheet.getCell(`H${20 + index}`).value = cells[1] ?? '';
        sheet.getCell(`K${20 + index}`).value = cells[2] ?? '';
      });
    },
    {
      headerRow: 20,
      people: ['21: Ann | Lee | ann@example.com', '22: Bo | Roe | bo@example.com'],
      emailColumn: 'K',
    },
  ),
  workbook(
    'groups of columns in merged cells above the header, a merged title above those',
    (book) => {
      const sheet = book.addWorksheet('People');
      sheet.addRows([
        ['Applicants 2026'],
        ['Person', '', 'Contact', '', 'Status'],
        ['First name', 'Last name', 'Email', 'Phone', 'Stage'],
        [...ann, '020 7946 0001', 'Screen'],
        [...bo, '', 'Screen'],
      ]);
      sheet.mergeCells('A1:E1');
      sheet.mergeCells('A2:B2');
      sheet.mergeCells('C2:D2');
    },
    {
      headerRow: 3,
      people: [
        '4: Ann | Lee | ann@example.com | 020 7946 0001 | Screen',
        '5: Bo | Roe | bo@example.com | Screen',
      ],
    },
  ),
  workbook(
    'Numbers: a summary of the export first, with links into the workbook',
    (book) => {
      const summary = book.addWorksheet('Export Summary');
      summary.addRows([
        [
          'This document was exported from Numbers. Each table was converted to an Excel worksheet. All other objects on each Numbers sheet were placed on separate worksheets.',
        ],
        [],
        ['Numbers Sheet Name', 'Numbers Table Name', 'Excel Worksheet Name'],
        ['Sheet 1'],
        ['', 'Table 1', { text: 'Sheet 1 - Table 1', hyperlink: "#'Sheet 1 - Table 1'!R1C1" }],
      ]);
      book.addWorksheet('Sheet 1 - Table 1').addRows([['Table 1'], header, ann, bo]);
    },
    {
      sheet: 'Sheet 1 - Table 1',
      headerRow: 2,
      people: ['3: Ann | Lee | ann@example.com', '4: Bo | Roe | bo@example.com'],
    },
  ),
  rawWorkbook(
    'formats that add words to texts, or hide them',
    makeTextRow(1, ['Candidate', 'Name', 'Email', 'Internal']) +
      `<row r="2">${text('A2', '0017', 1)}${text('B2', 'Ann Lee', 2)}${text('C2', 'ann@example.com')}${text('D2', 'secret', 3)}</row>` +
      `<row r="3">${number('A3', 18, 1)}${text('B3', 'Bo Roe', 2)}${text('C3', 'bo@example.com')}${number('D3', 7, 3)}</row>`,
    {
      headerRow: 1,
      people: ['2: C-0017 | Ann Lee (new) | ann@example.com', '3: C-0018 | Bo Roe (new) | bo@example.com'],
    },
    {
      styles:
        '<numFmts count="3"><numFmt numFmtId="164" formatCode="&quot;C-&quot;0000;-0;0;&quot;C-&quot;@"/><numFmt numFmtId="165" formatCode="@&quot; (new)&quot;"/><numFmt numFmtId="166" formatCode=";;;"/></numFmts><cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/></cellXfs>',
    },
  ),
  rawWorkbook(
    'ids, phones and dates as numbers with formats',
    makeTextRow(1, ['ID', 'Name', 'Email', 'Phone', 'Applied', 'Score', 'Part']) +
      `<row r="2">${number('A2', 417, 1)}${text('B2', 'Ann Lee')}${text('C2', 'ann@example.com')}${number('D2', 5550143, 2)}${number('E2', 46096, 3)}${number('F2', 0.875, 4)}${number('G2', 2.5, 5)}</row>` +
      `<row r="3">${number('A3', 1042, 1)}${text('B3', 'Bo Roe')}${text('C3', 'bo@example.com')}${number('D3', 2025550143, 2)}${number('E3', 46097, 3)}${number('F3', 0.5, 4)}${number('G3', 0.25, 5)}</row>`,
    {
      headerRow: 1,
      people: [
        '2: R-00417 | Ann Lee | ann@example.com | 555-0143 | 15-Mar-26 | 87.5% | 2 1/2',
        '3: R-01042 | Bo Roe | bo@example.com | (202) 555-0143 | 16-Mar-26 | 50.0% | 1/4',
      ],
    },
    {
      styles:
        '<numFmts count="3"><numFmt numFmtId="164" formatCode="&quot;R-&quot;00000"/><numFmt numFmtId="165" formatCode="[&lt;=9999999]###\\-####;\\(###\\)\\ ###\\-####"/><numFmt numFmtId="166" formatCode="[$-409]d\\-mmm\\-yy;@"/><numFmt numFmtId="167" formatCode="0.0%"/></numFmts><cellXfs count="6"><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="167"/><xf numFmtId="12"/></cellXfs>',
    },
  ),
  rawWorkbook(
    'a program wrote formulas and calculated none: Excel would show addresses',
    makeTextRow(1, ['Login', 'Name', 'Email']) +
      [2, 3]
        .map(
          (row) =>
            `<row r="${row}">${text(`A${row}`, `p${row}`)}${text(`B${row}`, 'Ann Lee')}${formula(`C${row}`, `A${row}&amp;"@example.com"`)}</row>`,
        )
        .join(''),
    { headerRow: 1, people: ['2: p2 | Ann Lee', '3: p3 | Ann Lee'], notices: ['not-calculated'] },
  ),
  rawWorkbook(
    'formulas with results, an empty one among them',
    makeTextRow(1, ['Login', 'Name', 'Email']) +
      `<row r="2">${text('A2', 'p2')}${text('B2', 'Ann Lee')}${formula('C2', 'A2&amp;"@example.com"', 'p2@example.com')}</row>` +
      `<row r="3">${text('A3', 'p3')}${text('B3', 'Bo Roe')}${formula('C3', 'IF(1,"","")', '')}</row>`,
    { headerRow: 1, people: ['2: p2 | Ann Lee | p2@example.com', '3: p3 | Bo Roe'] },
  ),
  workbook(
    'a list pasted into column A, semicolons between',
    (book) =>
      book
        .addWorksheet('Sheet1')
        .addRows(
          [
            'Vorname;Nachname;E-Mail',
            'Ann;Lee;ann@example.com',
            'Bo;Roe;bo@example.com',
            'Cy;Poe;cy@example.com',
          ].map((line) => [line]),
        ),
    {
      headerRow: 1,
      people: ['2: Ann;Lee;ann@example.com', '3: Bo;Roe;bo@example.com', '4: Cy;Poe;cy@example.com'],
      notices: ['one-column'],
    },
  ),
  workbook(
    'more people on a sheet that is hidden for good',
    (book) => {
      const old = book.addWorksheet('Old', { state: 'veryHidden' });
      old.addRows([
        header,
        ...Array.from({ length: 20 }, (_, index) => ['Old', `No. ${index}`, `old${index}@example.com`]),
      ]);
      book.addWorksheet('New').addRows([header, ann, bo]);
    },
    { sheet: 'New', headerRow: 1, people: three.slice(0, 2) },
  ),
  workbook(
    'rows that a filter hides, a column in a closed group',
    (book) => {
      const sheet = book.addWorksheet('People');
      sheet.addRows([
        [...header, 'Stage', 'Old email'],
        [...ann, 'Screen', 'a.lee@example.org'],
        [...bo, 'Rejected', ''],
        [...cy, 'Screen', ''],
      ]);
      sheet.autoFilter = 'A1:E4';
      sheet.getRow(3).hidden = true;
      sheet.getColumn(5).hidden = true;
      sheet.getColumn(5).outlineLevel = 1;
    },
    {
      headerRow: 1,
      people: [
        '2: Ann | Lee | ann@example.com | Screen | a.lee@example.org',
        '3: Bo | Roe | bo@example.com | Rejected',
        '4: Cy | Poe | cy@example.com | Screen',
      ],
      hiddenRows: [3],
      hiddenColumns: 'E',
      emailColumn: 'C',
    },
  ),
  workbook(
    'people who are crossed out',
    (book) => {
      const sheet = book.addWorksheet('People');
      sheet.addRows([header, ann, bo, cy]);
      for (const place of ['A3', 'B3', 'C3']) sheet.getCell(place).font = { strike: true };
      sheet.getCell('B4').font = { strike: true };
    },
    { headerRow: 1, people: three, notices: ['crossed-out'] },
  ),
  workbook(
    'links dragged down: an address is shown, and another is behind it',
    (book) => {
      const sheet = book.addWorksheet('People');
      sheet.addRow(header);
      sheet.addRow(['Ann', 'Lee', { text: 'ann@example.com', hyperlink: 'mailto:ann@example.com' }]);
      sheet.addRow(['Bo', 'Roe', { text: 'bo@example.com', hyperlink: 'mailto:ann@example.com' }]);
      sheet.addRow(['Cy', 'Poe', { text: 'Write to Cy', hyperlink: 'mailto:cy@example.com?subject=Hello' }]);
    },
    {
      headerRow: 1,
      people: ['2: Ann | Lee | ann@example.com', '3: Bo | Roe | bo@example.com', '4: Cy | Poe | Write to Cy'],
      emails: ['ann@example.com', 'bo@example.com', 'cy@example.com'],
    },
  ),
  rawWorkbook(
    'errors in cells',
    makeTextRow(1, ['Name', 'Email', 'City']) +
      `<row r="2">${text('A2', 'Ann Lee')}<c r="B2" t="e"><f>VLOOKUP(A2,X:Y,2,0)</f><v>#N/A</v></c>${text('C2', 'York')}</row>` +
      `<row r="3">${text('A3', 'Bo Roe')}${text('B3', 'bo@example.com')}<c r="C3" t="e"><v>#REF!</v></c></row>`,
    { headerRow: 1, people: ['2: Ann Lee | #N/A | York', '3: Bo Roe | bo@example.com | #REF!'] },
  ),
  workbook(
    'a list of presence: days as headers',
    (book) => {
      const sheet = book.addWorksheet('March');
      sheet.addRow([
        'Name',
        'E-mail',
        new Date(Date.UTC(2026, 2, 1)),
        new Date(Date.UTC(2026, 2, 2)),
        new Date(Date.UTC(2026, 2, 3)),
      ]);
      sheet.addRow(['Ann Lee', 'ann@example.com', 'x', '', 'x']);
      sheet.addRow(['Bo Roe', 'bo@example.com', '', 'x', 'x']);
      for (const column of ['C1', 'D1', 'E1']) sheet.getCell(column).numFmt = 'dd.mm.';
    },
    { headerRow: 1, people: ['2: Ann Lee | ann@example.com | x | x', '3: Bo Roe | bo@example.com | x | x'] },
  ),
  workbook(
    'a company once, in a merged cell for all of its people',
    (book) => {
      const sheet = book.addWorksheet('People');
      sheet.addRows([
        ['Company', 'Name', 'Email'],
        ['Example Ltd', 'Ann Lee', 'ann@example.com'],
        ['', 'Bo Roe', 'bo@example.com'],
        ['Sample AG', 'Cy Poe', 'cy@example.com'],
      ]);
      sheet.mergeCells('A2:A3');
    },
    {
      headerRow: 1,
      people: [
        '2: Example Ltd | Ann Lee | ann@example.com',
        '3: Bo Roe | bo@example.com',
        '4: Sample AG | Cy Poe | cy@example.com',
      ],
    },
  ),
  workbook(
    'instructions in long sentences above the table, an example among them',
    (book) =>
      book
        .addWorksheet('Template')
        .addRows([
          ['How to fill in this template'],
          ['1. One person a row. Do not change the headers, and do not leave rows empty between people.'],
          ['2. The email address must be valid, for example: jane.doe@example.com'],
          ['3. Save as CSV and upload.'],
          [],
          header,
          ann,
          bo,
        ]),
    { headerRow: 6, people: ['7: Ann | Lee | ann@example.com', '8: Bo | Roe | bo@example.com'] },
  ),
  workbook(
    'totals that are formulas, two rows below the people',
    (book) => {
      const sheet = book.addWorksheet('People');
      sheet.addRows([[...header, 'Score'], [...ann, 7], [...bo, 9], []]);
      sheet.addRow([
        'Total',
        { formula: 'COUNTA(B2:B3)', result: 2 },
        '',
        { formula: 'SUM(D2:D3)', result: 16 },
      ]);
    },
    {
      headerRow: 1,
      people: ['2: Ann | Lee | ann@example.com | 7', '3: Bo | Roe | bo@example.com | 9'],
      leftOut: [5],
    },
  ),
  workbook(
    'a pivot table: groups above their people, totals below',
    (book) =>
      book.addWorksheet('Pivot').addRows([
        ['Row Labels', 'Email', 'Count'],
        ['Sales', '', 2],
        ['Ann Lee', 'ann@example.com', 1],
        ['Bo Roe', 'bo@example.com', 1],
        ['Service', '', 1],
        ['Cy Poe', 'cy@example.com', 1],
        ['Grand Total', '', 3],
      ]),
    {
      headerRow: 1,
      people: [
        '2: Sales | 2',
        '3: Ann Lee | ann@example.com | 1',
        '4: Bo Roe | bo@example.com | 1',
        '5: Service | 1',
        '6: Cy Poe | cy@example.com | 1',
      ],
      leftOut: [7],
    },
  ),
  workbook(
    'two lists below one another, the second without last names',
    (book) =>
      book
        .addWorksheet('People')
        .addRows([
          ['Shortlist'],
          header,
          ann,
          bo,
          [],
          ['Reserve'],
          ['Email', 'Name'],
          ['cy@example.com', 'Cy Poe'],
          ['di@example.com', 'Di Fox'],
        ]),
    {
      headerRow: 2,
      people: ['3: Ann | Lee | ann@example.com', '4: Bo | Roe | bo@example.com'],
      leftOut: [6, 7, 8, 9],
      otherLists: ['below 7'],
    },
  ),
  workbook(
    'a panel of interviewers above the candidates',
    (book) =>
      book
        .addWorksheet('Plan')
        .addRows([
          ['Interviewers'],
          ['Name', 'Email', 'Role'],
          ['Dana Moss', 'dana.moss@example.com', 'HR'],
          ['Max Hill', 'max.hill@example.com', 'Lead'],
          [],
          ['Candidates'],
          header,
          ...Array.from({ length: 7 }, (_, index) => ['Ann', `No. ${index}`, `c${index}@example.com`]),
        ]),
    {
      headerRow: 7,
      people: Array.from(
        { length: 7 },
        (_, index) => `${index + 8}: Ann | No. ${index} | c${index}@example.com`,
      ),
      otherLists: ['above 3-4'],
    },
  ),
  workbook(
    'one more header in other words, the columns the same',
    (book) =>
      book
        .addWorksheet('People')
        .addRows([header, ann, bo, [], ['Forename', 'Surname', 'E-mail address'], cy]),
    {
      headerRow: 1,
      people: [
        '2: Ann | Lee | ann@example.com',
        '3: Bo | Roe | bo@example.com',
        '6: Cy | Poe | cy@example.com',
      ],
      leftOut: [5],
    },
  ),
  workbook(
    'lines that are numbered already and still empty',
    (book) =>
      book.addWorksheet('People').addRows([['No.', ...header], [1, ...ann], [2, ...bo], [3], [4], [5]]),
    {
      headerRow: 1,
      people: ['2: 1 | Ann | Lee | ann@example.com', '3: 2 | Bo | Roe | bo@example.com'],
      leftOut: [4, 5, 6],
    },
  ),
  workbook(
    'people in columns instead of rows',
    (book) =>
      book.addWorksheet('Side').addRows([
        ['Name', 'Ann Lee', 'Bo Roe', 'Cy Poe'],
        ['Email', 'ann@example.com', 'bo@example.com', 'cy@example.com'],
        ['City', 'York', 'Hull', 'Bath'],
      ]),
    {
      headerRow: 1,
      people: [
        '2: Email | ann@example.com | bo@example.com | cy@example.com',
        '3: City | York | Hull | Bath',
      ],
      notices: ['on-its-side'],
    },
  ),
];
