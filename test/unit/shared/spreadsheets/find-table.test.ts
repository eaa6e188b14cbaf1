import { describe, expect, it } from 'vitest';
import { bestSheet } from '../../../../shared/spreadsheets/best-sheet';
import { findTable } from '../../../../shared/spreadsheets/find-table';
import { toSheet } from '../../../../shared/spreadsheets/sheet-rows';
import type { Sheet, SheetRow } from '../../../../shared/spreadsheets/spreadsheet';

/** A sheet from lines with `|` between cells; blank lines are left out and counted, as readers do. */
function makeSheet(
  text: string,
  name: string | null = null,
  visibility: Sheet['visibility'] = 'visible',
): Sheet {
  const rows: SheetRow[] = [];
  text.split('\n').forEach((line, index) => {
    const cells = line.split('|').map((cell) => cell.trim());
    if (cells.some((cell) => cell !== '')) rows.push({ rowNumber: index + 1, cells, hidden: false });
  });
  return toSheet(name, visibility, rows);
}

describe('headers in many languages', () => {
  it.each([
    [
      'Italian',
      'Nominativo|Indirizzo e-mail|Telefono|Curriculum\nRossi Mario|m.rossi@example.com|+39 06 123456|https://cv.example.com/1.pdf\nBianchi Lucia|l.bianchi@example.com||',
    ],
    [
      'Dutch',
      'Voornaam|Tussenvoegsel|Achternaam|E-mailadres|Woonplaats\nJan|van der|Berg|jan@example.org|Utrecht\nSanne||Visser|sanne@example.org|Delft',
    ],
    [
      'Czech',
      'Pořadí|Jméno a příjmení|E-mail uchazeče|Životopis\n1|Jiří Dvořák|jiri@example.com|https://cv.example.com/a.pdf\n2|Eva Malá|eva@example.com|',
    ],
    [
      'Hungarian',
      'Sorszám|Jelölt neve|E-mail cím|Önéletrajz linkje\n1|Szabó Anna|anna@example.com|https://cv.example.com/a.pdf\n2|Kiss Péter|peter@example.com|',
    ],
    [
      'Swedish',
      'Förnamn|Efternamn|E-postadress|Ort\nÅsa|Berg|asa@example.com|Lund\nOlle|Ek|olle@example.com|Umeå',
    ],
    ['Finnish', 'Etunimi|Sukunimi|Sähköposti\nAino|Virtanen|aino@example.com\nEero|Mäki|eero@example.com'],
    [
      'Turkish',
      'Sıra No|Adı Soyadı|E-posta adresi|Özgeçmiş linki\n1|Ayşe Yılmaz|ayse@example.com|https://cv.example.com/a.pdf\n2|Ali Kaya|ali@example.com|',
    ],
    [
      'Portuguese',
      'Nome completo|Endereço de e-mail|Currículo (link)|Código\nJoão Silva|joao@example.com|https://cv.example.com/a.pdf|BR-1\nAna Souza|ana@example.com||BR-2',
    ],
    [
      'Vietnamese',
      'STT|Họ và tên|Email liên hệ|Số điện thoại\n1|Nguyễn Văn An|an@example.com|0901234567\n2|Trần Thị Bình|binh@example.com|0907654321',
    ],
    [
      'Japanese',
      '応募者番号|氏名|フリガナ|メールアドレス|応募日\nA-001|田中 太郎|タナカ タロウ|tanaka@example.com|2025/03/01\nA-002|鈴木 花子|スズキ ハナコ|suzuki@example.com|2025/03/02',
    ],
    [
      'Korean',
      '순번|지원자 이름|이메일 주소|연락처\n1|김민준|minjun@example.com|010-1234-5678\n2|이서연|seoyeon@example.com|010-8765-4321',
    ],
    [
      'Chinese',
      '序号|姓名|电子邮箱|简历链接\n1|张伟|zhang@example.com|https://cv.example.com/a.pdf\n2|王芳|wang@example.com|',
    ],
    [
      'Arabic',
      'م|الاسم الكامل|البريد الإلكتروني|رابط السيرة الذاتية\n1|أحمد الهاشمي|ahmed@example.com|https://cv.example.com/a.pdf\n2|فاطمة حسن|fatima@example.com|',
    ],
    [
      'Russian',
      '№ п/п|ФИО|Эл. почта|Ссылка на резюме\n1|Иванова Анна|anna@example.com|https://cv.example.com/a.pdf\n2|Петров Олег|oleg@example.com|',
    ],
    [
      'Greek',
      'Α/Α|Ονοματεπώνυμο|Διεύθυνση email\n1|Γιώργος Παππάς|g@example.com\n2|Ελένη Ιωάννου|e@example.com',
    ],
    [
      'a language that is not known',
      'Anarana|Fanampiny|Mailaka\nRasoa|Ravao|rasoa@example.com\nRabe|Rakoto|rabe@example.com',
    ],
    [
      'snake case',
      'candidate_first_name|candidate_last_name|candidate_email_address\nAnn|Lee|a@example.com\nBo|Roe|b@example.com',
    ],
  ])('%s', (_language, text) => {
    const table = findTable(makeSheet(text));
    expect(table.headerRow).toBe(1);
    expect(table.rows.map((row) => row.rowNumber)).toEqual([2, 3]);
  });
});

