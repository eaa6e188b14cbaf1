import { describe, expect, it } from 'vitest';
import { openSpreadsheet } from '../../../../shared/spreadsheets/open-spreadsheet';
import type { OpenedSpreadsheet, ReadingChoice } from '../../../../shared/spreadsheets/spreadsheet';
import { makeEncoded } from './make-encoded';

async function openBytes(
  bytes: Uint8Array,
  choice?: ReadingChoice,
  fileName = 'people.csv',
): Promise<OpenedSpreadsheet> {
  return openSpreadsheet({ fileName, bytes }, choice);
}

async function openText(text: string, choice?: ReadingChoice): Promise<OpenedSpreadsheet> {
  return openBytes(new TextEncoder().encode(text), choice);
}

function cellsOf(opened: OpenedSpreadsheet): readonly (readonly string[])[] {
  return opened.sheets[0]?.rows.map((row) => row.cells) ?? [];
}

function toUtf16(text: string, order: 'le' | 'be', mark: boolean): Uint8Array {
  const units = [...(mark ? `\ufeff${text}` : text)].flatMap((character) =>
    character.length === 1 ? [character.charCodeAt(0)] : [character.charCodeAt(0), character.charCodeAt(1)],
  );
  return new Uint8Array(
    units.flatMap((unit) => (order === 'le' ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])),
  );
}

const people = 'E-mail;Vorname;Nachname\r\nzoe@example.com;Zoë;Żak\r\nan@example.org;Ân;O’Neil 🎉\r\n';

describe('encodings that are certain', () => {
  it.each([
    ['UTF-8 with a mark', new TextEncoder().encode(`\ufeff${people}`), 'utf-8'],
    ['UTF-8 without', new TextEncoder().encode(people), 'utf-8'],
    ['UTF-16LE with a mark', toUtf16(people, 'le', true), 'utf-16le'],
    ['UTF-16LE without', toUtf16(people, 'le', false), 'utf-16le'],
    ['UTF-16BE with a mark', toUtf16(people, 'be', true), 'utf-16be'],
    ['UTF-16BE without', toUtf16(people, 'be', false), 'utf-16be'],
  ])('%s', async (_name, bytes, encoding) => {
    const opened = await openBytes(bytes);
    expect(opened.reading?.encoding).toBe(encoding);
    expect(cellsOf(opened)).toEqual([
      ['E-mail', 'Vorname', 'Nachname'],
      ['zoe@example.com', 'Zoë', 'Żak'],
      ['an@example.org', 'Ân', 'O’Neil 🎉'],
    ]);
  });

  it('keeps letters whole wherever they fall in a large file', async () => {
    const rows = Array.from(
      { length: 40_000 },
      (_, index) => `p${index}@example.com,Žofie Łucja 🌻,${'x'.repeat(index % 7)}`,
    );
    const opened = await openText(`email,name,note\n${rows.join('\n')}`);
    expect(opened.sheets[0]?.rows).toHaveLength(40_001);
    expect(opened.sheets[0]?.rows.slice(1).every((row) => row.cells[1] === 'Žofie Łucja 🌻')).toBe(true);
  });

  it('composes letters that come apart', async () => {
    const opened = await openText('email,name\nan@example.com,Nguyê\u0303n Thi\u0323');
    expect(cellsOf(opened)[1]?.[1]).toBe('Nguyễn Thị');
  });

  it('reads UTF-8 with a few broken bytes as UTF-8', async () => {
    const good = new TextEncoder().encode(
      `email;name\n${'a@example.com;Müller Jürgen Käthe\n'.repeat(20)}b@example.com;X`,
    );
    const opened = await openBytes(new Uint8Array([...good, 0xff, 0x0a]));
    expect(opened.reading?.encoding).toBe('utf-8');
    expect(cellsOf(opened)[1]?.[1]).toBe('Müller Jürgen Käthe');
  });
});

