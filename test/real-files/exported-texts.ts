import { makeUtf16 } from '../unit/shared/spreadsheets/make-encoded';
import { type RealFile, textFile } from './real-file';

/** Text files as programs export them: Workday, LinkedIn, SAP, Google, databases, surveys. */
export const exportedTexts: readonly RealFile[] = [
  textFile(
    'Excel in German: semicolons, decimal commas, thousands with points',
    [
      'Nachname;Vorname;E-Mail;Gehaltswunsch;Note',
      'Lee;Ann;ann@example.com;55.000,00;1,7',
      'Roe;Bo;bo@example.com;48.500,50;2,3',
      'Poe;Cy;cy@example.com;;2,0',
    ],
    {
      headerRow: 1,
      delimiter: ';',
      people: [
        '2: Lee | Ann | ann@example.com | 55.000,00 | 1,7',
        '3: Roe | Bo | bo@example.com | 48.500,50 | 2,3',
        '4: Poe | Cy | cy@example.com | 2,0',
      ],
    },
  ),
  textFile(
    'Google Sheets: commas, headers of two lines in quotes',
    [
      '"First\nname","Last\nname",Email,"Notes, if any"',
      'Ann,Lee,ann@example.com,"called, twice"',
      'Bo,Roe,bo@example.com,',
    ],
    {
      headerRow: 1,
      delimiter: ',',
      people: ['2: Ann | Lee | ann@example.com | called, twice', '3: Bo | Roe | bo@example.com'],
    },
  ),
  textFile(
    'Workday: twelve lines of report, filters and a blank line above the header',
    [
      'Candidate Pipeline Report',
      '',
      'Company,Example Holdings',
      'Recruiting Start Date,01/01/2026',
      'Recruiting End Date,03/31/2026',
      'Job Requisition,R-1042 Sales Lead; R-1043 Clerk',
      'Hiring Manager,Dana Moss',
      'Run by,dana.moss@example.com',
      'Run on,03/31/2026 09:14 AM',
      'Records,3',
      '',
      'Confidential',
      'Candidate,Candidate ID,Email Address,Stage,Date Applied',
      'Ann Lee,C-100231,ann@example.com,Screen,03/02/2026',
      'Bo Roe,C-100232,bo@example.com,Screen,03/03/2026',
      'Cy Poe,C-100233,,Review,03/05/2026',
    ],
    {
      headerRow: 13,
      people: [
        '14: Ann Lee | C-100231 | ann@example.com | Screen | 03/02/2026',
        '15: Bo Roe | C-100232 | bo@example.com | Screen | 03/03/2026',
        '16: Cy Poe | C-100233 | Review | 03/05/2026',
      ],
    },
  ),
  textFile(
    'LinkedIn connections: a note above the header, hardly any addresses',
    [
      'Notes:',
      '"When exporting your connection data, you may notice that some of the email addresses are missing. You will only see email addresses for connections who have allowed their connections to see or download their email address using this setting."',
      '',
      'First Name,Last Name,URL,Email Address,Company,Position,Connected On',
      'Ann,Lee,https://www.linkedin.com/in/example-ann,,Example Ltd,Clerk,12 Mar 2026',
      'Bo,Roe,https://www.linkedin.com/in/example-bo,bo@example.com,Sample AG,"Lead, Sales",03 Feb 2026',
      'Cy,Poe,https://www.linkedin.com/in/example-cy,,,,01 Jan 2026',
    ],
    {
      headerRow: 4,
      people: [
        '5: Ann | Lee | https://www.linkedin.com/in/example-ann | Example Ltd | Clerk | 12 Mar 2026',
        '6: Bo | Roe | https://www.linkedin.com/in/example-bo | bo@example.com | Sample AG | Lead, Sales | 03 Feb 2026',
        '7: Cy | Poe | https://www.linkedin.com/in/example-cy | 01 Jan 2026',
      ],
    },
  ),
  textFile(
    'SAP list: bars at both ends, ruled lines between',
    [
      'Applicants                                                  Dynamic List Display              1',
      '--------------------------------------------------------------------------',
      '| Pers.No.|Last name   |First name |E-mail                |Entry date|',
      '--------------------------------------------------------------------------',
      '| 00001001|Lee         |Ann        |ann@example.com       |01.04.2026|',
      '| 00001002|Roe         |Bo         |bo@example.com        |01.05.2026|',
      '| 00001003|Poe         |Cy         |cy@example.com        |01.06.2026|',
      '--------------------------------------------------------------------------',
    ],
    {
      headerRow: 3,
      delimiter: '|',
      people: [
        '5: 00001001 | Lee | Ann | ann@example.com | 01.04.2026',
        '6: 00001002 | Roe | Bo | bo@example.com | 01.05.2026',
        '7: 00001003 | Poe | Cy | cy@example.com | 01.06.2026',
      ],
      leftOut: [4, 8],
    },
    { fileName: 'applicants.txt' },
  ),
  textFile(
    'a database prompt (psql): a ruled line below the header, a count at the end',
    [
      ' id  | full_name |      email      ',
      '-----+-----------+-----------------',
      ' 417 | Ann Lee   | ann@example.com',
      ' 418 | Bo Roe    | bo@example.com',
      '(2 rows)',
    ],
    {
      headerRow: 1,
      delimiter: '|',
      people: ['3: 417 | Ann Lee | ann@example.com', '4: 418 | Bo Roe | bo@example.com'],
      leftOut: [2, 5],
    },
    { fileName: 'people.txt', lineEnd: '\n' },
  ),
  textFile(
    'a table of a wiki (Markdown)',
    ['| Name | Email |', '| --- | :---: |', '| Ann Lee | ann@example.com |', '| Bo Roe | bo@example.com |'],
    {
      headerRow: 1,
      delimiter: '|',
      people: ['3: Ann Lee | ann@example.com', '4: Bo Roe | bo@example.com'],
      leftOut: [2],
    },
    { fileName: 'people.md.txt' },
  ),
  textFile(
    'MySQL: quotes escaped by a backslash',
    [
      '"id","name","email","remark"',
      '"1","Ann \\"Annie\\" Lee","ann@example.com","said \\"yes, maybe\\""',
      '"2","Bo Roe","bo@example.com","C:\\\\cv"',
      '"3","Cy Poe","cy@example.com",""',
    ],
    {
      headerRow: 1,
      delimiter: ',',
      people: [
        '2: 1 | Ann "Annie" Lee | ann@example.com | said "yes, maybe"',
        '3: 2 | Bo Roe | bo@example.com | C:\\cv',
        '4: 3 | Cy Poe | cy@example.com',
      ],
    },
  ),
  textFile(
    'an ATS that keeps zeros by writing formulas of a text',
    [
      'Candidate ID,First Name,Last Name,Email,Phone',
      '="00417",Ann,Lee,ann@example.com,="+44 20 7946 0001"',
      '"=""00418""",Bo,Roe,bo@example.com,"=""020 7946 0002"""',
      '="00419",Cy,Poe,cy@example.com,',
    ],
    {
      headerRow: 1,
      people: [
        '2: 00417 | Ann | Lee | ann@example.com | +44 20 7946 0001',
        '3: 00418 | Bo | Roe | bo@example.com | 020 7946 0002',
        '4: 00419 | Cy | Poe | cy@example.com',
      ],
    },
  ),
  textFile(
    'a data frame of R: no header above the row numbers',
    [
      '"name","email","city"',
      '"1","Ann Lee","ann@example.com","York"',
      '"2","Bo Roe","bo@example.com","Hull"',
      '"3","Cy Poe","cy@example.com","Bath"',
    ],
    {
      headerRow: 1,
      people: [
        '2: 1 | Ann Lee | ann@example.com | York',
        '3: 2 | Bo Roe | bo@example.com | Hull',
        '4: 3 | Cy Poe | cy@example.com | Bath',
      ],
      emailColumn: 'C',
    },
  ),
  textFile(
    'Qualtrics: the questions and their keys below the header',
    [
      'StartDate,Q1,Q2,Q3',
      'Start Date,What is your full name?,Your email address,Link to your CV',
      '"{""ImportId"":""startDate"",""timeZone"":""America/Denver""}","{""ImportId"":""QID1_TEXT""}","{""ImportId"":""QID2_TEXT""}","{""ImportId"":""QID3_TEXT""}"',
      '2026-03-01 10:00:11,Ann Lee,ann@example.com,https://cv.example.com/ann.pdf',
      '2026-03-02 11:20:45,Bo Roe,bo@example.com,https://cv.example.com/bo.pdf',
    ],
    {
      headerRow: 2,
      people: [
        '4: 2026-03-01 10:00:11 | Ann Lee | ann@example.com | https://cv.example.com/ann.pdf',
        '5: 2026-03-02 11:20:45 | Bo Roe | bo@example.com | https://cv.example.com/bo.pdf',
      ],
      leftOut: [3],
    },
  ),
  textFile(
    'SurveyMonkey: what is answered stands below each question',
    [
      'Respondent ID,Start Date,What is your name?,,What is your email address?',
      ',,First name,Last name,Open-Ended Response',
      '114027813001,03/02/2026 10:01:12,Ann,Lee,ann@example.com',
      '114027813002,03/02/2026 10:07:44,Bo,Roe,bo@example.com',
      '114027813003,03/03/2026 08:30:00,Cy,Poe,cy@example.com',
    ],
    {
      headerRow: 1,
      people: [
        '3: 114027813001 | 03/02/2026 10:01:12 | Ann | Lee | ann@example.com',
        '4: 114027813002 | 03/02/2026 10:07:44 | Bo | Roe | bo@example.com',
        '5: 114027813003 | 03/03/2026 08:30:00 | Cy | Poe | cy@example.com',
      ],
      leftOut: [2],
      emailColumn: 'E',
    },
  ),
  textFile(
    'an import template that was filled in: what is required stands below the header',
    [
      'First name,Last name,Email,Phone,CV link',
      'required,required,required,optional,optional',
      'Ann,Lee,ann@example.com,020 7946 0001,https://cv.example.com/ann.pdf',
      'Bo,Roe,bo@example.com,,',
      'Cy,Poe,cy@example.com,,',
    ],
    {
      headerRow: 1,
      people: [
        '3: Ann | Lee | ann@example.com | 020 7946 0001 | https://cv.example.com/ann.pdf',
        '4: Bo | Roe | bo@example.com',
        '5: Cy | Poe | cy@example.com',
      ],
      leftOut: [2],
    },
  ),
  textFile(
    'Google contacts: many empty columns, the address in one called E-mail 1 - Value',
    [
      'First Name,Middle Name,Last Name,Nickname,Organization Name,Notes,Labels,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value,Phone 1 - Label,Phone 1 - Value',
      'Ann,,Lee,,Example Ltd,,* myContacts,* Work,ann@example.com,,,Mobile,020 7946 0001',
      'Bo,,Roe,,,,* myContacts,* Home,bo@example.com,* Work,bo.roe@example.org,,',
      'Cy,,Poe,,,,* myContacts,* Home,cy@example.com,,,,',
    ],
    {
      headerRow: 1,
      emailColumn: 'I',
      people: [
        '2: Ann | Lee | Example Ltd | * myContacts | * Work | ann@example.com | Mobile | 020 7946 0001',
        '3: Bo | Roe | * myContacts | * Home | bo@example.com | * Work | bo.roe@example.org',
        '4: Cy | Poe | * myContacts | * Home | cy@example.com',
      ],
    },
  ),
  textFile(
    'Excel “Unicode Text”, with tabs and line ends in quotes',
    ['Name\tEmail\tRemark', 'Zoë Lee\tzoe@example.com\t"one\ttab\nand a line"', 'Bo Roe\tbo@example.com\t'],
    {
      headerRow: 1,
      encoding: 'utf-16le',
      delimiter: '\t',
      people: ['2: Zoë Lee | zoe@example.com | one\ttab\nand a line', '3: Bo Roe | bo@example.com'],
    },
    { fileName: 'people.txt', toBytes: (text) => makeUtf16(`\ufeff${text}`, 'utf-16le') },
  ),
  textFile(
    'a mainframe: carets between',
    [
      'CAND_ID^LAST_NM^FIRST_NM^EMAIL_ADDR',
      '000417^LEE^ANN^ann@example.com',
      '000418^ROE, JR^BO^bo@example.com',
    ],
    {
      headerRow: 1,
      delimiter: '^',
      people: ['2: 000417 | LEE | ANN | ann@example.com', '3: 000418 | ROE, JR | BO | bo@example.com'],
    },
    { fileName: 'extract.txt' },
  ),
  textFile(
    'an old ATS: tildes between, sep= above',
    [
      'sep=~',
      'ID~Name~E-mail~CV',
      '1~Ann Lee~ann@example.com~https://www.example.com/~ann/cv.pdf'.replace('/~ann', '/ann'),
      '2~Bo Roe~bo@example.com~',
    ],
    {
      headerRow: 1,
      delimiter: '~',
      people: [
        '2: 1 | Ann Lee | ann@example.com | https://www.example.com/ann/cv.pdf',
        '3: 2 | Bo Roe | bo@example.com',
      ],
    },
  ),
];
