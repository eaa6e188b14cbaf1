import { makeTextRow, makeWorkbookParts, makeZip, type ZipPart } from '../unit/shared/spreadsheets/make-zip';
import {
  asPeople,
  type Expected,
  makeWorkbook,
  namedFiles,
  people,
  peopleXml,
  textCell,
  toBytes,
} from './hostile-file';

function withRow(...cells: string[]): Expected {
  return { kind: 'rows', rows: [...people, cells] };
}

function withParts(...parts: ZipPart[]): Uint8Array {
  return makeZip([...makeWorkbookParts(peopleXml), ...parts]);
}

/** Every XML part as `encode` gives it. */
function encoded(encode: (text: string) => Uint8Array): Uint8Array {
  return makeZip(
    makeWorkbookParts(peopleXml).map((part) => ({ ...part, content: encode(String(part.content)) })),
  );
}

const utf16 = (text: string) => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
const swapped = (text: string) => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le').swap16());
const asUtf16 = (text: string) => text.replace('encoding="UTF-8"', 'encoding="UTF-16"');

/** Workbooks that look dangerous or strange and hold people all the same. */
export const oddWorkbooks = namedFiles('people.xlsx', [
  {
    what: 'parts whose names climb out of the ZIP',
    make: () =>
      withParts(
        { name: '../../../../etc/cron.d/evil', content: 'x' },
        { name: 'C:\\Windows\\evil.dll', content: 'x' },
        { name: '/absolute.xml', content: '<a/>' },
      ),
    expected: asPeople(),
  },
  {
    what: 'macros, an OLE object and ActiveX beside the sheet',
    make: () =>
      withParts(
        {
          name: 'xl/vbaProject.bin',
          content: new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
        },
        { name: 'xl/embeddings/oleObject1.bin', content: 'MZ' },
        { name: 'xl/activeX/activeX1.xml', content: '<ax/>' },
      ),
    expected: asPeople(),
  },
  {
    what: 'links to a file of the computer and to scripts',
    make: () =>
      makeWorkbook(peopleXml, {
        afterRows: '<hyperlinks><hyperlink ref="B2" r:id="f"/><hyperlink ref="B3" r:id="j"/></hyperlinks>',
        sheetRelations:
          '<Relationship Id="f" Type="x/hyperlink" Target="file:///etc/passwd" TargetMode="External"/><Relationship Id="j" Type="x/hyperlink" Target="javascript:alert(1)" TargetMode="External"/>',
      }),
    expected: asPeople(),
  },
  {
    what: 'a workbook without styles and strings, whose list still names them',
    make: () => makeWorkbook(`${peopleXml}<row r="4"><c r="A4" s="3"><v>42</v></c></row>`),
    expected: withRow('42'),
  },
  {
    what: 'formulas that start programs: their last results are text',
    make: () =>
      makeWorkbook(
        `${peopleXml}<row r="4"><c r="A4" t="str"><f>cmd|' /C calc'!A0</f><v>=cmd|' /C calc'!A0</v></c>${textCell('B4', '=HYPERLINK("http://example.com","x")')}</row>`,
      ),
    expected: withRow("=cmd|' /C calc'!A0", '=HYPERLINK("http://example.com","x")'),
  },
  {
    what: 'characters that XML does not allow',
    make: () =>
      makeWorkbook(`${peopleXml}<row r="4">${textCell('A4', 'a\u0001b&#1;c&#0;d&#xffffffff;e')}</row>`),
    expected: withRow('a\u0001b\u0001c&#0;d&#xffffffff;e'),
  },
  {
    what: 'parts in UTF-16, the low byte first',
    make: () => encoded((text) => utf16(asUtf16(text))),
    expected: asPeople(),
  },
  {
    what: 'parts in UTF-16, the high byte first',
    make: () => encoded((text) => swapped(asUtf16(text))),
    expected: asPeople(),
  },
  {
    what: 'parts that begin with a mark of UTF-8',
    make: () => encoded((text) => toBytes(`\ufeff${text}`)),
    expected: asPeople(),
  },
  {
    what: 'a cell of 40,000 characters',
    make: () => makeWorkbook(`${peopleXml}<row r="4">${textCell('A4', 'x'.repeat(40_000))}</row>`),
    expected: { kind: 'rows', rows: [...people, ['x'.repeat(40_000)]], notices: ['cell-too-long'] },
  },
  {
    what: 'a sheet that claims to be as large as a sheet can be',
    make: () =>
      makeWorkbook('', {
        sheetXml: `<worksheet><dimension ref="A1:XFD1048576"/><sheetData>${peopleXml}</sheetData></worksheet>`,
      }),
    expected: asPeople(),
  },
  {
    what: 'a text in the last cell of the last row',
    make: () => makeWorkbook(`${peopleXml}<row r="1048576">${textCell('XFD1048576', 'far')}</row>`),
    expected: withRow(...Array.from({ length: 16_383 }, () => ''), 'far'),
  },
  {
    what: '16,384 cells in a row',
    make: () => makeWorkbook(`${peopleXml}<row r="4">${'<c><v>1</v></c>'.repeat(16_384)}</row>`),
    expected: withRow(...Array.from({ length: 16_384 }, () => '1')),
  },
  {
    what: 'columns called __proto__, constructor and toString',
    make: () =>
      makeWorkbook(
        makeTextRow(1, ['Email', '__proto__', 'constructor', 'toString']) +
          makeTextRow(2, ['ada@example.com', 'a', 'b', 'c']),
      ),
    expected: {
      kind: 'rows',
      rows: [
        ['Email', '__proto__', 'constructor', 'toString'],
        ['ada@example.com', 'a', 'b', 'c'],
      ],
    },
  },
  {
    what: 'escapes of control characters in a text',
    make: () => makeWorkbook(`${peopleXml}<row r="4">${textCell('A4', 'a_x0000_b_x000D_c_xD800_')}</row>`),
    expected: withRow('a\u0000b\nc\ud800'),
  },
  {
    what: 'a sheet name of a million signs',
    make: () =>
      makeZip(
        makeWorkbookParts(peopleXml).map((part) =>
          part.name === 'xl/workbook.xml'
            ? { ...part, content: String(part.content).replace('"People"', `"${'P'.repeat(1_000_000)}"`) }
            : part,
        ),
      ),
    expected: asPeople(),
  },
]);
