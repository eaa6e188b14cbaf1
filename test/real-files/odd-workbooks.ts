import { markedWorkbook } from './marked-workbook';
import type { RealFile } from './real-file';

const ann = 'p Ann;Lee;ann@example.com';
const bo = 'p Bo;Roe;bo@example.com';
const cy = 'p Cy;Poe;cy@example.com';
const header = 'h First name;Last name;Email';

/** Workbooks with what text files do not have: merged cells, formats, links, several sheets, lines made ready. */
export const oddWorkbooks: readonly RealFile[] = [
  markedWorkbook(
    'a header of two rows in merged cells below a merged title',
    {
      Plan: [
        '. Candidates – clinic Leeds',
        '. ',
        'h No.;Name;;E-mail;Team',
        '- ;First;Last;;',
        'p n:1;Ann;Lee;ann@example.com;North',
        'p n:2;Bo;Roe;bo@example.com;',
        'p n:3;Cy;Poe;cy@example.com;South',
      ],
    },
    { headers: 'No. | First | Last | E-mail | Team' },
    (book) => {
      const sheet = book.getWorksheet('Plan');
      for (const range of ['A1:E1', 'A3:A4', 'B3:C3', 'D3:D4', 'E3:E4', 'E5:E6']) sheet?.mergeCells(range);
    },
  ),
  markedWorkbook(
    'openpyxl: links by formula that nobody has calculated',
    {
      People: [
        'h Name;Email;CV;Score',
        'p Ann Lee;f:HYPERLINK("mailto:ann@example.com","ann@example.com");f:HYPERLINK("https://cv.example.com/ann.pdf","CV");n:1 => Ann Lee | ann@example.com | CV | 1',
        'p Bo Roe;bo@example.com;f:HYPERLINK("https://cv.example.com/bo.pdf");n:2 => Bo Roe | bo@example.com | https://cv.example.com/bo.pdf | 2',
      ],
    },
    { links: ['C2 https://cv.example.com/ann.pdf'] },
  ),
  markedWorkbook(
    'an account: zero is a dash with blanks, as the format says',
    { People: ['h Name;Email;Fee', 'p Ann Lee;ann@example.com;n:0', 'p Bo Roe;bo@example.com;n:1234.5'] },
    { people: ['2: Ann Lee | ann@example.com | -   €', '3: Bo Roe | bo@example.com | 1,234.50 €'] },
    (book) => {
      const fees = book.getWorksheet('People')?.getColumn(3);
      if (fees !== undefined) fees.numFmt = '_-* #,##0.00 €_-;-* #,##0.00 €_-;_-* "-"?? €_-;_-@_-';
    },
  ),
  markedWorkbook('a template: instructions, what each column takes, an example, then the people', {
    Instructions: [
      '. How to fill in this file',
      '. 1. Do not change the header row',
      '. 2. One candidate per row',
      '. 3. Send the file to hr@example.com',
    ],
    Template: [
      '. Import of candidates v2.1',
      '. Mandatory;Mandatory;Mandatory;Optional',
      'h First name;Last name;Email;Phone',
      '- Text;Text;Text;Text',
      '- e.g. John;e.g. Smith;e.g. john.smith@example.com;+44…',
      'p Ann;Lee;ann@example.com;555 0101',
      bo,
      cy,
    ],
  }),
  markedWorkbook('Google Sheets: boxes to tick down to row 9, people in two rows', {
    People: [
      'h ☐;Name;Email',
      'p b:1;Ann Lee;ann@example.com',
      'p b:0;Bo Roe;bo@example.com',
      ...Array.from({ length: 6 }, () => '- b:0;;'),
    ],
  }),
  markedWorkbook('formulas filled down over empty lines show zeros, numbers go on', {
    People: [
      'h No.;Name;Email;Points;Passed',
      'p n:1;Ann Lee;ann@example.com;n:12;b:1',
      'p n:2;Bo Roe;bo@example.com;n:15;b:1',
      ...Array.from({ length: 10 }, (_, index) => `- n:${index + 3};;;n:0;b:0`),
    ],
  }),
  markedWorkbook('what all people have is filled down over empty lines', {
    People: [
      'h Name;Email;Client;Status',
      'p Ann Lee;ann@example.com;Example Ltd;new',
      'p Bo Roe;bo@example.com;Example Ltd;new',
      'p Cy Poe;cy@example.com;Example Ltd;called',
      '- ;;Example Ltd;',
      '- ;;Example Ltd;',
    ],
  }),
  markedWorkbook(
    'Excel’s subtotals, one group closed',
    {
      People: [
        'h Group;Name;Email',
        'p N;Ann Lee;ann@example.com',
        'p N;Bo Roe;bo@example.com',
        '- N Total;n:2;',
        'p S;Cy Poe;cy@example.com',
        '- S Total;n:1;',
        '- Grand Total;n:3;',
      ],
    },
    { hiddenRows: [2, 3] },
    (book) => {
      for (const rowNumber of [2, 3]) {
        const row = book.getWorksheet('People')?.getRow(rowNumber);
        if (row !== undefined) row.hidden = true;
      }
    },
  ),
  markedWorkbook('a summary with more addresses than there are answers, but no names', {
    Summary: ['. Emails;Count', '. ann@example.com;n:1', '. bo@example.com;n:1', '. zed@example.com;n:0'],
    'Form Responses 1': [
      'h Timestamp;Email Address;Your name',
      'p 11/28/2026 10:11:12;ann@example.com;Ann Lee',
      'p 11/28/2026 10:15:12;bo@example.com;Bo Roe',
    ],
  }),
  markedWorkbook('lists to choose from are longer than the people, a cover with an address', {
    Cover: ['. Recruitment drive', '. Owner;Zed Zimmer', '. Mail;zed@example.com'],
    Lists: ['. Countries;Stages', ...Array.from({ length: 30 }, (_, index) => `. Country ${index};Stage`)],
    Candidates: [header, ann, bo, cy],
  }),
  markedWorkbook('thirty numbers, three people, a place for a signature', {
    List: [
      'h Nr;Name;E-mail',
      'p n:1;Ann Lee;ann@example.com',
      'p n:2;Bo Roe;bo@example.com',
      'p n:3;Cy Poe;cy@example.com',
      ...Array.from({ length: 27 }, (_, index) => `- n:${index + 4};;`),
      '- ;Signature:;',
    ],
  }),
  markedWorkbook('names of groups above the header', {
    Liste: [
      '. Kandidat;;;Kontakt;;',
      'h Nr.;Vorname;Nachname;E-Mail;Telefon;Bemerkung',
      'p n:7;Jörg;Groß;joerg@example.com;0731 1;x',
      'p n:8;Käthe;Böhm;kaethe@example.com;0731 2;',
    ],
  }),
  markedWorkbook('a day in merged cells over several people', {
    Plan: [
      '. Interviews',
      'h Day;Time;Candidate;E-mail',
      'p Monday;09:00;Ann Lee;ann@example.com',
      'p ;10:30;Bo Roe;bo@example.com',
      'p Tuesday;09:00;Cy Poe;cy@example.com',
      'p ;10:30;Di Moe;di@example.com',
    ],
  }),
];