const lists: readonly (readonly [encoding: string, language: string, names: string])[] = [
  ['windows-1252', 'French', 'Prénom;Nom\nHélène;Lefèvre\nFrançois;Cœur\nZoé;Bérubé\nAnaïs;Forêt'],
  ['windows-1252', 'Spanish', 'Nombre;Apellidos\nJosé;Muñoz\nÍñigo;Ibáñez\nLucía;Núñez'],
  ['windows-1252', 'Portuguese', 'Nome;Sobrenome\nJoão;Simões\nConceição;Araújo\nInês;Magalhães'],
  ['windows-1252', 'Italian', 'Nome;Cognome\nNiccolò;Forlì\nGesù;Cantù\nPerché;Città'],
  ['windows-1252', 'Swedish', 'Förnamn;Efternamn\nÅsa;Sjöberg\nBjörn;Håkansson\nMärta;Öberg'],
  ['windows-1252', 'Danish', 'Fornavn;Efternavn\nSøren;Kjær\nBjørn;Ågård\nMæt;Østergaard'],
  ['windows-1252', 'Dutch', 'Voornaam;Achternaam\nZoë;van Beëck\nJosé;Coöper\nLoïs;Meeüs'],
  ['windows-1250', 'Polish', 'Imię;Nazwisko\nPaweł;Ćwikła\nŻaneta;Święch\nŁucja;Źrebiec'],
  ['windows-1250', 'Czech', 'Jméno;Příjmení\nJiří;Dvořák\nTomáš;Novotný\nZdeněk;Růžička\nŠtěpán;Černý'],
  ['windows-1250', 'Slovak', 'Meno;Priezvisko\nĽuboš;Kováč\nMatúš;Šťastný\nŽofia;Hlôška'],
  [
    'windows-1250',
    'Hungarian',
    'Keresztnév;Vezetéknév\nGyörgy;Szőke\nErzsébet;Fűrész\nÁrpád;Kőműves\nŐrs;Ürmös',
  ],
  ['windows-1250', 'Croatian', 'Ime;Prezime\nDušan;Đurđević\nŽeljko;Kovačić\nČedomir;Šarić'],
  ['windows-1250', 'Romanian', 'Prenume;Nume\nŞtefan;Ţepeş\nIoniţă;Râşnoveanu\nCătălin;Brânză'],
  ['iso-8859-2', 'Czech', 'Jméno;Příjmení\nJiří;Dvořák\nTomáš;Novotný\nZdeněk;Růžička\nŠtěpán;Žáček'],
  ['windows-1254', 'Turkish', 'Ad;Soyad\nŞule;Yıldırım\nÇağrı;Öztürk\nİpek;Gündoğdu\nIşıl;Kılıç'],
  [
    'windows-1258',
    'Vietnamese',
    'Tên;Họ\nThị Minh Anh;Nguyễn\nQuốc Khánh;Phạm\nĐức Thắng;Đặng\nHữu Nghĩa;Bùi',
  ],
  ['windows-1251', 'Russian', 'Имя;Фамилия\nАнна;Иванова\nДмитрий;Щербаков\nЕкатерина;Ёлкина'],
  ['windows-1251', 'Ukrainian', 'Ім’я;Прізвище\nОлена;Шевченко\nЇрина;Ґудзь\nЄвген;Кравчук'],
  ['koi8-r', 'Russian', 'Имя;Фамилия\nАнна;Иванова\nДмитрий;Щербаков\nЕкатерина;Петрова'],
  [
    'windows-1257',
    'Lithuanian',
    'Vardas;Pavardė\nŽydrūnas;Jokūbauskas\nEglė;Šimkutė\nKęstutis;Žičkus\nĄžuolas;Įgaunis',
  ],
  ['windows-1253', 'Greek', 'Όνομα;Επώνυμο\nΓιώργος;Παπαδόπουλος\nΕλένη;Ιωάννου'],
  ['windows-1255', 'Hebrew', 'שם פרטי;שם משפחה\nנועה;כהן\nיוסף;לוי'],
  ['windows-1256', 'Arabic', 'الاسم الأول;اسم العائلة\nأحمد;الهاشمي\nفاطمة;حسن'],
  ['macintosh', 'French', 'Prénom;Nom\nHélène;Lefèvre\nFrançois;Cœur\nAnaïs;Forêt'],
  [
    'shift_jis',
    'Japanese',
    '氏名;フリガナ\n田中 太郎;タナカ タロウ\n鈴木 花子;スズキ ハナコ\n高橋 さくら;タカハシ サクラ',
  ],
  [
    'euc-jp',
    'Japanese',
    '氏名;フリガナ\n田中 太郎;タナカ タロウ\n鈴木 花子;スズキ ハナコ\n高橋 さくら;タカハシ サクラ',
  ],
  ['euc-kr', 'Korean', '이름;이메일\n김민준;민준\n이서연;서연\n박지호;지호\n최수아;수아'],
  ['gb18030', 'Chinese', '姓名;邮箱\n张伟;上海\n王芳;北京\n李娜;广州\n刘洋;深圳'],
  ['big5', 'Chinese', '姓名;電子郵件\n陳怡君;臺北\n林志豪;高雄\n黃淑芬;臺中\n張雅婷;新竹'],
];

