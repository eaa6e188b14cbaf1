import { makeZip } from '../unit/shared/spreadsheets/make-zip';
import {
  asPeople,
  type HostileFile,
  makeWorkbook,
  people,
  peopleXml,
  refused,
  toBytes,
} from './hostile-file';

const peopleCsv = people.map((cells) => `${cells.join(',')}\n`).join('');
const zipOf = (...names: string[]) => makeZip(names.map((name) => ({ name, content: '<a/>' })));
/** What compressed and compiled files look like. */
const noise = (length: number) =>
  Buffer.from(Array.from({ length }, (_, index) => (index * 167 + (index >> 3)) & 0xff));
const binary = (head: string) => new Uint8Array(Buffer.concat([Buffer.from(head, 'latin1'), noise(4000)]));
const legacy = (says: RegExp) => refused('file-legacy', says);

const named: readonly (readonly [string, string, Uint8Array, RegExp])[] = [
  ['a PDF named .xlsx', 'people.xlsx', binary('%PDF-1.7\n'), /PDF/],
  ['a PDF named .csv', 'people.csv', binary('%PDF-1.4\n'), /PDF/],
  ['a picture named .xlsx', 'people.xlsx', binary('\x89PNG\r\n\x1a\n'), /picture/],
  ['a photo named .csv', 'people.csv', binary('\xff\xd8\xff\xe0\0\x10JFIF'), /picture/],
  ['a Word document named .xlsx', 'people.xlsx', zipOf('[Content_Types].xml', 'word/document.xml'), /Word/],
  ['slides named .xlsx', 'people.xlsx', zipOf('[Content_Types].xml', 'ppt/presentation.xml'), /PowerPoint/],
  ['a ZIP with a CSV in it, named .xlsx', 'people.xlsx', zipOf('people.csv'), /ZIP archive/],
  ['a Numbers document', 'people.numbers', zipOf('Index/Document.iwa', 'preview.jpg'), /Numbers/],
  ['a Numbers document named .xlsx', 'people.xlsx', zipOf('Index.zip'), /Numbers/],
  ['a binary workbook', 'people.xlsb', zipOf('[Content_Types].xml', 'xl/workbook.bin'), /\.xlsb/],
  ['an OpenDocument text named .ods', 'people.ods', makeOpenDocument('text'), /text document/],
  ['a program named .xlsx', 'people.xlsx', binary('MZ\x90\0'), /not a spreadsheet/],
  ['a packed file named .csv', 'people.csv', binary('\x1f\x8b\x08\0'), /packed/],
  ['a RAR archive named .xlsx', 'people.xlsx', binary('Rar!\x1a\x07\x01\0'), /packed/],
  [
    'JSON named .csv',
    'people.csv',
    toBytes('[\n {"email": "ada@example.com", "name": "Ada"},\n {"email": "lin@example.com"}\n]\n'),
    /JSON/,
  ],
  ['JSON named .xlsx', 'people.xlsx', toBytes('{"candidates":[{"email":"ada@example.com"}]}'), /JSON/],
  [
    'XML named .csv',
    'people.csv',
    toBytes('<?xml version="1.0"?>\n<people><person email="ada@example.com"/></people>'),
    /XML/,
  ],
  ['a rich text named .txt', 'people.txt', toBytes('{\\rtf1\\ansi ada@example.com\\par}'), /rich text/i],
  [
    'contact cards named .csv',
    'people.csv',
    toBytes('BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ada\r\nEMAIL:ada@example.com\r\nEND:VCARD\r\n'),
    /contact cards/,
  ],
  [
    'an email named .txt',
    'people.txt',
    toBytes(
      'Received: from mail.example.com\r\nMIME-Version: 1.0\r\nSubject: People\r\n\r\nada@example.com\r\n',
    ),
    /email message/,
  ],
  [
    'a spreadsheet in the XML of 2003',
    'people.xls',
    toBytes('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'),
    /2003/,
  ],
  [
    'a ZIP of nothing',
    'people.xlsx',
    new Uint8Array(Buffer.concat([Buffer.from('PK\x05\x06', 'latin1'), Buffer.alloc(18)])),
    /ZIP archive/,
  ],
];

/** Files that are not what their names say. */
export const wrongClothes: readonly HostileFile[] = [
  ...named.map(([what, fileName, bytes, says]) => ({
    what,
    fileName,
    make: () => bytes,
    expected: legacy(says),
  })),
  {
    what: 'a CSV named .xlsx',
    fileName: 'people.xlsx',
    make: () => toBytes(peopleCsv),
    expected: asPeople('file-type-mismatch'),
  },
  {
    what: 'a workbook named .csv',
    fileName: 'people.csv',
    make: () => makeWorkbook(peopleXml),
    expected: asPeople('file-type-mismatch'),
  },
  {
    what: 'a workbook named .xls',
    fileName: 'people.xls',
    make: () => makeWorkbook(peopleXml),
    expected: asPeople('file-type-mismatch'),
  },
  {
    what: 'two letters that begin like a ZIP',
    fileName: 'people.csv',
    make: () => toBytes('PK,Email\n1,ada@example.com\n'),
    expected: {
      kind: 'rows',
      rows: [
        ['PK', 'Email'],
        ['1', 'ada@example.com'],
      ],
    },
  },
  {
    what: 'a CSV whose first cell is a bracket',
    fileName: 'people.csv',
    make: () => toBytes('[Email],"{Name}"\nada@example.com,[Ada]\n'),
    expected: {
      kind: 'rows',
      rows: [
        ['[Email]', '{Name}'],
        ['ada@example.com', '[Ada]'],
      ],
    },
  },
];

function makeOpenDocument(kind: string): Uint8Array {
  return makeZip([
    { name: 'mimetype', content: `application/vnd.oasis.opendocument.${kind}`, stored: true },
    { name: 'content.xml', content: '<a/>' },
  ]);
}
