import { makeEncoded, makeUtf16 } from '../unit/shared/spreadsheets/make-encoded';
import { markedFile } from './marked-file';
import { type RealFile, utf8 } from './real-file';

const joined = (...parts: readonly Uint8Array[]) => new Uint8Array(Buffer.concat(parts));
const doubled = (text: string) => utf8(new TextDecoder('windows-1252').decode(utf8(text)));

/** Texts whose bytes are odd: code pages, marks, zeros, letters that are lost. */
export const oddEncodings: readonly RealFile[] = [
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
];