describe('encodings that are guessed by their letters', () => {
  it.each(lists)('%s, %s', async (encoding, _language, names) => {
    const rows = names.split('\n');
    const text = [
      `E-mail;${rows[0]}`,
      ...rows.slice(1).map((row, index) => `person${index}@example.com;${row}`),
    ].join('\r\n');
    const opened = await openBytes(makeEncoded(text, encoding));
    expect(opened.reading?.encoding).toBe(encoding);
    expect(cellsOf(opened).map((cells) => cells.slice(1).join(';'))).toEqual(
      rows.map((row) => row.normalize('NFC')),
    );
  });

  it('offers the other readings, with the same three texts in each', async () => {
    const opened = await openBytes(
      makeEncoded(
        'E-mail;Imię;Nazwisko\na@example.com;Paweł;Ćwikła\nb@example.com;Żaneta;Święch',
        'windows-1250',
      ),
    );
    const [first, ...others] = opened.reading?.encodingChoices ?? [];
    expect(first).toMatchObject({ encoding: 'windows-1250', label: 'Central European (Windows-1250)' });
    expect(first?.samples).toHaveLength(3);
    const western = others.find((choice) => choice.encoding === 'windows-1252');
    expect(western?.samples).toHaveLength(3);
    expect(western?.samples).not.toEqual(first?.samples);
    expect(new Set([first, ...others].map((choice) => choice?.encoding)).size).toBe(others.length + 1);
  });

  it('reads what the recruiter chose instead', async () => {
    const bytes = makeEncoded('E-mail;Name\na@example.com;Müller', 'windows-1252');
    const opened = await openBytes(bytes, { encoding: 'windows-1251' });
    expect(opened.reading?.encoding).toBe('windows-1251');
    expect(opened.reading?.encodingChoices[0]?.encoding).toBe('windows-1251');
    expect(cellsOf(opened)[1]?.[1]).toBe('Mьller');
  });

  it('decodes the quotation marks and the euro sign of windows-1252 in every runtime', async () => {
    const opened = await openBytes(
      new Uint8Array([
        ...new TextEncoder().encode('email;name;pay\na@example.com;O'),
        0x92,
        ...new TextEncoder().encode('Neil Andr'),
        0xe9,
        ...new TextEncoder().encode(';50 '),
        0x80,
      ]),
    );
    expect(cellsOf(opened)[1]).toEqual(['a@example.com', 'O’Neil André', '50 €']);
  });
});

