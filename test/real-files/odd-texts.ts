import { makeEncoded, makeUtf16 } from '../unit/shared/spreadsheets/make-encoded';
import { markedFile } from './marked-file';
import { type RealFile, utf8 } from './real-file';

const joined = (...parts: readonly Uint8Array[]) => new Uint8Array(Buffer.concat(parts));
const doubled = (text: string) => utf8(new TextDecoder('windows-1252').decode(utf8(text)));

/** Texts whose bytes, delimiters, quotes or line ends are odd. */
export const oddTexts: readonly RealFile[] = [
  ...(
    [
      [
        'windows-1250',
        ['h Jméno;Příjmení;E-mail', 'p Jiří;Dvořák;jiri@example.com', 'p Zdeňka;Šťastná;zdenka@example.com'],
      ],
      [
        'windows-1251',
        ['h Имя;Фамилия;Почта', 'p Анна;Иванова;anna@example.com', 'p Борис;Щукин;boris@example.com'],
      ],
      [
        'windows-1253',
        [
          'h Όνομα;Επώνυμο;Email',
          'p Άννα;Παπαδοπούλου;anna@example.com',
          'p Γιώργος;Ιωάννου;giorgos@example.com',
        ],
      ],
      [
        'windows-1254',
        ['h Ad;Soyad;E-posta', 'p Şule;Yıldırım;sule@example.com', 'p Çağrı;Gündoğdu;cagri@example.com'],
      ],
      [
        'windows-1255',
        ['h שם פרטי;שם משפחה;מייל', 'p דנה;כהן;dana@example.com', 'p יוסי;לוי;yossi@example.com'],
      ],
      [
        'windows-1256',
        ['h الاسم;العائلة;البريد', 'p أحمد;الخطيب;ahmad@example.com', 'p فاطمة;منصور;fatima@example.com'],
      ],
      [
        'windows-1257',
        [
          'h Vardas;Pavardė;El. paštas',
          'p Žydrūnė;Kučinskaitė;zydrune@example.com',
          'p Šarūnas;Jasikevičius;sarunas@example.com',
        ],
      ],
      [
        'windows-874',
        ['h ชื่อ;นามสกุล;อีเมล', 'p สมชาย;ใจดี;somchai@example.com', 'p สมหญิง;รักไทย;somying@example.com'],
      ],
      [
        'koi8-r',
        ['h Имя;Фамилия;Почта', 'p Анна;Иванова;anna@example.com', 'p Борис;Щукин;boris@example.com'],
      ],
      [
        'koi8-u',
        ["h Ім'я;Прізвище;Пошта", 'p Їванна;Єфименко;ivanna@example.com', 'p Ігор;Ґалаґан;ihor@example.com'],
      ],
      [
        'ibm866',
        ['h Имя;Фамилия;Почта', 'p Анна;Иванова;anna@example.com', 'p Борис;Щукин;boris@example.com'],
      ],
      [
        'iso-8859-2',
        [
          'h Imię;Nazwisko;E-mail',
          'p Żaneta;Święch;zaneta@example.com',
          'p Łukasz;Gałązka;lukasz@example.com',
        ],
      ],
      [
        'iso-8859-5',
        ['h Име;Презиме;Пошта', 'p Љиљана;Ђорђевић;ljiljana@example.com', 'p Његош;Џунић;njegos@example.com'],
      ],
      [
        'iso-8859-7',
        [
          'h Όνομα;Επώνυμο;Email',
          'p Άννα;Παπαδοπούλου;anna@example.com',
          'p Γιώργος;Ιωάννου;giorgos@example.com',
        ],
      ],
      [
        'macintosh',
        [
          'h Prénom;Nom;Courriel',
          'p Zoé;Lefèvre;zoe@example.com',
          'p François;Noël;francois@example.com',
          'p Jürgen;Groß;juergen@example.com',
        ],
      ],
      [
        'x-mac-cyrillic',
        ['h Имя;Фамилия;Почта', 'p Анна;Иванова;anna@example.com', 'p Борис;Щукин;boris@example.com'],
      ],
      [
        'shift_jis',
        [
          'h 氏名;フリガナ;メール',
          'p 佐藤 花子;サトウ ハナコ;hanako@example.com',
          'p 表 十郎;オモテ ジュウロウ;juro@example.com',
        ],
      ],
      [
        'euc-jp',
        [
          'h 氏名;フリガナ;メール',
          'p 佐藤 花子;サトウ ハナコ;hanako@example.com',
          'p 鈴木 一郎;スズキ イチロウ;ichiro@example.com',
        ],
      ],
      [
        'gb18030',
        [
          'h 姓名;手机;邮箱',
          'p 王小明;13800000001;ming@example.com',
          'p 李婷婷;13800000002;ting@example.com',
        ],
      ],
      [
        'big5',
        [
          'h 姓名;手機;電子郵件',
          'p 陳美玲;0912000001;meiling@example.com',
          'p 許功蓋;0912000002;xu@example.com',
        ],
      ],
      [
        'euc-kr',
        [
          'h 이름;전화;이메일',
          'p 김민수;01000000001;minsu@example.com',
          'p 박서연;01000000002;seoyeon@example.com',
        ],
      ],
    ] as const
  ).map(([encoding, lines]) =>
    markedFile(
      `a short list in ${encoding}`,
      ';',
      lines,
      { encoding },
      {
        toBytes: (text) => makeEncoded(text, encoding),
      },
    ),
  ),
  markedFile(
    'one accent in the whole file, in windows-1252',
    ',',
    [
      'h Name,Email',
      'p Ann Lee,ann@example.com',
      'p Bo Roe,bo@example.com',
      'p Zoë Poe,zoe@example.com',
      'p Di Moe,di@example.com',
    ],
    { encoding: 'windows-1252' },
    { toBytes: (text) => makeEncoded(text, 'windows-1252') },
  ),
  markedFile(
    'an euro sign and an apostrophe by Word are all that is not ASCII',
    ';',
    ['h Name;Email;Wish', 'p Conor O’Brien;conor@example.com;30.000 €', 'p Bo Roe;bo@example.com;28.000 €'],
    { encoding: 'windows-1252' },
    { toBytes: (text) => makeEncoded(text, 'windows-1252') },
  ),
  markedFile(
    'old Excel for Mac: Mac Roman, lone CR',
    ',',
    [
      'h First,Last,Email',
      'p José,Muñoz,jose@example.com',
      'p Bjørn,Ström,bjorn@example.com',
      'p Cy,Poe,cy@example.com',
    ],
    { encoding: 'macintosh' },
    { lineEnd: '\r', toBytes: (text) => makeEncoded(text, 'macintosh') },
  ),
  markedFile(
    'UTF-16 big-endian without a mark',
    '\t',
    ['h Name\tEmail', 'p Łucja Wąsik\tlucja@example.com', 'p Bo Roe\tbo@example.com'],
    { encoding: 'utf-16be' },
    { toBytes: (text) => makeUtf16(text, 'utf-16be') },
  ),
  markedFile(
    'UTF-16 little-endian without a mark, a lone byte at the end',
    ';',
    ['h 氏名;メール', 'p 佐藤 花子;hanako@example.com', 'p 鈴木 一郎;ichiro@example.com'],
    { encoding: 'utf-16le' },
    { toBytes: (text) => joined(makeUtf16(text, 'utf-16le'), new Uint8Array([10])) },
  ),
  markedFile(
    'UTF-8 with a mark in front of the file and once more in front of the second file joined to it',
    ',',
    [
      'h Name,Email',
      'p Zoë Lee,zoe@example.com',
      'p Bo Roe,bo@example.com',
      '- \ufeffName,Email',
      'p Cy Poe,cy@example.com',
    ],
    { encoding: 'utf-8' },
    { toBytes: (text) => utf8(`\ufeff${text}`) },
  ),
  markedFile(
    'UTF-8 with two marks in front',
    ',',
    ['h Email,Name', 'p zoe@example.com,Zoë Lee', 'p bo@example.com,Bo Roe'],
    { encoding: 'utf-8', emailColumn: 'A' },
    { toBytes: (text) => utf8(`\ufeff\ufeff${text}`) },
  ),
  markedFile(
    'UTF-8, but one line was pasted in windows-1252',
    ',',
    [
      'h Name,Email,Town',
      'p Zoë Lee,zoe@example.com,Köln',
      'p Jürgen Roe,jr@example.com,Münster',
      'p Cy Poe,cy@example.com,Z@rich => Cy Poe | cy@example.com | Z�rich',
      'p Søren Moe,sm@example.com,Århus',
    ],
    { encoding: 'utf-8', notices: ['letters-lost'] },
    {
      toBytes: (text) => {
        const bytes = utf8(text.replace('Z@rich', 'Z#rich'));
        return bytes.map((byte) => (byte === 35 ? 0xfc : byte));
      },
    },
  ),
  markedFile(
    'UTF-8 taken for windows-1252 and written as UTF-8 again',
    ',',
    [
      'h Name,Email,Town',
      'p Zoë Lee,zoe@example.com,Köln',
      'p Dušan Roe,dusan@example.com,Kraków',
      'p Cy Poe,cy@example.com,Málaga',
    ],
    {},
    { toBytes: doubled },
  ),
  markedFile('a web form that wrote entities: they are kept for the check', ',', [
    'h Name,Email,Town',
    'p Conor O&#39;Brien,conor@example.com,K&ouml;ln',
    'p Zo&euml; Lee,zoe@example.com,Leeds &amp; York',
  ]),
  markedFile(
    'the list ends with the end sign of DOS',
    ';',
    ['h Name;Email', 'p Ann Lee;ann@example.com', 'p Bo Roe;bo@example.com'],
    {},
    { toBytes: (text) => utf8(`${text}\x1a`) },
  ),
  markedFile(
    'the file is filled up with NULs',
    ';',
    ['h Name;Email', 'p Ann Lee;ann@example.com', 'p Bo Roe;bo@example.com'],
    {},
    { toBytes: (text) => joined(utf8(text), new Uint8Array(600)) },
  ),
  markedFile('form feeds between pages', ';', [
    'h Name;Email',
    'p Ann Lee;ann@example.com',
    'p \fBo Roe;bo@example.com => Bo Roe | bo@example.com',
    'p Cy Poe;cy@example.com',
  ]),
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
  markedFile('MySQL: quotes escaped by a backslash, \\N for nothing is kept for the check', ',', [
    'h "name","email","note"',
    'p "Ann \\"Annie\\" Lee","ann@example.com","a, b" => Ann "Annie" Lee | ann@example.com | a, b',
    'p "Bo Roe","bo@example.com",\\N => Bo Roe | bo@example.com | \\N',
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
