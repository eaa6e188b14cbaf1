import { markedFile } from './marked-file';
import { type RealFile, utf8 } from './real-file';

/** Texts whose delimiters, quotes or line ends are odd. */
export const oddDelimiters: readonly RealFile[] = [
  ...(
    [
      ['SEP=, in capitals', 'SEP=,', ','],
      ['sep=, in quotes', '"sep=,"', ','],
      ['sep= with a tab', 'sep=\t', '\t'],
      ['sep=| ', 'sep=|', '|'],
    ] as const
  ).map(([what, first, delimiter]) =>
    markedFile(
      what,
      delimiter,
      [
        ['h Name', 'Email', 'Skills'].join(delimiter),
        ['p Ann Lee', 'ann@example.com', 'a;b;c'].join(delimiter),
        ['p Bo Roe', 'bo@example.com', 'd;e'].join(delimiter),
      ],
      {},
      { toBytes: (text) => utf8(`${first}\r\n${text}`) },
    ),
  ),
  markedFile('decimal commas in every row, semicolons between', ';', [
    'h Name;Email;Note;Gewicht;Quote',
    'p Ann Lee;ann@example.com;1,7;70,5;12,5',
    'p Bo Roe;bo@example.com;2,0;80,5;13,5',
    'p Cy Poe;cy@example.com;2,3;90,5;14,5',
  ]),
  markedFile('two columns with commas, many semicolons in the second', ',', [
    'h Name,Emails',
    'p Ann Lee,ann@example.com;lee@example.com;al@example.com',
    'p Bo Roe,bo@example.com;roe@example.com;br@example.com',
    'p Cy Poe,cy@example.com;poe@example.com;cp@example.com',
  ]),
  markedFile('commas, and pipes in a column of tags', ',', [
    'h Name,Email,Tags',
    'p Ann Lee,ann@example.com,sql|go|java|c',
    'p Bo Roe,bo@example.com,sql|go|java|c',
    'p Cy Poe,cy@example.com,sql|go|java|c',
  ]),
  markedFile('names with the family name first and a comma, semicolons between', ';', [
    'h Name;Email',
    'p Lee, Ann;ann@example.com',
    'p Roe, Bo;bo@example.com',
    'p Poe, Cy;cy@example.com',
  ]),
  markedFile(
    'tabs, with blanks around the cells',
    '\t',
    [
      'h Name \t Email \t Phone',
      'p Ann Lee \t ann@example.com \t 555 0101',
      'p Bo Roe \t bo@example.com \t ',
    ],
    {},
    { fileName: 'people.txt' },
  ),
  markedFile('tabs in a file called .csv, with a comma in each address', '\t', [
    'h Name\tEmail\tAddress',
    'p Ann Lee\tann@example.com\t1 High St, Leeds, LS1',
    'p Bo Roe\tbo@example.com\t2 High St, York, YO1',
  ]),
  markedFile('tildes', '~', [
    'h Name~Email~Phone',
    'p Ann Lee~ann@example.com~555 0101',
    'p Bo Roe~bo@example.com~555 0102',
  ]),
  markedFile('everything in single quotes', ',', [
    "h 'Name','Email','Town'",
    "p 'Ann Lee','ann@example.com','Leeds, UK' => Ann Lee | ann@example.com | Leeds, UK",
    "p 'Conor O''Brien','conor@example.com','Cork, IE' => Conor O'Brien | conor@example.com | Cork, IE",
  ]),
  markedFile('MySQL: quotes escaped by a backslash, \\N for nothing', ',', [
    'h "name","email","note"',
    'p "Ann \\"Annie\\" Lee","ann@example.com","a, b" => Ann "Annie" Lee | ann@example.com | a, b',
    'p "Bo Roe","bo@example.com",\\N => Bo Roe | bo@example.com',
    'p "Cy Poe","cy@example.com","c" => Cy Poe | cy@example.com | c',
  ]),
  markedFile('quotes behind a blank, as typed by hand', ',', [
    'h Name, Email, Town',
    'p Ann Lee, ann@example.com, "Leeds, UK" => Ann Lee | ann@example.com | Leeds, UK',
    'p "Roe, Bo", bo@example.com, York => Roe, Bo | bo@example.com | York',
  ]),
  markedFile('quotes of a word processor', ',', [
    'h “Name”,“Email”,“Town”',
    'p “Ann Lee”,“ann@example.com”,“Leeds, UK” => Ann Lee | ann@example.com | Leeds, UK',
    'p “Bo Roe”,“bo@example.com”,“York” => Bo Roe | bo@example.com | York',
  ]),
  markedFile('inches and nicknames: quotes inside cells that are not quoted', ',', [
    'h Name,Email,Size',
    'p Ann "Annie" Lee,ann@example.com,5\' 4"',
    'p Bo Roe,bo@example.com,6\' 1"',
    'p Cy Poe,cy@example.com,5\' 9"',
  ]),
  markedFile('a whole row in quotes, as Excel saves what it has opened as one column', ',', [
    'h Name,Email,Town',
    'p "Ann Lee,ann@example.com,""Leeds, UK""" => Ann Lee | ann@example.com | Leeds, UK',
    'p "Bo Roe,bo@example.com,""York, UK""" => Bo Roe | bo@example.com | York, UK',
  ]),
  markedFile(
    'a comma too many at the end of every person, none in the header',
    ',',
    [
      'h Name,Email,Town',
      'p Ann Lee,ann@example.com,Leeds,',
      'p Bo Roe,bo@example.com,York,',
      'p Cy Poe,cy@example.com,,',
    ],
    { emailColumn: 'B' },
  ),
  markedFile('towns with a comma that nobody quoted: a cell more in some rows', ',', [
    'h Name,Email,Town',
    'p Ann Lee,ann@example.com,Leeds, UK',
    'p Bo Roe,bo@example.com,York',
    'p Cy Poe,cy@example.com,Hull, UK',
  ]),
  markedFile(
    'CRLF doubled by a transfer: an empty line behind each',
    ';',
    ['h Name;Email', '. ', 'p Ann Lee;ann@example.com', '. ', 'p Bo Roe;bo@example.com', '. '],
    {},
    { lineEnd: '\r\n' },
  ),
  markedFile(
    'CR CR LF at each end of a line: Excel counts two',
    ';',
    ['h Name;Email', 'p Ann Lee;ann@example.com', 'p Bo Roe;bo@example.com'],
    { people: ['3: Ann Lee | ann@example.com', '5: Bo Roe | bo@example.com'] },
    { lineEnd: '\r\r\n' },
  ),
  markedFile(
    'no end of line behind the last person, who is in quotes',
    ',',
    [
      'h "Name","Email"',
      'p "Ann Lee","ann@example.com" => Ann Lee | ann@example.com',
      'p "Bo Roe","bo@example.com" => Bo Roe | bo@example.com',
    ],
    {},
    { isLastEnded: false },
  ),
  markedFile('colons between', ';', [
    'h Name;Email;Town',
    'p Ann Lee;ann@example.com;',
    'p Bo Roe;;York',
    'p ;cy@example.com;Hull',
  ]),
];