describe('what stands above the header', () => {
  it.each([
    [
      'a title and a date',
      'Applicants Q2||\nExported on 3 May 2025 by Ann||\n\nName|Email|City\nAnn Lee|a@example.com|York\nBo Roe|b@example.com|Hull',
      4,
    ],
    [
      'a title as wide as the table',
      'Applicants|Spring 2025|Draft\nName|Email|City\nAnn Lee|a@example.com|York\nBo Roe|b@example.com|Hull\nCy Poe|c@example.com|Bath',
      2,
    ],
    [
      'filters with an address among them',
      'Report for:|boss@example.com|\nPeriod:|1–31 May 2025|\n\nName|Email|City\nAnn Lee|a@example.com|York\nBo Roe|b@example.com|Hull',
      4,
    ],
    [
      'groups of columns',
      '|Person||Contact|\nNo.|First name|Last name|Email|Phone\n1|Ann|Lee|a@example.com|0123 456789\n2|Bo|Roe|b@example.com|0123 456780',
      2,
    ],
    [
      'a table that starts in column C',
      '||Our list\n\n||Vorname|Nachname|E-Mail\n||Ann|Lee|a@example.com\n||Bo|Roe|b@example.com',
      3,
    ],
    [
      'a note in full sentences',
      'Please do not change the order of the columns in this sheet, since it is read by a program.||\nVorname|Nachname|E-Mail\nAnn|Lee|a@example.com',
      2,
    ],
    [
      'a key with its value',
      'Vacancy|Nurse|\nLocation|Leeds|\nName|E-mail|CV\nAnn Lee|a@example.com|https://cv.example.com/1\nBo Roe|b@example.com|https://cv.example.com/2\nCy Poe|c@example.com|https://cv.example.com/3',
      3,
    ],
  ])('%s', (_what, text, headerRow) => {
    expect(findTable(makeSheet(text)).headerRow).toBe(headerRow);
  });

  it('keeps columns in their places when the table starts further right', () => {
    const table = findTable(makeSheet('||Name|Email\n||Ann|a@example.com'));
    expect(table.columns).toEqual([
      { columnIndex: 2, letter: 'C', header: 'Name' },
      { columnIndex: 3, letter: 'D', header: 'Email' },
    ]);
  });
});

describe('no header', () => {
  it.each([
    ['people with addresses', 'Ann|Lee|a@example.com\nBo|Roe|b@example.com\nCy|Poe|c@example.com', 1],
    ['a list of addresses', 'a@example.com\nb@example.com', 1],
    ['one person', 'Ann|Lee|a@example.com', 1],
    [
      'a first person without an address',
      'C-1|Ann|Lee||2025-01-01\nC-2|Bo|Roe|b@example.com|2025-01-02\nC-3|Cy|Poe|c@example.com|2025-01-03',
      1,
    ],
    [
      'people whose names are header words',
      'Mark|Contact|m@example.com\nNote|First|n@example.com\nDate|Total|d@example.com',
      1,
    ],
    [
      'a first person with a name and nothing else',
      'Lee, Ann||\nRoe, Bo|b@example.com|York\nPoe, Cy|c@example.com|Hull',
      1,
    ],
    ['a title above people', 'Job fair Leeds||\nAnn|Lee|a@example.com\nBo|Roe|b@example.com', 2],
  ])('%s', (_what, text, firstRow) => {
    const table = findTable(makeSheet(text));
    expect(table.headerRow).toBeNull();
    expect(table.rows[0]?.rowNumber).toBe(firstRow);
    expect(table.columns.every((column) => column.header === '')).toBe(true);
  });
});

