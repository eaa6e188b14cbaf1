import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, it } from 'vitest';
import { openSpreadsheet } from '../../../../shared/spreadsheets/open-spreadsheet';
import { canEncode, encodableLetters, makeEncoded, makeUtf16 } from './make-encoded';

/** What cells are made of: words of the encoding, and all that means something in such files. */
const marks = [
  ' ',
  ',',
  ';',
  '\t',
  '|',
  '"',
  '""',
  '\n',
  '@',
  '.',
  '=',
  "'",
  'sep=',
  '0',
  '1,5',
  '<b>',
  '\u00a0',
];

/** Another number gives other tables. */
const seed = Number(process.env.MESSY_SEED ?? 1);

const unicode = {
  'utf-8': (text: string) => new TextEncoder().encode(text),
  'utf-8 with a mark': (text: string) => new TextEncoder().encode(`\ufeff${text}`),
  'utf-16le': (text: string) => makeUtf16(`\ufeff${text}`, 'utf-16le'),
  'utf-16be': (text: string) => makeUtf16(`\ufeff${text}`, 'utf-16be'),
} as const;
const legacy = [
  'windows-1250',
  'windows-1251',
  'windows-1252',
  'windows-1253',
  'windows-1254',
  'windows-1257',
  'windows-1258',
  'iso-8859-2',
  'iso-8859-15',
  'macintosh',
  'koi8-r',
  'shift_jis',
  'euc-kr',
  'gb18030',
  'big5',
];

/** A table of a header and people, its delimiter, row ends and quotes as some program writes them. */
function anyFile(letters: fc.Arbitrary<string>, encoding = 'utf-8') {
  const fitting = marks.filter((mark) => canEncode(mark, encoding));
  const cell = fc
    .array(fc.oneof({ weight: 3, arbitrary: letters }, fc.constantFrom(...fitting)), { maxLength: 8 })
    .map((pieces) => pieces.join('').normalize('NFC'));
  return fc.record({
    rows: fc
      .integer({ min: 1, max: 6 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
      ),
    delimiter: fc.constantFrom(',', ';', '\t', '|'),
    newline: fc.constantFrom('\r\n', '\n', '\r'),
    quotes: fc.boolean(),
    lastLineEnds: fc.boolean(),
  });
}

type File = ReturnType<typeof anyFile> extends fc.Arbitrary<infer T> ? T : never;

/** Every row begins with an address, so that none is blank: who reads blank rows is another question. */
function withAddresses(rows: readonly string[][]): string[][] {
  return rows.map((cells, index) => [`person${index}@example.com`, ...cells]);
}

function toText({ rows, delimiter, newline, quotes, lastLineEnds }: File): string {
  const header = ['Email', ...(rows[0]?.map((_, index) => `Column ${index + 1}`) ?? [])];
  const text = Papa.unparse([header, ...withAddresses(rows)], { delimiter, newline, quotes });
  return lastLineEnds ? text + newline : text;
}

/** `="007"` is a text that a program has kept from becoming a number. */
function asExcelShows(cell: string): string {
  return /^="(?:[^"]|"")*"\s*$/.test(cell) ? cell.trimEnd().slice(2, -1).replaceAll('""', '"') : cell;
}

/** Reads with the delimiter and the encoding told, as a recruiter can: guesses on tables made by chance have no right answer. */
async function expectReadBack(file: File, bytes: Uint8Array, encoding?: string): Promise<void> {
  const delimiter = file.delimiter as ',' | ';' | '\t' | '|';
  const opened = await openSpreadsheet(
    { fileName: 'people.csv', bytes },
    encoding === undefined ? { delimiter } : { delimiter, encoding },
  );
  const read = opened.sheets[0]?.rows.map((row) => row.cells);
  expect(read?.slice(1), JSON.stringify(opened.notices)).toEqual(
    withAddresses(file.rows).map((cells) => cells.map(asExcelShows)),
  );
}

const anyLetter = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 6 })
  .filter((text) => !/[\0-\x1f\ufeff\ufffd]/.test(text));

it.each(Object.entries(unicode))('any table written in %s reads back the same', async (_name, encode) => {
  await fc.assert(
    fc.asyncProperty(anyFile(anyLetter), async (file) => expectReadBack(file, encode(toText(file)))),
    { numRuns: 300, seed },
  );
});

it.each(legacy)('any table written in %s reads back the same', async (encoding) => {
  const letters = encodableLetters(encoding);
  const letter = fc
    .array(fc.constantFrom(...letters), { minLength: 1, maxLength: 6 })
    .map((some) => some.join(''));
  await fc.assert(
    fc.asyncProperty(anyFile(letter, encoding), async (file) => {
      await expectReadBack(file, makeEncoded(toText(file), encoding), encoding);
    }),
    { numRuns: 100, seed },
  );
});
