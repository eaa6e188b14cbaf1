import { makeEncoded, makeUtf16 } from '../unit/shared/spreadsheets/make-encoded';
import { makeZip } from '../unit/shared/spreadsheets/make-zip';
import { markedFile } from './marked-file';
import { markedWorkbook } from './marked-workbook';
import type { RealFile } from './real-file';

const inPage = (encoding: string) => ({ toBytes: (text: string) => makeEncoded(text, encoding) });

/** Several oddities in one file, as where a list went through two programs and two hands. */
export const twoTroubles: readonly RealFile[] = [
  markedFile(
    'Vietnamese in windows-1258: title, date, groups parted by blank rows, a total',
    ';',
    [
      '. DANH SÁCH ỨNG VIÊN – THÁNG 3;;;;',
      '. Xuất ngày 14/03/2025 bởi Phòng Nhân sự;;;;',
      '. ',
      'h STT;Họ và tên;Thư điện tử;Mã hồ sơ;Mức lương',
      'p 1;Nguyễn Thị Minh Anh;minhanh@example.com;UV-0001;18.000.000',
      'p 2;Phạm Quốc Khánh;khanh@example.com;UV-0002;15.500.000',
      '. ;;;;',
      'p 3;Lê Thị Hồng Nhung;;UV-0003;',
      '- Tổng cộng;3 ứng viên;;;33.500.000',
    ],
    { encoding: 'windows-1258' },
    inPage('windows-1258'),
  ),
  markedFile(
    'UTF-16 with a mark, semicolons, cells over lines, a total',
    ';',
    [
      'h Nom;Prénom;Courriel;N° de dossier;Remarques',
      'p Lefèvre;François;francois@example.net;000417;"Libre dès mai\nAppeler" => Lefèvre | François | francois@example.net | 000417 | Libre dès mai\nAppeler',
      'p Brûlé;Zoé;;000419;dit « peut-être »',
      '- Total;2 candidats;;;',
    ],
    { encoding: 'utf-16le' },
    { toBytes: (text) => makeUtf16(`\ufeffsep=;\r\n${text}`, 'utf-16le') },
  ),
  markedFile(
    'Turkish in windows-1254 named .xlsx, the recruiter’s address in a second column of the same name',
    ';',
    [
      'h Aday No;Adı;Soyadı;E-posta;İK Uzmanı;E-posta;;',
      'p TR/2025/01;Şule;Yıldırım;sule@example.com;Barış Ünlü;ik@example.net;;',
      'p TR/2025/02;Işıl;Kılıç;;Barış Ünlü;ik@example.net;;',
      'p TR/2025/03;Oğuz;Aydın;oguz@example.com;Barış Ünlü;ik@example.net;;',
    ],
    { encoding: 'windows-1254', notices: ['file-type-mismatch'], emailColumn: 'D' },
    { ...inPage('windows-1254'), fileName: 'adaylar.xlsx' },
  ),
  markedFile(
    'Hebrew in windows-1255: quotation marks within words of header and total',
    ',',
    [
      'h מס\',שם פרטי,שם משפחה,"דוא""ל" => מס\' | שם פרטי | שם משפחה | דוא"ל',
      'p 1,דנה,לוי,dana@example.com',
      'p 2,יוסי,כהן,',
      '- "סה""כ",2,,',
    ],
    { encoding: 'windows-1255' },
    inPage('windows-1255'),
  ),
  markedFile(
    'tabs of a mail in ISO-2022-JP',
    '\t',
    ['h 氏名\tメール\t電話', 'p 鈴木 一郎\tichiro@example.com\t03-5550-0101'],
    { encoding: 'iso-2022-jp' },
    { toBytes: makeIso2022 },
  ),
  markedFile('an export of MySQL: no header, tabs, \\N', '\t', [
    'p 17\tMia\tLindqvist\tmia@example.com\thttps://cv.example.com/mia.pdf',
    'p 18\tOmar\t\\N\tomar@example.com\t\\N => 18 | Omar | omar@example.com',
    'p 19\tGrace\tVance\t\\N\thttps://cv.example.com/grace.pdf => 19 | Grace | Vance | https://cv.example.com/grace.pdf',
    '. \\N\t\\N\t\\N\t\\N\t\\N',
  ]),
  markedFile('entities of a portal between semicolons, and what only looks like one', ';', [
    'h First name;Last name;E-mail;Company;CV',
    'p Bridget;O&#39;Hara;bridget@example.com;Smith &amp; Sons;https://cv.example.com/?a=1&amp;b=2 => Bridget | O&#39;Hara | bridget@example.com | Smith &amp; Sons | https://cv.example.com/?a=1&amp;b=2',
    'p Zo&euml;;Dupr&#xE9;;zoe@example.org;AT&T;https://cv.example.com/?a=1&copy=2 => Zo&euml; | Dupr&#xE9; | zoe@example.org | AT&T | https://cv.example.com/?a=1&copy=2',
  ]),
  markedFile('a block with a header and an address of its own above the list', ',', [
    '. Report,Date,User',
    '. Candidates,2025-03-14,mona@example.net',
    '. ',
    'h Name,E-mail,Stage',
    'p Anna Lee,anna@example.com,Phone',
    'p Bo Ek,bo@example.com,Onsite',
  ]),
  markedFile('a header that begins with ID and P, as files of SYLK do', ';', [
    'h ID;Position;Name;E-Mail',
    'p C;X1;Anna Lee;anna@example.com',
    'p D;Y2;Bo Ek;bo@example.com',
  ]),
  {
    what: 'an OpenDocument spreadsheet that was packed anew, its type compressed; a comment in a cell',
    fileName: 'people.ods',
    make: () =>
      makeZip([
        { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet' },
        {
          name: 'content.xml',
          content: `<office:document-content><office:body><office:spreadsheet><table:table table:name="Neu"><table:table-header-rows>${odsRow('Name', 'E-Mail')}</table:table-header-rows><table:table-row-group>${odsRow('<office:annotation><text:p>mona@example.net</text:p></office:annotation>Ann Lee', 'ann@example.com')}</table:table-row-group></table:table></office:spreadsheet></office:body></office:document-content>`,
        },
      ]),
    expected: { sheet: 'Neu', headerRow: 1, people: ['2: Ann Lee | ann@example.com'] },
  },
  markedWorkbook('more recruiters than candidates, choices for cells, last year’s list', {
    Recruiters: ['. Name;E-mail', ...[...'abcdefgh'].map((one) => `. Recruiter ${one};${one}@example.net`)],
    'Lists (do not change)': [
      '. Stage;Owner;Owner e-mail',
      ...[...'abcdefgh'].map((one) => `. Stage ${one};Owner ${one};${one}@example.net`),
    ],
    Candidates: ['h Name;E-mail', 'p Ann Lee;ann@example.com', 'p Bo Ek;'],
    'Archiv 2023': ['. Name;E-mail', ...[...'abcdefgh'].map((one) => `. Old ${one};${one}@example.org`)],
  }),
  markedWorkbook('nobody but in a sheet that is called after something else', {
    Summary: ['. Open roles;n:3'],
    Lists: ['h Name;E-mail', 'p Ann Lee;ann@example.com', 'p Bo Ek;'],
  }),
  markedWorkbook(
    'a header of two lines from B4: the upper one names columns whose words nobody knows',
    {
      'Lisez-moi': ['. Contact : rh@example.net'],
      Candidats: [
        '. ',
        '. ;Candidats – Hiver',
        '. ',
        '. ;Identité;;Contact;Dossier;Reçu par qui',
        'h ;Nom;Prénom;Courriel;;',
        'p ;Lefèvre;François;francois@example.net;A-417;Mona',
        'p ;Brûlé;Zoé;;A-419;Uli',
        '. ',
        '- ;Total;n:2',
      ],
    },
    { headers: 'Nom | Prénom | Courriel | Dossier | Reçu par qui', hiddenColumns: 'F', hiddenRows: [7] },
    (book) => {
      const sheet = book.getWorksheet('Candidats');
      for (const range of ['B2:F2', 'B4:C4', 'E4:E5', 'F4:F5']) sheet?.mergeCells(range);
      if (sheet !== undefined) {
        sheet.getColumn(6).hidden = true;
        sheet.getRow(7).hidden = true;
        for (let row = 10; row < 300; row++) sheet.getCell(row, 2).border = { top: { style: 'thin' } };
      }
    },
  ),
];

/** What stands in front of a text in its cell is a comment. */
function odsRow(...texts: readonly string[]): string {
  const cells = texts.map((text) => {
    const [comment = '', shown = comment] = text.split(/(?<=<\/office:annotation>)/);
    return `<table:table-cell office:value-type="string">${shown === comment ? '' : comment}<text:p>${shown}</text:p></table:table-cell>`;
  });
  return `<table:table-row>${cells.join('')}</table:table-row>`;
}

/** The table of JIS X 0208 is that of EUC-JP, less the high bits; ESC $ B and ESC ( B switch to it and back. */
function makeIso2022(text: string): Uint8Array {
  const bytes: number[] = [];
  let isJapanese = false;
  for (const letter of text) {
    const code = makeEncoded(letter, 'euc-jp');
    if (code.length > 1 !== isJapanese) bytes.push(0x1b, ...(isJapanese ? [0x28, 0x42] : [0x24, 0x42]));
    isJapanese = code.length > 1;
    bytes.push(...code.map((byte) => byte & 0x7f));
  }
  return Uint8Array.from(bytes);
}
