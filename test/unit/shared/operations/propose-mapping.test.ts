import { describe, expect, it } from 'vitest';
import type { InviteField } from '../../../../shared/operations/field';
import { proposeMapping } from '../../../../shared/operations/propose-mapping';
import { makeTable } from '../mappings/make-table';

const people = [
  ['Anna', 'Rossi', 'anna.rossi@example.com', 'https://cv.example.com/1.pdf', 'A-1001'],
  ['Marco', 'Bianchi', 'marco.bianchi@example.com', 'https://cv.example.com/2.pdf', 'A-1002'],
  ['Giulia', 'Verdi', 'giulia.verdi@example.com', '', 'A-1003'],
  ['Luca', 'Neri', 'luca.neri@example.org', 'https://cv.example.com/4.pdf', 'A-1004'],
] as const;
const [first, last, email, cv, id] = [0, 1, 2, 3, 4] as const;
/** A row made of these parts of a person; a text stands for itself. */
const rowsOf = (
  ...parts: (number | string | ((person: readonly string[], index: number) => string))[]
): string[][] =>
  people.map((person, index) =>
    parts.map((part) =>
      typeof part === 'number' ? (person[part] ?? '') : typeof part === 'string' ? part : part(person, index),
    ),
  );
const whole = (person: readonly string[]): string => `${person[first]} ${person[last]}`;

function mapped(
  headers: readonly string[] | null,
  rows: readonly (readonly string[])[],
): Partial<Record<InviteField, number>> {
  return proposeMapping(makeTable(headers, rows)).mapping.columns;
}