describe('what stands below the people', () => {
  const head = 'Name|Email|Score\nAnn Lee|a@example.com|3\nBo Roe|b@example.com|4\n';

  it.each([
    ['English', 'Total|2|7'],
    ['German', 'Summe|2 Bewerbungen|7'],
    ['French', 'Total : 2||'],
    ['Spanish', 'Suma||7'],
    ['Polish', 'Razem||7'],
    ['Czech', 'Celkem: 2||'],
    ['Turkish', 'Toplam|2|'],
    ['Russian', 'Итого:|2|7'],
    ['Japanese', '合計|2名|7'],
    ['Korean', '합계|2|7'],
    ['Chinese', '总计：2||'],
    ['Arabic', 'المجموع|2|'],
    ['Vietnamese', 'Tổng cộng|2|'],
    ['figures alone', '|2|7'],
  ])('a total, %s', (_language, total) => {
    const table = findTable(makeSheet(head + total));
    expect(table.rows.map((row) => row.rowNumber)).toEqual([2, 3]);
    expect(table.leftOut).toEqual([{ rowNumber: 4, why: 'total' }]);
  });

  it('a note', () => {
    const table = findTable(
      makeSheet(`${head}\n* Scores are preliminary||\nExported by Sample ATS on 3 May 2025||`),
    );
    expect(table.leftOut).toEqual([
      { rowNumber: 5, why: 'note' },
      { rowNumber: 6, why: 'note' },
    ]);
  });

  it('the header once more, on every page of a print', () => {
    const table = findTable(makeSheet(`${head}NAME|E-mail|Score\nName|Email|Score\nCy Poe|c@example.com|5`));
    expect(table.rows.map((row) => row.rowNumber)).toEqual([2, 3, 6]);
    expect(table.leftOut).toEqual([
      { rowNumber: 4, why: 'repeated-header' },
      { rowNumber: 5, why: 'repeated-header' },
    ]);
  });

  it('the people of the first page are not lost where the second page is longer', () => {
    const table = findTable(
      makeSheet(
        'Name|Surname|Notes|Email\nMARTA|LUZ|"maybe"|a@example.com\nName|Surname|Notes|Email\nMARTA|LUZ||b@example.com\n|Total|2|\n* maybe|||',
      ),
    );
    expect(table.headerRow).toBe(1);
    expect(table.rows.map((row) => row.rowNumber)).toEqual([2, 4]);
  });

  it('nobody is lost whose name is a word for a total', () => {
    const table = findTable(
      makeSheet(
        'First|Last|Email\nSum|Kim|\nTotal|Recall|t@example.com\nSuma|Nowak|\nCy|Poe|c@example.com\nRazem|Ali|',
      ),
    );
    expect(table.leftOut).toEqual([]);
    expect(table.rows).toHaveLength(5);
  });

  it('nobody is lost who has a name and nothing else', () => {
    const table = findTable(makeSheet(`${head}Cy Poe||\nDi Fox||`));
    expect(table.rows.map((row) => row.rowNumber)).toEqual([2, 3, 4, 5]);
  });
});

describe('the header as told', () => {
  const sheet = makeSheet('Our list|\nName|Email\nAnn|a@example.com\nBo|b@example.com');

  it('takes the row that was chosen', () => {
    const table = findTable(sheet, 3);
    expect(table.headerRow).toBe(3);
    expect(table.columns.map((column) => column.header)).toEqual(['Ann', 'a@example.com']);
    expect(table.rows.map((row) => row.rowNumber)).toEqual([4]);
  });

  it('takes every row for a person where there is none', () => {
    const table = findTable(sheet, null);
    expect(table.headerRow).toBeNull();
    expect(table.rows).toHaveLength(4);
    expect(table.columns.map((column) => column.letter)).toEqual(['A', 'B']);
  });

  it('keeps both of two columns with one name, and a column called __proto__', () => {
    const table = findTable(makeSheet('Email|__proto__|Email\na@example.com|{}|hr@example.com'));
    expect(table.columns.map((column) => column.header)).toEqual(['Email', '__proto__', 'Email']);
  });
});

describe('the sheet with the people', () => {
  const opened = (sheets: readonly Sheet[]) => ({
    fileName: 'a.xlsx',
    sizeBytes: 1,
    format: 'workbook' as const,
    sheets,
    reading: null,
    notices: [],
  });
  const people = 'Name|Email\nAnn|a@example.com\nBo|b@example.com';

  it('is the one with addresses under a header, not the instructions in front of it', () => {
    const readMe = makeSheet('How to use this sheet\nWrite to help@example.com', 'Read me');
    expect(
      bestSheet(
        opened([
          readMe,
          makeSheet('Stage|Meaning\nNew|Just in\nHired|Done', 'Lists'),
          makeSheet(people, 'People'),
        ]),
      )?.name,
    ).toBe('People');
  });

  it('is never a hidden one', () => {
    expect(bestSheet(opened([makeSheet(people, 'Old', 'hidden'), makeSheet('Name\nAnn', 'New')]))?.name).toBe(
      'New',
    );
  });

  it('is none in a file without visible rows', () => {
    expect(bestSheet(opened([makeSheet(people, 'Old', 'hidden'), makeSheet('', 'Empty')]))).toBeNull();
  });
});
