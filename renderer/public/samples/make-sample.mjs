/**
 * Makes `graduate-fair.xlsx`, the file that "Open a sample file" opens: 250 invented people with the problems that such lists have.
 * Run by hand: `node renderer/public/samples/make-sample.mjs`. The same people every time.
 */
import { fileURLToPath } from 'node:url';
import ExcelJS from 'exceljs';

const PEOPLE = 250;
/** Excel's serial dates need a day that never changes. */
const MADE_ON = new Date(Date.UTC(2026, 2, 21, 12));

/** Given names, family names, universities; `familyFirst`: as the language writes it. */
const CULTURES = [
  {
    given: ['Minh Anh', 'Ngọc Hân', 'Quốc Bảo', 'Thùy Linh', 'Đức Mạnh', 'Thảo My', 'Gia Huy', 'Hoàng Nam'],
    family: ['Nguyễn', 'Trần', 'Phạm', 'Lê', 'Đặng', 'Vũ', 'Bùi', 'Hoàng'],
    schools: ['Hanoi University of Science', 'Foreign Trade University', 'Bách Khoa Hà Nội'],
    phone: '0912 555',
    familyFirst: true,
  },
  {
    given: ['Dušan', 'Milica', 'Jovana', 'Nikola', 'Đorđe', 'Ana'],
    family: ['Kovačević', 'Petrović', 'Đukić', 'Jović', 'Stanković'],
    schools: ['Univerzitet u Beogradu', 'Univerzitet u Novom Sadu'],
    phone: '0065 555',
  },
  {
    given: ['Kateřina', 'Jiří', 'Tereza', 'Ondřej', 'Božena'],
    family: ['Nováková', 'Procházka', 'Dvořák', 'Čermák', 'Horáková'],
    schools: ['Univerzita Karlova', 'Masarykova univerzita'],
    phone: '602 555',
  },
  {
    given: ['Łukasz', 'Agnieszka', 'Mateusz', 'Małgorzata', 'Grzegorz'],
    family: ['Wiśniewski', 'Zielińska', 'Wójcik', 'Kamiński', 'Dąbrowska'],
    schools: ['Politechnika Warszawska', 'Uniwersytet Jagielloński'],
    phone: '512 555',
  },
  {
    given: ['Jürgen', 'Anneliese', 'Björn', 'Käthe', 'Lukas'],
    family: ['Müller', 'Groß', 'Schäfer', 'von Arnim', 'Weiß'],
    schools: ['TU München', 'Universität zu Köln'],
    phone: '0170 555',
  },
  {
    given: ['Zoë', 'François', 'Maëlle', 'Anaïs', 'Chloé'],
    family: ['Lefèvre', 'Béranger', 'Perrin', 'Moreau', 'de La Tour'],
    schools: ['Sciences Po', 'Université de Lyon'],
    phone: '06 55 50',
  },
  {
    given: ['Inês', 'João', 'Beatriz', 'Gonçalo', 'Conceição'],
    family: ['Gonçalves', 'da Costa', 'Figueiredo', 'Magalhães', 'dos Santos'],
    schools: ['Universidade do Porto', 'Universidade de Lisboa'],
    phone: '912 555',
  },
  {
    given: ['Søren', 'Åsa', 'Björk', 'Sólveig', 'Ingrid'],
    family: ['Østergaard', 'Lindqvist', 'Jónsdóttir', 'Einarsdóttir', 'Håkansson'],
    schools: ['Københavns Universitet', 'Háskóli Íslands'],
    phone: '555 01',
  },
  {
    given: ['Siân', 'Conor', 'Harriet', 'Callum', 'Imogen'],
    family: ['Rhys', 'O’Brien', 'Vance', 'Thackeray', 'Keating'],
    schools: ['Cardiff University', 'University of Leeds'],
    phone: '07700 900',
  },
  {
    given: ['Çağla', 'Emre', 'Ayşe', 'Gökhan', 'İpek'],
    family: ['Yıldız', 'Öztürk', 'Şahin', 'Doğan', 'Güneş'],
    schools: ['Boğaziçi Üniversitesi', 'Ankara Üniversitesi'],
    phone: '0555 010',
  },
  {
    given: ['Ştefan', 'Ioana', 'Mălina', 'Radu', 'Cătălin'],
    family: ['Ionescu', 'Popescu', 'Țepeș', 'Munteanu', 'Dragomir'],
    schools: ['Universitatea din București'],
    phone: '0712 555',
  },
  {
    given: ['Amara', 'Chidi', 'Ngozi', 'Kwame', 'Efua'],
    family: ['Okafor', 'Adeyemi', 'Mensah', 'Owusu', 'Eze'],
    schools: ['University of Lagos', 'University of Ghana'],
    phone: '0802 555',
  },
];
const DOMAINS = ['example.com', 'example.com', 'example.org', 'example.net'];
const PLAIN_LETTERS = { đ: 'd', ł: 'l', ø: 'o', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe' };

/** What is wrong with whom, by place in the list. The rest is fine. */
const SLIPS = new Map([
  [14, (row) => ({ ...row, email: '' })],
  [31, (row) => ({ ...row, email: `sample-${row.id}@gmial.com` })],
  [37, (row) => ({ ...row, email: row.email.slice(0, row.email.indexOf('@') + 1) })],
  [52, (row) => ({ ...row, id: '1.2E+15' })],
  [58, (row) => ({ ...row, cv: row.cv.replace('https:', 'http:') })],
  [66, (row) => ({ ...row, email: `sample-${row.id}@gmail.con` })],
  [73, (row) => ({ ...row, email: '', cv: '' })],
  [88, (row) => ({ ...row, name: row.name.split(' ')[0] })],
  [95, (row) => ({ ...row, email: `sample-${row.id}@hotmial.com` })],
  [103, (row, rows) => ({ ...row, name: rows[97].name, email: rows[97].email.toUpperCase() })],
  [119, (row) => ({ ...row, cv: 'see attached' })],
  [126, (row) => ({ ...row, name: '' })],
  [134, (row) => ({ ...row, email: `sample-${row.id}@gmial.com` })],
  [141, (row) => ({ ...row, cv: row.cv.replace('https:', 'http:') })],
  [150, (row) => ({ ...row, email: row.email.replace('@', ' at ') })],
  [162, (row, rows) => ({ ...row, name: rows[20].name, email: rows[20].email })],
  [171, (row) => ({ ...row, email: `sample-${row.id}@yahooo.com` })],
  [180, (row) => ({ ...row, email: '', cv: '' })],
  [188, (row) => ({ ...row, id: '1.2E+15' })],
  [197, (row) => ({ ...row, email: `sample-${row.id}@gmail.con` })],
  [205, (row) => ({ ...row, email: `${row.email}; second-address@example.org` })],
  [214, (row) => ({ ...row, email: `sample-${row.id}@outlok.com` })],
  [222, (row, rows) => ({ ...row, name: rows[145].name, email: rows[145].email })],
  [231, (row) => ({ ...row, email: row.email.replace('.', '..') })],
  [243, (row) => ({ ...row, cv: row.cv.replace('https:', 'http:') })],
]);

/** Small numbers that look thrown together and are the same every time (mulberry32). */
function makeRandom(seed) {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below);
  };
}

