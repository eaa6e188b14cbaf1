import { makeWorkbookParts, makeZip } from '../unit/shared/spreadsheets/make-zip';
import {
  asPeople,
  makeWorkbook,
  namedFiles,
  people,
  peopleXml,
  refused,
  textCell,
  toBytes,
} from './hostile-file';
import { endRecordOf, entryOf, patchZip } from './patch-zip';

const whole = () => makeWorkbook(peopleXml);
const sheetName = 'xl/worksheets/sheet1.xml';
const isSheet = (name: string) => name === sheetName;
const damaged = refused('file-damaged');

/** The workbook without its last bytes, from `from` on. */
function cut(from: (zip: Uint8Array) => number, zip = whole()): Uint8Array {
  return zip.slice(0, from(zip));
}

function without(...names: string[]): Uint8Array {
  return makeZip(makeWorkbookParts(peopleXml).filter(({ name }) => !names.includes(name)));
}

function replaced(name: string, content: string | Uint8Array): Uint8Array {
  return makeZip(
    makeWorkbookParts(peopleXml).map((part) => (part.name === name ? { ...part, content } : part)),
  );
}

/** A record of 64-bit sizes where the 32-bit ones say "see there". */
function in64(unpackedBytes: bigint, extraBytes = 16): Uint8Array {
  const zip = Buffer.from(whole());
  const { place } = entryOf(zip, sheetName);
  const afterName = place + 46 + sheetName.length;
  const extra = Buffer.alloc(4 + 16);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(extraBytes, 2);
  extra.writeBigUInt64LE(unpackedBytes, 4);
  extra.writeBigUInt64LE(unpackedBytes, 12);
  const head = Buffer.from(zip.subarray(0, afterName));
  head.writeUInt32LE(0xffff_ffff, place + 20);
  head.writeUInt32LE(0xffff_ffff, place + 24);
  head.writeUInt16LE(extra.length, place + 30);
  return new Uint8Array(Buffer.concat([head, extra, zip.subarray(afterName)]));
}

