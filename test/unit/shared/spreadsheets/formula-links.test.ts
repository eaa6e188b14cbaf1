import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openSpreadsheet } from '../../../../shared/spreadsheets/open-spreadsheet';
import type { OpenedSpreadsheet } from '../../../../shared/spreadsheets/spreadsheet';
import { makeTextRow, makeWorkbookParts, makeZip, type WorkbookPieces } from './make-zip';

const text = (place: string, shown: string) => `<c r="${place}" t="inlineStr"><is><t>${shown}</t></is></c>`;
const formula = (place: string, code: string, shown: string) =>
  `<c r="${place}" t="str"><f>${code.replaceAll('&', '&amp;')}</f><v>${shown}</v></c>`;

async function open(rows: string, pieces: WorkbookPieces = {}): Promise<OpenedSpreadsheet> {
  return openSpreadsheet({ fileName: 'people.xlsx', bytes: makeZip(makeWorkbookParts(rows, pieces)) });
}

/** The address behind C2 of a sheet with `ann@example.com` in A2 and an address in B2; and whether it is said to be unknown. */
async function linkOf(code: string, shown = 'CV'): Promise<{ link: string | undefined; isSaid: boolean }> {
  const opened = await open(
    `${makeTextRow(1, ['Email', 'File', 'CV', 'No.'])}<row r="2">${text('A2', 'ann@example.com')}${text('B2', 'https://cv.example.com/ann.pdf')}${formula('C2', code, shown)}<c r="D2" s="1"><v>417</v></c><c r="E2"><v>418</v></c></row>`,
    {
      styles:
        '<numFmts><numFmt numFmtId="164" formatCode="00000"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs>',
    },
  );
  const row = opened.sheets[0]?.rows[1];
  expect(row?.cells[2]).toBe(shown);
  return { link: row?.links?.get(2), isSaid: opened.notices.some(({ kind }) => kind === 'link-unknown') };
}

const known = (link: string) => ({ link, isSaid: false });
const nothing = { link: undefined, isSaid: false };
const said = { link: undefined, isSaid: true };
const ann = 'https://cv.example.com/ann.pdf';

describe('links made by a formula', () => {
  it.each([
    ['a text', `HYPERLINK("${ann}","CV")`, known(ann)],
    ['a cell', 'HYPERLINK(B2,"CV")', known(ann)],
    ['a fixed cell, in small letters', ' hyperlink( $B$2 , "CV" )', known(ann)],
    ['a cell of the same sheet, by its name', 'HYPERLINK(\'People\'!B2,"CV")', known(ann)],
    [
      'texts and cells joined',
      'HYPERLINK("https://x.example.com/?a=""1""&to="&A2,"CV")',
      known('https://x.example.com/?a="1"&to=ann@example.com'),
    ],
    [
      'CONCATENATE',
      'HYPERLINK(CONCATENATE("https://x.example.com/",(A2),"/",7),"CV")',
      known('https://x.example.com/ann@example.com/7'),
    ],
    ['a plain number', 'HYPERLINK("https://x.example.com/"&E2,"CV")', known('https://x.example.com/418')],
    ['a cell, with a text that is worked out', 'HYPERLINK(B2,UPPER("cv"))', known(ann)],
    ['a column of a table', 'HYPERLINK(People[[#This Row],[File]],"CV")', known(ann)],
    ['a column that is not there', 'HYPERLINK(People[[#This Row],[Link]],"CV")', said],
    ['one branch of an IF, which is shown', 'IF(B2="","no CV",HYPERLINK(B2,"CV"))', known(ann)],
    ['an empty cell', 'HYPERLINK(F9,"CV")', nothing],
    ['the address itself', 'HYPERLINK(B2)', nothing],
    ['the word in a text only', '"see HYPERLINK(B2)"', nothing],
    // The cell shows 00417, and the formula takes 417.
    ['a number that is shown otherwise', 'HYPERLINK("https://x.example.com/"&D2,"CV")', said],
    ['a look-up', 'HYPERLINK(VLOOKUP(A2,X:Y,2,0),"CV")', said],
    ['a range', 'HYPERLINK(B2:B3,"CV")', said],
    ['a name', 'HYPERLINK(base&A2,"CV")', said],
    ['a sheet that is not there', 'HYPERLINK(Files!B2,"CV")', said],
    ['brackets without an end', `HYPERLINK(${'('.repeat(8_000)}B2,"CV")`, said],
    ['a function of a cell', 'HYPERLINK(LOWER(B2),"CV")', said],
  ])('%s', async (_what, code, expected) => {
    expect(await linkOf(code)).toEqual(expected);
  });

  it('the other branch of an IF is no link', async () => {
    expect(await linkOf('IF(B2="","none",HYPERLINK(B2,"CV"))', 'none')).toEqual(nothing);
  });

  it('an address that is shown counts as it is shown', async () => {
    expect(await linkOf('HYPERLINK(VLOOKUP(A2,X:Y,2,0))', ann)).toEqual(nothing);
  });

  it('a formula that was filled down leads each row to its own cell', async () => {
    const row = (number: number, code: string) =>
      `<row r="${number}">${text(`A${number}`, `https://cv.example.com/${number}.pdf`)}<c r="B${number}" t="str">${code}<v>CV</v></c>${text(`C${number}`, `p${number}@example.com`)}</row>`;
    const opened = await open(
      row(2, '<f t="shared" ref="B2:B4" si="0">HYPERLINK(A2&amp;$A$2,"CV")</f>') +
        row(3, '<f t="shared" si="0"/>') +
        row(4, '<f t="shared" si="0"></f>'),
    );
    expect(opened.notices).toEqual([]);
    expect(opened.sheets[0]?.rows.map(({ links }) => links?.get(1))).toEqual(
      [2, 3, 4].map((number) => `https://cv.example.com/${number}.pdfhttps://cv.example.com/2.pdf`),
    );
  });

  it('says once how many cannot be told, and where the first one is', async () => {
    const row = (number: number) =>
      `<row r="${number}">${text(`A${number}`, `p${number}@example.com`)}${formula(`B${number}`, 'HYPERLINK(LOWER(A1),"CV")', 'CV')}</row>`;
    const { notices } = await open(makeTextRow(1, ['Email', 'CV']) + row(2) + row(3));
    expect(notices).toMatchObject([{ kind: 'link-unknown', blocking: false, rowNumber: 2 }]);
    expect(notices[0]?.message).toContain('In 2 cells, the first in row 2,');
  });
});

/** Written by LibreOffice: links to a cell, in one branch of an IF, with LOWER, and with a number that is shown as 00420. */
it.each([
  ['links-to-cells.ods', [ann, 'https://cv.example.com/bo.pdf', undefined, undefined], 2],
  ['links-to-cells.xls', [ann, undefined, undefined, undefined], 3],
])('%s', async (fileName, links, unknownCount) => {
  const path = fileURLToPath(new URL(`../../../fixtures/old-workbooks/${fileName}`, import.meta.url));
  const opened = await openSpreadsheet({ fileName, bytes: new Uint8Array(readFileSync(path)) });
  const rows = opened.sheets[0]?.rows.slice(1) ?? [];
  expect(rows.map((row) => row.links?.get(4))).toEqual(links);
  expect(rows.map((row) => row.cells[4])).toEqual(['CV', 'CV of Bo Roe', 'CV', 'CV']);
  expect(opened.notices.map(({ message }) => message)).toEqual([
    expect.stringContaining(`In ${unknownCount} cells, the first in row`),
  ]);
});
