import { makeZip } from '../unit/shared/spreadsheets/make-zip';
import { asPeople, namedFiles, people, refused, toBytes } from './hostile-file';
import {
  type BiffPart,
  label,
  makeBiffStream,
  makeCompoundFile,
  type OldWorkbookPieces,
  withLong,
  words,
} from './make-old-workbook';

const peopleCells = people.flatMap((cells, row) => cells.map((text, column) => label(row, column, text)));
const damaged = refused('file-damaged');

/** The people and these records behind them. */
function workbook(more: readonly BiffPart[] = [], pieces: Partial<OldWorkbookPieces> = {}): Uint8Array {
  return makeCompoundFile(makeBiffStream({ cells: [...peopleCells, ...more], ...pieces }));
}

/** Where the stream starts in a small file: behind the header, one table and the directory. */
const streamAt = 512 * 3;
const tableAt = 512;

/** Old workbooks (.xls), whole, damaged and made to hurt. */
export const oldWorkbooks = namedFiles('people.xls', [
  { what: 'an old workbook', make: () => workbook(), expected: asPeople() },
  {
    what: 'an old workbook that is cut in its stream',
    make: () => workbook().slice(0, streamAt + 200),
    expected: damaged,
  },
  {
    what: 'an old workbook that is cut in its directory',
    make: () => workbook().slice(0, 1100),
    expected: damaged,
  },
  { what: 'an old workbook of 600 bytes', make: () => workbook().slice(0, 600), expected: damaged },
  {
    what: 'a chain of sectors that bites its own tail',
    make: () => withLong(workbook(), tableAt + 4 * 4, 2),
    expected: damaged,
  },
  {
    what: 'a directory that bites its own tail',
    make: () => withLong(workbook(), tableAt + 4, 1),
    expected: damaged,
  },
  {
    what: 'a chain that ends before the stream does',
    make: () => withLong(workbook(), tableAt + 4 * 4, 0xffff_fffe),
    expected: damaged,
  },
  {
    what: 'a chain that leaves the file',
    make: () => withLong(workbook(), tableAt + 4 * 4, 99_999),
    expected: damaged,
  },
  {
    what: 'a stream that says it has 4 GB',
    make: () => withLong(workbook(), 1024 + 128 + 120, 0xffff_fff0),
    expected: damaged,
  },
  {
    what: 'lists of tables that bite their own tail',
    make: () => withLong(withLong(workbook(), 68, 3), streamAt + 512 * 2 - 4, 3),
    expected: damaged,
  },
  {
    what: 'sectors of two gigabytes',
    make: () => {
      const bytes = workbook();
      bytes[30] = 31;
      return bytes;
    },
    expected: damaged,
  },
  { what: 'a sheet that does not end', make: () => workbook([], { isSheetOpen: true }), expected: damaged },
  {
    what: 'a sheet that begins in the middle of a record',
    make: () => workbook([], { sheetAt: 31 }),
    expected: damaged,
  },
  {
    what: 'a sheet that is its own list of sheets',
    make: () => workbook([], { sheetAt: 0 }),
    expected: refused('file-empty'),
  },
  {
    what: 'a sheet that begins outside of the file',
    make: () => workbook([], { sheetAt: 0x7fff_ffff }),
    expected: damaged,
  },
  { what: 'a cell that is cut', make: () => workbook([[0x204, words(4, 0, 0, 500)]]), expected: damaged },
  {
    what: 'two texts in one cell of an old workbook',
    make: () => workbook([label(1, 0, 'eve@example.com')]),
    expected: damaged,
  },
  { what: 'a cell right of column IV', make: () => workbook([label(4, 256, 'far')]), expected: damaged },
  {
    what: 'a cell that points past the end of the old table of strings',
    make: () => workbook([[0xfd, words(4, 0, 0, 7, 0)]]),
    expected: damaged,
  },
  {
    what: 'a table that claims four billion strings',
    make: () => workbook([], { globals: [[0xfc, words(0xffff, 0xffff, 0xffff, 0xffff)]] }),
    expected: damaged,
  },
  {
    what: 'a string that claims more letters than there are',
    make: () =>
      workbook([], {
        globals: [[0xfc, Buffer.concat([words(1, 0, 1, 0, 60_000), Buffer.from([0, 65, 66])])]],
      }),
    expected: damaged,
  },
  {
    what: 'an old workbook with a password',
    make: () => workbook([], { globals: [[0x2f, words(1, 1, 1)]] }),
    expected: refused('file-encrypted', /password/),
  },
  {
    what: 'a workbook of Excel 95',
    make: () => makeCompoundFile(new Uint8Array(100), 'Book'),
    expected: refused('file-legacy', /Excel 95/),
  },
  {
    what: 'an old Word document named .xls',
    make: () => makeCompoundFile(new Uint8Array(100), 'WordDocument'),
    expected: refused('file-legacy', /old Office/),
  },
  {
    what: '100,000 links over the whole old sheet',
    make: () =>
      workbook(
        Array.from(
          { length: 100_000 },
          (): BiffPart => [
            0x1b8,
            Buffer.concat([words(0, 65_535, 0, 255), Buffer.alloc(16), words(2, 0, 0x101, 0, 1, 0, 65)]),
          ],
        ),
      ),
    expected: damaged,
    isBomb: true,
  },
  {
    what: 'an old workbook named .xlsx',
    fileName: 'people.xlsx',
    make: () => workbook(),
    expected: asPeople('file-type-mismatch'),
  },
]);