describe('delimiters', () => {
  it.each([
    [',', 'email,first,last\na@example.com,Ann,Lee\nb@example.com,Bo,Roe'],
    [';', 'email;pay;last\na@example.com;3,50;Lee\nb@example.com;4,20;Roe'],
    ['\t', 'email\tname\tnote\na@example.com\tLee, Ann\tone, two; three\nb@example.com\tRoe, Bo\tfour'],
    ['|', 'email|name\na@example.com|Lee; Ann\nb@example.com|Roe, Bo'],
    [';', 'email;note\na@example.com;"one, two, three; four"\nb@example.com;"five, six, seven; eight"'],
    [
      ',',
      'Our list\nMade on 3 May; by Ann; for Bo\n\nemail,name\na@example.com,Ann\nb@example.com,Bo\nc@example.com,Cy',
    ],
  ] as const)('%j', async (delimiter, text) => {
    expect((await openText(text)).reading?.delimiter).toBe(delimiter);
  });

  it('honours a sep= line and does not count it', async () => {
    const opened = await openText('sep=|\r\nemail|name, title\r\na@example.com|Ann, Dr.');
    expect(opened.reading?.delimiter).toBe('|');
    expect(opened.sheets[0]?.rows.map((row) => [row.rowNumber, ...row.cells])).toEqual([
      [1, 'email', 'name, title'],
      [2, 'a@example.com', 'Ann, Dr.'],
    ]);
  });

  it('reads with the delimiter the recruiter chose', async () => {
    const opened = await openText('email,name\na@example.com,Ann', { delimiter: ';' });
    expect(opened.reading?.delimiter).toBe(';');
    expect(opened.reading?.delimiterChoices[0]).toEqual({ delimiter: ';', columnCount: 1 });
    expect(cellsOf(opened)[0]).toEqual(['email,name']);
  });

  it('reads a list of addresses alone', async () => {
    const opened = await openText('a@example.com\nb@example.com\n');
    expect(cellsOf(opened)).toEqual([['a@example.com'], ['b@example.com']]);
  });
});

describe('rows and quotes', () => {
  it('takes CR, LF and CRLF as row ends in one file, and keeps them inside quotes', async () => {
    const opened = await openText(
      'email,note\r"a@example.com","one\r\ntwo\rthree"\nb@example.com,four\r\nc@example.com,five\r\r\n\nd@example.com,"say ""six"""',
    );
    expect(opened.sheets[0]?.rows.map((row) => [row.rowNumber, ...row.cells])).toEqual([
      [1, 'email', 'note'],
      [2, 'a@example.com', 'one\ntwo\nthree'],
      [3, 'b@example.com', 'four'],
      [4, 'c@example.com', 'five'],
      [7, 'd@example.com', 'say "six"'],
    ]);
  });

  it('keeps empty cells, empty last cells and blanks as they stand', async () => {
    const opened = await openText('email,a,b\n x@example.com ,,\n,"",z\n');
    expect(cellsOf(opened)).toEqual([
      ['email', 'a', 'b'],
      [' x@example.com ', '', ''],
      ['', '', 'z'],
    ]);
  });

  it('keeps text after a closing quote in its cell and its row', async () => {
    const opened = await openText(
      'email,firm\na@example.com,"Acme" Ltd\nb@example.com,5" screens\nc@example.com,"Beta"',
    );
    expect(cellsOf(opened)).toEqual([
      ['email', 'firm'],
      ['a@example.com', 'Acme Ltd'],
      ['b@example.com', '5" screens'],
      ['c@example.com', 'Beta'],
    ]);
  });

  it('stops at a quote that is never closed and says in which row it opens', async () => {
    const opened = await openText(
      `email,note\na@example.com,fine\nb@example.com,"open\n${'c@example.com,more\n'.repeat(5)}`,
    );
    expect(opened.sheets).toEqual([]);
    expect(opened.notices).toMatchObject([{ kind: 'unterminated-quote', blocking: true, rowNumber: 3 }]);
    expect(opened.notices[0]?.message).toContain('row 3');
  });

  it('keeps a column called __proto__ and two columns of one name', async () => {
    const opened = await openText('email,__proto__,email,constructor\na@example.com,{},hr@example.com,x');
    expect(cellsOf(opened)).toEqual([
      ['email', '__proto__', 'email', 'constructor'],
      ['a@example.com', '{}', 'hr@example.com', 'x'],
    ]);
  });

  it('points at a cell that no sheet program could hold', async () => {
    const opened = await openText(
      `email,note\na@example.com,${'x'.repeat(32_768)}\nb@example.com,${'y'.repeat(32_767)}`,
    );
    expect(opened.notices).toMatchObject([{ kind: 'cell-too-long', blocking: false, rowNumber: 2 }]);
    expect(opened.sheets[0]?.rows).toHaveLength(3);
  });
});
