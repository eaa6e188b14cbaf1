// Made-up people as recruiters' lists have them: twelve columns, one row in twenty with something wrong, of every kind in turn.

export const peopleHeader: readonly string[] = [
  'Candidate ID',
  'First name',
  'Last name',
  'Email',
  'Phone',
  'City',
  'Country',
  'Source',
  'Applied',
  'Score',
  'CV',
  'Notes',
];

const firstNames = ['Ana', 'Jürgen', 'Ngọc Ánh', 'Łukasz', 'Zoë', 'Inês', 'Kateřina', 'Björk', 'Max', 'Emma'];
const lastNames = ['Silva', 'Müller', 'Trần Thị', 'Wiśniewski', 'Lefèvre', 'Smith', 'Nováková', 'Jónsdóttir'];
const domains = ['example.com', 'mail.example.com', 'example.org', 'gmail.com', 'uni.example.edu'];
/** One row in twenty has something wrong, as in a list that people typed. */
const badEvery = 20;

const columns = { id: 0, first: 1, last: 2, email: 3, cv: 10 } as const;

/** What is wrong in the bad rows, in turn. `earlier`: a whole row further up. */
const spoil: readonly ((cells: string[], earlier: readonly string[]) => void)[] = [
  (cells) => put(cells, columns.email, cells[columns.email]?.replace(/@.*/, '@gmial.com')),
  (cells) => put(cells, columns.email, cells[columns.email]?.replace(/@.*/, '@')),
  (cells, earlier) => put(cells, columns.email, earlier[columns.email]?.toUpperCase()),
  (cells) => put(cells, columns.email, `${cells[columns.first]} <${cells[columns.email]}>`),
  (cells) => put(cells, columns.email, ` ${cells[columns.email]}; second.${cells[columns.email]}`),
  (cells) => put(cells, columns.email, ''),
  (cells) => put(cells, columns.email, cells[columns.email]?.replace('.', ' ')),
  (cells, earlier) => put(cells, columns.id, earlier[columns.id]),
  (cells) => put(cells, columns.id, '1.23457E+15'),
  (cells) => put(cells, columns.first, ''),
  (cells) => put(cells, columns.last, '-'),
  (cells) => put(cells, columns.first, '=Ana'),
  (cells) => put(cells, columns.cv, cells[columns.cv]?.replace('https:', 'http:')),
  (cells) => put(cells, columns.cv, 'C:\\cv\\ana.pdf'),
  (cells) => put(cells, columns.cv, `https://drive.google.com/file/d/${cells[columns.id]}/view`),
  (cells) => put(cells, columns.cv, `${cells[columns.cv]} (see page 2)`),
  (cells) => put(cells, columns.last, `${cells[columns.last]}\nsecond line`),
];

function put(cells: string[], column: number, text = ''): void {
  cells[column] = text;
}

function makeRow(index: number): string[] {
  return [
    `A-${String(index).padStart(7, '0')}`,
    firstNames[index % firstNames.length] ?? '',
    lastNames[(index >> 3) % lastNames.length] ?? '',
    `person.${index}@${domains[index % domains.length]}`,
    `+1 202 555 ${String(index % 10_000).padStart(4, '0')}`,
    'Hanoi',
    'Vietnam',
    'Career site',
    `2026-0${(index % 9) + 1}-1${index % 10}`,
    String(index % 100),
    `https://cv.example.com/people/${index}.pdf`,
    'Met at the fair, wants to start in May',
  ];
}

/** The people of `rowCount` rows, always the same. */
export function makePeople(rowCount: number): string[][] {
  const rows = Array.from({ length: rowCount }, (_, index) => makeRow(index));
  for (let index = badEvery; index < rowCount; index += badEvery) {
    const cells = rows[index];
    const earlier = rows[index - (badEvery >> 1)];
    if (cells !== undefined && earlier !== undefined)
      spoil[(index / badEvery) % spoil.length]?.(cells, earlier);
  }
  return rows;
}
