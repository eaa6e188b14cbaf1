import { makeEncoded } from '../unit/shared/spreadsheets/make-encoded';
import { markedFile } from './marked-file';
import { markedWorkbook } from './marked-workbook';
import type { RealFile } from './real-file';

/** What stands between and below the people: the last of them without an address, totals of all programs, breaks, who made the list. */
export const listsWithEnds: readonly RealFile[] = [
  markedFile('the last person stands behind a blank row, has no address, and a total follows', ';', [
    'h Ref;Vorname;Nachname;E-Mail;Eingang',
    'p 00417;Jürgen;Müller;juergen@example.org;15.03.2025',
    'p 00418;Käthe;Groß;kaethe@example.org;16.03.2025',
    '. ',
    'p 00419;Sören;Jäger;;17.03.2025',
    '- Summe;3;;;',
  ]),
  markedFile('the same without a number for the last person', ';', [
    'h Ref;Vorname;Nachname;E-Mail',
    'p 00417;Jürgen;Müller;juergen@example.org',
    'p 00418;Käthe;Groß;kaethe@example.org',
    '. ',
    'p ;Sören;Jäger;',
    '- Summe;3;;',
  ]),
  markedFile('a group behind a blank row in which nobody has an address', ';', [
    'h Nr;Name;E-Mail;Telefon',
    'p 1;Anna Lee;anna@example.com;+49 30 5550101',
    'p 2;Bo Ek;bo@example.com;+49 30 5550102',
    '. ',
    'p 3;Cara Diaz;;+49 30 5550103',
    'p 4;Dan Okafor;;',
    '- Summe;4;;',
  ]),
  markedFile('figures by status below, the last person has no address', ';', [
    'h Nr;Name;E-Mail;Status',
    'p 1;Anna Lee;anna@example.com;neu',
    'p 2;Bo Ek;;neu',
    '. ',
    '- ;Status;Anzahl;',
    '- ;neu;2;',
    '- ;alt;0;',
  ]),
  markedWorkbook('numbers with zeros and dates behind a blank row, a total', {
    Bewerber: [
      '. Bewerberliste Köln',
      '. ',
      'h Ref;Vorname;Nachname;E-Mail;Punkte',
      'p n:417;Jürgen;Müller;juergen@example.org;n:87',
      'p n:418;Käthe;Groß;kaethe@example.org;n:50',
      '. ',
      'p n:419;Sören;Jäger;;n:91',
      '- Summe;n:3',
    ],
  }),
  markedFile('a first name that is a total’s word: an ID stands beside it', ',', [
    'h ID,First name,Last name,E-mail',
    'p TH-001,Anna,Lee,anna@example.com',
    'p TH-002,Som,,',
    'p TH-003,Bo,Ek,bo@example.com',
    'p TH-004,Sum,Yi,',
    '- Total,4,,',
  ]),
  ...(
    [
      ['German', 'Vorname;Nachname;E-Mail', 'Ergebnis'],
      ['Russian', 'Имя;Фамилия;Почта', 'Итог'],
      ['Japanese', '名;姓;メール', '集計'],
      ['Chinese', '名;姓;邮箱', '汇总'],
      ['Korean', '이름;성;이메일', '요약'],
      ['Bengali', 'নাম;পদবি;ইমেইল', 'মোট'],
    ] as const
  ).map(([language, header, word]) =>
    markedWorkbook(`the result row of an Excel table in ${language}`, {
      Tab: [
        `h ID;${header}`,
        'p A-1;Anna;Lee;anna@example.com',
        'p A-2;Bo;Ek;',
        'p A-3;Cara;Diaz;cara@example.com',
        `- ${word};;;n:2`,
      ],
    }),
  ),
  markedFile('Excel’s subtotals in German', ';', [
    'h Ort;Name;E-Mail;Tage',
    'p Köln;Jürgen Müller;juergen@example.org;5',
    'p Köln;Käthe Groß;kaethe@example.org;7',
    '- Köln Ergebnis;;;12',
    'p Bonn;Sören Jäger;soeren@example.org;3',
    '- Bonn Ergebnis;;;3',
    '- Gesamtergebnis;;;15',
  ]),
  markedFile(
    'Excel’s subtotals in Russian, windows-1251',
    ';',
    [
      'h Город;ФИО;Почта;Дней',
      'p Москва;Иванова Мария;maria@example.com;5',
      '- Москва Итог;;;5',
      'p Тула;Ёлкина Юлия;yulia@example.com;3',
      '- Тула Итог;;;3',
      '- Общий итог;;;8',
    ],
    { encoding: 'windows-1251' },
    { toBytes: (text) => makeEncoded(text, 'windows-1251') },
  ),
  markedFile('a list of SAP: empty column, blank rows, a sum behind an asterisk', '\t', [
    '. ',
    '. \t\tBewerber 03/2025\t\t\t',
    '. ',
    'h \t\tPers.Nr.\tName\tE-Mail\tBetrag',
    '. ',
    'p \t\t00001417\tJürgen Müller\tjuergen@example.org\t1.400,00',
    'p \t\t00001418\tKäthe Groß\tkaethe@example.org\t2.000,00',
    'p \t\t00001419\tSören Jäger\t\t900,00',
    '- \t*\t\t\t\t4.300,00',
  ]),
  markedFile('a question and an address below the list', ',', [
    'h Name,E-mail,Phone',
    'p Anna Lee,anna@example.com,555-0101',
    'p Cara Diaz,,555-0103',
    '. ',
    '- Questions? Write to recruiting@example.net,,',
    '- Confidential – do not forward,,',
  ]),
  markedFile('Chinese: who made the list and when, behind wide colons', ',', [
    'h 序号,姓名,邮箱,电话',
    'p 1,张伟,zhang@example.com,13800000001',
    'p 2,李娜,,13800000002',
    '- 制表人：王芳,,,',
    '- 日期：2025年3月14日,,,',
  ]),
  markedFile('an interview plan with breaks and a slot that is free', ',', [
    'h Time,Candidate,E-mail,Room',
    'p 09:00,Anna Lee,anna@example.com,A1',
    '- 10:30,Break,,',
    'p 11:00,Cara Diaz,,A2',
    '- 11:45,Lunch break,,',
    '- 13:00,(vacant),,A2',
    'p 13:45,Dan Okafor,dan@example.com,A2',
  ]),
  markedFile('a German plan: a pause is nobody, Frei may be somebody', ';', [
    'h Uhrzeit;Bewerber;E-Mail;Raum',
    'p 09:00;Jürgen Müller;juergen@example.org;1',
    '- 10:30;Mittagspause;;',
    'p 12:30;Frei;;2',
    'p 13:15;Uli Weiß;uli@example.org;2',
  ]),
];
