import ExcelJS from 'exceljs';
import { makeStreamedZip } from './make-streamed-zip';
import { makeTextRow, makeWorkbookParts, makeZip, type WorkbookPieces } from './make-zip';

/** A workbook that all readers get. */
export interface CorpusFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const header = makeTextRow(1, ['Email', 'Name']);
const link = (id: string, target: string) =>
  `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="${target}" TargetMode="External"/>`;

/** The formats of the corpus: the first 50 of Excel, and what recruiters' sheets have. */
export const corpusFormats: readonly string[] = [
  'General',
  '0',
  '0.00',
  '#,##0',
  '#,##0.00',
  '0%',
  '0.0%',
  '0.00E+00',
  '##0.0E+0',
  '# ?/?',
  '# ??/??',
  '00000',
  '000000',
  '0000-000',
  '(000) 000-0000',
  '"C-"0000',
  '0" pts"',
  '#,##0\\ [$€-407]',
  '[$$-409]#,##0.00',
  '0.0;(0.0);"none"',
  '[>=1000]0.0,"k";0',
  '[Red]0;[Blue]-0',
  '@',
  'dd/mm/yyyy',
  'd.m.yy',
  'yyyy-mm-dd',
  'd mmm yyyy',
  'dddd, mmmm d, yyyy',
  'm/d/yyyy h:mm',
  'h:mm AM/PM',
  'hh:mm:ss',
  'mm:ss',
  '[h]:mm:ss',
  '[mm]:ss',
];
/** Numbers that show each format's corners. */
export const corpusNumbers: readonly number[] = [
  0,
  1,
  -1,
  0.5,
  0.64,
  -3.5,
  7,
  42,
  417,
  1234.5,
  1234567.891,
  2025550143,
  45720,
  45720.385,
  45720.75,
  60.25,
  0.1 + 0.2,
  12345678901,
  123456789012,
  1234567890123456,
  1e20,
  0.0001,
  0.000012345678,
  1 / 3,
];

async function fromExceljs(name: string, fill: (workbook: ExcelJS.Workbook) => void): Promise<CorpusFile> {
  const workbook = new ExcelJS.Workbook();
  fill(workbook);
  return { name, bytes: new Uint8Array(await workbook.xlsx.writeBuffer()) };
}

function byHand(name: string, cells: string, pieces: WorkbookPieces = {}): CorpusFile {
  const rows = `${header}<row r="2">${cells}</row>`;
  return { name, bytes: makeZip(makeWorkbookParts(rows, pieces)) };
}