describe('proposeMapping, by headers of many languages', () => {
  it.each([
    ['English', 'First name', 'Last name', 'Email', 'CV', 'ID'],
    ['snake case', 'first_name', 'last_name', 'email_address', 'resume_url', 'candidate_id'],
    ['camel case', 'firstName', 'lastName', 'emailAddress', 'cvUrl', 'applicantId'],
    ['slips', 'Frist Name', 'Last Nmae', 'Emial', 'CV Lnik', 'Candiate ID'],
    [
      'questions',
      'What is your first name?',
      'What is your last name?',
      'Please enter your e-mail address *',
      'Link to your CV / résumé',
      'Applicant number (ATS)',
    ],
    [
      'two languages',
      'First name / Vorname',
      'Last name / Nachname',
      'E-mail / Courriel',
      'CV (URL)',
      'Ref. no.',
    ],
    [
      'whose',
      'Candidate’s First Name',
      "Candidate's Last Name",
      "Candidate's Email",
      "Candidate's Resume",
      'Candidate #',
    ],
    ['German', 'Vorname', 'Name', 'E-Mail', 'Lebenslauf', 'Bewerber-Nr.'],
    ['French', 'Prénom', 'Nom', 'Courriel', 'Lien CV', 'Réf'],
    ['Spanish', 'Nombre', 'Apellidos', 'Correo electrónico', 'Enlace al CV', 'Código'],
    ['Portuguese', 'Nome', 'Sobrenome', 'E-mail', 'Link do currículo', 'Código do candidato'],
    ['Italian', 'Nome', 'Cognome', 'Indirizzo e-mail', 'Link al CV', 'Codice candidato'],
    ['Dutch', 'Voornaam', 'Achternaam', 'E-mailadres', 'Link naar cv', 'Kandidaatnummer'],
    ['Polish', 'Imię', 'Nazwisko', 'Adres e-mail', 'Link do CV', 'Nr kandydata'],
    ['Czech', 'Jméno', 'Příjmení', 'E-mail uchazeče', 'Odkaz na životopis', 'Číslo uchazeče'],
    ['Hungarian', 'Keresztnév', 'Vezetéknév', 'E-mail cím', 'Önéletrajz linkje', 'Azonosító'],
    ['Romanian', 'Prenume', 'Nume', 'Adresa de email', 'Link CV', 'Cod candidat'],
    ['Swedish', 'Förnamn', 'Efternamn', 'E-postadress', 'Länk till CV', 'Sökande-ID'],
    ['Danish', 'Fornavn', 'Efternavn', 'E-mailadresse', 'Link til CV', 'Ansøger-id'],
    ['Norwegian', 'Fornavn', 'Etternavn', 'E-postadresse', 'Lenke til CV', 'Kandidatnummer'],
    ['Finnish', 'Etunimi', 'Sukunimi', 'Sähköpostiosoite', 'Linkki CV:hen', 'Hakijanumero'],
    ['Turkish', 'Adı', 'Soyadı', 'E-posta adresi', 'Özgeçmiş linki', 'Aday No'],
    ['Greek', 'Όνομα', 'Επώνυμο', 'Διεύθυνση email', 'Βιογραφικό', 'Κωδικός υποψηφίου'],
    ['Russian', 'Имя', 'Фамилия', 'Электронная почта', 'Ссылка на резюме', 'Код кандидата'],
    ['Ukrainian', "Ім'я", 'Прізвище', 'Електронна пошта', 'Посилання на резюме', 'ID'],
    ['Vietnamese', 'Tên', 'Họ', 'Địa chỉ email', 'Đường dẫn hồ sơ', 'Mã số ứng viên'],
    ['Indonesian', 'Nama depan', 'Nama belakang', 'Alamat email', 'Tautan CV', 'Nomor pelamar'],
    ['Japanese', '名', '姓', 'メールアドレス', '履歴書URL', '応募者番号'],
    ['Japanese, brackets', 'お名前（名）', 'お名前（姓）', 'メールアドレス（必須）', '履歴書', '応募者ID'],
    ['Korean', '이름', '성', '이메일 주소', '이력서 링크', '지원자 번호'],
    ['Chinese', '名字', '姓氏', '电子邮箱', '简历链接', '候选人编号'],
    ['Arabic', 'الاسم الأول', 'اسم العائلة', 'البريد الإلكتروني', 'رابط السيرة الذاتية', 'رقم المرشح'],
    ['Hebrew', 'שם פרטי', 'שם משפחה', 'דואר אלקטרוני', 'קישור לקורות חיים', 'מספר מועמד'],
  ])('%s', (_language, ...headers) => {
    const expected = { firstname: first, lastname: last, email, cv_link: cv, ats_candidate_id: id };
    expect(mapped(headers, rowsOf(first, last, email, cv, id))).toEqual(expected);
    expect(mapped(headers, [])).toEqual(expected);
  });

  it.each([
    ['Full name', 'Email'],
    ['Nominativo', 'E-mail'],
    ['Candidate', 'Contact'],
    ['Bewerber/in', 'Mail'],
    ['Nombre completo', 'Correo'],
    ['Nombre', 'Correo'],
    ['Imię i nazwisko', 'E-mail'],
    ['Név', 'E-mail'],
    ['ФИО', 'Почта'],
    ['Họ và tên', 'Email'],
    ['Nama', 'Surel'],
    ['氏名', 'メール'],
    ['성명', '이메일'],
    ['姓名', '邮箱'],
    ['الاسم الكامل', 'البريد'],
    ['Ad Soyad', 'E-posta'],
    ['Name of the applicant', 'E-mail of the applicant'],
    ['Naam', 'E-mail'],
    ['Nimi', 'Sähköposti'],
  ])('one column for the whole name: %s', (...headers) =>
    expect(mapped(headers, rowsOf(whole, email))).toEqual({ fullname: 0, email: 1 }),
  );

  it.each([
    ['Nachname, Vorname', 'first-word-is-family'],
    ['Nom et prénom', 'first-word-is-family'],
    ['Név', 'first-word-is-family'],
    ['Full name', 'decide'],
    ['Họ và tên', 'decide'],
  ])('the order that %s says', (header, order) => {
    const names = people.map((person) => [`${person[last]} Q`, person[email]]);
    expect(proposeMapping(makeTable([header, 'E-mail'], names)).mapping.nameOrder).toBe(order);
  });
});