const peopleRows = people
  .map(
    (cells) =>
      `<table:table-row>${cells.map((text) => `<table:table-cell><text:p>${text}</text:p></table:table-cell>`).join('')}</table:table-row>`,
  )
  .join('');

function openDocument(
  rows: string,
  pieces: { prolog?: string; content?: string; manifest?: string } = {},
): Uint8Array {
  const content =
    pieces.content ??
    `${pieces.prolog ?? '<?xml version="1.0"?>'}<office:document-content><office:body><office:spreadsheet><table:table table:name="People">${rows}</table:table></office:spreadsheet></office:body></office:document-content>`;
  return makeZip([
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet', stored: true },
    { name: 'content.xml', content: toBytes(content) },
    { name: 'META-INF/manifest.xml', content: pieces.manifest ?? '<manifest/>' },
  ]);
}

const cellOf = (attributes: string, text = 'x') =>
  `<table:table-cell ${attributes}><text:p>${text}</text:p></table:table-cell>`;
const rowOf = (attributes: string, cells: string) =>
  `<table:table-row ${attributes}>${cells}</table:table-row>`;
const filled = (piece: string, bytes = 31 * 1024 ** 2) => piece.repeat(Math.floor(bytes / piece.length));

/** OpenDocument spreadsheets (.ods), whole, damaged and made to hurt. */
export const openDocuments = namedFiles('people.ods', [
  { what: 'an OpenDocument spreadsheet', make: () => openDocument(peopleRows), expected: asPeople() },
  {
    what: 'rows in groups and below a header that repeats on every page',
    make: () =>
      openDocument(
        peopleRows
          .replace('<table:table-row>', '<table:table-header-rows><table:table-row>')
          .replace(
            '</table:table-row>',
            '</table:table-row></table:table-header-rows><table:table-row-group>',
          )
          .concat('</table:table-row-group>'),
      ),
    expected: asPeople(),
  },
  {
    what: 'blank rows and cells repeated to the edge of the sheet and beyond',
    make: () =>
      openDocument(
        `${peopleRows}${rowOf('table:number-rows-repeated="16777216"', '<table:table-cell table:number-columns-repeated="16777216"/>')}`,
      ),
    expected: asPeople(),
  },
  {
    what: 'a text that is repeated over 16,000 columns and a million rows',
    make: () =>
      openDocument(
        peopleRows +
          rowOf('table:number-rows-repeated="1000000"', cellOf('table:number-columns-repeated="16000"')),
      ),
    expected: refused('file-too-large'),
    isBomb: true,
  },
  {
    what: 'a text that is repeated over a billion columns',
    make: () => openDocument(peopleRows + rowOf('', cellOf('table:number-columns-repeated="1000000000"'))),
    expected: damaged,
    isBomb: true,
  },
  {
    what: 'rows that are repeated −1 times',
    make: () => openDocument(peopleRows + rowOf('table:number-rows-repeated="-1"', cellOf(''))),
    expected: damaged,
  },
  {
    what: 'a billion blanks in a text',
    make: () => openDocument(peopleRows + rowOf('', cellOf('', 'a<text:s text:c="1000000000"/>b'))),
    expected: { kind: 'rows', rows: [...people, [`a${' '.repeat(1000)}b`]] },
  },
  {
    what: 'notes and drawings in cells, which are not their text',
    make: () =>
      openDocument(
        peopleRows.replace(
          '<text:p>Ada',
          '<office:annotation><text:p>Evil note</text:p></office:annotation><draw:frame><draw:text-box><text:p>box</text:p></draw:text-box></draw:frame><text:p>Ada',
        ),
      ),
    expected: asPeople(),
  },
  {
    what: 'an OpenDocument spreadsheet of 300 MB of blanks',
    make: () => openDocument(peopleRows + ' '.repeat(300 * 1024 ** 2)),
    expected: refused('file-too-large'),
    isBomb: true,
  },
  {
    what: 'a paragraph that is opened a million times in a cell',
    make: () => openDocument(peopleRows + rowOf('', `<table:table-cell>${filled('<text:p>')}`)),
    expected: damaged,
    isBomb: true,
  },
  {
    what: 'a million empty paragraphs in a cell',
    make: () =>
      openDocument(
        peopleRows + rowOf('', `<table:table-cell>${filled('<text:p/>', 9 * 1024 ** 2)}</table:table-cell>`),
      ),
    expected: asPeople(),
    isBomb: true,
  },
  {
    what: 'an OpenDocument spreadsheet whose content is cut',
    make: () =>
      openDocument('', { content: `<office:document-content><office:body><table:table>${peopleRows}` }),
    expected: damaged,
  },
  {
    what: 'an OpenDocument spreadsheet with a billion laughs',
    make: () =>
      openDocument(peopleRows, { prolog: '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "&b;&b;">]>' }),
    expected: refused('file-damaged', /DOCTYPE/),
  },
  {
    what: 'an OpenDocument spreadsheet without tables',
    make: () => openDocument('', { content: '<office:document-content/>' }),
    expected: damaged,
  },
  {
    what: 'an OpenDocument spreadsheet with a password',
    make: () =>
      openDocument('', { content: 'noise', manifest: '<manifest:encryption-data manifest:checksum="x"/>' }),
    expected: refused('file-encrypted', /password/),
  },
  {
    what: 'an OpenDocument spreadsheet whose parts climb out',
    make: () =>
      makeZip([
        { name: '../../evil', content: 'x' },
        { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet', stored: true },
        { name: 'content.xml', content: `<a><table:table>${peopleRows}</table:table></a>` },
      ]),
    expected: asPeople(),
  },
]);
