import { type RealFile, textFile } from './real-file';

/** Lists that were printed, pasted or put together by hand. */
export const pastedTexts: readonly RealFile[] = [
  textFile(
    'a database console: columns of one width, blank cells, a count below',
    [
      'Name        Email              City',
      '----------- ------------------ ------',
      'Ann Lee     ann@example.com    York',
      'Bo Roe                         Hull',
      'Cy Poe      cy@example.com',
      '',
      '(3 rows affected)',
    ],
    {
      headerRow: 1,
      people: ['3: Ann Lee | ann@example.com | York', '4: Bo Roe | Hull', '5: Cy Poe | cy@example.com'],
      leftOut: [2, 7],
      emailColumn: 'B',
    },
    { fileName: 'people.txt' },
  ),
  textFile(
    'a printed report: a title, then columns of one width with commas in them',
    [
      'Applicants as of 3 May 2026',
      '',
      'No.  Name              E-mail',
      '  1  Lee, Ann          ann@example.com',
      '  2  Roe, Bo           bo@example.com',
      ' 10  de la Cruz, Cy    cy@example.com',
    ],
    {
      headerRow: 3,
      people: [
        '4: 1 | Lee, Ann | ann@example.com',
        '5: 2 | Roe, Bo | bo@example.com',
        '6: 10 | de la Cruz, Cy | cy@example.com',
      ],
      emailColumn: 'C',
    },
    { fileName: 'report.txt' },
  ),
  textFile(
    'a header with semicolons over rows with commas',
    ['Name;Email;City', 'Ann Lee,ann@example.com,York', 'Bo Roe,bo@example.com,Hull'],
    {
      headerRow: 1,
      people: ['2: Ann Lee | ann@example.com | York', '3: Bo Roe | bo@example.com | Hull'],
    },
  ),
  textFile(
    'names and addresses as a mail program writes them, one a line',
    ['Ann Lee <ann@example.com>', 'Bo Roe <bo@example.com>', '"Poe, Cy" <cy@example.com>'],
    {
      headerRow: null,
      people: ['1: Ann Lee <ann@example.com>', '2: Bo Roe <bo@example.com>', '3: Poe, Cy <cy@example.com>'],
      emails: ['ann@example.com', 'bo@example.com', 'cy@example.com'],
    },
    { fileName: 'people.txt' },
  ),
  textFile(
    'some lines in quotes as a whole',
    ['Name,Email,Remark', '"Ann,ann@example.com,"', '"Bo,bo@example.com,x"', 'Cy,cy@example.com,y'],
    {
      headerRow: 1,
      people: ['2: Ann | ann@example.com', '3: Bo | bo@example.com | x', '4: Cy | cy@example.com | y'],
    },
  ),
  textFile('names alone, in quotes because of their commas', ['"Name"', '"Lee, Ann"', '"Roe, Bo"'], {
    headerRow: 1,
    people: ['2: Lee, Ann', '3: Roe, Bo'],
  }),
  textFile(
    'people to reject, known by their numbers alone in some rows',
    ['Candidate ID,Reason', '417,', '418,moved away', '419,', 'R: 12,'],
    { headerRow: 1, people: ['2: 417', '3: 418 | moved away', '4: 419', '5: R: 12'] },
  ),
  textFile(
    'quotes that a word processor has turned',
    ['“Name”,“Email”', '“Lee, Ann”,“ann@example.com”', '“Bo Roe”,“bo@example.com”'],
    { headerRow: 1, people: ['2: Lee, Ann | ann@example.com', '3: Bo Roe | bo@example.com'] },
  ),
  textFile(
    'what belongs into each column in brackets below the header',
    [
      'Name,Email,Applied',
      '(text),(address),(yyyy-mm-dd)',
      'Ann Lee,ann@example.com,2026-03-01',
      'Bo Roe,bo@example.com,2026-03-02',
    ],
    {
      headerRow: 1,
      people: ['3: Ann Lee | ann@example.com | 2026-03-01', '4: Bo Roe | bo@example.com | 2026-03-02'],
      leftOut: [2],
    },
  ),
  textFile(
    'the header in two languages, one below the other',
    [
      'Họ,Tên,Thư điện tử',
      'Last name,First name,Email',
      'Nguyễn,An,an@example.com',
      'Trần,Bình,binh@example.com',
    ],
    {
      headerRow: 1,
      people: ['3: Nguyễn | An | an@example.com', '4: Trần | Bình | binh@example.com'],
      leftOut: [2],
    },
  ),
  textFile(
    'a subtotal for each site, named after it',
    [
      'Site,Name,Email',
      'York,Ann Lee,ann@example.com',
      'York Total,,1',
      'Hull,Bo Roe,bo@example.com',
      'Hull Total,,1',
      'Grand Total,,2',
    ],
    {
      headerRow: 1,
      people: ['2: York | Ann Lee | ann@example.com', '4: Hull | Bo Roe | bo@example.com'],
      leftOut: [3, 5, 6],
    },
  ),
  textFile(
    'a second list with a title and the same header',
    [
      'Name,Email',
      'Ann,ann@example.com',
      'Bo,bo@example.com',
      '',
      'Waiting list',
      'Name,Email',
      'Cy,cy@example.com',
    ],
    {
      headerRow: 1,
      people: ['2: Ann | ann@example.com', '3: Bo | bo@example.com', '7: Cy | cy@example.com'],
      leftOut: [5, 6],
    },
  ),
  textFile(
    'people who are called like totals and have no address',
    ['First name,Last name,Email', 'Total,Recall,', 'Ann,Summe,ann@example.com', 'Sum,Kim,'],
    { headerRow: 1, people: ['2: Total | Recall', '3: Ann | Summe | ann@example.com', '4: Sum | Kim'] },
  ),
  textFile(
    'a block of lines for each person: told, since no row is a person',
    [
      'Name: Ann Lee',
      'Email: ann@example.com',
      'City: York',
      '',
      'Name: Bo Roe',
      'Email: bo@example.com',
      'City: Hull',
    ],
    {
      headerRow: 3,
      people: ['5: Name: Bo Roe', '6: Email: bo@example.com'],
      leftOut: [7],
      notices: ['on-its-side'],
      emails: [null, null],
    },
    { fileName: 'people.txt' },
  ),
];