describe('proposeMapping, by values', () => {
  const expected = { firstname: first, lastname: last, email, cv_link: cv, ats_candidate_id: id };

  it('needs no header', () => {
    expect(mapped(null, rowsOf(first, last, email, cv, id))).toEqual(expected);
    expect(
      mapped(['Column1', 'Column2', 'Column3', 'Column4', 'Column5'], rowsOf(first, last, email, cv, id)),
    ).toEqual(expected);
  });

  it('sees which name comes first, and whole names', () => {
    expect(mapped(null, rowsOf(last, first, email))).toEqual({ lastname: 0, firstname: 1, email: 2 });
    expect(mapped(null, rowsOf('2025-03-14', whole, email, 'Booth 12'))).toEqual({ fullname: 1, email: 2 });
  });

  it('finds whole names that stand in no address, where only one column can hold them', () => {
    const rows = [
      ['1', 'Nguyễn Văn Hải', 'p1@example.com', '0903111222', 'Hà Nội'],
      ['2', 'Trần Thị Lan', 'p2@example.com', '0903111223', 'Hà Nội'],
      ['3', 'Lê Minh Quân', 'p3@example.com', '0903111224', 'Đà Nẵng'],
      ['4', 'Phạm Thu Hằng', 'p4@example.com', '0903111225', 'Hà Nội'],
    ];
    expect(mapped(null, rows)).toEqual({ fullname: 1, email: 2 });
    const firms = ['Nha Trang Xanh', 'Sao Mai', 'Gió Mới', 'Biển Đông'];
    expect(
      mapped(
        null,
        rows.map((cells, index) => [...cells, firms[index] ?? '']),
      ),
    ).toEqual({ email: 2 });
  });

  it('sees that names of several words are a part where the other part stands beside them', () => {
    const rows = [
      ['Minh Anh', 'Nguyễn', 'minhanh.nguyen@example.com'],
      ['Thu Hằng', 'Phạm', 'hang.pham@example.com'],
      ['José Luis', 'Martín Vega', 'joseluis.martin@example.com'],
      ['Gia Bảo', 'Trần', 'giabao.tran@example.com'],
    ];
    expect(mapped(null, rows)).toEqual({ firstname: 0, lastname: 1, email: 2 });
    const both = rows.map(([given = '', family = '', email = '']) => [`${given} ${family}`, family, email]);
    expect(mapped(null, both)).toEqual({ fullname: 0, email: 2 });
  });

  it('takes neither phones, dates, postcodes nor row numbers for ids', () => {
    const rows = rowsOf(
      (_, index) => String(index + 1),
      whole,
      (_, index) => `0170 555 12${index}`,
      email,
      (_, index) => `2025-01-0${index + 1}`,
      (_, index) => `0104${index * 3}`,
    );
    expect(mapped(['No.', 'Name', 'Mobile', 'E-mail', 'Date', 'Postcode'], rows)).toEqual({
      fullname: 1,
      email: 3,
    });
    expect(
      mapped(
        null,
        rows.map((cells) => cells.slice(0, 5)),
      ),
    ).toEqual({ fullname: 1, email: 3 });
  });

  it('believes values before headers: "Email sent" and "CV received" hold neither', () => {
    expect(
      mapped(
        ['Email sent', 'Name', 'E-mail', 'CV received', 'Document'],
        rowsOf('yes', whole, email, 'no', cv),
      ),
    ).toEqual({ fullname: 1, email: 2, cv_link: 4 });
  });

  it('finds links and addresses behind words', () => {
    const table = makeTable(['Name', 'Write to', 'Document'], rowsOf(whole, 'Email me', 'CV'));
    const linked = table.rows.map((row, index) => ({
      ...row,
      links: new Map([
        [1, `mailto:p${index}@example.com`],
        [2, `https://cv.example.com/${index}.pdf`],
      ]),
    }));
    expect(proposeMapping({ ...table, rows: linked }).mapping.columns).toEqual({
      fullname: 0,
      email: 1,
      cv_link: 2,
    });
  });
});