/** Everything that workbooks have beside plain text, each in a file of its own. */
export async function makeCorpus(): Promise<readonly CorpusFile[]> {
  return [
    await fromExceljs('texts', (workbook) => {
      const sheet = workbook.addWorksheet('People');
      sheet.addRow(['Email', 'Name', 'Note']);
      sheet.addRow(['ana@example.com', 'Žofie 🌻 Trần', 'two\nlines']);
      sheet.addRow(['0417', ' spaces  kept ', '=1+1']);
      sheet.addRow(['<b>&amp;</b>', '"quoted" \'too\'', 'tab\there']);
      sheet.addRow(['_x000D_', '_x005F_', 'naïve_x0041_']);
      sheet.addRow([
        { richText: [{ text: 'An' }, { font: { bold: true }, text: 'na ' }, { text: 'Lee' }] },
        true,
        false,
      ]);
      sheet.addRow([
        { formula: '1+1', result: 2 },
        { formula: 'A1', result: 'text' },
        { formula: 'TRUE', result: true },
      ]);
      sheet.addRow([
        { error: '#N/A' },
        { error: '#DIV/0!' },
        { formula: '1/0', result: { error: '#DIV/0!' } },
      ]);
      sheet.addRow([{ formula: '1-1', result: 0 }, { formula: '1=2', result: false }, 'x']);
    }),
    await fromExceljs('numbers', (workbook) => {
      const sheet = workbook.addWorksheet('Numbers');
      sheet.addRow(corpusFormats.map((format) => `f ${format}`));
      for (const value of corpusNumbers) {
        const row = sheet.addRow(corpusFormats.map(() => value));
        for (const [index, format] of corpusFormats.entries()) row.getCell(index + 1).numFmt = format;
      }
    }),
    await fromExceljs('sheets', (workbook) => {
      const people = workbook.addWorksheet('People');
      people.addRow(['Email', 'CV', 'Merged']);
      people.addRow([
        { text: 'Write', hyperlink: 'mailto:ana@example.com' },
        { text: 'CV', hyperlink: 'https://cv.example.com/?a=1&b=2' },
        'over three',
      ]);
      people.addRow([
        'ben@example.com',
        { text: 'https://cv.example.com/b', hyperlink: 'https://cv.example.com/b' },
      ]);
      people.mergeCells('C2:E3');
      people.getRow(3).hidden = true;
      people.getColumn(2).hidden = true;
      people.getCell('D900').value = 'far down';
      workbook.addWorksheet('Old', { state: 'hidden' }).addRow(['x@example.com', 'Xu']);
      workbook.addWorksheet('Older', { state: 'veryHidden' }).addRow(['y@example.com', 'Yi']);
    }),
    await fromExceljs('dates from 1904', (workbook) => {
      workbook.properties.date1904 = true;
      const sheet = workbook.addWorksheet('People');
      sheet.addRow(['Email', 'Applied']);
      sheet.addRow(['ana@example.com', new Date(Date.UTC(2025, 4, 9))]).getCell(2).numFmt = 'dd/mm/yyyy';
    }),
    byHand(
      'strings',
      '<c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="C2" t="s"><v>2</v></c><c r="D2" t="s"><v>3</v></c><c r="E2" t="s" quotePrefix="1"><v>4</v></c>',
      {
        sharedStrings:
          '<si><t>plain &amp; simple</t></si><si><r><t xml:space="preserve">Rich </t></r><r><rPr><b/></rPr><t>text</t></r></si><si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/></si><si><t xml:space="preserve"> a_x000D_&#10;b&#233; </t></si><si><t>00417</t></si>',
      },
    ),
    byHand(
      'in-line',
      '<c r="A2" t="inlineStr"><is><r><t>Rich </t></r><r><t xml:space="preserve">in line</t></r><rPh sb="0" eb="1"><t>no</t></rPh></is></c><c r="B2" t="inlineStr"><is><t><![CDATA[<b> & co]]></t></is></c><c r="C2" t="str"><f>A1&amp;"x"</f><v>_x005F_x0041_</v></c><c r="D2" t="b"><v>1</v></c><c r="E2" t="e"><v>#REF!</v></c>',
    ),
    byHand(
      'a formula’s link',
      '<c r="A2" t="str"><f>HYPERLINK("https://cv.example.com/a.pdf","CV")</f><v>CV</v></c>',
    ),
    byHand(
      'links over ranges',
      '<c r="A2" t="inlineStr"><is><t>CV</t></is></c><c r="B2" t="inlineStr"><is><t>More</t></is></c>',
      {
        afterRows: "<hyperlinks><hyperlink r:id='r1' ref='A2:B2'/></hyperlinks>",
        sheetRelations: link('r1', 'https://cv.example.com/?a=1&amp;b=2'),
      },
    ),
    {
      name: 'prefixes, single quotes, no references',
      bytes: makeZip(
        makeWorkbookParts('', {
          sheetXml: `<x:worksheet xmlns:x='${main}'><x:sheetData><x:row><x:c t='inlineStr'><x:is><x:t>Email</x:t></x:is></x:c><x:c t='inlineStr'><x:is><x:t>Name</x:t></x:is></x:c></x:row><!-- <x:row> --><x:row><x:c/><x:c t = 'inlineStr' ><x:is><x:t>Ann</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>`,
        }),
      ),
    },
    {
      name: 'streamed ZIP64',
      bytes: makeStreamedZip(makeWorkbookParts(`${header}${makeTextRow(2, ['ana@example.com', 'Ana'])}`)),
    },
    {
      name: 'strict Open XML',
      bytes: makeZip(
        makeWorkbookParts(
          `${header}<row r="2"><c r="A2" t="inlineStr"><is><t>ana@example.com</t></is></c><c r="B2" s="1" t="d"><v>2025-05-09T00:00:00</v></c></row>`,
          {
            styles:
              '<numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs>',
          },
        ).map(({ name, content }) => ({
          name,
          content: String(content)
            .replaceAll(
              'http://schemas.openxmlformats.org/spreadsheetml/2006',
              'http://purl.oclc.org/ooxml/spreadsheetml',
            )
            .replaceAll(
              'http://schemas.openxmlformats.org/officeDocument/2006',
              'http://purl.oclc.org/ooxml/officeDocument',
            ),
        })),
      ),
    },
  ];
}
