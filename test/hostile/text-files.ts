import { asPeople, namedFiles, people, refused, toBytes } from './hostile-file';

const peopleCsv = people.map((cells) => `${cells.join(',')}\n`).join('');
const megabyte = 1024 ** 2;
/** Just under the largest file that is opened. */
const nearlyAll = 90 * megabyte;

function filled(piece: string, bytes: number): Uint8Array {
  return new Uint8Array(Buffer.alloc(bytes, piece));
}

function joined(...parts: (string | Uint8Array)[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts.map((part) => Buffer.from(part))));
}

const wide = 16_385;

/** Names as they are (utf8), and as they look where their UTF-8 is read as Windows-1252. */
function namesIn(encoding: 'utf8' | 'latin1'): string[] {
  return ['Zoë', 'Inês', 'Jürgen', 'Bjørn', 'Günther', 'Renée', 'François', 'Müller'].map((name) =>
    Buffer.from(name, 'utf8').toString(encoding),
  );
}

/** Delimited text that was damaged, or made to hurt. */
export const textFiles = namedFiles('people.csv', [
  {
    what: 'text with NULs in its cells',
    make: () => toBytes(`${peopleCsv}n\0ul@example.com,N\0ul\n`),
    expected: { kind: 'rows', rows: [...people, ['n\0ul@example.com', 'N\0ul']] },
  },
  {
    what: 'a quotation mark that is never closed, in row 3 of 100,000',
    make: () =>
      toBytes(`Email,Name\na@example.com,Ann\n"b@example.com,Bob\n${'c@example.com,Cyd\n'.repeat(100_000)}`),
    expected: refused('unterminated-quote', /row 3/),
  },
  {
    what: '90 MB of quotation marks',
    make: () => joined(peopleCsv, filled('"', nearlyAll + 1)),
    expected: refused('unterminated-quote'),
    isBomb: true,
  },
  {
    what: '90 MB in one line without a delimiter',
    make: () => filled('a', nearlyAll),
    expected: refused('file-too-large'),
    isBomb: true,
  },
  {
    what: '90 MB in one cell below the header',
    make: () => joined(peopleCsv, filled('a', nearlyAll)),
    expected: refused('file-too-large'),
    isBomb: true,
  },
  {
    what: '90 MB of commas',
    make: () => filled(',', nearlyAll),
    expected: refused('file-too-large'),
    isBomb: true,
  },
  {
    what: '90 MB of empty lines',
    make: () => filled('\n', nearlyAll),
    expected: refused('file-too-large'),
    isBomb: true,
  },
  {
    what: '90 MB of lines with one comma',
    make: () => filled(',\n', nearlyAll),
    expected: refused('file-too-large'),
    isBomb: true,
  },
  {
    what: '90 MB of lines with 40 cells of one letter',
    make: () => filled(`${'a,'.repeat(39)}a\n`, nearlyAll),
    expected: refused('file-too-large'),
    isBomb: true,
  },
  {
    what: '1,000,000 columns',
    make: () => toBytes(`${peopleCsv}${'x,'.repeat(1_000_000)}\n`),
    expected: refused('file-too-large', /16,384 columns/),
  },
  {
    what: '16,385 columns in one row',
    make: () => toBytes(`${peopleCsv}${'x,'.repeat(wide - 1)}x\n`),
    expected: refused('file-too-large', /row 4.*16,384 columns/i),
  },
  {
    what: 'delimiters only',
    make: () => toBytes(';;;;;\n;;;;;\n'),
    expected: refused('file-empty'),
  },
  {
    what: 'most rows in Windows-1252, two that were pasted in UTF-8',
    make: () =>
      joined(
        'Email,Name\n',
        namesIn('utf8')
          .slice(0, 2)
          .map((name, index) => `u${index}@example.com,${name}\n`)
          .join(''),
        Buffer.from(
          namesIn('utf8')
            .map((name, index) => `w${index}@example.com,${name}\n`)
            .join(''),
          'latin1',
        ),
      ),
    expected: {
      kind: 'rows',
      rows: [
        ['Email', 'Name'],
        ...namesIn('latin1')
          .slice(0, 2)
          .map((name, index) => [`u${index}@example.com`, name]),
        ...namesIn('utf8').map((name, index) => [`w${index}@example.com`, name]),
      ],
    },
  },
  {
    what: 'UTF-16 that ends in the middle of a letter',
    make: () =>
      joined(Buffer.from(`\ufeff${peopleCsv.replaceAll(',', '\t')}`, 'utf16le'), new Uint8Array([0x41])),
    expected: { kind: 'rows', rows: [...people, ['\ufffd']], notices: ['letters-lost'] },
  },
  {
    what: 'a mark of UTF-16 and nothing else',
    make: () => new Uint8Array([0xff, 0xfe]),
    expected: refused('file-empty'),
  },
  {
    what: 'columns called __proto__ and constructor, twice',
    make: () => toBytes('Email,__proto__,constructor,__proto__\nada@example.com,a,b,c\n'),
    expected: {
      kind: 'rows',
      rows: [
        ['Email', '__proto__', 'constructor', '__proto__'],
        ['ada@example.com', 'a', 'b', 'c'],
      ],
    },
  },
  {
    what: 'CR, LF and CRLF in one file',
    make: () => toBytes('Email,Name\rada@example.com,Ada\r\nlin@example.com,Lin\n'),
    expected: asPeople(),
  },
  {
    what: 'a cell of 40,000 characters in a text file',
    make: () => toBytes(`${peopleCsv}x@example.com,${'x'.repeat(40_000)}\n`),
    expected: {
      kind: 'rows',
      rows: [...people, ['x@example.com', 'x'.repeat(40_000)]],
      notices: ['cell-too-long'],
    },
  },
  {
    what: 'cells that regular expressions choke on',
    make: () => {
      const pieces = [
        'a@',
        '<',
        ' ',
        '.',
        'https://',
        'a.a@',
        ', ',
        '"" ',
        '\u0301',
        '%20',
        '@',
        '&amp;',
        '1e',
        '++',
      ];
      const rows = pieces.map((piece) => `${cell(piece)},${cell(piece)},${cell(piece)}`);
      return toBytes(`Email,Full name,CV link\nada@example.com,Ada,\n${rows.join('\n')}\n`);
      function cell(piece: string): string {
        return `"${piece.repeat(Math.ceil(50_000 / piece.length))}x"`;
      }
    },
    expected: {
      kind: 'rows',
      rows: chokingRows(),
      notices: Array.from({ length: 14 }, () => 'cell-too-long'),
    },
  },
  { what: 'one letter', make: () => toBytes('a'), expected: { kind: 'rows', rows: [['a']] } },
  { what: 'one zero byte', make: () => new Uint8Array(1), expected: refused('file-empty') },
  { what: 'nothing at all', make: () => new Uint8Array(0), expected: refused('file-empty') },
  {
    what: 'a file over 100 MB',
    make: () => new Uint8Array(100 * megabyte + 1),
    expected: refused('file-too-large', /100 MB/),
  },
  {
    what: 'a name that is a path, turns its direction and ends in a slash',
    make: () => toBytes(peopleCsv),
    fileName: '../../etc/\u202evsc.xslx/',
    expected: asPeople(),
  },
]);

function chokingRows(): string[][] {
  const pieces = [
    'a@',
    '<',
    ' ',
    '.',
    'https://',
    'a.a@',
    ', ',
    '" ',
    '\u0301',
    '%20',
    '@',
    '&amp;',
    '1e',
    '++',
  ];
  const lengths = [2, 1, 1, 1, 8, 4, 2, 3, 1, 3, 1, 5, 2, 2];
  return [
    ['Email', 'Full name', 'CV link'],
    ['ada@example.com', 'Ada', ''],
    ...pieces.map((piece, index) => {
      const text = `${piece.repeat(Math.ceil(50_000 / (lengths[index] ?? 1)))}x`;
      return [text, text, text];
    }),
  ];
}