describe('proposeMapping, between two columns that could be it', () => {
  it('leaves the recruiter’s own address alone', () => {
    expect(
      mapped(['E-mail', 'Vorname', 'Nachname', 'E-mail'], rowsOf('hr@firm.example', first, last, email)),
    ).toEqual({ firstname: 1, lastname: 2, email: 3 });
    expect(mapped(['Recruiter email', 'Name', 'Contact'], rowsOf('eva@firm.example', whole, email))).toEqual({
      fullname: 1,
      email: 2,
    });
    expect(
      mapped(
        ['Candidate', 'Referrer email', 'Email'],
        rowsOf(whole, (_, index) => `boss${index}@firm.example`, email),
      ),
    ).toEqual({ fullname: 0, email: 2 });
  });

  it('prefers a private address to one at work', () => {
    const rows = rowsOf((_, index) => `p${index}@firm.example`, email, whole);
    expect(mapped(['Work email', 'Personal email', 'Name'], rows)).toEqual({ email: 1, fullname: 2 });
    expect(mapped(['Email 2', 'Email 1', 'Name'], rows)).toEqual({ email: 1, fullname: 2 });
  });

  it('takes other people’s names for nobody', () => {
    expect(
      mapped(
        ['Company name', 'Recruiter name', 'Hiring manager', 'First', 'Last', 'Email'],
        rowsOf('Acme', 'Eva Dahl', 'Bo Ek', first, last, email),
      ),
    ).toEqual({ firstname: 3, lastname: 4, email: 5 });
  });

  it('uses first and last name rather than the whole name, and the whole name rather than half of it', () => {
    expect(mapped(['Name', 'First name', 'Last name', 'Email'], rowsOf(whole, first, last, email))).toEqual({
      firstname: 1,
      lastname: 2,
      email: 3,
    });
    expect(mapped(['First name', 'Full name', 'Email'], rowsOf(first, whole, email))).toEqual({
      fullname: 1,
      email: 2,
    });
  });

  it('knows the candidate’s id from the job’s and the application’s', () => {
    const rows = rowsOf(
      'J-100',
      (_, index) => `5555${index}`,
      (_, index) => `7777${index}`,
      whole,
      email,
    );
    expect(
      mapped(['Job ID', 'Application ID', 'Candidate ID', 'Candidate Name', 'Email Address(es)'], rows),
    ).toEqual({ ats_candidate_id: 2, fullname: 3, email: 4 });
  });

  it('takes no profile for a CV', () => {
    expect(
      mapped(
        ['Name', 'Email', 'LinkedIn', 'Website'],
        rowsOf(
          whole,
          email,
          (_, index) => `https://www.linkedin.com/in/p${index}`,
          'https://firm.example/jobs',
        ),
      ),
    ).toEqual({ fullname: 0, email: 1 });
  });

  it('never gives a column two fields or a field two columns', () => {
    const headers = ['Email', 'E-mail', 'Name', 'Name', 'CV', 'Resume', 'ID', 'Ref'];
    const columns = Object.values(mapped(headers, rowsOf(email, email, whole, whole, cv, cv, id, id)));
    expect(new Set(columns).size).toBe(columns.length);
    expect(columns).toEqual(expect.arrayContaining([0, 2, 4, 6]));
  });

  it('is not led astray by headers that programs trip over', () => {
    expect(mapped(['__proto__', 'constructor', 'toString', 'email'], rowsOf('x', 'y', 'z', email))).toEqual({
      email: 3,
    });
  });
});

describe('proposeMapping, in words', () => {
  it('gives each column its reason, with counts', () => {
    const rows = [
      ...rowsOf(
        (_, index) => String(index + 1),
        whole,
        email,
        cv,
        (_, index) => `0170 555 12${index}`,
        'hr@firm.example',
        'Rome',
      ),
      ['5', 'Eva Ek', 'none', 'https://cv.example.com/5.pdf', '0170 555 129', 'hr@firm.example', 'Oslo'],
    ];
    const { columns } = proposeMapping(
      makeTable(['Nr.', 'Full name', 'E-Mail', 'CV', 'Telefon', 'E-Mail', 'City'], rows),
    );
    expect(columns.map(({ reason }) => reason)).toEqual([
      'Counts up to 5. Not something to send',
      'Header says Full name; all 5 have 2 or more words',
      'Header says E-Mail; 4 of 5 values are addresses',
      'Header says CV; 4 are https links, 1 is empty',
      'Flowmingo takes no phone numbers',
      'The same address in all 5 rows, so it is not the candidates’',
      'Flowmingo has no field for this',
    ]);
  });

  it('speaks of one as one', () => {
    const row = ['Ann', 'ann@example.com', 'https://cv.example.com/ann.pdf', 'C-7'];
    const { columns } = proposeMapping(makeTable(['Full name', 'Email', 'CV', 'Candidate ID'], [row]));
    expect(columns.map(({ reason }) => reason)).toEqual([
      'Header says Full name; the only one is filled',
      'Header says Email; the only one is an address',
      'Header says CV; the only one is an https link',
      'Header says Candidate ID; the only one is filled',
    ]);
  });

  it('counts every row of a long sheet', () => {
    const rows = Array.from({ length: 3000 }, (_, index) => [
      `p${index}@example.com`,
      index < 1000 ? '' : `https://cv.example.com/${index}`,
    ]);
    const { columns } = proposeMapping(makeTable(['Email', 'CV'], rows));
    expect(columns.map(({ reason }) => reason)).toEqual([
      'Header says Email; all 3,000 are addresses',
      'Header says CV; 2,000 are https links, 1,000 are empty',
    ]);
  });
});
