import { makeTextRow, makeWorkbookParts, makeZip, type ZipPart } from '../unit/shared/spreadsheets/make-zip';
import {
  asPeople,
  type HostileFile,
  makeWorkbook,
  namedFiles,
  people,
  peopleXml,
  refused,
} from './hostile-file';
import { patchZip, repeatLastEntry } from './patch-zip';

/** Just below the size from which a part is judged by its ratio: what a bomb may hold and still be unpacked. */
const unjudged = 31 * 1024 ** 2;

const filled = (piece: string, bytes = unjudged) => piece.repeat(Math.floor(bytes / piece.length));
const isSheet = (name: string) => name.endsWith('sheet1.xml');
const tooLarge = refused('file-too-large');
const damaged = refused('file-damaged');
const doctype = refused('file-damaged', /DOCTYPE/);

function makeManySheets(count: number, content: (index: number) => string): Uint8Array {
  const parts = makeWorkbookParts(peopleXml);
  const names = Array.from({ length: count }, (_, index) => index + 2);
  return makeZip([
    ...parts.map((part) => {
      if (part.name === 'xl/workbook.xml')
        return withEnd(
          part,
          '</sheets>',
          names.map((id) => `<sheet name="S${id}" sheetId="${id}" r:id="s${id}"/>`),
        );
      if (part.name === 'xl/_rels/workbook.xml.rels')
        return withEnd(
          part,
          '</Relationships>',
          names.map(
            (id) => `<Relationship Id="s${id}" Type="x/worksheet" Target="worksheets/more${id}.xml"/>`,
          ),
        );
      return part;
    }),
    ...names.map((id) => ({ name: `xl/worksheets/more${id}.xml`, content: content(id) })),
  ]);
}

function withEnd(part: ZipPart, end: string, added: readonly string[]): ZipPart {
  return { ...part, content: String(part.content).replace(end, added.join('') + end) };
}

const sheet = (rows: string) => `<worksheet><sheetData>${rows}</sheetData></worksheet>`;