function toAddressPart(text) {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[đłøıßæœ]/g, (letter) => PLAIN_LETTERS[letter])
    .replace(/[^a-z]+/g, '');
}

function makePeople(count, seed, firstId) {
  const random = makeRandom(seed);
  const pick = (list) => list[random(list.length)];
  const taken = new Set();
  const rows = [];
  while (rows.length < count) {
    const culture = pick(CULTURES);
    const given = pick(culture.given);
    const family = pick(culture.family);
    if (taken.has(`${given} ${family}`)) continue;
    taken.add(`${given} ${family}`);
    const id = String(firstId + rows.length).padStart(6, '0');
    rows.push({
      name: culture.familyFirst
        ? `${family} ${given}`
        : rows.length % 29 === 3
          ? `${family}, ${given}`
          : `${given} ${family}`,
      email: `${toAddressPart(given)}.${toAddressPart(family)}@${pick(DOMAINS)}`,
      cv: random(8) === 0 ? '' : `https://cv.example.com/${id}`,
      id,
      school: pick(culture.schools),
      phone: `${culture.phone} ${String(100 + random(900))}`,
    });
  }
  return rows;
}

function fillSheet(workbook, name, title, rows) {
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 4 }] });
  sheet.columns = [
    { width: 6 },
    { width: 26 },
    { width: 34 },
    { width: 32 },
    { width: 15 },
    { width: 30 },
    { width: 16 },
  ];
  sheet.addRow([title]);
  sheet.addRow(['Collected at stand B14. Please write to them before Friday.']);
  sheet.addRow([]);
  sheet.addRow(['Nr.', 'Full name', 'E-Mail', 'CV', 'Candidate ID', 'University', 'Phone']);
  for (const [index, row] of rows.entries()) {
    sheet.addRow([
      index + 1,
      row.name || null,
      row.email || null,
      row.cv || null,
      row.id,
      row.school,
      row.phone,
    ]);
  }
  sheet.getRow(1).font = { bold: true, size: 14 };
  sheet.getRow(4).font = { bold: true };
  return sheet;
}

const rows = makePeople(PEOPLE, 21_03_2026, 417);
const mended = rows.map((row, index) => SLIPS.get(index)?.(row, rows) ?? row);
const workbook = new ExcelJS.Workbook();
workbook.created = MADE_ON;
workbook.modified = MADE_ON;
fillSheet(workbook, 'Fair 21.3.', 'Northwind Careers: Graduate fair, 21 March 2026', mended);
fillSheet(workbook, 'No-shows', 'Northwind Careers: signed up and did not come', makePeople(12, 7, 900));
workbook.addWorksheet('Notes', { state: 'hidden' }).addRow(['Ask Jana for the room plan.']);
await workbook.xlsx.writeFile(fileURLToPath(new URL('graduate-fair.xlsx', import.meta.url)));