/** Workbooks that were cut, changed or put together wrongly. */
export const damagedWorkbooks = namedFiles('people.xlsx', [
  {
    what: 'a workbook cut in its end record',
    make: () => cut((zip) => endRecordOf(zip) + 10),
    expected: damaged,
  },
  { what: 'a workbook cut before its end record', make: () => cut(endRecordOf), expected: damaged },
  {
    what: 'a workbook cut in its table of contents',
    make: () => cut((zip) => entryOf(zip, sheetName).place + 20),
    expected: damaged,
  },
  {
    what: 'a workbook cut in the packed bytes of its sheet',
    make: () => cut((zip) => entryOf(zip, sheetName).packedFrom + 20),
    expected: damaged,
  },
  { what: 'a workbook cut after four bytes', make: () => cut(() => 4), expected: damaged },
  {
    what: 'a workbook whose sheet stops in the middle of its packed bytes',
    make: () => {
      const zip = Buffer.from(whole());
      const { packedFrom, packedBytes } = entryOf(zip, sheetName);
      zip.fill(0, packedFrom + packedBytes - 12, packedFrom + packedBytes);
      return new Uint8Array(zip);
    },
    expected: damaged,
  },
  {
    what: 'a sheet that ends in the middle of its XML',
    make: () => replaced(sheetName, `<worksheet><sheetData>${peopleXml}<row r="4"><c r="A4" t="inl`),
    expected: damaged,
  },
  {
    what: 'a sheet that ends between two rows',
    make: () => replaced(sheetName, `<worksheet><sheetData>${peopleXml}`),
    expected: damaged,
  },
  {
    what: 'a sheet with half a letter of UTF-8',
    make: () => {
      const bytes = toBytes(
        `<worksheet><sheetData>${peopleXml}<row r="4">${textCell('A4', 'Zoë')}</row></sheetData></worksheet>`,
      );
      bytes[Buffer.from(bytes).indexOf('ë') + 1] = 0x3c;
      return replaced(sheetName, bytes);
    },
    expected: damaged,
  },
  {
    what: 'a sheet with a byte that no UTF-8 has',
    make: () => {
      const bytes = toBytes(
        `<worksheet><sheetData>${peopleXml}<row r="4">${textCell('A4', 'Zo~')}</row></sheetData></worksheet>`,
      );
      bytes[Buffer.from(bytes).indexOf('~')] = 0xeb;
      return replaced(sheetName, bytes);
    },
    expected: { kind: 'rows', rows: [...people, ['Zo\ufffd']] },
  },
  {
    what: 'a sheet whose checksum is wrong',
    make: () => patchZip(whole(), isSheet, { checksum: 12345 }),
    expected: damaged,
  },
  {
    what: 'a workbook in a ZIP that is locked with a password',
    make: () => patchZip(whole(), () => true, { flags: 1 }),
    expected: refused('file-encrypted', /password/),
  },
  {
    what: 'a sheet packed in a way that workbooks never are',
    make: () => patchZip(whole(), isSheet, { method: 12 }),
    expected: damaged,
  },
  {
    what: 'a stored sheet that claims to be packed',
    make: () =>
      patchZip(makeZip(makeWorkbookParts(peopleXml).map((part) => ({ ...part, stored: true }))), isSheet, {
        method: 8,
      }),
    expected: damaged,
  },
  {
    what: 'a sheet whose place is outside the file',
    make: () => patchZip(whole(), isSheet, { offset: 0x7fff_0000 }),
    expected: damaged,
  },
  {
    what: 'a sheet whose place is in the middle of another part',
    make: () => patchZip(whole(), isSheet, { offset: 33 }),
    expected: damaged,
  },
  {
    what: '64-bit sizes of a thousand petabytes',
    make: () => in64(2n ** 60n),
    expected: refused('file-too-large'),
  },
  { what: '64-bit sizes in a record that is too short', make: () => in64(500n, 4), expected: damaged },
  {
    what: 'sizes that point to a 64-bit record that is not there',
    make: () => patchZip(whole(), isSheet, { packedBytes: 0xffff_ffff, unpackedBytes: 0xffff_ffff }),
    expected: damaged,
  },
  {
    what: 'a table of contents that claims more entries than it has',
    make: () => {
      const zip = Buffer.from(whole());
      zip.writeUInt16LE(900, endRecordOf(zip) + 10);
      return new Uint8Array(zip);
    },
    expected: damaged,
  },
  {
    what: 'two sheets under one name in the ZIP, with other people',
    make: () =>
      makeZip([
        ...makeWorkbookParts(peopleXml),
        ...makeWorkbookParts(peopleXml.replace('ada', 'mallory')).filter(({ name }) => isSheet(name)),
      ]),
    expected: damaged,
  },
  {
    what: 'a workbook without its list of sheets',
    make: () => without('xl/workbook.xml'),
    expected: damaged,
  },
  { what: 'a workbook without the sheet that it lists', make: () => without(sheetName), expected: damaged },
  {
    what: 'a workbook without the list of what belongs to what',
    make: () => without('xl/_rels/workbook.xml.rels'),
    expected: damaged,
  },
  {
    what: 'cells that point to a table of strings that is not there',
    make: () => makeWorkbook(`${peopleXml}<row r="4"><c r="A4" t="s"><v>0</v></c></row>`),
    expected: damaged,
  },
  {
    what: 'a cell that points past the end of the table of strings',
    make: () =>
      makeWorkbook(`${peopleXml}<row r="4"><c r="A4" t="s"><v>7</v></c></row>`, {
        sharedStrings: '<si><t>only one</t></si>',
      }),
    expected: damaged,
  },
  {
    what: 'a cell that points before the start of the table of strings',
    make: () =>
      makeWorkbook(`${peopleXml}<row r="4"><c r="A4" t="s"><v>-1</v></c></row>`, {
        sharedStrings: '<si><t>only one</t></si>',
      }),
    expected: damaged,
  },
  {
    what: 'a table of strings that is cut',
    make: () =>
      makeZip(
        makeWorkbookParts(`${peopleXml}<row r="4"><c r="A4" t="s"><v>0</v></c></row>`, {
          sharedStrings: '<si><t>one</t></si>',
        }).map((part) =>
          part.name.endsWith('sharedStrings.xml')
            ? { ...part, content: '<sst><si><t>one</t></si><si><t>tw' }
            : part,
        ),
      ),
    expected: damaged,
  },
  {
    what: 'a workbook that is its own sheet',
    make: () =>
      replaced(
        'xl/_rels/workbook.xml.rels',
        '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="workbook.xml"/></Relationships>',
      ),
    expected: refused('file-empty'),
  },
  {
    what: 'a package that starts at its own list of relations',
    make: () =>
      replaced(
        '_rels/.rels',
        '<Relationships><Relationship Id="rId1" Type="x/officeDocument" Target="_rels/.rels"/></Relationships>',
      ),
    expected: damaged,
  },
  {
    what: 'a sheet that lies on a web server',
    make: () =>
      replaced(
        'xl/_rels/workbook.xml.rels',
        '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="http://127.0.0.1:9/sheet1.xml" TargetMode="External"/></Relationships>',
      ),
    expected: damaged,
  },
  {
    what: 'a sheet that lies outside the workbook',
    make: () =>
      replaced(
        'xl/_rels/workbook.xml.rels',
        '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="../../../../etc/passwd"/></Relationships>',
      ),
    expected: damaged,
  },
  ...[
    ['a row with the number 1,048,577', '<row r="1048577"><c r="A1048577"><v>1</v></c></row>'],
    ['a row with the number 1e300', '<row r="1e300"><c><v>1</v></c></row>'],
    ['a row with the number −5', '<row r="-5"><c><v>1</v></c></row>'],
    ['a row with the number 4.5', '<row r="4.5"><c><v>1</v></c></row>'],
    ['a row without a number in its number', '<row r=""><c><v>1</v></c></row>'],
    ['a row whose number was there before', `<row r="2">${textCell('A2', 'eve@example.com')}</row>`],
    ['a row that goes back', `<row r="1">${textCell('B1', 'eve@example.com')}</row>`],
    ['two texts in one cell', `<row r="4">${textCell('A4', 'one')}${textCell('A4', 'two')}</row>`],
    ['a cell in column XFE', '<row r="4"><c r="XFE4"><v>1</v></c></row>'],
    ['a cell in a column of 5,000 letters', `<row r="4"><c r="${'Z'.repeat(5000)}4"><v>1</v></c></row>`],
    ['a cell without a column', '<row r="4"><c r="4"><v>1</v></c></row>'],
    ['16,385 cells in a row', `<row r="4">${'<c><v>1</v></c>'.repeat(16_385)}</row>`],
    ['a cell outside of any row', '<c r="A9"><v>1</v></c>'],
  ].map(([what = '', rows = '']) => ({
    what,
    make: () => makeWorkbook(peopleXml + rows),
    expected: damaged,
  })),
  {
    what: 'a workbook with a page of notes behind its end',
    make: () => new Uint8Array(Buffer.concat([whole(), toBytes('notes '.repeat(500))])),
    expected: asPeople(),
  },
]);