/** Small files that are huge inside, and small files that ask for much work. */
export const workbookBombs = namedFiles('people.xlsx', [
  {
    what: 'a sheet of 300 MB of blanks',
    make: () => makeWorkbook(peopleXml + ' '.repeat(300 * 1024 ** 2)),
    expected: tooLarge,
  },
  {
    what: 'ten sheets of 31 MB of blanks, each within the limits',
    make: () => makeManySheets(10, () => sheet(filled('    '))),
    expected: asPeople(),
  },
  {
    what: 'a sheet that unpacks to 60 MB and says 500 bytes',
    make: () =>
      patchZip(makeWorkbook(peopleXml + filled(' ', 60 * 1024 ** 2)), isSheet, { unpackedBytes: 500 }),
    expected: damaged,
  },
  {
    what: 'a sheet that says it unpacks to nothing',
    make: () => patchZip(makeWorkbook(peopleXml), isSheet, { unpackedBytes: 0 }),
    expected: damaged,
  },
  {
    what: 'a sheet that says it unpacks to 4 GB',
    make: () => patchZip(makeWorkbook(peopleXml), isSheet, { unpackedBytes: 0xffff_fffe }),
    expected: tooLarge,
  },
  {
    what: '900 entries that lie over the same packed bytes',
    make: () =>
      repeatLastEntry(
        makeZip([...makeWorkbookParts(peopleXml), { name: '0000.xml', content: filled('<a/>') }]),
        900,
      ),
    expected: damaged,
  },
  {
    what: '60,000 entries',
    make: () =>
      makeZip([
        ...makeWorkbookParts(peopleXml),
        ...Array.from({ length: 60_000 }, (_, index) => ({ name: `a/${index}`, content: '', stored: true })),
      ]),
    expected: tooLarge,
  },
  {
    what: 'ZIPs in a ZIP in a ZIP',
    make: () => {
      let zip = makeZip([{ name: '0.txt', content: filled('0') }]);
      for (let level = 0; level < 5; level++)
        zip = makeZip(Array.from({ length: 16 }, (_, index) => ({ name: `${index}.zip`, content: zip })));
      return zip;
    },
    expected: refused('file-legacy', /ZIP archive/),
  },
  {
    what: 'names of parts that are 60,000 folders deep',
    make: () =>
      makeZip([
        ...makeWorkbookParts(peopleXml),
        ...Array.from({ length: 50 }, (_, index) => ({
          name: `${'a/'.repeat(30_000)}${index}.xml`,
          content: '<a/>',
        })),
      ]),
    expected: asPeople(),
  },
  {
    what: 'one string of 31 MB in 2,000 cells',
    make: () =>
      makeWorkbook(
        peopleXml +
          Array.from(
            { length: 2000 },
            (_, index) => `<row r="${index + 4}"><c t="s"><v>0</v></c></row>`,
          ).join(''),
        { sharedStrings: `<si><t>${filled('a@b.')}</t></si>` },
      ),
    expected: tooLarge,
  },
  {
    what: 'a table of four million empty strings',
    make: () => makeWorkbook(peopleXml, { sharedStrings: filled('<si/>') }),
    expected: asPeople(),
  },
  {
    what: '31 MB of empty rows',
    make: () => makeWorkbook(peopleXml + filled('<row/>')),
    expected: damaged,
  },
  {
    what: '31 MB of empty cells in a row',
    make: () => makeWorkbook(`${peopleXml}<row r="4">${filled('<c/>')}</row>`),
    expected: damaged,
  },
  {
    what: 'a text in column XFD of 4,000 rows',
    make: () =>
      makeWorkbook(
        peopleXml +
          Array.from(
            { length: 4000 },
            (_, index) => `<row r="${index + 4}"><c r="XFD${index + 4}" t="str"><v>x</v></c></row>`,
          ).join(''),
      ),
    expected: tooLarge,
  },
  {
    what: 'half a million merged places, each as large as the sheet',
    make: () =>
      makeWorkbook(peopleXml, {
        afterRows: `<mergeCells>${filled('<mergeCell ref="A3:XFD1048576"/>', 16 * 1024 ** 2)}</mergeCells>`,
      }),
    expected: asPeople(),
  },
  {
    what: 'half a million column definitions',
    make: () =>
      makeWorkbook('', {
        sheetXml: `<worksheet><dimension ref="A1:XFD1048576"/><cols>${filled('<col min="1" max="16384" hidden="1"/>')}</cols><sheetData>${peopleXml}</sheetData></worksheet>`,
      }),
    expected: asPeople(),
  },
  {
    what: '100,000 links, each over the whole sheet of 5,000 rows',
    make: () => {
      const rows = Array.from({ length: 5000 }, (_, index) => makeTextRow(index + 1, ['a', 'b', 'c', 'd']));
      return makeWorkbook(rows.join(''), {
        afterRows: `<hyperlinks>${'<hyperlink ref="A1:XFD1048576" r:id="h"/>'.repeat(100_000)}</hyperlinks>`,
        sheetRelations: '<Relationship Id="h" Type="x/hyperlink" Target="https://example.com/"/>',
      });
    },
    expected: tooLarge,
  },
  {
    what: '900 sheets that are one and the same part of 31 MB',
    make: () => {
      const parts = makeWorkbookParts(peopleXml + filled('    '));
      const listed = Array.from({ length: 900 }, (_, index) => `<sheet name="S${index}" r:id="rId1"/>`);
      return makeZip(
        parts.map((part) => (part.name === 'xl/workbook.xml' ? withEnd(part, '</sheets>', listed) : part)),
      );
    },
    expected: damaged,
  },
  {
    what: 'a million cell styles and a hundred thousand formats',
    make: () =>
      makeWorkbook(`${peopleXml}<row r="4"><c s="7"><v>7</v></c></row>`, {
        styles: `<numFmts>${filled('<numFmt numFmtId="200" formatCode="0000"/>', 4 * 1024 ** 2)}</numFmts><cellXfs>${filled('<xf numFmtId="200"/>', 18 * 1024 ** 2)}</cellXfs>`,
      }),
    expected: { kind: 'rows', rows: [...people, ['0007']] },
  },
  {
    what: 'number formats of 100,000 signs that regular expressions choke on',
    make: () => {
      const codes = [',', '0,', '?/', '[', '_', '0 ', 'E+', '\\', '[$', '@', 'm', '#,#', ';'].map((piece) =>
        piece.repeat(100_000),
      );
      return makeWorkbook(
        peopleXml +
          codes.map((_, index) => `<row r="${index + 4}"><c s="${index}"><v>12.5</v></c></row>`).join(''),
        {
          styles: `<numFmts>${codes.map((code, index) => `<numFmt numFmtId="${200 + index}" formatCode="${code}0"/>`).join('')}</numFmts><cellXfs>${codes.map((_, index) => `<xf numFmtId="${200 + index}"/>`).join('')}</cellXfs>`,
        },
      );
    },
    expected: { kind: 'rows', rows: [...people, ...Array.from({ length: 13 }, () => ['12.5'])] },
  },
  {
    what: 'an attribute of 31 MB',
    make: () => makeWorkbook(`${peopleXml}<row r="4" x="${filled('a')}"/>`),
    expected: asPeople(),
  },
  {
    what: 'elements four million deep',
    make: () => makeWorkbook(peopleXml, { afterRows: filled('<a>') }),
    expected: damaged,
  },
  {
    what: 'four million comments that are never closed',
    make: () => makeWorkbook(peopleXml, { afterRows: filled('<!-- ') }),
    expected: damaged,
  },
  {
    what: 'a billion laughs',
    make: () =>
      makeWorkbook(`${peopleXml}<row r="4"><c t="inlineStr"><is><t>&i;</t></is></c></row>`, {
        prolog: `<?xml version="1.0"?><!DOCTYPE worksheet [<!ENTITY a "ha">${'bcdefghi'
          .split('')
          .map((name, index) => `<!ENTITY ${name} "${`&${'abcdefgh'[index]};`.repeat(10)}">`)
          .join('')}]>`,
      }),
    expected: doctype,
  },
  {
    what: 'an external entity that asks for a file of the computer',
    make: () =>
      makeWorkbook(peopleXml, {
        prolog: '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>',
      }),
    expected: doctype,
  },
  {
    what: 'a DOCTYPE behind 40,000 signs of comment',
    make: () => makeWorkbook(peopleXml, { prolog: `<!-- ${'x'.repeat(40_000)} --><!DOCTYPE worksheet []>` }),
    expected: doctype,
  },
]).map((file): HostileFile => ({ isBomb: true, ...file }));
